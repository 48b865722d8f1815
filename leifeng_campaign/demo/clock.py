"""Days around today, and a clock that can be set back: the demo's past is acted, not written."""

from contextlib import contextmanager
from datetime import datetime, time, timedelta
from unittest.mock import patch
from zoneinfo import ZoneInfo

from odoo import fields

BEIJING = "Asia/Shanghai"
FRIDAY, SATURDAY = 4, 5


class Days:
    """Days counted from ``today`` by a ``tools.workdays.Calendar``."""

    def __init__(self, calendar, today):
        self.calendar, self.today = calendar, today

    def workday(self, count):
        """Return the ``count``-th workday from today, or from the next workday if today is none."""
        return self.calendar.add(self.calendar.add(self.today, 0), count)

    def friday(self, count):
        return self._weekday(FRIDAY, count)

    def saturday(self, count):
        return self._weekday(SATURDAY, count)

    def _weekday(self, weekday, count):
        """Return the ``count``-th such weekday after today, or before it if negative."""
        if count > 0:
            first = self.today + timedelta(days=(weekday - self.today.weekday() - 1) % 7 + 1)
            return first + timedelta(weeks=count - 1)
        last = self.today - timedelta(days=(self.today.weekday() - weekday - 1) % 7 + 1)
        return last + timedelta(weeks=count + 1)

    def a_year_ago(self):
        """Return the same days 52 weeks ago."""
        return Days(self.calendar, self.today - timedelta(weeks=52))


def moment(day, clock):
    """Return the UTC datetime of a Beijing time such as '7:30' on ``day``."""
    hour, minute = map(int, clock.split(":"))
    local = datetime.combine(day, time(hour, minute), ZoneInfo(BEIJING))
    return local.astimezone(ZoneInfo("UTC")).replace(tzinfo=None)


@contextmanager
def at(now):
    """Let ``fields.Datetime.now()`` be ``now`` (UTC), and today the date it has in Beijing."""
    today = now.replace(tzinfo=ZoneInfo("UTC")).astimezone(ZoneInfo(BEIJING)).date()
    clock = patch.object(fields.Datetime, "now", staticmethod(lambda *_args: now))
    calendar = patch.object(fields.Date, "context_today", staticmethod(lambda *_args: today))
    with clock, calendar:
        yield
