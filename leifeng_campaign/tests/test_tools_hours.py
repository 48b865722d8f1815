from datetime import datetime
from decimal import Decimal

from odoo.tests import BaseCase

from ..tools import hours


def at(text):
    return datetime.fromisoformat(f"2026-03-05 {text}")


class TestHours(BaseCase):
    def test_served_minutes_are_out_minus_in_minus_break(self):
        self.assertEqual(hours.served_minutes(at("08:50"), at("11:00"), 15), 115)

    def test_served_minutes_count_whole_minutes_and_never_below_zero(self):
        self.assertEqual(hours.served_minutes(at("08:50:30"), at("09:00:29")), 9)
        self.assertEqual(hours.served_minutes(at("09:00"), at("09:10"), 30), 0)
        self.assertEqual(hours.served_minutes(at("09:10"), at("09:00")), 0)

    def test_round_down_never_rounds_up(self):
        self.assertEqual(hours.round_down(130, "tenth"), 126)
        self.assertEqual(hours.round_down(59, "half"), 30)
        self.assertEqual(hours.round_down(59, "minute"), 59)

    def test_round_down_of_a_reversal_mirrors_it(self):
        self.assertEqual(hours.round_down(-130, "tenth"), -126)

    def test_hours_are_cut_to_two_decimals(self):
        self.assertEqual(hours.as_hours(125), Decimal("2.08"))
        self.assertEqual(hours.as_hours(-125), Decimal("-2.08"))

    def test_hours_text(self):
        texts = {0: "0", 120: "2", 126: "2.1", 125: "2.08", 600: "10", -30: "-0.5"}
        self.assertEqual({minutes: hours.hours_text(minutes) for minutes in texts}, texts)

    def test_overlap_counts_the_shared_minutes_of_all_spans(self):
        spans = [(at("09:00"), at("12:00")), (at("13:00"), at("17:00"))]

        self.assertEqual(hours.overlap_minutes(at("11:30"), at("13:30"), spans), 60)
        self.assertEqual(hours.overlap_minutes(at("07:30"), at("08:30"), spans), 0)
