from datetime import date, datetime
from zoneinfo import ZoneInfo

from odoo.tests import BaseCase

from ..tools import layout
from ..tools.workdays import Calendar

BEIJING, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
MONDAY, SUNDAY = date(2026, 3, 2), date(2026, 3, 8)


class TestLayout(BaseCase):
    def _days(self, which, calendar=None, weekdays=()):
        found = layout.days(MONDAY, SUNDAY, which, calendar or Calendar(), weekdays)
        return [day.day for day in found]

    def test_workdays_are_the_calendar_s(self):
        own = Calendar({date(2026, 3, 4): False, date(2026, 3, 7): True})

        self.assertEqual(self._days("workdays"), [2, 3, 4, 5, 6])
        self.assertEqual(self._days("workdays", own), [2, 3, 5, 6, 7])

    def test_weekends_leave_out_a_worked_saturday(self):
        self.assertEqual(self._days("weekends"), [7, 8])
        self.assertEqual(self._days("weekends", Calendar({date(2026, 3, 7): True})), [8])

    def test_certain_weekdays(self):
        self.assertEqual(self._days("weekdays", weekdays=[1, 4]), [3, 6])
        self.assertEqual(self._days("weekdays"), [])

    def test_no_days_when_the_last_comes_before_the_first(self):
        self.assertEqual(layout.days(SUNDAY, MONDAY, "workdays", Calendar()), [])
        self.assertEqual(layout.days(None, MONDAY, "workdays", Calendar()), [])

    def test_hours_are_the_agency_s(self):
        self.assertEqual(layout.moment(MONDAY, 7.5, BEIJING), datetime(2026, 3, 1, 23, 30))
        self.assertEqual(layout.moment(MONDAY, 17 + 20 / 60, BEIJING), datetime(2026, 3, 2, 9, 20))
        self.assertEqual(layout.moment(MONDAY, 24, BEIJING), datetime(2026, 3, 2, 16, 0))

    def test_the_wall_clock_counts_when_clocks_change(self):
        before, after = date(2026, 3, 28), date(2026, 3, 29)

        self.assertEqual(layout.moment(before, 9, BERLIN), datetime(2026, 3, 28, 8, 0))
        self.assertEqual(layout.moment(after, 9, BERLIN), datetime(2026, 3, 29, 7, 0))

    def test_slots_are_days_times_bands(self):
        slots = layout.slots([MONDAY, SUNDAY], [(9, 10), (14, 15.5)], BEIJING)

        self.assertEqual(len(slots), 4)
        self.assertEqual(slots[1], (datetime(2026, 3, 2, 6, 0), datetime(2026, 3, 2, 7, 30)))
