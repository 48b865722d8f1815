"""Scores of works of which each judge read a share: strict and lenient judges are evened out.

The model is total = work + judge's effect, by least squares. Judges who are linked by works that
they both read, also over other judges, are one group; between groups nothing can be compared. In
each group the effects are centered: over all its sheets they sum to 0, so that the mean of its
totals stays. Nothing is rounded before the end: equal works stay equal.
"""

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from math import lcm

from .scoring import summed_up, totals_by_work


def adjusted_scores(sheets):
    """Return {work: Score}; a score isn't cut at 0 or at the full points.

    Where there is nothing to compare, the score is the plain mean and ``method`` says so: in a
    group of one judge, or of one work.
    """
    by_work = totals_by_work(sheets)
    scores = {}
    for _judges, works in _groups(by_work):
        scores.update(_group_scores({work: by_work[work] for work in works}))
    return {work: scores[work] for work in by_work}


def judge_groups(sheets):
    """Return [(set of judges, [works])]: more than one says that works aren't all comparable."""
    return _groups(totals_by_work(sheets))


def _groups(by_work):
    groups = []
    for work, totals in by_work.items():
        linked = [group for group in groups if not group[0].isdisjoint(totals)]
        apart = [group for group in groups if group[0].isdisjoint(totals)]
        judges = set(totals).union(*(judges for judges, _works in linked))
        groups = [*apart, (judges, [*(w for _judges, works in linked for w in works), work])]
    return groups


def _group_scores(by_work):
    """The scores of one group."""
    effects = _effects(list(by_work.values()))
    method = "adjusted" if len(effects) > 1 and len(by_work) > 1 else "mean"
    scores = {}
    for work, given in by_work.items():
        score = sum(Fraction(total) - effects[judge] for judge, total in given.items())
        scores[work] = summed_up(list(given.values()), _decimal(score / len(given)), method)
    return scores


def _decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def _effects(works):
    """{judge: effect} of one group; ``works``: [{judge: total}]."""
    counts = Counter(judge for totals in works for judge in totals)
    # the works' scores are eliminated; one effect is free, 0 until all are centered
    first, *others = counts
    left, right = _normal_equations(works)
    rows = [[left[a, b] for b in others] + [right[a]] for a in others]
    effects = {first: Fraction(0), **dict(zip(others, _solved(rows), strict=True))}
    middle = sum(effects[judge] * count for judge, count in counts.items()) / counts.total()
    return {judge: effect - middle for judge, effect in effects.items()}


def _normal_equations(works):
    """The equations of the judges' effects: {(judge, judge): factor} and {judge: right side}."""
    scale = lcm(*map(len, works))  # whole factors: quick to sum up
    left, right = Counter(), Counter()
    for given in works:
        share, total = scale // len(given), sum(given.values())
        for judge, points in given.items():
            left[judge, judge] += scale
            left.subtract({(judge, other): share for other in given})
            right[judge] += scale * Fraction(points) - share * Fraction(total)
    return left, right


def _solved(rows):
    """Solve by elimination; ``rows``: n rows of n factors and a right side.

    Within a group the matrix is positive definite: no pivot is 0.
    """
    rows = [[Fraction(number) for number in row] for row in rows]
    for at, row in enumerate(rows):
        for below in rows[at + 1 :]:
            factor = below[at] / row[at]
            below[at:] = [x - factor * y for x, y in zip(below[at:], row[at:], strict=True)]
    return _substituted(rows)


def _substituted(rows):
    """The solution of a triangle of equations, from its last row up."""
    solution = []
    for row in reversed(rows):
        *factors, side = row[len(rows) - len(solution) - 1 :]
        known = sum(factor * x for factor, x in zip(factors[1:], solution, strict=True))
        solution.insert(0, (side - known) / factors[0])
    return solution
