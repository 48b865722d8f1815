from datetime import date, timedelta

from odoo.tests import TransactionCase

from ..demo.clock import Days
from ..tools.workdays import Calendar


class TestDemoDays(TransactionCase):
    def test_days_around_every_weekday(self):
        for offset in range(7):
            days = Days(Calendar(), date(2026, 5, 11) + timedelta(days=offset))
            with self.subTest(today=days.today):
                self.assertEqual(
                    days.saturday(1) - days.saturday(-1), timedelta(weeks=1 + (offset == 5))
                )
                self.assertLess(days.saturday(-1), days.today)
                self.assertGreater(days.friday(1), days.today)
                self.assertEqual(days.friday(2).weekday(), 4)

    def test_workdays_on_a_saturday(self):
        days = Days(Calendar(), date(2026, 5, 16))

        self.assertEqual(days.workday(0), date(2026, 5, 18))
        self.assertEqual(days.workday(-1), date(2026, 5, 15))
        self.assertEqual(days.workday(1), date(2026, 5, 19))
