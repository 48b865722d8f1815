from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools.placing import assign_tiers, cut_ties, places_of, ranking, tied_at

QUICK = settings(deadline=None, derandomize=True, max_examples=150, database=None)
FEW_POINTS = st.integers(0, 5).map(Decimal)
SCORES = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), FEW_POINTS, max_size=10)
PLACES = st.lists(st.integers(0, 4), max_size=4)


def points(**scores):
    return {work: Decimal(score) for work, score in scores.items()}


class TestRanking(BaseCase):
    def test_equal_works_share_a_rank_and_leave_the_next_empty(self):
        scores = points(d="70", b="85.5", a="90", c="85.50")

        self.assertEqual(ranking(scores), [(1, ["a"]), (2, ["b", "c"]), (4, ["d"])])

    def test_ties_go_by_each_rule_in_turn_and_no_further(self):
        scores = points(a="80", b="80", c="80", d="80", e="90")
        theme = points(a="25", b="28", c="28", d="28", e="1")
        hours = points(b="10", c="30", d="10")

        ranked = ranking(scores, [theme, hours])

        self.assertEqual(ranked, [(1, ["e"]), (2, ["c"]), (3, ["b", "d"]), (5, ["a"])])

    def test_what_a_rule_does_not_know_comes_after_the_others(self):
        scores = points(a="80", b="80", c="80")

        ranked = ranking(scores, [{"b": Decimal(0), "c": None}])

        self.assertEqual(ranked, [(1, ["b"]), (2, ["a", "c"])])

    def test_no_scores_no_ranks(self):
        self.assertEqual(ranking({}), [])

    @QUICK
    @given(SCORES, st.randoms())
    def test_the_order_in_which_works_come_is_nothing(self, scores, random):
        shuffled = dict(random.sample(list(scores.items()), len(scores)))

        one, other = ([(r, set(w)) for r, w in ranking(each)] for each in (scores, shuffled))

        self.assertEqual(one, other)

    @QUICK
    @given(SCORES)
    def test_a_rank_is_one_more_than_the_works_above(self, scores):
        for rank, works in ranking(scores):
            for work in works:
                above = sum(score > scores[work] for score in scores.values())
                self.assertEqual(rank, above + 1)


class TestTiedAt(BaseCase):
    def test_works_equal_across_the_last_place(self):
        ranked = [(1, ["a"]), (2, ["b", "c", "d"]), (5, ["e"])]
        tied = ["b", "c", "d"]

        self.assertEqual([tied_at(ranked, n) for n in range(7)], [[], [], tied, tied, [], [], []])


class TestPlaces(BaseCase):
    def test_a_share_is_cut_down_to_whole_places(self):
        quotas = [("number", 3), ("share", Decimal("0.03")), ("share", Decimal("0.29"))]

        self.assertEqual(places_of(quotas, 100), [3, 3, 29])
        self.assertEqual(places_of(quotas, 66), [3, 1, 19])
        self.assertEqual(places_of(quotas, 20), [3, 0, 5])

    def test_an_unknown_quota_is_refused(self):
        with self.assertRaisesRegex(ValueError, "half"):
            places_of([("half", 1)], 10)


class TestTiers(BaseCase):
    def test_tiers_are_filled_from_the_top(self):
        ranked = ranking(points(a="95", b="90", c="90", d="85", e="80", f="70"))

        self.assertEqual(assign_tiers(ranked, [1, 2, 2]), {"a": 0, "b": 1, "c": 1, "d": 2, "e": 2})
        self.assertEqual(cut_ties(ranked, [1, 2, 2]), [])

    def test_a_tie_across_a_cut_is_left_to_the_panel(self):
        ranked = ranking(points(a="95", b="90", c="90", d="85", e="85", f="85", g="70"))

        self.assertEqual(assign_tiers(ranked, [2, 3]), {"a": 0})
        self.assertEqual(cut_ties(ranked, [2, 3]), [["b", "c"], ["d", "e", "f"]])

    def test_who_comes_after_a_tie_keeps_the_place(self):
        ranked = ranking(points(a="95", b="95", c="90", d="85"))

        self.assertEqual(assign_tiers(ranked, [1, 2]), {"c": 1})
        self.assertEqual(cut_ties(ranked, [1, 2]), [["a", "b"]])

    def test_a_tier_without_places_is_passed_over(self):
        ranked = ranking(points(a="95", b="90"))

        self.assertEqual(assign_tiers(ranked, [0, 1]), {"a": 1})

    def test_a_tie_below_the_last_place_is_none_of_ours(self):
        ranked = ranking(points(a="95", b="90", c="90"))

        self.assertEqual((assign_tiers(ranked, [1]), cut_ties(ranked, [1])), ({"a": 0}, []))
        self.assertEqual((assign_tiers(ranked, []), cut_ties(ranked, [])), ({}, []))

    @QUICK
    @given(SCORES, PLACES)
    def test_no_tier_gives_more_than_its_places_and_none_is_passed_by(self, scores, places):
        ranked = ranking(scores)
        tiers, tied = assign_tiers(ranked, places), cut_ties(ranked, places)

        for tier, most in enumerate(places):
            self.assertLessEqual(list(tiers.values()).count(tier), most)
        in_order = [
            tiers.get(work, len(places))
            for _rank, works in ranked
            for work in works
            if works not in tied
        ]
        self.assertTrue(all(one <= other for one, other in pairwise(in_order)))

    @QUICK
    @given(SCORES, PLACES)
    def test_equal_works_are_treated_alike(self, scores, places):
        tiers = assign_tiers(ranking(scores), places)

        for points_ in set(scores.values()):
            self.assertEqual(
                len({tiers.get(work) for work in scores if scores[work] == points_}), 1
            )

    @QUICK
    @given(SCORES, st.integers(0, 12))
    def test_one_tier_is_tied_where_the_last_place_is(self, scores, places):
        tied = tied_at(ranking(scores), places)

        self.assertEqual(cut_ties(ranking(scores), [places]), [tied] if tied else [])
