"""Workdays of a Chinese agency: its own list, then the State Council's, then Monday–Friday."""

from collections import Counter
from datetime import date, timedelta

import chinese_calendar

ONE_DAY = timedelta(days=1)
# A year counts as entered when the agency listed at least its seven statutory holidays.
ENTERED_YEAR = 7


class Calendar:
    """Tell workdays from days off.

    ``own``: {date: True for a workday, False for a day off}, the agency's own list.
    """

    def __init__(self, own=None):
        self.own = dict(own or {})
        days_off = Counter(day.year for day, works in self.own.items() if not works)
        self._own_years = {year for year, count in days_off.items() if count >= ENTERED_YEAR}

    def known(self, day):
        """Whether the year's holidays are known; else a plain Monday–Friday is assumed."""
        return day.year in self._own_years or _state_council(day) is not None

    def unknown_years(self, first, last):
        """Return the years from ``first`` to ``last`` (dates) whose holidays aren't known."""
        years = range(first.year, last.year + 1)
        return [year for year in years if not self.known(date(year, 1, 1))]

    def is_workday(self, day):
        if day in self.own:
            return self.own[day]
        official = _state_council(day)
        return day.weekday() < 5 if official is None else official

    def add(self, day, count):
        """Return the ``count``-th workday after ``day`` (before it, if negative).

        0 gives ``day`` itself when it is a workday, else the next one.
        """
        step = -ONE_DAY if count < 0 else ONE_DAY
        if count == 0:
            while not self.is_workday(day):
                day += step
        for _index in range(abs(count)):
            day += step
            while not self.is_workday(day):
                day += step
        return day

    def between(self, first, last):
        """Return the workdays from ``first`` to ``last``, both included, as a list of dates."""
        days = (first + index * ONE_DAY for index in range((last - first).days + 1))
        return [day for day in days if self.is_workday(day)]


def _state_council(day):
    """Return True, False, or None for a year that the State Council's list doesn't cover."""
    try:
        return chinese_calendar.is_workday(day)
    except NotImplementedError:
        return None
