import sys
from collections import Counter
from dataclasses import asdict

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from odoo.addons.leifeng_campaign.tools import outline, plan_dates, plan_titles, plan_tree
from odoo.addons.leifeng_campaign.tools.script import fold

from .plan_texts import PLANS, STANDARD, strings

PLAN_TEXTS = [path.read_text(encoding="utf-8") for path in sorted(PLANS.rglob("*.txt"))]
PIECES = [text[at : at + 12] for text in PLAN_TEXTS for at in range(0, min(len(text), 1200), 12)]
MARKS = ["一、", "二、", "（一）", "（二）", "1.", "2.", "1、", "（1）", "1）", "①", "②", "1.1", "3.5", "第一阶段：", "第二阶段（", "3月份：", "3月5日—", "二〇二六年三月", "【活动主题】", "【其他】", "附件：", "附件", "2026年3月5日", "时间\t内容\t责任部门", "\t", "•", "🌱", "1️⃣", "（", "）", "【", "[", "“", "。", "；", "：", "评选标准", "程序：", "温馨提示本站", "下载本文档", "壹、", "活动时间：", "各处室：", "望政〔2026〕3号", "一是", "\n", "\n\n", "\r\n"]  # fmt: skip
FRAGMENTS = st.one_of(st.sampled_from(MARKS), st.sampled_from(PIECES), st.text(max_size=6))
TEXTS = st.lists(FRAGMENTS, max_size=40).map("".join)
WHOLE_PLANS = st.sampled_from(PLAN_TEXTS)
QUICK = settings(deadline=None, derandomize=True, max_examples=150, database=None)
LARGE = 200_000
SIZES = (5_000, 20_000)


def lost(text):
    """The characters of the text, space apart, that aren't anywhere in the plan."""
    plan = outline.read_plan(text, 2026)
    kept = Counter(char for string in strings(asdict(plan)) for char in string)
    return Counter(char for char in text if not char.isspace()) - kept


def repeated(piece, size):
    """About ``size`` characters of a piece; of a pair, first its one half and then the other."""
    if isinstance(piece, tuple):
        return "".join(repeated(half, size // 2) for half in piece)
    return piece * (size // len(piece))


def calls(work, *args):
    """How many functions, of Python and of C, the work calls: the same on any machine."""
    count = 0

    def seen(_frame, event, _arg):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work(*args)
    finally:
        sys.setprofile(None)
    return count


class TestOutlineProperties(BaseCase):
    @QUICK
    @given(TEXTS)
    def test_any_text_has_an_answer_and_nothing_is_lost(self, text):
        self.assertFalse(lost(text))

    @QUICK
    @given(st.text())
    def test_any_characters_have_an_answer(self, text):
        self.assertFalse(lost(text))

    @QUICK
    @given(WHOLE_PLANS, st.data())
    def test_a_damaged_plan_loses_nothing(self, text, data):
        start = data.draw(st.integers(0, len(text)))
        stop = data.draw(st.integers(start, min(len(text), start + 80)))
        insertion = data.draw(FRAGMENTS)
        self.assertFalse(lost(text[:start] + insertion + text[stop:]))

    @QUICK
    @given(TEXTS)
    def test_marks_are_only_marks(self, text):
        plan = outline.read_plan(text, 2026)
        self.assertTrue(all(len(mark) <= 24 for mark in plan.marks) or not plan.is_plan)

    @QUICK
    @given(TEXTS)
    def test_tree_covers_the_text_in_order(self, text):
        key = fold(text)
        edges = []

        def walk(node):
            edges.extend([node.start, node.stop])
            for child in node.children:
                walk(child)
            self.assertLessEqual(node.stop, node.end)

        walk(plan_tree.read_tree(key))
        self.assertEqual(edges, sorted(edges))
        self.assertEqual((edges[0], edges[-1]), (0, len(key)))

    @QUICK
    @given(TEXTS)
    def test_folding_keeps_positions(self, text):
        self.assertEqual(len(fold(text)), len(text))

    @QUICK
    @given(TEXTS)
    def test_cuts_lie_in_the_text(self, text):
        cut = plan_titles.cut_title(fold(text))
        self.assertTrue(0 <= cut.name <= max(cut.note, cut.text) <= len(text))

    @QUICK
    @given(TEXTS, st.integers(1990, 2099))
    def test_periods_lie_in_the_text(self, text, year):
        end = 0
        for period in plan_dates.find_periods(fold(text)):
            self.assertTrue(end <= period.at < period.to <= len(text))
            start, stop = period.dates(year)
            self.assertTrue(not start or not stop or start <= stop)
            end = period.to


class TestOutlineWork(BaseCase):
    """Reading takes work in proportion to the text; ``bin/bench plans`` says how many seconds."""

    BRACKETS = {
        "open": "（",
        "nested": ("（", "）"),
        "square": "【",
        "mixed": "（【[(",
        "numbered": "((一)",
    }
    REPEATED = [
        "一、", "1、\n", "一、（一）1.（1）①", "1", "3月5日", "3.5 ", "第一阶段：\n", "时间\t内容\n", "• a\n", "\n", "附件\n",
        "2026年3月5日\n", "活动时间：\n", "活动", "附件：1.a\n", "🌱", "标准：", "温馨提示", "学", "a   ", "开展志愿服务。",
    ]  # fmt: skip

    def test_four_times_the_text_takes_no_sixteen_times_the_calls(self):
        # A quadratic reader would make 16 times as many.
        for piece in [*self.REPEATED, *self.BRACKETS.values()]:
            with self.subTest(piece):
                few, many = (
                    calls(outline.read_plan, repeated(piece, size), 2026) for size in SIZES
                )
                self.assertLess(many, 6 * few)

    def test_standard_plan_repeated(self):
        text = STANDARD.read_text(encoding="utf-8")
        text *= LARGE // len(text)
        self.assertTrue(outline.read_plan(text, 2026).is_plan)
