import json
import re
from contextlib import suppress

from odoo.fields import Datetime
from odoo.tools import mute_logger

from ..models.leifeng_award_wall import SECRET
from .blind_case import AUTHOR, DEPARTMENT, FILE, REMARK, SCORE, BlindCase
from .common import PASSWORD

JUDGES = ("judge", "judge2", "outside")


class TestBlindJudges(BlindCase):
    """No author of an essay to a judge, whatever the door."""

    def _assert_unknown(self, text, told):
        for word in (AUTHOR, DEPARTMENT, FILE, "lf_author"):
            self.assertNotIn(word, text, told)

    def test_the_words_would_be_found(self):
        """The same calls, by somebody who may, show them: the test can fail."""
        self.assertIn(
            AUTHOR, self._call("officer", "leifeng.award.entry", "read", [self.entry.ids])
        )
        told = self._call("officer", "leifeng.award.entry", "get_metadata", [self.entry.ids])
        self.assertIn(AUTHOR, told)
        sheet = self.sheet.sudo()
        sheet_text = json.dumps(sheet.entry_id.read(["employee_name"]))
        self.assertIn(AUTHOR, sheet_text)

    def test_models_of_the_award(self):
        models = (
            "leifeng.award.entry",
            "leifeng.award.review",
            "leifeng.award.review.line",
            "leifeng.award",
            "leifeng.award.judge",
            "leifeng.award.criterion",
            "leifeng.award.recusal",
            "leifeng.award.similarity",
            "leifeng.award.result",
        )
        for model in models:
            for role in JUDGES:
                for told, text in self._seen(role, model):
                    self._assert_unknown(text, told)

    def test_no_way_through_fields_of_a_sheet(self):
        """A judge may search the own sheets; what can be guessed by searching can be read."""
        doors = (
            ("entry_id.employee_name", "=", AUTHOR),
            ("entry_id.employee_id.name", "=", AUTHOR),
            ("entry_id.department_id.name", "=", DEPARTMENT),
            ("entry_id", "=", self.entry.id),
            ("entry_id.create_uid", "=", self.author.user_id.id),
            ("award_id.entry_ids.employee_name", "=", AUTHOR),
            ("award_id.entry_ids.create_uid", "=", self.author.user_id.id),
            ("judge_id.award_id.entry_ids.employee_name", "=", AUTHOR),
            ("file_ids.name", "=", FILE),
        )
        for role in JUDGES:
            for leaf in doors:
                text = self._call(role, "leifeng.award.review", "search", [[leaf]])
                self.assertFalse(re.search(rf"\b{self.sheet.id}\b", text), (role, leaf))
            for path in (
                "entry_id/employee_name",
                "entry_id/display_name",
                "award_id/entry_ids/title",
            ):
                text = self._call(
                    role, "leifeng.award.review", "export_data", [self.sheet.ids, [path]]
                )
                self._assert_unknown(text, (role, path))
                self.assertNotIn("A Lamp", text if "entry_ids" in path else "")
            for order in ("entry_id", "entry_id.employee_name", "user_id"):
                text = self._call(role, "leifeng.award.review", "search", [[]], {"order": order})
                self.assertIn("cess", text, (role, order))

    def test_who_made_a_sheet_and_its_files_is_nobody(self):
        sheets = self.env["leifeng.award.review"].sudo().search([])
        self.assertEqual(sheets.create_uid.ids + sheets.write_uid.ids, [1, 1])
        self.assertEqual(len(set(sheets.mapped("create_date"))), 1)

    def test_mail_and_files(self):
        """Everything, as a judge gets it; who wrote a message elsewhere is no secret."""
        for model in ("mail.message", "mail.activity", "ir.attachment"):
            for role in JUDGES:
                about = {"mail.message": "model", "ir.attachment": "res_model"}.get(
                    model, "res_model"
                )
                for domain in ([], [(about, "in", SECRET)], [("create_uid", "=", self.writer.id)]):
                    text = self._call(role, model, "search_read", [domain])
                    with suppress(TypeError, AttributeError):
                        rows = [row for row in json.loads(text) if row.get(about) in SECRET]
                        text = json.dumps(rows)
                    self._assert_unknown(text, (role, model, domain))
                self._assert_unknown(
                    self._call(role, model, "read", [self.leaks.get(model, self.upload).ids]),
                    (role, model),
                )
        for role in JUDGES:
            text = self._call(role, "ir.attachment", "read", [self.upload.ids, ["name", "raw"]])
            self._assert_unknown(text, role)

    def test_what_an_addon_may_write_on_secret_records_is_walled_off(self):
        """Core shows followers and notifications of all records to every internal user."""
        for role in (*JUDGES, "officer", "manager", "internal", "supervisor", "hr", "author"):
            for model, leaks in self.leaks.items():
                text = self._call(role, model, "search", [[("id", "in", leaks.ids)]])
                self.assertFalse(re.search(rf"\b({'|'.join(map(str, leaks.ids))})\b", text), role)
                if model != "mail.message":
                    self.assertEqual(len(leaks), 3)

    def test_over_http(self):
        """Pages, files and JSON-2 as a browser asks for them."""
        for role in JUDGES:
            self.authenticate(f"lf_{role}", PASSWORD)
            sheet = self._sheets(self.award, role)
            for path in (
                "/my",
                "/my/leifeng/sheets",
                f"/my/leifeng/sheets/{sheet.id}",
                f"/my/leifeng/sheets/panel/{self.award.id}",
                f"/my/leifeng/awards/{self.award.id}",
                f"/web/content/{self.upload.id}",
                f"/web/image/{self.upload.id}",
                f"/web/content/leifeng.award.entry/{self.entry.id}/proof_ids",
                f"/web/image/hr.employee/{self.author.id}/avatar_128/x.png",
                f"/my/leifeng/sheets/{sheet.id}/file/{self.upload.id}",
            ):
                self._assert_unknown(self.url_open(path).text, (role, path))

    def test_json_2(self):
        for role in JUDGES:
            with mute_logger("odoo.http", "odoo.addons.base.models.ir_http"):
                answers = [
                    self._json_2(role, "leifeng.award.entry", "search_read", domain=[]),
                    self._json_2(role, "leifeng.award.review", "search_read", domain=[]),
                    self._json_2(
                        role,
                        "leifeng.award.review",
                        "read",
                        ids=self.sheet.ids,
                        fields=["entry_id"],
                    ),
                    self._json_2(role, "leifeng.award.entry", "read", ids=self.entry.ids),
                ]
            for answer in answers:
                self._assert_unknown(answer, role)

    def _json_2(self, role, model, method, **params):
        keys = self.env["res.users.apikeys"].with_user(self.users[role]).sudo()
        key = keys._generate(None, f"{role} key", None)
        answer = self.url_open(
            f"/json/2/{model}/{method}",
            json=params,
            headers={"Authorization": f"bearer {key}", "X-Odoo-Database": self.env.cr.dbname},
        )
        self.env.invalidate_all()
        return answer.text


class TestScoresBeforeClosing(BlindCase):
    """No score to an author, nor one by one to an officer, before closing."""

    OTHERS = ("officer", "manager", "supervisor", "hr", "author", "judge", "employee", "head")

    def _unseen(self, text, told):
        for word in (SCORE, REMARK, "26.4"):
            self.assertNotIn(word, text, told)

    def test_the_score_would_be_found(self):
        text = self._call("judge2", "leifeng.award.review.line", "search_read", [[]])
        self.assertIn(SCORE, text)
        text = self._call("judge2", "leifeng.award.review", "search_read", [[]])
        self.assertIn(REMARK, text)
        self.award.sudo().scoring_closed_on = Datetime.now()
        self._stage(self.award, "proposed")
        for role in ("officer", "supervisor", "hr"):
            text = self._call(role, "leifeng.award.review", "search_read", [[]])
            self.assertIn(REMARK, text, role)
            for name in ("Judge2", "lf_judge2", AUTHOR):
                self.assertNotIn(name, text, role)

    def test_sheets_and_lines(self):
        for model in ("leifeng.award.review", "leifeng.award.review.line"):
            for role in self.OTHERS:
                for told, text in self._seen(role, model):
                    self._unseen(text, told)

    def test_the_award_s_form_counts_and_no_more(self):
        for model in (
            "leifeng.award",
            "leifeng.award.judge",
            "leifeng.award.criterion",
            "leifeng.journal",
        ):
            for role in self.OTHERS:
                for told, text in self._seen(role, model):
                    self._unseen(text, told)
        judge = self.award.judge_ids.filtered(lambda each: each.user_id == self.users["judge2"])
        self.assertEqual(self._as("officer", judge).progress, "1/1")

    def test_nobody_knows_which_number_a_judge_drew(self):
        judges = self.award.judge_ids
        for role in ("officer", "manager", "supervisor", "hr", "judge"):
            for method, args in (
                ("read", [judges.ids, ["label"]]),
                ("search", [[("label", "=", 1)]]),
                ("formatted_read_group", [[], ["label"], ["__count"]]),
                ("search", [[], 0, None, "label"]),
            ):
                text = self._call(role, "leifeng.award.judge", method, args)
                self.assertIn("cess", text, (role, method))

    def test_mail_of_sheets(self):
        for model in ("mail.message", "mail.activity"):
            for role in ("officer", "supervisor", "hr", "internal", "judge"):
                text = self._call(role, model, "search_read", [[]])
                self._unseen(text, (role, model))

    def test_the_journal_tells_neither_who_nor_how_much(self):
        rows = self.env["leifeng.journal"].search([("kind", "=", "score_sheet")])
        self.assertTrue(rows)
        self.assertEqual(set(rows.mapped("user_id")), {1})
        text = self._call("supervisor", "leifeng.journal", "search_read", [[]])
        self.assertIn("score_sheet", text)
        for row in json.loads(text):
            if row["kind"] == "score_sheet":
                self.assertNotIn("Judge2", json.dumps(row))
