from datetime import date, timedelta
from unittest import TestCase

from hypothesis import given
from hypothesis import strategies as st

from ..tools import next_year, speech_time

NEAR = st.integers(-3, 3)
YEARS = st.integers(2000, 2090)
DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


class TestDaysBetween(TestCase):
    @given(st.lists(DAYS, max_size=6), YEARS)
    def test_weekdays_stay(self, dates, year):
        days = next_year.days_between(dates, year)

        self.assertIn(days, next_year.SHIFTS)
        for day in dates:
            self.assertEqual(next_year.moved(day, days).weekday(), day.weekday())

    @given(NEAR, YEARS)
    def test_the_day_nearest_to_5_march_stays_nearest(self, offset, year):
        """No other day of the same weekday is nearer to 5 March of the next year."""
        day = date(year, 3, 5) + timedelta(days=offset)
        after = date(year + 1, 3, 5)

        moved = next_year.moved(day, next_year.days_between([day], year))

        self.assertLessEqual(abs(moved - after), timedelta(days=3))

    @given(NEAR, YEARS)
    def test_a_plan_does_not_slip_over_ten_years(self, offset, year):
        day = date(year, 3, 5) + timedelta(days=offset)
        for passed in range(10):
            day = next_year.moved(day, next_year.days_between([day], year + passed))

        self.assertLessEqual(abs(day - date(year + 10, 3, 5)), timedelta(days=3))

    @given(st.lists(DAYS, min_size=1, max_size=6), YEARS)
    def test_all_dates_keep_their_distances(self, dates, year):
        days = next_year.days_between(dates, year)
        moved = [next_year.moved(day, days) for day in dates]

        self.assertEqual([day - dates[0] for day in dates], [day - moved[0] for day in moved])
        self.assertEqual(days, next_year.days_between(dates[::-1], year))

    def test_examples(self):
        for day, days in (
            (date(2026, 3, 5), 364),  # a Thursday, to 4 March 2027
            (date(2026, 3, 2), 371),  # 1 March would be further away than 8 March
            (date(2026, 3, 3), 364),
            (date(2027, 3, 3), 371),  # a leap day lies between: 1 or 8 March 2028
        ):
            with self.subTest(day=day):
                self.assertEqual(next_year.days_between([day], day.year), days)

    def test_without_dates_a_plan_moves_by_52_weeks(self):
        self.assertEqual(next_year.days_between([], 2026), 364)
        self.assertIsNone(next_year.moved(None, 364))


class TestNextName(TestCase):
    def test_the_year_in_a_name_becomes_the_next(self):
        for name, renamed in (
            ("2026年学雷锋活动", "2027年学雷锋活动"),
            ("学雷锋活动（2026）", "学雷锋活动（2027）"),
            ("二〇二六年学雷锋活动", "二〇二七年学雷锋活动"),
            ("二○二六年学雷锋活动", "二○二七年学雷锋活动"),
            ("学雷锋活动", "学雷锋活动"),
            ("编号120261", "编号120261"),
        ):
            with self.subTest(name=name):
                self.assertEqual(next_year.next_name(name, 2026), renamed)


class TestSpeechTime(TestCase):
    def test_begun_minutes_count(self):
        for characters, minutes in ((0, 0), (1, 1), (200, 1), (201, 2), (1000, 5)):
            self.assertEqual(speech_time.minutes(characters), minutes)
