from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools.notice_dates import is_over, last_day
from ..tools.workdays import Calendar

DAYS = st.dates(date(2025, 1, 1), date(2026, 11, 30))
# From the State Council's list: off from 15 to 23 February, worked on Saturday the 14th.
BEFORE_SPRING_FESTIVAL = date(2026, 2, 11)


class TestLastDay(BaseCase):
    def _ends(self, first, workdays=5, own=None):
        """Return the last day counting the first one, and not counting it."""
        calendar = Calendar(own)
        return tuple(last_day(calendar, first, workdays, counts) for counts in (True, False))

    def test_over_the_first_of_may(self):
        """1 to 5 May are off, Saturday the 9th is worked."""
        ends = self._ends(date(2026, 4, 30))

        self.assertEqual(ends, (date(2026, 5, 9), date(2026, 5, 11)))

    def test_over_spring_festival(self):
        ends = self._ends(BEFORE_SPRING_FESTIVAL)

        self.assertEqual(ends, (date(2026, 2, 24), date(2026, 2, 25)))

    def test_in_an_ordinary_week(self):
        self.assertEqual(self._ends(date(2026, 3, 2)), (date(2026, 3, 6), date(2026, 3, 9)))

    def test_a_day_off_never_counts(self):
        sunday = date(2026, 3, 1)

        self.assertEqual(self._ends(sunday), (date(2026, 3, 6), date(2026, 3, 6)))

    def test_the_agency_s_own_days_off(self):
        ends = self._ends(date(2026, 3, 2), own={date(2026, 3, 4): False})

        self.assertEqual(ends, (date(2026, 3, 9), date(2026, 3, 10)))

    def test_one_workday(self):
        day = date(2026, 3, 6)

        self.assertEqual(self._ends(day, 1), (day, date(2026, 3, 9)))

    def test_no_workday_is_no_period(self):
        for workdays in (0, -1):
            with self.assertRaises(ValueError):
                last_day(Calendar(), date(2026, 3, 2), workdays, True)

    @given(DAYS, st.integers(1, 20), st.booleans())
    def test_the_period_has_as_many_workdays_as_it_should(self, first, workdays, first_counts):
        calendar = Calendar()

        last = last_day(calendar, first, workdays, first_counts)

        begin = first if first_counts else first + timedelta(days=1)
        self.assertEqual(len(calendar.between(begin, last)), workdays)
        self.assertTrue(calendar.is_workday(last))


class TestIsOver(BaseCase):
    def test_the_last_day_belongs_to_the_period(self):
        last = date(2026, 5, 9)

        self.assertFalse(is_over(last - timedelta(days=1), last))
        self.assertFalse(is_over(last, last))
        self.assertTrue(is_over(last + timedelta(days=1), last))
