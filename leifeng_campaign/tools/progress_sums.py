"""Sums of the page *Progress*: plain numbers, no records."""

from datetime import timedelta

STEPS = {"day": timedelta(days=1), "week": timedelta(days=7)}


def summed(pairs):
    """Return {key: sum} of (key, number or None) pairs."""
    sums = {}
    for key, number in pairs:
        sums[key] = sums.get(key, 0) + (number or 0)
    return sums


def unbroken(span, sums):
    """Return [(day, people, times)] without gaps, from the first of ``sums`` to the last.

    ``span``: 'day' or 'week'; ``sums``: {first day of it: (people, times)}.
    """
    rows, day, last = [], min(sums, default=None), max(sums, default=None)
    while day and day <= last:
        rows.append((day, *sums.get(day, (0, 0))))
        day += STEPS[span]
    return rows


def added(rows):
    """Return (people, times) added up over ``rows`` of them; (0, 0) for no rows."""
    return tuple(map(sum, zip((0, 0), *rows, strict=True)))
