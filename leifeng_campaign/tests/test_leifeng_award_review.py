import json
from decimal import Decimal

from psycopg2.errors import RestrictViolation

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .panel_case import PanelCase

FULL = ("25", "20.5", "30")


class ReviewCase(PanelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.award = cls._opened()
        cls.sheet = cls._sheets(cls.award)[0]

    def _submit(self, values=FULL, role="judge", sheet=None, comment=""):
        sheet = self._as(role, sheet or self._sheets(self.award, role)[0])
        sheet.action_submit(self._scores(self.award, *values), comment)
        return sheet.with_env(self.env).sudo()

    def _live(self, role="judge"):
        return self._sheets(self.award, role).filtered(lambda each: each.state == "submitted")

    def _close(self):
        self.env.cr.execute(
            "UPDATE leifeng_award SET scoring_closed_on = now() WHERE id = %s", [self.award.id]
        )
        self.env.invalidate_all()


class TestDraft(ReviewCase):
    def test_what_is_typed_is_kept(self):
        scores = {**self._scores(self.award, "12.5", ""), "999999": "7", "x": "1"}
        self._as("judge", self.sheet).save_draft(scores, " Warm \0 words ")

        first = self._scores(self.award, "12.5")
        self.assertEqual(self.sheet.draft_scores, first)
        self.assertEqual((self.sheet.comment, self.sheet.state), ("Warm  words", "draft"))
        self.assertEqual(self.sheet.write_uid.id, 1)

    def test_what_is_no_score(self):
        for value in ("30.1", "-1", "1.25", "many", ["1"], True):
            with self.assertRaises(UserError, msg=str(value)):
                self._as("judge", self.sheet).save_draft(self._scores(self.award, value), "")
        for scores in (None, [], "x", 5):
            self._as("judge", self.sheet).save_draft(scores, None)
        self.assertFalse(self.sheet.draft_scores)

    def test_a_criterion_of_another_award_is_nothing(self):
        other = self._award("person")
        self._as("judge", self.sheet).save_draft(self._scores(other, "5", "5"), "")
        self.assertFalse(self.sheet.draft_scores)

    def test_a_long_remark(self):
        with self.assertRaises(UserError):
            self._as("judge", self.sheet).save_draft({}, "x" * 2001)


class TestSubmit(ReviewCase):
    def test_lines_total_and_journal(self):
        sheet = self._submit(comment="Good")

        self.assertEqual((sheet.state, sheet.total, sheet.comment), ("submitted", 75.5, "Good"))
        self.assertEqual(sheet.line_ids.mapped("value"), [25, 20.5, 30])
        self.assertEqual(sheet.line_ids.mapped("name"), ["Theme", "Structure", "Language"])
        self.assertEqual(sheet.line_ids.create_uid.ids, [1])
        self.assertTrue(sheet.submitted_on)

    def test_the_journal_tells_neither_scores_nor_who(self):
        sheet = self._submit()
        row = self.env["leifeng.journal"].search([("kind", "=", "score_sheet")], limit=1)
        payload = json.loads(row.payload)
        self.assertEqual((row.res_id, row.user_id), (sheet.id, 1))
        self.assertTrue(payload["digest"] and payload["salt"])
        for secret in ("20.5", "75.5", self.people["judge"].name):
            self.assertNotIn(secret, row.payload)

    def test_every_criterion_is_scored(self):
        with self.assertRaises(UserError) as caught:
            self._submit(("25", "", "30"))
        self.assertIn("Structure", str(caught.exception))
        self.assertNotIn("Theme", str(caught.exception))

    def test_nought_is_a_score(self):
        self.assertEqual(self._submit(("0", "0", "0")).line_ids.mapped("value"), [0, 0, 0])

    def test_computed_criteria_are_not_scored(self):
        award = self._opened("person", authors=("employee",))
        sheet = self._as("judge", self._sheets(award))
        sheet.action_submit({str(each.id): "5" for each in award.criterion_ids}, "")
        lines = self._sheets(award).line_ids
        self.assertEqual(lines.mapped("name"), ["Work", "Help"])

    def test_twice(self):
        sheet = self._submit()
        with self.assertRaises(UserError):
            self._submit(sheet=sheet)
        with self.assertRaises(UserError):
            self._as("judge", sheet).save_draft({}, "later")
        with self.assertRaises(UserError):
            self._as("judge", sheet).action_abstain("")

    def test_nobody_but_the_judge(self):
        self.assertTrue(self.award.judge_ids[1].chair)
        for role in ("judge2", "outside", "officer", "manager", "supervisor", "employee", "hr"):
            sheet = self._as(role, self.sheet)
            for act in (
                lambda sheet=sheet: sheet.save_draft({}, ""),
                lambda sheet=sheet: sheet.action_submit(self._scores(self.award, *FULL), ""),
                lambda sheet=sheet: sheet.action_abstain(""),
                lambda sheet=sheet: sheet.action_recuse("kin", ""),
                lambda sheet=sheet: sheet.action_correct("x", {}, ""),
            ):
                with self.assertRaises(AccessError, msg=role):
                    act()
        self.assertEqual(self.sheet.state, "draft")

    def test_nobody_writes_by_hand(self):
        for role in ("judge", "officer", "manager"):
            sheet = self._as(role, self.sheet)
            for values in ({"judge_label": 7}, {"comment": "x"}, {"total": 9}):
                with self.assertRaises(AccessError, msg=role):
                    sheet.write(values)
            with self.assertRaises(AccessError, msg=role):
                sheet.unlink()
            with self.assertRaises(AccessError, msg=role):
                sheet.copy()

    def test_a_judge_who_became_officer(self):
        group = self.env.ref("leifeng_campaign.group_leifeng_officer")
        self.users["judge"].group_ids = [(4, group.id)]
        with self.assertRaises(AccessError):
            self._submit()

    def test_after_closing(self):
        done, draft = self._submit(), self._sheets(self.award)[1]
        self._close()
        for act in (
            lambda: self._submit(sheet=draft),
            lambda: self._as("judge", draft).save_draft({}, ""),
            lambda: self._as("judge", draft).action_abstain(""),
            lambda: self._as("judge", draft).action_recuse("kin", ""),
            lambda: self._as("judge", done).action_recuse("kin", ""),
            lambda: self._as("judge", done).action_correct("x", {}, ""),
        ):
            with self.assertRaises(UserError):
                act()

    def test_each_fact_updates_the_row_of_the_award(self):
        """Closing at the same moment meets the submission there, so that one is run again."""
        self.award.invalidate_recordset()
        before = self.award.sudo().touch
        sheet = self._submit()
        self.award.invalidate_recordset()
        self.assertEqual(self.award.sudo().touch, before + 1)
        self._as("judge", sheet).action_recuse("kin", "")
        self.award.invalidate_recordset()
        self.assertEqual(self.award.sudo().touch, before + 2)


class TestAbstainAndRecuse(ReviewCase):
    def test_abstaining_is_no_nought(self):
        self._as("judge", self.sheet).action_abstain("Not my field")
        self.assertEqual((self.sheet.state, self.sheet.comment), ("abstained", "Not my field"))
        self.assertEqual(self.award._valid_sheets(), [])
        self.assertEqual(self.award._progress()["Judge"], (1, 2))

    def test_a_recusal_takes_the_sheet_away_and_is_recorded(self):
        sheet = self._submit()
        self._as("judge", sheet).action_recuse("other", "We share a desk")

        self.assertEqual(sheet.state, "recused")
        recusal = self.award.sudo().recusal_ids
        self.assertEqual(
            (
                recusal.judge_id.user_id,
                recusal.entry_id,
                recusal.reason,
                recusal.origin,
                recusal.note,
            ),
            (self.users["judge"], sheet.entry_id, "other", "declared", "We share a desk"),
        )
        self.assertEqual(self.award._valid_sheets(), [])
        self.assertEqual(self.award._progress()["Judge"], (0, 1))
        self.assertTrue(self.env["leifeng.journal"].search([("kind", "=", "recusal")]))

    def test_a_recusal_has_a_reason(self):
        for reason, note in (("", ""), ("self", ""), ("other", " "), (None, None)):
            with self.assertRaises(UserError):
                self._as("judge", self.sheet).action_recuse(reason, note)
        self.assertEqual(self.sheet.state, "draft")

    def test_after_abstaining(self):
        sheet = self._as("judge", self.sheet)
        sheet.action_abstain("")
        sheet.action_recuse("kin", "")
        self.assertEqual(self.sheet.state, "recused")


class TestCorrect(ReviewCase):
    def test_a_new_version_with_a_reason(self):
        old = self._submit()
        scores = self._scores(self.award, "30", "20.5", "30")
        new_id = self._as("judge", old).action_correct("Mixed up", scores, "Now right")

        new = self._live()
        self.assertEqual(new.id, new_id)
        self.assertEqual((old.state, old.total), ("superseded", 75.5))
        self.assertEqual((new.version, new.previous_id, new.total), (2, old, 80.5))
        self.assertEqual((new.code, new.correction_reason), (old.code, "Mixed up"))
        self.assertEqual((new.title, new.body, new.sequence), (old.title, old.body, old.sequence))
        valid = [(new.judge_id.id, new.entry_id.id, Decimal("80.50"))]
        self.assertEqual(self.award._valid_sheets(), valid)
        self.assertEqual(self.award._progress()["Judge"], (1, 2))

    def test_a_correction_of_a_correction(self):
        sheet = self._submit()
        for value in ("10", "11"):
            scores = self._scores(self.award, value, "0", "0")
            self._as("judge", self._live()).action_correct("Again", scores, "")
        self.assertEqual((self._live().version, self._live().total), (3, 11))
        self.assertEqual(sheet.state, "superseded")

    def test_without_a_reason_or_scores(self):
        sheet = self._submit()
        with self.assertRaises(UserError):
            self._as("judge", sheet).action_correct(" ", self._scores(self.award, *FULL), "")
        with self.assertRaises(UserError), self.env.cr.savepoint():
            self._as("judge", sheet).action_correct("Wrong", self._scores(self.award, "1"), "")
        with self.assertRaises(UserError):
            self._as("judge", self._sheets(self.award)[1]).action_correct("Wrong", {}, "")

    def test_who_abstained_can_still_score(self):
        self._as("judge", self.sheet).action_abstain("")
        scores = self._scores(self.award, *FULL)
        self._as("judge", self.sheet).action_correct("I can after all", scores, "")
        self.assertEqual(self._live().total, 75.5)


class TestGuards(ReviewCase):
    """The database refuses what no act of ours does."""

    def _assert_refused(self, query, *params):
        self.env.flush_all()
        with (
            self.assertRaises(RestrictViolation) as caught,
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute(query, params)
        return caught.exception

    def _insert_line(self, sheet):
        return (
            "INSERT INTO leifeng_award_review_line (review_id, criterion_id, name, maximum, value)"
            " VALUES (%s, %s, 'More', 100, 100)",
            sheet.id,
            self._award("person").criterion_ids[0].id,
        )

    def test_no_line_under_a_submitted_sheet(self):
        sheet = self._submit()
        error = self._assert_refused(*self._insert_line(sheet))
        lines = self.env["leifeng.award.review.line"]
        self.assertIn("correction", lines._sql_error_to_message(error))
        query, *params = self._insert_line(self._sheets(self.award)[1])
        self.env.cr.execute(query, params)
        self.assertEqual(self.env.cr.rowcount, 1)

    def test_no_line_under_an_abstained_or_superseded_one(self):
        self._as("judge", self.sheet).action_abstain("")
        self._assert_refused(*self._insert_line(self.sheet))

    def test_nothing_typed_changes_afterwards(self):
        sheet = self._submit()
        for column, value in (
            ("comment", "x"),
            ("draft_scores", "{}"),
            ("scan_id", None),
            ("entered_by_id", 1),
            ("checked_by_id", 1),
            ("from_paper", True),
            ("correction_reason", "x"),
            ("total", 1),
            ("body", "x"),
            ("code", "Z99"),
            ("entry_id", 1),
            ("judge_id", 1),
        ):
            query = f"UPDATE leifeng_award_review SET {column} = %s WHERE id = %s"
            error = self._assert_refused(query, value, sheet.id)
            if column not in ("total",):
                self.assertIn("correction", sheet._sql_error_to_message(error), column)

    def test_no_way_back_from_submitted(self):
        sheet = self._submit()
        for state in ("draft", "abstained"):
            self._assert_refused(
                "UPDATE leifeng_award_review SET state = %s WHERE id = %s", state, sheet.id
            )

    def test_no_delete(self):
        self._assert_refused("DELETE FROM leifeng_award_review WHERE id = %s", self.sheet.id)
        self._submit()
        self._assert_refused("DELETE FROM leifeng_award_review_line")

    def test_the_orm_as_superuser(self):
        sheet = self._submit()
        for values in (
            {"comment": "x"},
            {"total": 3.0},
            {"body": "x"},
            {"draft_scores": {"1": "2"}},
        ):
            with (
                self.assertRaises(RestrictViolation),
                mute_logger("odoo.sql_db"),
                self.env.cr.savepoint(),
            ):
                sheet.write(values)
                self.env.flush_all()
            self.env.invalidate_all()
        with self.assertRaises(UserError):
            sheet.write({"state": "draft"})

    def test_updating_the_module_keeps_the_guards(self):
        self.env["leifeng.award.review"].init()
        self.env["leifeng.award.review.line"].init()
        sheet = self._submit()
        self._assert_refused(*self._insert_line(sheet))

    def test_uninstalling_drops_the_functions(self):
        self.env["leifeng.award.review.line"]._drop_functions()
        self.env.cr.execute("SELECT count(*) FROM pg_proc WHERE proname LIKE 'leifeng_%'")
        self.assertEqual(self.env.cr.fetchone(), (0,))
