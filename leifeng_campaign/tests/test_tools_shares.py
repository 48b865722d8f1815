from collections import Counter
from itertools import combinations, pairwise, product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools.scoring_adjusted import judge_groups
from ..tools.shares import balanced_shares, every

QUICK = settings(deadline=None, derandomize=True, max_examples=100, database=None)
JUDGES = ["j1", "j2", "j3", "j4"]
BARRED = st.sets(st.tuples(st.sampled_from(JUDGES), st.integers(0, 4)), max_size=12)


def loads(shares):
    return sorted(map(len, shares.values()))


def readers(shares):
    return Counter(work for works in shares.values() for work in works)


def evenest(works, barred, each):
    """The least sum of squared loads of all ways to share, by trying them all; None without one."""
    choices = [
        list(combinations([j for j in JUDGES if (j, work) not in barred], each)) for work in works
    ]
    ways = (Counter(judge for chosen in way for judge in chosen) for way in product(*choices))
    return min((sum(load**2 for load in way.values()) for way in ways), default=None)


class TestBalancedShares(BaseCase):
    def test_every_work_has_its_judges_and_loads_differ_by_one(self):
        shares = balanced_shares(list(range(23)), JUDGES, set(), 3, seed=2026)

        self.assertEqual(readers(shares), dict.fromkeys(range(23), 3))
        self.assertEqual(loads(shares), [17, 17, 17, 18])
        self.assertTrue(all(len(set(works)) == len(works) for works in shares.values()))

    def test_nobody_reads_what_is_barred(self):
        works = list(range(30))
        barred = {("j1", work) for work in range(20)} | {("j2", 29), ("j3", 28)}

        shares = balanced_shares(works, JUDGES, barred, 2, seed="a")

        self.assertFalse(barred & {(judge, work) for judge in JUDGES for work in shares[judge]})
        self.assertEqual(loads(shares), [10, 16, 17, 17])  # j1 may read ten

    def test_loads_are_evened_over_a_third_judge(self):
        # j1 alone may read 0 to 3 and has too many; only j2 can take 4, and only j3 can relieve j2
        works = list(range(8))
        allowed = {"j1": {0, 1, 2, 3}, "j2": {3, 4, 5}, "j3": {5, 6, 7}, "j4": set()}
        barred = {(j, w) for j in JUDGES for w in works if w not in allowed[j]}

        for seed in range(20):
            self.assertEqual(loads(balanced_shares(works, JUDGES, barred, 1, seed)), [0, 2, 3, 3])

    def test_the_seed_decides(self):
        works = list(range(40))

        one, same, other = (balanced_shares(works, JUDGES, set(), 2, seed) for seed in (1, 1, 2))

        self.assertEqual(one, same)
        self.assertNotEqual(one, other)

    def test_judges_read_in_different_orders(self):
        shares = balanced_shares(list(range(40)), JUDGES, set(), 4, seed=5)

        self.assertEqual(len({tuple(works) for works in shares.values()}), 4)
        self.assertFalse(any(works == sorted(works) for works in shares.values()))

    def test_judges_have_works_in_common_so_that_scores_can_be_adjusted(self):
        for seed in range(50):
            shares = balanced_shares(list(range(8)), JUDGES, set(), 2, seed)
            sheets = [(judge, work, 0) for judge, works in shares.items() for work in works]
            self.assertEqual(len(judge_groups(sheets)), 1)

    def test_works_that_too_few_may_read_are_named(self):
        barred = {(judge, "essay") for judge in JUDGES[:3]} | {("j1", "poem")}

        with self.assertRaisesRegex(ValueError, "read: essay$") as refused:
            balanced_shares(["poem", "essay", "song"], JUDGES, barred, 2, seed=1)

        self.assertEqual(refused.exception.works, ["essay"])

    def test_a_judge_without_works_is_there(self):
        self.assertEqual(loads(balanced_shares(["essay"], JUDGES, set(), 1, seed=1)), [0, 0, 0, 1])
        self.assertEqual(balanced_shares([], ["j1"], set(), 3, seed=1), {"j1": []})

    @QUICK
    @given(BARRED, st.integers(1, 3), st.integers())
    def test_loads_are_as_even_as_barred_pairs_allow(self, barred, each, seed):
        works = list(range(5))
        best = evenest(works, barred, each)
        assume(best is not None)

        shares = balanced_shares(works, JUDGES, barred, each, seed)  # pylint: disable=unreachable

        self.assertEqual(sum(load**2 for load in loads(shares)), best)
        self.assertEqual(readers(shares), dict.fromkeys(works, each))
        self.assertFalse(barred & {(judge, work) for judge in JUDGES for work in shares[judge]})

    @QUICK
    @given(st.integers(0, 40), st.integers(1, 4), st.integers())
    def test_with_nothing_barred_loads_differ_by_one_at_most(self, works, each, seed):
        shares = balanced_shares(list(range(works)), JUDGES, set(), each, seed)

        self.assertLessEqual(loads(shares)[-1] - loads(shares)[0], 1)


class TestEvery(BaseCase):
    def test_all_read_all_but_what_is_barred_in_an_order_of_their_own(self):
        works = list(range(30))

        shares = every(works, JUDGES, {("j2", 7), ("j2", 8)}, seed=3)

        expected = {"j1": works, "j2": [*range(7), *range(9, 30)], "j3": works, "j4": works}
        self.assertEqual({judge: sorted(read) for judge, read in shares.items()}, expected)
        self.assertTrue(all(one != other for one, other in pairwise([works, *shares.values()])))
        self.assertEqual(shares, every(works, JUDGES, {("j2", 7), ("j2", 8)}, seed=3))

    def test_a_work_that_nobody_may_read_is_named(self):
        with self.assertRaisesRegex(ValueError, "read: 5$"):
            every([4, 5], JUDGES, {(judge, 5) for judge in JUDGES}, seed=1)
