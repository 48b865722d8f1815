"""How many pieces a text shares with each of many others."""

import struct
from collections import Counter, defaultdict
from itertools import chain

FEW = 64  # texts
_BITS = 32  # of a count in a row of counts


class Counts:
    """Texts as sets of pieces, known by the numbers 0, 1, 2 … in which they were added.

    Most pieces are in one text alone. For others there is a list of the further texts. Where all
    write on one theme some lists would be long and the counting slow; nor may these pieces be left
    out, or a text that many copied would be lost. They have a row of counts instead, one for each
    text, which is one long integer: to add two of them adds for all texts at once.
    """

    def __init__(self):
        self._number = 0
        self._first = {}  # {piece: number of the first text that has it}
        self._further = defaultdict(list)  # {piece: [numbers of others]}
        self._many = {}  # {piece: row with 1 for each of the others}

    def shared(self, pieces):
        """Return a Counter {number of a text: how many of ``pieces`` it has}."""
        known = pieces & self._first.keys()
        firsts = map(self._first.__getitem__, known)
        lists = map(self._further.__getitem__, known & self._further.keys())
        rows = map(self._many.__getitem__, known & self._many.keys())
        counts = Counter(chain(firsts, chain.from_iterable(lists)))
        for number, count in enumerate(self._counts(sum(rows))):
            if count:
                counts[number] += count
        return counts

    def add(self, pieces):
        known = pieces & self._first.keys()
        self._first.update(dict.fromkeys(pieces - known, self._number))
        for piece in known - self._many.keys():
            self._further[piece].append(self._number)
            if len(self._further[piece]) > FEW:
                self._many[piece] = sum(map(_one, self._further.pop(piece)))
        for piece in known & self._many.keys():
            self._many[piece] |= _one(self._number)
        self._number += 1

    def _counts(self, row):
        return struct.unpack(f"<{self._number}I", row.to_bytes(self._number * _BITS // 8, "little"))


def _one(number):
    return 1 << number * _BITS
