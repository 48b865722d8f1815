"""A text of which every piece is accounted for."""

import re
import unicodedata

from .script import fold

_SYMBOLS = ("So", "Sk", "Mn", "Cf")
# Numbers, brackets, punctuation, emoji: what gives structure and says nothing by itself.
_MARK = re.compile(
    r"[\W\d_一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾第阶段步周期季度月份①-⓿❶-➓㈠-㈩㊀-㊉]{1,24}"
)


class Source:
    """A text, its folded twin ``key`` (same positions), and a record of what was taken from it."""

    def __init__(self, text):
        self.text = text
        self.key = fold(text)
        self.labels = []
        self._taken = bytearray(len(text))

    def take(self, start, stop):
        """The text from ``start`` to ``stop`` without the space around it; it counts as placed."""
        if stop <= start:
            return ""
        self._taken[start:stop] = b"\1" * (stop - start)
        return self.text[start:stop].strip()

    def take_label(self, start, stop):
        """Takes what only names the text after it; kept in ``labels``."""
        self.labels.append(self.take(start, stop))

    def take_name(self, start, stop):
        """Like ``take``, without the emoji and punctuation after a name."""
        while stop > start and (
            self.key[stop - 1] in " :~!?\n" or unicodedata.category(self.key[stop - 1]) in _SYMBOLS
        ):
            stop -= 1
        return self.take(start, stop)

    def take_rest(self, start, stop):
        """What nobody took between ``start`` and ``stop``, piece by piece on its own line."""
        runs = [
            (run.start() + start, run.end() + start)
            for run in re.finditer(rb"\0+", self._taken[start:stop])
        ]
        return "\n".join(
            self.take(*run)
            for run in runs
            if not _MARK.fullmatch(self.key[slice(*run)].strip() or "-")
        )

    def rest(self):
        """``(marks, pieces)`` that nobody took: mere numbers and punctuation, and everything else."""
        marks, pieces = [], []
        for run in re.finditer(rb"\0+", self._taken):
            piece = self.text[run.start() : run.end()].strip()
            if piece:
                (marks if _MARK.fullmatch(fold(piece)) else pieces).append(piece)
        return marks, pieces
