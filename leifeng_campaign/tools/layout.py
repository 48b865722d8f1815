"""Laying out shifts: which days, and which moments on them."""

from datetime import UTC, datetime, time, timedelta

WHICH_DAYS = ("workdays", "weekends", "weekdays")


def days(first, last, which, calendar, weekdays=()):
    """Return the dates from ``first`` to ``last``, both included, on which shifts are laid out.

    ``which``: "workdays" of ``calendar`` (a ``workdays.Calendar``), "weekends" (Saturdays and
    Sundays that aren't worked), or "weekdays", those whose number (Monday is 0) is in ``weekdays``.
    """
    if not first or not last or last < first:
        return []
    test = {
        "workdays": calendar.is_workday,
        "weekends": lambda day: day.weekday() >= 5 and not calendar.is_workday(day),
        "weekdays": lambda day: day.weekday() in weekdays,
    }[which]
    every = (first + timedelta(days=index) for index in range((last - first).days + 1))
    return [day for day in every if test(day)]


def moment(day, hour, zone):
    """Return the naive UTC datetime of ``hour`` (7.5 is half past seven) on ``day`` in ``zone``.

    The clock on the wall counts: on the day on which clocks change the shift begins as announced.
    """
    wall = datetime.combine(day, time.min) + timedelta(minutes=round(hour * 60))
    return wall.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None)


def local_day(moment, zone):
    """Return the date in ``zone`` of a naive UTC datetime."""
    return moment.replace(tzinfo=UTC).astimezone(zone).date()


def shifted(moment, days, zone):
    """Return the naive UTC datetime ``days`` later at the same time on the clock in ``zone``."""
    local = moment.replace(tzinfo=UTC).astimezone(zone)
    wall = local.replace(tzinfo=None) + timedelta(days=days)
    return wall.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None)


def slots(dates, bands, zone):
    """Return (start, stop) in UTC for each band (from hour, to hour) on each of ``dates``."""
    return [
        (moment(day, low, zone), moment(day, high, zone)) for day in dates for low, high in bands
    ]


def clock(hour):
    """Return the time of day of ``hour`` (7.5 is half past seven): '07:30'."""
    return "{:02d}:{:02d}".format(*divmod(round(hour * 60), 60))
