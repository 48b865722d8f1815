"""The outline of a plan: which marks count, and what lies under what.

At the start of a line nearly every mark counts; inside a line a mark counts only as the next of its
row, so that "一、二等奖" or "按（一）办理" is no heading. Works on folded text, in linear time.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from .plan_marks import Mark, candidates
from .plan_words import SECTION_NAME, section_role

# A smaller rank is a higher heading; equal ranks nest in the order in which they appear.
_RANKS = {
    "label": 0,  # nests where it first stands, so do brackets
    "bracket": 0,
    "formal": 0.5,
    "chinese": 1,
    "stage": 2,
    "month": 2,
    "named stage": 2,
    "(chinese)": 2,
    "1.": 4,
    "1、": 4,
    "1 ": 4,
    "keycap": 4,
    "1.1": 5,
    "(1)": 6,
    "1)": 6,
    "circled": 7,
    "bullet": 8,
}
_LABEL_COLON = re.compile(rf"{SECTION_NAME.pattern}\s?:")
_ARABIC = ("1.", "1、", "1 ", "keycap")
_SENTENCE_END = frozenset('。;!?:…”"』」)]》】')


@dataclass(eq=False)
class Node:
    """A heading and what is under it; ``start`` to ``stop`` its own content, ``end`` after its children."""

    mark: Mark | None
    start: int
    stop: int
    end: int
    children: list = field(default_factory=list)

    @property
    def kind(self):
        return self.mark.kind if self.mark else None


def read_tree(key):
    """The root ``Node`` of a folded text; its own content is what stands before the first heading."""
    marks = _Chooser(key).choose()
    root = Node(None, 0, marks[0][0].start if marks else len(key), len(key))
    stack = [(root, 0)]
    stops = [mark.start for mark, _depth in marks[1:]] + [len(key)] * bool(marks)
    for (mark, depth), stop in zip(marks, stops, strict=True):
        _close(stack, depth, mark.start)
        node = Node(mark, mark.stop, stop, len(key))
        stack[-1][0].children.append(node)
        stack.append((node, depth))
    return root


def _close(stack, depth, position):
    while stack[-1][1] >= depth:
        stack.pop()[0].end = position


def lines_of(key):
    """``[(start, stop)]`` of the lines."""
    spans, start = [], 0
    for line in key.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return spans


class _Chooser:
    """Reads the candidates in order and keeps the headings that are open."""

    def __init__(self, key):
        self.key = key
        # A line with tabs is a row of a table: its numbers are cells.
        self.lines = [
            (stop, candidates(key, start, stop))
            for start, stop in lines_of(key)
            if "\t" not in key[start:stop]
        ]
        marks = [mark for _stop, found in self.lines for mark in found]
        self.places = defaultdict(list)
        for mark in marks:
            self.places[mark.kind, mark.number].append(mark.start)
        self.own_lines = Counter(mark.kind for mark in marks if mark.at_line)
        self.paths = {mark.path for mark in marks if mark.at_line and mark.path}
        self.open = []
        self.first = len(key) - len(key.lstrip())

    def choose(self):
        """``[(Mark, depth)]``, depth from 1."""
        return [
            (mark, self._enter(mark))
            for stop, found in self.lines
            for mark in found
            if (self._counts_at_line(mark) if mark.at_line else self._counts_inside(mark, stop))
        ]

    def _enter(self, mark):
        peer = self._peer(mark)
        if peer:
            del self.open[self.open.index(peer) :]
        elif mark.at_line and mark.kind not in ("label", "bracket"):
            while self.open and _RANKS[self.open[-1].kind] > _RANKS[mark.kind]:
                self.open.pop()
        self.open.append(mark)
        return len(self.open)

    def _peer(self, mark):
        """The open heading beside which the mark stands: of its kind, or before it in a mixed row 1. 2、."""
        for other in reversed(self.open):
            if other.kind == mark.kind and len(other.path) == len(mark.path):
                return other
        for other in reversed(self.open):
            if mark.kind in _ARABIC and other.kind in _ARABIC and mark.number == other.number + 1:
                return other
        return None

    def _step(self, mark):
        peer = self._peer(mark)
        return mark.number - (peer.number if peer else 0)

    def _has_next(self, mark, stop):
        places = self.places[mark.kind, mark.number + 1]
        index = bisect_right(places, mark.start)
        return index < len(places) and places[index] < stop

    def _counts_at_line(self, mark):
        if mark.kind == "1.1":
            return self._dotted_counts(mark)
        if mark.kind == "label":
            return self._label_counts(mark)
        if mark.kind == "1 ":
            return self._step(mark) == 1 or (mark.number == 1 and self.own_lines["1 "] > 1)
        return True

    def _dotted_counts(self, mark):
        """1.2 is a heading after 1.1 or 1.1 after 1; else it is a date."""
        peer = self._peer(mark)
        if peer and mark.path[:-1] == peer.path[:-1] and mark.number == peer.number + 1:
            return True
        parents = [(*other.path[:-1], other.number) for other in self.open]
        return mark.number == 1 and mark.path[:-1] in parents

    def _label_counts(self, mark):
        """活动时间：… is a section; a bare 时间：… under an item belongs to the item."""
        if mark.start == self.first and not _LABEL_COLON.match(self.key, mark.start):
            return False  # 学雷锋活动计划 is a title
        above = self.open[-1] if self.open else None
        if not above or above.kind == "label":
            return True
        name = SECTION_NAME.match(self.key, mark.start)
        if name.start("core") == mark.start:
            return False
        if self.open[0].kind == "label":
            return True
        return len(self.open) == 1 and self._is_section(above)

    def _is_section(self, mark):
        stop = self.key.find("\n", mark.stop)
        return bool(section_role(self.key[mark.stop : max(stop, mark.stop)][:30]))

    def _counts_inside(self, mark, stop):
        before = self._before(mark)
        if mark.kind == "bracket":
            return before in _SENTENCE_END or self.key[mark.start - 1].isspace()
        step = self._step(mark)
        begins = mark.number == 1 and self._has_next(mark, stop)
        if before in _SENTENCE_END:
            return begins or (self._peer(mark) is not None and 1 <= step <= 2)
        return (begins or (step == 1 and mark.number > 1)) and self._counts_unparted(mark)

    def _before(self, mark):
        position = max(mark.start - 1, 0)
        while position and self.key[position].isspace():
            position -= 1
        return self.key[position]

    def _counts_unparted(self, mark):
        """No sentence ends before it: 活动目标1.提高…, 全体干部职工五、活动内容."""
        if self.own_lines[mark.kind] > 1 or mark.kind == "month":
            return False
        if mark.kind == "chinese":
            return bool(SECTION_NAME.match(self.key, mark.stop))
        return True
