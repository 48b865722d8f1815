"""The same plan a year later: on the same weekdays, as near to 5 March as before."""

import re
from datetime import date, timedelta

# 52 or 53 weeks: weekdays stay, and a plan that slips a day or two each year is brought back.
SHIFTS = (364, 371)
MARCH, FIFTH = 3, 5
_NUMERALS = str.maketrans("0123456789", "〇一二三四五六七八九")


def days_between(dates, year):
    """Return 364 or 371: by how many days a plan with ``dates`` moves from ``year`` to the next.

    Of both, the one that brings the plan's day nearest to 5 March of ``year`` nearest to 5 March of
    the year after. A plan without dates moves by 364.
    """
    if not dates:
        return SHIFTS[0]
    before, after = date(year, MARCH, FIFTH), date(year + 1, MARCH, FIFTH)
    nearest = min(sorted(dates), key=lambda day: abs(day - before))
    return min(SHIFTS, key=lambda days: abs(nearest + timedelta(days=days) - after))


def moved(day, days):
    """Return ``day`` (a date, None for none) ``days`` later."""
    return day and day + timedelta(days=days)


def next_name(name, year):
    """Return ``name`` with the year after ``year`` in place of it: 2026年… → 2027年…, 二〇二六 →
    二〇二七; a name without the year stays."""
    old, new = str(year), str(year + 1)
    renamed = re.sub(rf"(?<!\d){old}(?!\d)", new, name)
    for zero in "〇○零":
        written = [text.translate(_NUMERALS).replace("〇", zero) for text in (old, new)]
        renamed = renamed.replace(*written)
    return renamed
