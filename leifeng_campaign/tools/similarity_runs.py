"""The passages that two texts have in common, character by character."""

from collections import defaultdict

from .similarity_words import GRAM

SHORTEST_PASSAGE = 13  # characters; essays on one theme share shorter ones by chance
MOST_PASSAGES = 20
MOST_PLACES = 64  # of one gram; only a text that repeats itself again and again has more


def common_runs(one, other):
    """Return [(start in one, start in other, length)]: all runs of at least 4 characters that
    stand in both texts and end where the texts part."""
    places = _places(other)
    runs, going = [], {}  # going: {how much later it stands in other: start in one}
    for start in range(len(one) - GRAM + 2):  # the last piece is too short and ends every run
        here = {place - start for place in places.get(one[start : start + GRAM], ())}
        stop = start + GRAM - 1
        runs += [
            (begun, begun + shift, stop - begun)
            for shift, begun in going.items()
            if shift not in here
        ]
        going = {shift: going.get(shift, start) for shift in here}
    return runs


def longest(runs):
    """Return the length of the longest of ``runs``, 0 without any."""
    return max((length for _one, _other, length in runs), default=0)


def passages(runs):
    """Return what the longest of ``runs`` cover, [(start in one, start in other, length)] in the
    order of one; where two would share characters in either text, the longer has them."""
    chosen, taken_one, taken_other = [], set(), set()
    for run in sorted(runs, key=lambda run: (-run[2], run)):
        for one, other, length in _free(run, taken_one, taken_other):
            chosen.append((one, other, length))
            taken_one.update(range(one, one + length))
            taken_other.update(range(other, other + length))
    return sorted(chosen[:MOST_PASSAGES])


def _places(text):
    places = defaultdict(list)
    for start in range(len(text) - GRAM + 1):
        where = places[text[start : start + GRAM]]
        if len(where) < MOST_PLACES:
            where.append(start)
    return places


def _free(run, taken_one, taken_other):
    """Return the parts of a run that no passage has taken, if they are long enough."""
    one, other, length = run
    parts, begun = [], 0
    for step in range(length + 1):
        if step == length or one + step in taken_one or other + step in taken_other:
            if step - begun >= SHORTEST_PASSAGE:
                parts.append((one + begun, other + begun, step - begun))
            begun = step + 1
    return parts
