"""Finds among many texts the few that are close to another, without comparing them in pairs."""

from collections import defaultdict

from .similarity_counts import Counts
from .similarity_words import GRAM, windows

# In a text of a few lines a fifth is soon in common: less than about a sentence says nothing.
LEAST_SHARED = 20  # grams


class Index:
    """Texts in own words, known by the numbers 0, 1, 2 … in which they were added."""

    def __init__(self, containment, run):
        """``containment``, or ``run`` characters in a row, make a text close to another."""
        self._containment = containment
        # Wherever a run that is long enough begins, it holds the whole of an anchor.
        self._anchor = max(1, run * 3 // 4)
        self._step = run - self._anchor + 1
        self._sizes = []
        self._grams = Counts()
        self._anchors = defaultdict(set)

    def add(self, words):
        grams = windows(words, GRAM)
        for start in range(0, len(words) - self._anchor + 1, self._step):
            self._anchors[words[start : start + self._anchor]].add(len(self._sizes))
        self._grams.add(grams)
        self._sizes.append(len(grams))

    def close(self, words):
        """Return {number: containment} of the texts that reach the containment or have a run in
        common that may be long enough; it has to be measured."""
        grams = windows(words, GRAM)
        shared = self._grams.shared(grams)
        close = self._anchored(words) | self._contained(shared, len(grams))
        return {
            number: shared[number] / min(len(grams), self._sizes[number])
            for number in sorted(close)
        }

    def _anchored(self, words):
        found = windows(words, self._anchor) & self._anchors.keys()
        return set().union(*(self._anchors[anchor] for anchor in found))

    def _contained(self, shared, size):
        return {
            number
            for number, count in shared.items()
            if count >= LEAST_SHARED and count >= self._containment * min(size, self._sizes[number])
        }
