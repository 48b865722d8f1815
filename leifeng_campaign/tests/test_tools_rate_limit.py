from unittest import TestCase
from unittest.mock import patch

from ..tools import rate_limit
from ..tools.rate_limit import RateLimit


class TestRateLimit(TestCase):
    def test_so_many_calls_within_the_time(self):
        limit = RateLimit(2, 60)

        self.assertEqual(
            [limit.allows("a", now) for now in (0, 1, 2, 59)], [True, True, False, False]
        )
        self.assertEqual([limit.allows("a", now) for now in (60, 60.5, 61)], [True, False, True])

    def test_keys_count_apart(self):
        limit = RateLimit(1, 60)

        self.assertEqual([limit.allows(key, 0) for key in "aba"], [True, True, False])

    def test_the_memory_is_bounded(self):
        limit = RateLimit(1, 60)

        with patch.object(rate_limit, "MAX_KEYS", 3):
            for key in "abcdef":
                limit.allows(key, 0)

        self.assertEqual(len(limit._calls), 3)
