"""The score of a work from its judges' sheets. Points are exact decimals, halves go up.

``sheets`` are (judge, work, total) of the valid sheets alone, of each the version that counts:
whoever abstained or was recused is absent, never 0.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import pstdev

CENT = Decimal("0.01")
MIN_DROP = 5  # sheets of a work from which its extremes may be dropped (practice)


@dataclass(frozen=True)
class Score:
    """What the sheets of one work come to; every figure but the count has two decimals.

    ``raw`` is the plain mean, ``score`` what orders, ``spread`` the population standard deviation
    of the totals; ``method``, how ``score`` came about, is trimmed, mean or adjusted.
    """

    count: int
    raw: Decimal
    score: Decimal
    spread: Decimal
    method: str


def round2(value):
    """Return the Decimal with two decimals, a half away from 0: 86.125 → 86.13."""
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


def exact(number):
    """Return a float, str, int or Decimal as the Decimal that it is written as: 0.1 → 0.1.

    A column of few decimals gives floats whose shortest text is what the column holds.
    """
    return Decimal(str(number))


def totals_by_work(sheets):
    """Return {work: {judge: total}}; ValueError for two sheets of one judge on one work."""
    totals = {}
    for judge, work, total in sheets:
        given = totals.setdefault(work, {})
        if judge in given:
            raise ValueError(f"two sheets of judge {judge} on work {work}")
        given[judge] = total
    return totals


def mean(totals):
    """Return the mean of Decimals, not rounded."""
    return sum(totals) / len(totals)


def summed_up(totals, score, method):
    """Return the Score of a work with these totals that ``method`` gave this ``score``."""
    return Score(len(totals), round2(mean(totals)), round2(score), round2(pstdev(totals)), method)


def panel_scores(sheets, drop_extremes=True, min_drop=MIN_DROP):
    """Return {work: Score} where every judge reads every work.

    From ``min_drop`` sheets of a work on, one highest and one lowest are dropped (practice:
    去掉一个最高分、一个最低分), else the score is the plain mean. ValueError for a ``min_drop``
    below 3.
    """
    if min_drop < 3:
        raise ValueError("after dropping two sheets one must be left")
    least = min_drop if drop_extremes else float("inf")
    by_work = totals_by_work(sheets)
    return {work: _panel_score(sorted(given.values()), least) for work, given in by_work.items()}


def _panel_score(totals, least):
    """``totals``: sorted; trimmed from ``least`` of them on."""
    if len(totals) < least:
        return summed_up(totals, mean(totals), "mean")
    return summed_up(totals, mean(totals[1:-1]), "trimmed")


def computed_points(value, target, weight):
    """Return the points of a figure from records, the same on every sheet, with two decimals.

    ``weight`` are the points at ``target`` and above; none below 0 or without a target.
    """
    value, target, weight = exact(value), exact(target), exact(weight)
    if target <= 0:
        return round2(Decimal(0))
    return round2(weight * min(max(value, Decimal(0)), target) / target)
