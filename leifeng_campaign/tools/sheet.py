"""A row of the sign-in sheet as a phone sends it: text in, plain values out."""

import re
from datetime import datetime, time, timedelta
from math import isfinite

HALF_DAY = timedelta(hours=12)  # times on the sheet lie no farther from the session's
MAX_BREAK = 24 * 60
MAX_NUMBER = 10_000_000
CLOCK = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)(?::[0-5]\d)?")


def clean(value, length):
    """Return ``value`` as one line of text of at most ``length``; "" for what isn't text."""
    return " ".join(value.replace("\0", "").split())[:length] if isinstance(value, str) else ""


def clock(value):
    """Return a time of day as "07:30", "" for nothing, None for anything else.

    Seconds, which some browsers send, are dropped.
    """
    if value in (None, False) or (isinstance(value, str) and not value.strip()):
        return ""
    found = CLOCK.fullmatch(value.strip()) if isinstance(value, str) else None
    return f"{int(found[1]):02d}:{found[2]}" if found else None


def nearest(text, moment):
    """Return the datetime with the clock ``text`` that lies nearest to ``moment``, None if that
    is half a day away: then nobody can tell which day is meant."""
    hour, minute = map(int, text.split(":"))
    days = (moment.date() + timedelta(days=shift) for shift in (-1, 0, 1))
    times = [datetime.combine(day, time(hour, minute), moment.tzinfo) for day in days]
    best = min(times, key=lambda each: abs(each - moment))
    return best if abs(best - moment) < HALF_DAY else None


def whole_number(value, limit=MAX_NUMBER):
    """Return a whole number from 0 to ``limit``; 0 for nothing, None for anything else."""
    if isinstance(value, str):
        value = value.strip() or 0
    number = _number(0 if value in (None, False) else value)
    return int(number) if number is not None and number == int(number) <= limit else None


def decimal_number(value, limit=MAX_NUMBER):
    """Return a number from 0 to ``limit`` with two decimals; 0 for nothing, None for the rest."""
    if isinstance(value, str):
        value = value.strip() or 0
    number = _number(0 if value in (None, False) else value)
    return round(number, 2) if number is not None and number <= limit else None


def _number(value):
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if isfinite(number) and number >= 0 else None


def content(attendance, came="", left="", break_minutes=0):
    """Return what a row says as one text, by which two versions of it are compared.

    Times count for whoever was there alone; "" stands for the session's own.
    """
    if attendance != "present":
        return f"{attendance}|||0"
    return f"{attendance}|{came}|{left}|{break_minutes}"


def verdict(wanted, seen, current):
    """Say what becomes of a change from ``seen`` to ``wanted`` where ``current`` stands now:
    "same" (nothing to write), "write", or "conflict" (somebody else wrote meanwhile)."""
    if wanted in (current, seen):
        return "same"
    return "write" if seen == current else "conflict"
