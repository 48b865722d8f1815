"""The order of the works and the tiers of an award. Equal works stay equal: what comes first
among them is never settled by id, order or time, but by a rule fixed before, or by the panel.
"""

from bisect import bisect_left
from decimal import ROUND_FLOOR
from itertools import accumulate


def ranking(scores, ties=()):
    """Return [(rank, [works])] from the highest of ``scores`` ({work: Decimal}) down.

    Equal scores go by each of ``ties`` in turn, {work: Decimal} with the higher first; a work
    that is missing there comes after all others. Works still equal share a rank: 1, 2, 2, 4.
    """
    equal = {}
    for work in scores:
        standing = tuple(_standing(values.get(work)) for values in (scores, *ties))
        equal.setdefault(standing, []).append(work)
    ranked, rank = [], 1
    for standing in sorted(equal, reverse=True):
        ranked.append((rank, equal[standing]))
        rank += len(equal[standing])
    return ranked


def _standing(value):
    return (value is not None, value or 0)


def tied_at(ranking, places):
    """Return the works that are equal across the last place, [] if the cut is clean."""
    for rank, works in ranking:
        if rank <= places < rank + len(works) - 1:
            return works
    return []


def places_of(quotas, count):
    """Return the places of each tier for ``count`` entries.

    ``quotas``: ("number", 3), or ("share", Decimal("0.03")) of the entries, cut down to whole
    places, so that a share of few entries may be none. ValueError for another kind.
    """
    return [_places(kind, amount, count) for kind, amount in quotas]


def _places(kind, amount, count):
    if kind == "number":
        return amount
    if kind == "share":
        return int((amount * count).to_integral_value(rounding=ROUND_FLOOR))
    raise ValueError(f"no such quota: {kind}")


def assign_tiers(ranking, places):
    """Return {work: index of its tier}, the first tier's ``places`` filled from the top.

    Works without a tier are absent; so are works that are equal across a cut (``cut_ties``),
    which keep their places: whoever comes after them moves neither up nor down.
    """
    return {
        work: first
        for first, last, works in _spans(ranking, places)
        if first == last < len(places)
        for work in works
    }


def cut_ties(ranking, places):
    """Return [[works]] that are equal across the end of a tier: the panel decides on these."""
    return [works for first, last, works in _spans(ranking, places) if first != last]


def _spans(ranking, places):
    """[(tier of the group's first, tier of its last, works)]; ``len(places)`` is below all."""
    ends = list(accumulate(places))
    return [
        (bisect_left(ends, rank), bisect_left(ends, rank + len(works) - 1), works)
        for rank, works in ranking
    ]
