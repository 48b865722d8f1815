from datetime import date
from unittest import TestCase

from odoo.addons.leifeng_campaign.tools import progress_sums


class TestProgressSums(TestCase):
    def test_weeks_without_anybody_are_there(self):
        sums = {date(2026, 3, 2): (3, 4), date(2026, 3, 23): (1, 1)}

        self.assertEqual(
            progress_sums.unbroken("week", sums),
            [
                (date(2026, 3, 2), 3, 4),
                (date(2026, 3, 9), 0, 0),
                (date(2026, 3, 16), 0, 0),
                (date(2026, 3, 23), 1, 1),
            ],
        )

    def test_days(self):
        sums = {date(2026, 2, 28): (1, 2), date(2026, 3, 2): (3, 4)}

        rows = progress_sums.unbroken("day", sums)

        self.assertEqual([day.day for day, _people, _times in rows], [28, 1, 2])

    def test_nothing_yet(self):
        self.assertEqual(progress_sums.unbroken("week", {}), [])
        self.assertEqual(progress_sums.added([]), (0, 0))
        self.assertEqual(progress_sums.summed([]), {})

    def test_sums(self):
        self.assertEqual(progress_sums.added([(1, 2), (10, 20)]), (11, 22))
        self.assertEqual(progress_sums.summed([("a", 1), ("b", None), ("a", 2)]), {"a": 3, "b": 0})
