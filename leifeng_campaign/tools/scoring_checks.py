"""What a panel looks at after closing: sheets far from the others, and what judges' scales decide.

Both are questions to people. Nothing is replaced, nobody is corrected.
"""

from decimal import Decimal
from statistics import pstdev

from .placing import ranking
from .scoring import exact, mean, panel_scores, totals_by_work

OTHERS = 3  # other sheets that it takes to say that one lies far from them
# Points of a sheet of 100: others who agree more closely than this count as if they lay so far
# apart. With two deviations, five points from the others' mean are never far.
LEAST_SPREAD = Decimal("2.5")


def far_off(sheets, sigmas=2):
    """Return {judge: [works]} of the sheets far from the mean of the *other* sheets of the work.

    Far is more than ``sigmas`` of the others' standard deviations (at least ``LEAST_SPREAD``);
    with fewer than ``OTHERS`` other sheets nothing is far.
    """
    far = {}
    for work, given in totals_by_work(sheets).items():
        for judge in given:
            if _is_far(judge, given, exact(sigmas)):
                far.setdefault(judge, []).append(work)
    return far


def _is_far(judge, given, sigmas):
    others = [total for other, total in given.items() if other != judge]
    if len(others) < OTHERS:
        return False
    spread = max(pstdev(others), LEAST_SPREAD)
    return abs(given[judge] - mean(others)) > sigmas * spread


def sensitivity(sheets, places):
    """Return two sets of works that win ``places``: by the trimmed mean, and on one scale.

    On one scale every judge's totals have the same mean and spread before they are trimmed. Sets
    that differ say that the judges' scales decide. Works equal at the last place are all in.
    """
    sheets = list(sheets)
    return _winners(sheets, places), _winners(one_scale(sheets), places)


def one_scale(sheets):
    """Return the sheets with every judge's totals moved and stretched to those of the panel.

    A judge who gives all the same has no opinion on the order: the panel's mean everywhere.
    """
    scales = _scales(sheets)
    middle, spread = _scale([total for _judge, _work, total in sheets])
    scaled = []
    for judge, work, total in sheets:
        own_middle, own_spread = scales[judge]
        distance = (total - own_middle) / own_spread if own_spread else 0
        scaled.append((judge, work, middle + distance * spread))
    return scaled


def _scales(sheets):
    totals = {}
    for judge, _work, total in sheets:
        totals.setdefault(judge, []).append(total)
    return {judge: _scale(given) for judge, given in totals.items()}


def _scale(totals):
    return (mean(totals), pstdev(totals)) if totals else (Decimal(0), Decimal(0))


def _winners(sheets, places):
    scores = {work: score.score for work, score in panel_scores(sheets).items()}
    return {work for rank, works in ranking(scores) if rank <= places for work in works}
