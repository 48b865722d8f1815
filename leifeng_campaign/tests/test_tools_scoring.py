from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools.scoring import Score, computed_points, exact, panel_scores, round2, totals_by_work

QUICK = settings(deadline=None, derandomize=True, max_examples=150, database=None)
POINTS = st.decimals(min_value=0, max_value=100, places=2)


def sheets_of(work, totals):
    """A sheet each of the judges 1, 2, … on the work."""
    return [(judge, work, Decimal(total)) for judge, total in enumerate(totals, 1)]


def score(count, raw, score, spread, method):
    return Score(count, Decimal(raw), Decimal(score), Decimal(spread), method)


class TestNumbers(BaseCase):
    def test_a_half_goes_away_from_zero(self):
        rounded = {"86.125": "86.13", "86.124": "86.12", "-0.005": "-0.01", "7": "7.00"}

        for number, expected in rounded.items():
            self.assertEqual(str(round2(Decimal(number))), expected)

    def test_a_float_is_the_number_that_the_column_holds(self):
        self.assertEqual(
            [exact(n) for n in (88.35, "0.1", 7)], [Decimal(t) for t in ("88.35", "0.1", "7")]
        )
        self.assertEqual(exact(0.1) * 3, Decimal("0.3"))

    @QUICK
    @given(POINTS)
    def test_every_float_of_two_decimals_is_exact(self, points):
        self.assertEqual(exact(float(points)), points)


class TestPanelScores(BaseCase):
    def test_seven_judges_one_recused_one_abstains_one_corrected(self):
        # judge 1 is recused, judge 2 abstains, judge 7 gave 0 by mistake and corrected it
        totals = {3: "88.5", 4: "91", 5: "79", 6: "85.5", 7: "86.5"}
        sheets = [(judge, "essay", Decimal(total)) for judge, total in totals.items()]

        # 430.5 / 5; (88.5 + 85.5 + 86.5) / 3; √(80.7 / 5)
        expected = {"essay": score(5, "86.10", "86.83", "4.02", "trimmed")}
        self.assertEqual(panel_scores(sheets), expected)

    def test_the_zero_before_its_correction_is_dropped(self):
        sheets = sheets_of("essay", ["88.5", "91", "79", "85.5", "0"])

        result = panel_scores(sheets)["essay"]

        self.assertEqual((result.raw, result.score), (Decimal("68.80"), Decimal("84.33")))

    def test_seven_sheets_lose_one_highest_and_one_lowest_of_equal_ones(self):
        sheets = sheets_of("essay", [95, 95, 90, 88, 85, 70, 70])

        # 593 / 7; (95 + 90 + 88 + 85 + 70) / 5; √(50919 / 7 - (593 / 7)²) = √4784 / 7
        expected = {"essay": score(7, "84.71", "85.60", "9.88", "trimmed")}
        self.assertEqual(panel_scores(sheets), expected)

    def test_four_sheets_are_not_trimmed(self):
        sheets = sheets_of("essay", [80, 81, 82, 100])

        expected = {"essay": score(4, "85.75", "85.75", "8.26", "mean")}
        self.assertEqual(panel_scores(sheets), expected)

    def test_each_work_goes_by_its_own_sheets(self):
        sheets = [*sheets_of("a", [80, 81, 82, 83, 100]), *sheets_of("b", [80, 90])]

        methods = {work: (s.method, s.count) for work, s in panel_scores(sheets).items()}

        self.assertEqual(methods, {"a": ("trimmed", 5), "b": ("mean", 2)})

    def test_extremes_can_stay(self):
        sheets = sheets_of("essay", [80, 81, 82, 83, 100])

        self.assertEqual(panel_scores(sheets, drop_extremes=False)["essay"].score, Decimal("85.20"))
        self.assertEqual(panel_scores(sheets, min_drop=6)["essay"].method, "mean")

    def test_one_sheet_is_its_own_mean(self):
        self.assertEqual(panel_scores(sheets_of("a", [77]))["a"], score(1, "77", "77", "0", "mean"))

    def test_no_sheets_no_scores(self):
        self.assertEqual(panel_scores([]), {})

    def test_a_judge_counts_once(self):
        with self.assertRaisesRegex(ValueError, "two sheets of judge 1 on work a"):
            panel_scores([(1, "a", Decimal(80)), (1, "a", Decimal(90))])

    def test_dropping_two_of_two_is_refused(self):
        with self.assertRaises(ValueError):
            panel_scores([], min_drop=2)

    def test_sheets_may_be_read_once_only(self):
        self.assertEqual(totals_by_work(iter(sheets_of("a", [1, 2]))), {"a": {1: 1, 2: 2}})

    @QUICK
    @given(st.lists(POINTS, min_size=1, max_size=9))
    def test_a_score_lies_between_the_extremes(self, totals):
        result = panel_scores(sheets_of("a", totals))["a"]

        self.assertTrue(min(totals) <= result.score <= max(totals))
        self.assertTrue(min(totals) <= result.raw <= max(totals))
        self.assertTrue(0 <= result.spread <= 50)

    @QUICK
    @given(st.lists(POINTS, min_size=5, max_size=9))
    def test_the_highest_sheet_may_be_any_height(self, totals):
        raised = sorted(totals)
        raised[-1] = Decimal(1000)

        before, after = (panel_scores(sheets_of("a", each))["a"].score for each in (totals, raised))

        self.assertEqual(before, after)


class TestComputedPoints(BaseCase):
    def test_points_grow_with_the_figure_up_to_the_target(self):
        points = [computed_points(hours, 40, 20) for hours in (0, 10, "13.3", 40, 65)]

        self.assertEqual(points, [Decimal(text) for text in ("0", "5", "6.65", "20", "20")])

    def test_a_half_cent_goes_up(self):
        self.assertEqual(computed_points(1, 8, Decimal("0.2")), Decimal("0.03"))  # 0.025
        self.assertEqual(computed_points(2, 3, 15), Decimal("10.00"))

    def test_rates_as_a_database_gives_them(self):
        self.assertEqual(computed_points(0.3, 0.9, 25.0), Decimal("8.33"))

    def test_no_target_or_a_figure_below_zero_gives_nothing(self):
        self.assertEqual(
            [computed_points(*case) for case in ((5, 0, 20), (5, -1, 20), (-5, 40, 20))], [0, 0, 0]
        )
