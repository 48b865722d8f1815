import json

from odoo.exceptions import AccessError, UserError

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
