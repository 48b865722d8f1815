"""Arithmetic of service time. Minutes are integers, hours are exact decimals."""

from decimal import ROUND_FLOOR, Decimal

DAY_WARNING = 8 * 60  # minutes a day from which the staff is warned
DAY_SECOND_PERSON = 12 * 60  # minutes a day from which a second person has to agree
SESSIONS_A_DAY = 3

# Minutes in one step of each rounding rule; always downwards, never up.
ROUNDING_STEPS = {"tenth": 6, "half": 30, "minute": 1}


def served_minutes(start, stop, break_minutes=0):
    """Return whole minutes between two datetimes less the break; never negative."""
    minutes = int((stop - start).total_seconds() // 60) - break_minutes
    return max(minutes, 0)


def round_down(minutes, rule):
    """Return ``minutes`` cut down to the rule's step; a reversal's negative minutes mirror it."""
    step = ROUNDING_STEPS[rule]
    return (abs(minutes) // step) * step * (1 if minutes >= 0 else -1)


def as_hours(minutes):
    """Return minutes as hours with two decimals at most, cut down: 125 → Decimal('2.08')."""
    sign = 1 if minutes >= 0 else -1
    hours = (Decimal(abs(minutes)) / 60).quantize(Decimal("0.01"), rounding=ROUND_FLOOR)
    return sign * hours


def hours_text(minutes):
    """Return hours as printed: 120 → '2', 126 → '2.1', 125 → '2.08'."""
    return f"{as_hours(minutes):f}".rstrip("0").rstrip(".") or "0"


def overlap_minutes(start, stop, spans):
    """Return how many minutes of [start, stop) lie in ``spans``, disjoint (start, stop) pairs."""
    shared = (min(stop, high) - max(start, low) for low, high in spans)
    return sum(max(int(part.total_seconds() // 60), 0) for part in shared)
