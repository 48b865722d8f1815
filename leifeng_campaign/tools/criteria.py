"""The score sheet that the criteria of a plan make: a line each, points or none in its words."""

import re
from decimal import Decimal

FULL = 100
# The default sheet of the models, for a plan with four criteria and no points (practice).
FOUR = (30, 20, 25, 25)
FROM_RECORDS = 15  # of the points for volunteer service; the rest is judged
POINTS = re.compile(
    r"[\s,，:：]*[（(]?\s*(\d{1,3}(?:\.\d)?)\s*(?:分|points)\s*[）)]?[\s。.;；]*$", re.I
)
END = "。.;；,， "
SERVICE = re.compile(r"志愿服务|志願服務|volunteer", re.I)


def sheet(lines, computed=False):
    """Return [(name, points as Decimal, whether computed from hours)] of the plan's ``lines``.

    Points stand in all lines ("… 30分") or are dealt out: 30, 20, 25, 25 for four lines, else as
    evenly as tenths allow, 100 together. ``computed``: the points of four lines' volunteer service
    are divided into those from records and those that judges give.
    """
    found = [_read(line) for line in lines if line.strip()]
    if found and all(points is not None for _name, points in found):
        return [(name, points, False) for name, points in found]
    names = [name for name, _points in found]
    rows = list(zip(names, _dealt(len(names)), strict=True))
    if len(rows) != len(FOUR) or not computed:
        return [(name, points, False) for name, points in rows]
    return [part for name, points in rows for part in _divided(name, points)]


def _read(line):
    """Return the text and its points, None for none."""
    match = POINTS.search(line)
    if not match:
        return line.strip().rstrip(END), None
    return line[: match.start()].strip().rstrip(END), Decimal(match[1])


def _dealt(count):
    if count == len(FOUR):
        return [Decimal(points) for points in FOUR]
    if not count:
        return []
    tenths, rest = divmod(FULL * 10, count)
    return [Decimal(tenths + (index < rest)) / 10 for index in range(count)]


def _divided(name, points):
    if not SERVICE.search(name):
        return [(name, points, False)]
    return [(name, Decimal(FROM_RECORDS), True), (name, points - FROM_RECORDS, False)]
