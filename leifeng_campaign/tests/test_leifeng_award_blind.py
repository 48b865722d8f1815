import json
import re
from contextlib import suppress

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, MissingError, UserError
from odoo.fields import Command, Datetime
from odoo.service.model import call_kw
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..models.leifeng_award_wall import SECRET
from .common import PASSWORD
from .panel_case import PanelPortalCase

# Words by which the author of the essay would be known. They stand on the employee, on the entry, in
# the file that was uploaded and in what an addon might have left: each leak would show one of them.
AUTHOR = "Zhenzhu Unmistakable"
DEPARTMENT = "Lighthouse Bureau"
FILE = "zhenzhu-final-draft.docx"
JUDGES = ("judge", "judge2", "outside")
SCORE = "23.4"
REMARK = "Remarkable candor throughout"


REFUSALS = (UserError, AccessError, MissingError, IntegrityError, ValueError, KeyError, TypeError)


def _about(record):
    return {"res_model": record._name, "res_id": record.id}


@tagged("post_install", "-at_install")
class BlindCase(PanelPortalCase):
    """An essay whose author is easily recognized, and a submitted sheet with a score to find."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.bureau = cls._department(DEPARTMENT)
        cls.author = cls._person("author", ["base.group_portal"], department=cls.bureau)
        cls.author.name = cls.author.user_id.name = AUTHOR
        cls.writer = cls.users["author"] = cls.author.user_id
        award = cls._stage(cls._award("essay"), "screening")
        # the author's own account writes it: whatever keeps who made it would tell
        entry = cls._entry(award, cls.author, title="A Lamp", employee_name=AUTHOR)
        cls.upload = (
            cls.env["ir.attachment"]
            .with_user(cls.author.user_id)
            .sudo()
            .create(
                {
                    "name": FILE,
                    "raw": b"by " + AUTHOR.encode(),
                    "res_model": entry._name,
                    "res_id": entry.id,
                }
            )
        )
        entry.proof_ids = [Command.set(cls.upload.ids)]
        cls.env.cr.execute(
            "UPDATE leifeng_award_entry SET create_uid = %s, write_uid = %s WHERE id = %s",
            [cls.author.user_id.id, cls.author.user_id.id, entry.id],
        )
        award.with_user(cls.users["officer"]).action_start_judging()
        cls.award, cls.entry = award, entry
        cls.sheet = cls._sheets(award, "judge")
        cls.done = cls._sheets(award, "judge2")
        scores = cls._scores(award, SCORE, "1", "2")
        cls.done.with_user(cls.users["judge2"]).action_submit(scores, REMARK)
        cls._set_up_leaks()

    @classmethod
    def _set_up_leaks(cls):
        """What no code of ours writes, as another addon might: the walls have to hold."""
        models = ("mail.message", "mail.notification", "mail.followers", "mail.activity")
        cls.leaks = {model: cls.env[model] for model in models}
        for record in (cls.entry, cls.sheet, cls.done):
            for model, values in cls._leak_values(record).items():
                cls.leaks[model] += cls.env[model].create(values)
        cls.env.flush_all()
        # core itself refuses to assign an activity on a model without followers
        cls.env.cr.execute(
            "UPDATE mail_activity SET user_id = %s WHERE id = ANY(%s)",
            [cls.users["manager"].id, cls.leaks["mail.activity"].ids],
        )

    @classmethod
    def _leak_values(cls, record):
        partner = cls.writer.partner_id.id
        text = f"{AUTHOR} {REMARK}"
        message = {"model": record._name, "res_id": record.id, "body": text, "author_id": partner}
        about = {"model": record._name, "res_id": record.id, "message_type": "comment"}
        told = cls.env["mail.message"].create({**about, "body": text})
        return {
            "mail.message": {**message, "message_type": "comment"},
            "mail.notification": {"mail_message_id": told.id, "res_partner_id": partner},
            "mail.followers": {**_about(record), "partner_id": partner},
            "mail.activity": {
                "res_model_id": cls.env["ir.model"]._get_id(record._name),
                "res_id": record.id,
                "summary": text,
                "user_id": False,
            },
        }

    def _call(self, role, model, method, args=(), kwargs=None):
        """Return as text what ``role`` gets from a call by RPC; the text of a refusal is seen, too."""
        self.env.invalidate_all()
        context = {"allowed_company_ids": self.company.ids}
        records = self.env[model].with_user(self.users[role]).with_context(**context)
        try:
            with self.env.cr.savepoint(), mute_logger("odoo.models", "odoo.sql_db"):
                result = call_kw(records, method, list(args), dict(kwargs or {}))
        except REFUSALS as refusal:
            result = str(refusal)
        self.env.invalidate_all()
        return json.dumps(result, default=str, ensure_ascii=False)

    def _seen(self, role, model):
        """Yield (what was asked, text) of all ways in which a client asks for records of a model.

        All fields that the role may read at once, those that it may not one by one.
        """
        ids = self.env[model].sudo().search([]).ids
        fields = self.env[model].with_user(self.users[role])._fields
        with suppress(AccessError):
            fields = self.env[model].with_user(self.users[role]).fields_get(attributes=["type"])
        closed = sorted(self.env[model]._fields.keys() - fields.keys())
        for call in (*self._calls(ids, sorted(fields)), *self._closed_calls(ids, closed)):
            yield (role, model, *call), self._call(role, model, *call)

    def _calls(self, ids, names):
        yield from self._reading_calls(ids, names)
        for name in names:
            yield "formatted_read_group", [[], [name], ["__count"]]
        yield "name_search", [], {"name": ""}
        yield "name_search", [], {"name": AUTHOR}
        yield "web_name_search", ["", {"display_name": {}}]
        yield "copy", [ids[:1]]
        yield "copy_data", [ids]
        yield "get_metadata", [ids]
        yield "onchange", [ids[:1], {}, [], {name: {} for name in names}]
        yield "default_get", [names]

    def _reading_calls(self, ids, names):
        shown = {name: {} for name in names}
        yield "read", [ids, names]
        yield "search_read", [[]], {"fields": names}
        yield "web_read", [ids, shown]
        yield "web_search_read", [[], shown]
        yield "export_data", [ids, names]
        yield "export_data", [ids, [f"{name}/display_name" for name in names]]

    def _closed_calls(self, ids, names):
        for name in names:
            yield from self._reading_calls(ids, [name])
            yield "formatted_read_group", [[], [name], ["__count"]]
            yield "formatted_read_group", [[], [], [f"{name}:array_agg"]]
            yield "onchange", [ids[:1], {}, [], {name: {}}]


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
