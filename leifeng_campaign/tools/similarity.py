"""Essays that have more in common than chance: for a person to look at, never a verdict.

Two figures (awards.md, "Near-duplicates in Chinese"): the containment of 4-grams of characters
finds a text whose sentences were shuffled or in which every seventh character was changed, the
longest common run finds a passage that was taken over into another text. Nothing is cut into
words, as every program that does so cuts differently.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .similarity_index import Index
from .similarity_runs import common_runs, longest, passages
from .similarity_words import normal, own_words, quotation_pieces

__all__ = ["Match", "find", "normal"]


@dataclass(frozen=True)
class Match:
    """What ``one`` and ``other`` (keys of the texts) have in common.

    ``containment``: the different 4-grams that both have / those of the text that has fewer, 0 to
    1, so that a short text inside a long one counts in full, whichever of them is new. ``run``: the
    longest common run, in characters without spaces and marks. ``passages``: [(start in one, stop
    in one, start in other, stop in other)] in the texts as they were given: the longest common
    runs of 13 characters and more, 20 at most, in the order of ``one``.
    """

    one: object
    other: object
    containment: float
    run: int
    passages: list


def find(new, old=None, quotations=(), flag_containment=0.20, flag_run=40):
    """Return the ``Match``es that reach one of the thresholds, the closest first.

    Every pair of ``new`` is looked at (``one`` is the earlier), and every new text with every old
    one (``other`` is the old one). The thresholds come from a trial (awards.md): altered copies had
    a containment of .20 and more, essays on one theme .00 and a run of 3, with a saying in both
    .04 and 17.

    :param dict new: {key: text}
    :param dict old: {key: text} of other years, under keys that aren't in ``new``
    :param quotations: texts that are everybody's: sayings, the campaign's plan, the form that all
        fill in. What an essay takes from them counts in neither figure.
    """
    pieces = quotation_pieces(quotations)
    new_texts = [_Text(key, *own_words(text, pieces)) for key, text in new.items()]
    old_texts = (_Text(key, *own_words(text, pieces)) for key, text in (old or {}).items())
    index = Index(flag_containment, flag_run)
    matches = [_match(*pair) for pair in _close(index, new_texts, old_texts)]
    flagged = [
        match for match in matches if match.containment >= flag_containment or match.run >= flag_run
    ]
    return sorted(flagged, key=lambda match: (-match.containment, -match.run))


class _Text(NamedTuple):
    key: object
    words: str
    positions: Sequence


def _close(index, new, old):
    """Yield (one, other, containment) of the pairs that may reach a threshold."""
    for other in new:
        for number, containment in index.close(other.words).items():
            yield new[number], other, containment
        index.add(other.words)
    # Old texts are looked up and not added: memory doesn't grow with the years.
    for other in old:
        for number, containment in index.close(other.words).items():
            yield new[number], other, containment


def _match(one, other, containment):
    runs = common_runs(one.words, other.words)
    found = [
        (*_span(one.positions, start, length), *_span(other.positions, place, length))
        for start, place, length in passages(runs)
    ]
    return Match(one.key, other.key, containment, longest(runs), found)


def _span(positions, start, length):
    return positions[start], positions[start + length - 1] + 1
