from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools.scoring_checks import far_off, one_scale, sensitivity

QUICK = settings(deadline=None, derandomize=True, max_examples=100, database=None)
POINTS = st.integers(0, 100)


def sheets_of(totals):
    """``totals``: {work: the totals of the judges 1, 2, …}; None has no sheet."""
    return [
        (judge, work, Decimal(total))
        for work, given in totals.items()
        for judge, total in enumerate(given, 1)
        if total is not None
    ]


class TestFarOff(BaseCase):
    def test_a_sheet_far_from_the_others_is_named(self):
        # judge 5's others on a and b are at 85 with a deviation of 5: 74 is 11 off, 75 is 10
        totals = {"a": [80, 90, 80, 90, 74], "b": [80, 90, 80, 90, 75], "c": [70, 71, 70, 71, 90]}

        self.assertEqual(far_off(sheets_of(totals)), {5: ["a", "c"]})

    def test_the_sheet_itself_does_not_widen_the_spread(self):
        # with the 60 among them the mean is 80.8, the deviation 10.4: just two deviations off
        self.assertEqual(far_off(sheets_of({"a": [86, 86, 86, 86, 60]})), {5: ["a"]})

    def test_close_agreement_makes_nobody_far(self):
        self.assertEqual(far_off(sheets_of({"a": [85, 85, 85, 90]})), {})
        self.assertEqual(far_off(sheets_of({"a": [85, 85, 85, "90.1"]})), {4: ["a"]})

    def test_it_takes_three_others(self):
        self.assertEqual(far_off(sheets_of({"a": [85, 85, 20]})), {})

    def test_how_many_deviations_is_the_panels_choice(self):
        sheets = sheets_of({"a": [80, 90, 80, 90, 74]})

        self.assertEqual(far_off(sheets, sigmas=2.2), {})
        self.assertEqual(far_off(sheets, sigmas=2.1), {5: ["a"]})


class TestSensitivity(BaseCase):
    def test_a_clear_winner_is_one_on_any_scale(self):
        sheets = sheets_of({"a": [95, 92, 90], "b": [85, 80, 82], "c": [75, 70, 72]})

        self.assertEqual(sensitivity(sheets, 1), ({"a"}, {"a"}))

    def test_a_judge_with_a_wide_scale_decides_alone(self):
        # two judges put a before b by a little, the third puts b before a by a lot
        sheets = sheets_of({"a": [86, 86, 60], "b": [84, 84, 95], "c": [82, 82, 55]})

        self.assertEqual(sensitivity(sheets, 1), ({"b"}, {"a"}))

    def test_equal_works_at_the_last_place_are_all_in(self):
        sheets = sheets_of({"a": [90, 80], "b": [80, 90], "c": [70, 70]})

        self.assertEqual(sensitivity(sheets, 1), ({"a", "b"}, {"a", "b"}))

    def test_nothing_to_win(self):
        self.assertEqual(sensitivity([], 3), (set(), set()))
        self.assertEqual(sensitivity(sheets_of({"a": [90]}), 0), (set(), set()))


class TestOneScale(BaseCase):
    def test_every_judge_has_the_panels_mean_and_spread(self):
        sheets = sheets_of({"a": [90, 70], "b": [80, 50]})

        # all four: mean 72.5, √(875 / 4) = 14.79; each judge's works lie one deviation off
        scaled = [(judge, work, round(total, 2)) for judge, work, total in one_scale(sheets)]

        high, low = Decimal("87.29"), Decimal("57.71")
        self.assertEqual(scaled, [(1, "a", high), (2, "a", high), (1, "b", low), (2, "b", low)])

    def test_a_judge_who_gives_all_the_same_has_no_say(self):
        sheets = sheets_of({"a": [90, 60], "b": [80, 60], "c": [None, 60]})

        same = {total for judge, _work, total in one_scale(sheets) if judge == 2}

        self.assertEqual(same, {Decimal(70)})  # 350 / 5

    @QUICK
    @given(st.lists(st.lists(POINTS, min_size=3, max_size=3), min_size=2, max_size=6))
    def test_a_stretched_scale_is_brought_back(self, rows):
        totals = dict(enumerate(rows))
        stretched = {work: [given[0] * 2 + 7, *given[1:]] for work, given in totals.items()}

        before, after = (self._distances(sheets_of(each)) for each in (totals, stretched))

        for one, other in zip(before, after, strict=True):
            self.assertAlmostEqual(one, other, places=20)

    def _distances(self, sheets):
        """How far judge 1's works lie from their mean, in parts of their range."""
        own = [total for judge, _work, total in one_scale(sheets) if judge == 1]
        width = max(own) - min(own)
        return [(total - min(own)) / width if width else 0 for total in own]
