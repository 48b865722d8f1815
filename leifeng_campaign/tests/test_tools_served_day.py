from datetime import date, datetime, timedelta

from odoo.tests import BaseCase

from ..tools.served_day import Stint, verdict

DAY = date(2026, 3, 5)
NINE = datetime(2026, 3, 5, 9)


def stint(hour=0, minutes=60, **vals):
    start = NINE + timedelta(hours=hour)
    return Stint(DAY, minutes, start, start + timedelta(minutes=minutes))._replace(**vals)


class TestServedDay(BaseCase):
    def test_practice_05_one_place_at_a_time(self):
        self.assertEqual(verdict(stint(), [stint(minutes=61, hour=-1)]), "overlap")
        self.assertEqual(verdict(stint(), [stint(hour=1), stint(hour=-1)]), "", "touching is fine")
        self.assertEqual(verdict(stint(), [stint(service=False)]), "overlap")
        self.assertEqual(verdict(stint(start=None, stop=None), [stint()]), "")

    def test_practice_05_three_sessions_a_day(self):
        others = [stint(hour) for hour in (2, 4, 6)]

        self.assertEqual(verdict(stint(), others), "sessions")
        self.assertEqual(verdict(stint(), others[:2]), "")
        self.assertEqual(verdict(stint(date=DAY + timedelta(days=1)), others), "")
        self.assertEqual(verdict(stint(service=False), others), "")

    def test_practice_05_eight_and_twelve_hours(self):
        for minutes, expected in ((480, ""), (481, "warning"), (720, "warning"), (721, "long")):
            with self.subTest(minutes=minutes):
                self.assertEqual(verdict(stint(minutes=minutes), []), expected)
                day = [stint(hour=-20, minutes=60)]
                self.assertEqual(verdict(stint(minutes=minutes - 60), day), expected)
        trained = [stint(hour=-20, minutes=600, service=False)]
        self.assertEqual(verdict(stint(minutes=300), trained), "")
