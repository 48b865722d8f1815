from odoo.tests import BaseCase

from ..tools.vote import MORE_THAN_HALF, TWO_THIRDS, vote_error, vote_passes


class TestVote(BaseCase):
    def test_half_is_not_more_than_half(self):
        passed = {votes: vote_passes(votes, 9, 1) for votes in (0, 4, 5, 8)}

        self.assertEqual(passed, {0: False, 4: False, 5: True, 8: True})

    def test_two_thirds_are_at_least_two_thirds(self):
        self.assertFalse(vote_passes(5, 9, 1, TWO_THIRDS))  # of 8: 5 1/3
        self.assertTrue(vote_passes(6, 9, 1, TWO_THIRDS))
        self.assertTrue(vote_passes(6, 9, 0, TWO_THIRDS))  # of 9: exactly

    def test_the_recused_leave_the_room(self):
        self.assertFalse(vote_passes(4, 8, 0))
        self.assertTrue(vote_passes(4, 8, 1))

    def test_without_anybody_to_vote_nothing_passes(self):
        for majority in (MORE_THAN_HALF, TWO_THIRDS):
            self.assertFalse(vote_passes(0, 3, 3, majority))

    def test_an_unknown_majority_is_refused(self):
        with self.assertRaisesRegex(ValueError, "about"):
            vote_passes(5, 8, 0, ("about", 1, 2))

    def test_votes_add_up_to_those_who_vote(self):
        self.assertIsNone(vote_error(9, 1, 5, 2, 1))
        self.assertIsNone(vote_error(0, 0, 0, 0, 0))

    def test_why_counts_cannot_be(self):
        counts = {
            (9, 1, 5, 3, 1): "too_many",
            (9, 1, 5, 2, 0): "too_few",
            (9, 1, 9, 0, -1): "negative",
            (-1, 0, 0, 0, 0): "negative",
            (3, 4, 0, 0, 0): "too_many_recused",
        }

        self.assertEqual({count: vote_error(*count) for count in counts}, counts)
