"""What the rules on a person's day say to one more stint of service."""

from datetime import date, datetime
from typing import NamedTuple

from .hours import DAY_SECOND_PERSON, DAY_WARNING, SESSIONS_A_DAY


class Stint(NamedTuple):
    """Minutes on a day; a partner may not have handed on from when to when.

    ``service`` is false for training, which takes time and adds to no day.
    """

    date: date
    minutes: int
    start: datetime | None = None
    stop: datetime | None = None
    service: bool = True


def overlaps(one, other):
    """Nobody is at two places at a time; unknown times overlap nothing."""
    if None in (one.start, one.stop, other.start, other.stop):
        return False
    return one.start < other.stop and one.stop > other.start


def verdict(new, others):
    """Return what the first rule that applies says to ``new`` beside the same person's ``others``.

    "overlap" and "sessions" (more than 3 a day) refuse it; "long" (over 12 hours that day) needs
    a second person, "warning" (over 8 hours) a look at the times; "" says nothing.
    """
    if any(overlaps(new, other) for other in others):
        return "overlap"
    if not new.service:
        return ""
    day = [other for other in others if other.service and other.date == new.date]
    if len(day) >= SESSIONS_A_DAY:
        return "sessions"
    minutes = new.minutes + sum(other.minutes for other in day)
    if minutes > DAY_SECOND_PERSON:
        return "long"
    return "warning" if minutes > DAY_WARNING else ""
