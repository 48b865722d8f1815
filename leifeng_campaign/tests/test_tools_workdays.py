from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools.workdays import Calendar

# From the State Council's lists: Qingming 2026-04-06 off (Monday); 2026-02-14 worked (Saturday).
QINGMING, WORKED_SATURDAY = date(2026, 4, 6), date(2026, 2, 14)
UNKNOWN = date(2035, 10, 1)  # a Monday in a year of which no list exists yet
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


def entered(year, count):
    """Return the agency's own list of ``count`` days off in ``year``."""
    return {date(year, 10, 1) + timedelta(days=index): False for index in range(count)}


class TestCalendar(BaseCase):
    def test_the_state_council_s_days(self):
        calendar = Calendar()

        self.assertFalse(calendar.is_workday(QINGMING))
        self.assertTrue(calendar.is_workday(WORKED_SATURDAY))
        self.assertTrue(calendar.is_workday(QINGMING + timedelta(days=1)))

    def test_the_agency_s_own_list_comes_first(self):
        calendar = Calendar({QINGMING: True, WORKED_SATURDAY: False})

        self.assertTrue(calendar.is_workday(QINGMING))
        self.assertFalse(calendar.is_workday(WORKED_SATURDAY))

    def test_an_unknown_year_is_monday_to_friday_and_says_so(self):
        calendar = Calendar()

        self.assertFalse(calendar.known(UNKNOWN))
        self.assertTrue(calendar.is_workday(UNKNOWN))
        self.assertFalse(calendar.is_workday(UNKNOWN + timedelta(days=5)))

    def test_seven_days_off_make_a_year_known(self):
        self.assertFalse(Calendar(entered(2035, 6)).known(UNKNOWN))
        self.assertTrue(Calendar(entered(2035, 7)).known(UNKNOWN))

    def test_make_up_days_alone_don_t_make_a_year_known(self):
        worked = dict.fromkeys(entered(2035, 9), True)

        self.assertFalse(Calendar(worked).known(UNKNOWN))

    def test_unknown_years(self):
        calendar = Calendar(entered(2036, 7))

        years = calendar.unknown_years(date(2026, 12, 1), date(2037, 1, 1))

        self.assertNotIn(2026, years)
        self.assertNotIn(2036, years)
        self.assertEqual([year for year in years if year > 2033], [2034, 2035, 2037])
        self.assertEqual(calendar.unknown_years(date(2026, 1, 1), date(2026, 12, 31)), [])

    def test_adding_skips_days_off(self):
        calendar = Calendar()

        self.assertEqual(calendar.add(date(2026, 4, 3), 1), date(2026, 4, 7))
        self.assertEqual(calendar.add(date(2026, 4, 7), -1), date(2026, 4, 3))
        self.assertEqual(calendar.add(QINGMING, 0), date(2026, 4, 7))
        self.assertEqual(calendar.add(date(2026, 4, 7), 0), date(2026, 4, 7))

    @given(DAYS, st.integers(-30, 30).filter(bool))
    def test_adding_counts_the_workdays_on_the_way(self, day, count):
        calendar = Calendar()

        target = calendar.add(day, count)

        self.assertTrue(calendar.is_workday(target))
        first, last = sorted((day, target))
        passed = [found for found in calendar.between(first, last) if found != day]
        self.assertEqual(len(passed), abs(count))

    @given(DAYS, st.integers(0, 40))
    def test_between_is_what_is_workday_says(self, first, length):
        last = first + timedelta(days=length)
        days = [first + timedelta(days=index) for index in range(length + 1)]

        expected = [day for day in days if Calendar().is_workday(day)]

        self.assertEqual(Calendar().between(first, last), expected)

    def test_between_is_empty_when_turned_round(self):
        self.assertEqual(Calendar().between(date(2026, 3, 6), date(2026, 3, 2)), [])
