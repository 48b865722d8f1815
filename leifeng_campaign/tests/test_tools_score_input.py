from decimal import Decimal
from random import Random
from unittest import TestCase

from ..tools import work_codes
from ..tools.score_input import parsed


class TestScoreInput(TestCase):
    def test_numbers(self):
        typed = {
            "0": "0.0",
            "30": "30.0",
            " 12.5 ": "12.5",
            "１２．５": "12.5",
            "12。5": "12.5",
            7: "7.0",
        }
        typed |= {7.1: "7.1", "12.": "12.0", "12.50": "12.5"}
        for value, expected in typed.items():
            self.assertEqual(parsed(value, 30.0), Decimal(expected), value)
            self.assertEqual(str(parsed(value, 30.0)), expected)

    def test_nothing(self):
        for value in (None, "", "  ", "　"):
            self.assertIsNone(parsed(value, 30.0))

    def test_what_is_no_score(self):
        wrong = ("30.1", "-1", "12.55", "1e1", "NaN", "Infinity", "12,5", "five", "1 2", "٣", True)
        for value in (*wrong, [], {}, "9" * 400):
            with self.assertRaises(ValueError, msg=str(value)[:9]):
                parsed(value, 30.0)


class TestWorkCodes(TestCase):
    def test_codes_are_different_and_in_no_order(self):
        codes = work_codes.drawn(500, Random(1))

        self.assertEqual(len(set(codes)), 500)
        self.assertNotEqual(codes, sorted(codes))
        self.assertRegex(" ".join(codes), r"^([A-HJ-NP-Z]\d\d ?)+$")

    def test_many_works_get_longer_codes(self):
        self.assertEqual({len(code) for code in work_codes.drawn(3000, Random(1))}, {4})

    def test_every_code_can_be_drawn(self):
        self.assertEqual(len(set(work_codes.drawn(2400, Random(1)))), 2400)
