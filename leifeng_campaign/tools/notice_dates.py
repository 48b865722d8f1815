"""The days of a public notice (公示期).

It lasts five workdays at least (practice 20). Whether the day of publishing is one of them differs
from place to place and is the agency's to say; a day off never is.
"""


def last_day(calendar, first, workdays, first_counts):
    """Return the date with whose end a notice published on ``first`` is over.

    ``calendar``: a ``workdays.Calendar``; ``workdays``: how many; ``first_counts``: whether the day
    of publishing is one of them.

    :raise ValueError: fewer than one workday
    """
    if workdays < 1:
        raise ValueError(f"no period: {workdays}")
    counted = first_counts and calendar.is_workday(first)
    return calendar.add(first, workdays - 1 if counted else workdays)


def is_over(today, last):
    """Whether the last day has passed; on it objections are still taken."""
    return today > last
