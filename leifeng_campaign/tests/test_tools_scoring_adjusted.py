from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools.placing import ranking
from ..tools.scoring import panel_scores
from ..tools.scoring_adjusted import adjusted_scores, judge_groups

QUICK = settings(deadline=None, derandomize=True, max_examples=100, database=None)
TENTHS = st.decimals(min_value=0, max_value=100, places=1)
# each work is read by its own choice of five judges
SHARES = st.lists(st.dictionaries(st.integers(1, 5), TENTHS, min_size=1), min_size=1, max_size=8)


def sheets_of(shares):
    """``shares``: a {judge: total} for each of the works 0, 1, …"""
    return [
        (judge, work, Decimal(total))
        for work, given in enumerate(shares)
        for judge, total in given.items()
    ]


def scores(result):
    return {work: str(score.score) for work, score in result.items()}


def order(result):
    return [works for _rank, works in ranking({work: s.score for work, s in result.items()})]


class TestAdjustedScores(BaseCase):
    def test_the_plain_mean_is_wrong_and_the_adjusted_score_is_right(self):
        # what the works are worth: 86, 84, 82, 80; "strict" gives 10 less, "lenient" 10 more
        shares = [
            {"strict": 76, "fair": 86},
            {"fair": 84, "lenient": 94},
            {"strict": 72, "lenient": 92},
            {"strict": 70, "fair": 80},
        ]

        adjusted = adjusted_scores(sheets_of(shares))

        self.assertEqual(order(panel_scores(sheets_of(shares))), [[1], [2], [0], [3]])
        self.assertEqual(order(adjusted), [[0], [1], [2], [3]])
        # three strict sheets, three fair, two lenient: (-30 + 0 + 20) / 8 = -1.25
        self.assertEqual(scores(adjusted), {0: "84.75", 1: "82.75", 2: "80.75", 3: "78.75"})
        self.assertEqual([adjusted[w].raw for w in range(4)], [81, 89, 82, 75])
        self.assertEqual({s.method for s in adjusted.values()}, {"adjusted"})

    def test_judges_who_disagree_are_evened_out_by_least_squares(self):
        shares = [{"a": 80, "b": 90}, {"a": 70, "b": 76}, {"a": 88}]

        # b gives (10 + 6) / 2 = 8 more than a; of five sheets two are b's: a is at -3.2, b at 4.8
        adjusted = adjusted_scores(sheets_of(shares))

        self.assertEqual(scores(adjusted), {0: "84.20", 1: "72.20", 2: "91.20"})
        self.assertEqual([adjusted[w].spread for w in range(3)], [5, 3, 0])
        self.assertEqual([adjusted[w].count for w in range(3)], [2, 2, 1])

    def test_three_judges_linked_in_a_ring(self):
        shares = [{"a": 80, "b": 83}, {"b": 70, "c": 72}, {"c": 95, "a": 91}]

        # b - a: 3, c - b: 2, c - a: 4 instead of 5: each link gives a third of the 1 that is left
        # b - a = 8/3, c - b = 5/3, c - a = 13/3; a = -7/3, b = 1/3, c = 2
        adjusted = adjusted_scores(sheets_of(shares))

        self.assertEqual(scores(adjusted), {0: "82.50", 1: "69.83", 2: "93.17"})

    def test_equal_works_stay_equal(self):
        shares = [{"a": 80, "b": 81}, {"a": 80}, {"b": 81}, {"a": 77, "c": 79}, {"c": 82}]

        # b gives 1 more than a, c gives 2 more
        self.assertEqual(order(adjusted_scores(sheets_of(shares))), [[0, 1, 2, 4], [3]])

    def test_groups_without_a_work_in_common_are_centered_each_on_its_own(self):
        shares = [{"a": 80, "b": 90}, {"a": 70}, {"c": 60, "d": 64}, {"d": 55}]

        adjusted = adjusted_scores(sheets_of(shares))

        # b - a = 10, of three sheets two are a's: a = -10/3, b = 20/3, on average 5/3
        # d - c = 4, of three sheets two are d's: c = -8/3, d = 4/3, on average -2/3
        self.assertEqual(scores(adjusted), {0: "83.33", 1: "73.33", 2: "62.67", 3: "53.67"})

    def test_nothing_to_compare_leaves_the_plain_mean(self):
        one_judge = [{"a": 80}, {"a": 70}]
        one_work = [{"b": 80, "c": 91, "d": 90}]

        adjusted = adjusted_scores(sheets_of(one_judge + one_work))

        self.assertEqual(scores(adjusted), {0: "80.00", 1: "70.00", 2: "87.00"})
        self.assertEqual({s.method for s in adjusted.values()}, {"mean"})

    def test_where_all_read_all_the_plain_mean_stays(self):
        shares = [{"a": 80, "b": 91, "c": 70}, {"a": 60, "b": 88, "c": 71}]

        adjusted = adjusted_scores(sheets_of(shares))

        self.assertEqual([s.score for s in adjusted.values()], [s.raw for s in adjusted.values()])

    def test_a_half_cent_goes_away_from_zero(self):
        shares = [{"a": "0.01", "b": "0"}, {"a": "0"}, {"b": "0"}]

        # a - b: 0.01, two sheets each: a at 0.005, b at -0.005
        self.assertEqual(
            scores(adjusted_scores(sheets_of(shares))), {0: "0.01", 1: "-0.01", 2: "0.01"}
        )

    def test_no_sheets_no_scores(self):
        self.assertEqual(adjusted_scores([]), {})

    @QUICK
    @given(SHARES)
    def test_a_judge_who_gives_more_to_all_changes_no_order(self, shares):
        sheets = sheets_of(shares)
        # as many points as there are sheets: the center moves by whole points, no rounding differs
        more = [(j, w, total + len(sheets) * (j == 1)) for j, w, total in sheets]

        before, after = adjusted_scores(sheets), adjusted_scores(more)

        for _judges, works in judge_groups(sheets):
            if len(works) > 1:
                moved = {after[work].score - before[work].score for work in works}
                self.assertEqual(len(moved), 1)

    @QUICK
    @given(SHARES)
    def test_the_mean_of_all_sheets_stays(self, shares):
        adjusted = adjusted_scores(sheets_of(shares))

        raw = sum(sum(given.values()) for given in shares)
        score = sum(adjusted[work].score * len(given) for work, given in enumerate(shares))

        self.assertLessEqual(abs(raw - score), Decimal("0.005") * sum(map(len, shares)))

    @QUICK
    @given(st.lists(st.integers(40, 90), min_size=2, max_size=8), st.data())
    def test_without_noise_the_worth_of_the_works_comes_back(self, worths, data):
        effects = data.draw(st.lists(st.integers(-20, 20), min_size=3, max_size=3))
        # judge 0 reads all, so that all are in one group
        readers = [{0, *data.draw(st.sets(st.integers(0, 2)))} for _worth in worths]
        shares = [
            {j: w + effects[j] for j in judges} for w, judges in zip(worths, readers, strict=True)
        ]

        result = adjusted_scores(sheets_of(shares))

        all_effects = [effects[judge] for judges in readers for judge in judges]
        middle = Fraction(sum(all_effects), len(all_effects))
        for work, worth in enumerate(worths):
            self.assertLessEqual(
                abs(Fraction(result[work].score) - worth - middle), Fraction(1, 200)
            )


class TestJudgeGroups(BaseCase):
    def test_a_work_that_two_groups_read_makes_them_one(self):
        apart = [{"a": 1, "b": 1}, {"c": 1}, {"b": 1}, {"d": 1}]

        groups = judge_groups(sheets_of(apart))
        joined = judge_groups(sheets_of([*apart, {"c": 1, "a": 1, "d": 1}]))

        self.assertCountEqual(groups, [({"a", "b"}, [0, 2]), ({"c"}, [1]), ({"d"}, [3])])
        self.assertEqual([judges for judges, _works in joined], [{"a", "b", "c", "d"}])
        self.assertCountEqual(joined[0][1], range(5))
