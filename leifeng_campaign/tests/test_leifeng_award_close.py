from psycopg2.errors import RestrictViolation

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .close_case import CloseCase

HOURS = {"hours": 10, "attendance": 0}


class TestAwardClose(CloseCase):
    """Closing turns sheets into results; every expected figure is calculated by hand."""

    def _figures(self, entry):
        result = self._result(entry)
        return (result.sheet_count, result.raw_mean, result.judged, result.computed, result.score)

    # HAND-CALCULATED

    def test_seven_judges_one_recused_one_abstains_one_corrects(self):
        """awards.md 6.10, case 6."""
        award, entries = self._under_review(judges=7, entries=2, facts=[HOURS, {}])
        first, second = entries
        judges = award.judge_ids
        self._scored(award, {second: [60.0] * 7})
        self._sheet(award, judges[0], first, state="recused")
        self._sheet(award, judges[1], first, state="abstained")
        wrong = self._sheet(award, judges[2], first, 0)
        wrong._set_state("superseded")
        self.env.flush_all()
        right = {"version": 2, "previous_id": wrong.id, "correction_reason": "Typed 0"}
        self._sheet(award, judges[2], first, 80.5, **right)
        for judge, total in zip(judges[3:], (70, 75.5, 81, 84.9), strict=True):
            self._sheet(award, judge, first, total)

        self._as("officer", award).action_close_scoring()

        # five sheets count: 70 75.5 80.5 81 84.9 → mean 78.38; without extremes 237 / 3 = 79.00
        self.assertEqual(self._figures(first), (5, 78.38, 79.0, 15.0, 94.0))
        self.assertEqual(self._result(first).method, "trimmed")
        self.assertEqual(self._figures(second), (7, 60.0, 60.0, 0.0, 60.0))

    def test_below_five_sheets_the_plain_mean_counts(self):
        award, (entry,) = self._under_review(judges=4, entries=1)
        self._scored(award, {entry: [80, 70.5, 60.1, 70.2]})

        self._as("officer", award).action_close_scoring()

        # 280.8 / 4 = 70.2; deviations 9.8 0.3 -10.1 0 → squares 198.14 / 4 = 49.535 → 7.04
        self.assertEqual(self._figures(entry), (4, 70.2, 70.2, 0.0, 70.2))
        self.assertEqual((self._result(entry).method, self._result(entry).spread), ("mean", 7.04))

    def test_extremes_are_kept_where_the_call_says_so(self):
        award, (entry,) = self._under_review(judges=5, entries=1, drop_extremes=False)
        self._scored(award, {entry: [10, 60, 60, 60, 80]})

        self._as("officer", award).action_close_scoring()

        self.assertEqual(self._figures(entry), (5, 54.0, 54.0, 0.0, 54.0))

    def test_a_half_cent_goes_up(self):
        award, (entry,) = self._under_review(judges=8, entries=1, drop_extremes=False)
        self._scored(award, {entry: [70, 70, 70, 70, 70, 70, 70, 70.2]})

        self._as("officer", award).action_close_scoring()

        self.assertEqual(self._result(entry).score, 70.03)  # 560.2 / 8 = 70.025

    def test_points_from_records_grow_up_to_their_full_value(self):
        facts = [{"hours": hours} for hours in (0, 5, 10, 40)]
        award, entries = self._under_review(entries=4, facts=facts)
        self._scored(award, {entry: [50] * 5 for entry in entries})

        self._as("officer", award).action_close_scoring()

        points = [self._result(entry).computed for entry in entries]
        self.assertEqual(points, [0.0, 7.5, 15.0, 15.0])

    def test_shares_are_adjusted_for_strict_and_lenient_judges(self):
        award, entries = self._under_review(judges=3, entries=3, reading="shares", share_size=2)
        # judge 1 gives 10 less, judge 3 gives 10 more than judge 2; the works are 60, 60, 60
        self._scored(
            award,
            dict(zip(entries, [[50, 60, None], [None, 60, 70], [50, None, 70]], strict=True)),
        )

        self._as("officer", award).action_close_scoring()

        for entry, raw in zip(entries, (55.0, 65.0, 60.0), strict=True):
            result = self._result(entry)
            self.assertEqual(
                (result.raw_mean, result.judged, result.method), (raw, 60.0, "adjusted")
            )

    # TIES

    def test_equal_scores_go_by_the_first_criterion_then_by_hours(self):
        facts = [{"hours": 10}, {"hours": 20}, {"hours": 30}]
        award, entries = self._under_review(entries=3, facts=facts)
        for entry, scores in zip(entries, ([50, 20], [50, 20], [51, 19]), strict=True):
            for judge in award.judge_ids:
                self._sheet(award, judge, entry, scores)

        self._as("officer", award).action_close_scoring()

        self.assertEqual([self._result(entry).rank for entry in entries], [3, 2, 1])
        self.assertFalse(any(self._result(entry).tied for entry in entries))

    def test_a_tie_at_the_last_place_is_left_to_the_panel(self):
        """awards.md 6.10, case 7: never id or time."""
        award, entries = self._closed(totals=(80, 60, 60), tie_rule="meeting")
        results = [self._result(entry) for entry in entries]

        self.assertEqual([each.rank for each in results], [1, 2, 2])
        self.assertEqual([each.tied for each in results], [False, True, True])
        tiers = [each.by_order_tier_id for each in results]
        self.assertEqual(tiers, [award.tier_ids, *[self.env["leifeng.award.tier"]] * 2])

    def test_more_hours_settle_a_tie_where_the_call_says_so(self):
        facts = [{"hours": 11}, {"hours": 12}]
        _award, entries = self._closed(totals=(60, 60), facts=facts, tie_rule="hours")

        self.assertEqual([self._result(entry).rank for entry in entries], [2, 1])

    # CLOSING

    def test_outstanding_sheets_need_a_reason_and_don_t_count(self):
        award, (entry,) = self._under_review(judges=3, entries=1)
        judges = award.judge_ids
        self._sheet(award, judges[0], entry, 60)
        self._sheet(award, judges[1], entry, 70)
        self._sheet(award, judges[2], entry, state="draft")
        own = self._as("officer", award)
        self.assertEqual(own.open_sheet_count, 1)

        with self.assertRaisesRegex(UserError, "1 sheets"):
            own.action_close_scoring(" ")
        dialog = self.env["leifeng.award.close"].with_user(self.users["officer"])
        dialog.create({"award_id": award.id, "reason": "Ill until June"}).action_close_scoring()

        self.assertEqual(self._figures(entry)[:2], (2, 65.0))

    def test_a_work_without_any_sheet_can_t_be_closed_over(self):
        award, entries = self._under_review(entries=2)
        self._scored(award, {entries[0]: [60] * 5})
        self._sheet(award, award.judge_ids[0], entries[1], state="abstained")

        with self.assertRaisesRegex(UserError, "1 works"):
            self._as("officer", award).action_close_scoring("We waited")

    def test_scoring_is_closed_once(self):
        award, _entries = self._closed()

        with self.assertRaises(UserError):
            self._as("officer", award).action_close_scoring()

    def test_nobody_but_the_office_closes(self):
        award, entries = self._under_review(entries=1)
        self._scored(award, {entries: [60] * 5})

        for role in ("supervisor", "hr", "judge", "coordinator", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, award).action_close_scoring()
        self.assertFalse(award.scoring_closed_on)

    def test_who_was_disqualified_meanwhile_has_no_result(self):
        award, entries = self._under_review(entries=2)
        self._scored(award, {entry: [60] * 5 for entry in entries})
        entries[0]._set_state("disqualified")

        self._as("officer", award).action_close_scoring()

        self.assertEqual(award.result_ids.entry_id, entries[1])

    # CODES

    def test_essays_show_codes_and_no_names(self):
        award, _entries = self._closed("essay")

        for result in self._as("officer", award.result_ids):
            self.assertFalse(result.entry_name or result.employee_name or result.department_name)
            self.assertEqual(result.display_name, result.code)
        with self.assertRaises(AccessError):
            self._as("officer", award.result_ids).mapped("entry_id")
        sheets = self._as("officer", self.env["leifeng.award.review"])
        self.assertFalse(sheets.search([("award_id", "=", award.id)]))
        self._propose(award)
        self.assertEqual(sheets.search_count([("award_id", "=", award.id)]), 15)

    def test_persons_are_shown_by_name(self):
        _award, entries = self._closed()

        names = [self._as("officer", self._result(entry)).entry_name for entry in entries]
        self.assertEqual(names, entries.mapped("employee_name"))

    def test_sheets_say_the_work_s_code_and_who_lies_far_off(self):
        award, entries = self._under_review(judges=5, entries=1)
        self._scored(award, {entries: [60, 61, 62, 60, 20]})

        self._as("officer", award).action_close_scoring()

        sheets = self._as("officer", self.env["leifeng.award.review"]).search(
            [("award_id", "=", award.id)], order="total"
        )
        self.assertEqual(set(sheets.mapped("work_code")), {"R001"})
        self.assertEqual(sheets.mapped("far_off"), [True, False, False, False, False])
        with self.assertRaises(AccessError):
            sheets.mapped("judge_id")

    def test_judges_scales_that_decide_are_shown(self):
        award, entries = self._under_review(judges=3, entries=3, drop_extremes=False)
        award.sudo().tier_ids._write({"quota": 1})
        self.env.invalidate_all()
        # one judge with a wide scale decides for the first; two with a narrow one prefer the second
        rows = ([80, 50, 50], [40, 52, 52], [60, 51, 51])
        self._scored(award, dict(zip(entries, rows, strict=True)))

        self._as("officer", award).action_close_scoring()

        self.assertTrue(self._as("officer", award).scale_decides)

    # WHO READS WHAT

    def test_results_before_and_after_closing_by_role(self):
        award, entries = self._under_review(entries=1)
        self._scored(award, {entries: [60] * 5})
        for role in ("officer", "supervisor", "hr"):
            reviews = self._as(role, self.env["leifeng.award.review"])
            self.assertFalse(reviews.search([("award_id", "=", award.id)]), role)

        self._as("officer", award).action_close_scoring()

        for role in ("officer", "supervisor", "hr"):
            reviews = self._as(role, self.env["leifeng.award.review"])
            self.assertEqual(reviews.search_count([("award_id", "=", award.id)]), 5, role)
        for role in ("judge", "judge2", "coordinator", "employee", "head"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, award.result_ids).mapped("score")

    @mute_logger("odoo.sql_db")
    def test_the_figures_of_a_result_don_t_change(self):
        award, _entries = self._closed()

        with self.assertRaises(RestrictViolation), self.cr.savepoint():
            award.sudo().result_ids[0].score = 1
            self.env.flush_all()
