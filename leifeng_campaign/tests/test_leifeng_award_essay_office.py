import base64
import io

from openpyxl import load_workbook

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .docx_files import document_of, saved
from .essay_case import BODY, TITLE, EssayCase


class TestEnteringForOthers(EssayCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        [cls.author] = cls._employees(1, department=cls.hall)

    def _dialog(self, **vals):
        values = {
            "award_id": self.contest.id,
            "employee_id": self.author.id,
            "title": TITLE,
            "body": BODY,
            "original": True,
            **vals,
        }
        return self._as("officer", self.env["leifeng.award.essay.add"]).create(values)

    def _essay(self):
        return self.env["leifeng.award.entry"].search([("employee_id", "=", self.author.id)])

    def test_the_office_enters_an_essay_of_somebody_without_an_account(self):
        action = self._dialog().action_add()

        essay = self._essay()
        self.assertEqual(action["res_id"], essay.id)
        self.assertEqual((essay.state, essay.origin), ("submitted", "office"))
        self.assertFalse(essay.consent_named, "nobody said so")
        self.assertEqual((essay.employee_name, essay.title), (self.author.name, TITLE))

    def test_the_document_fills_the_dialog_and_is_not_kept(self):
        form = Form(self._as("officer", self.env["leifeng.award.essay.add"]))
        form.award_id, form.employee_id = self.contest, self.author
        lines = ("A Bell", "姓名：聂小雨", BODY)
        form.file = base64.b64encode(saved(document_of(*lines))).decode()

        self.assertEqual((form.title, form.body), ("A Bell", BODY.strip()))
        self.assertIn("聂小雨", form.dropped)
        self.assertFalse(form.file)
        form.original = form.named = True
        form.save().action_add()
        self.assertEqual((self._essay().title, self._essay().consent_named), ("A Bell", True))

    def test_rules_are_those_of_everybody(self):
        for vals in ({"original": False}, {"body": "Short."}, {"employee_id": self.me.id}):
            if "employee_id" in vals:
                self._submitted()
            with self.assertRaises(UserError):
                self._dialog(**vals).action_add()
        self.assertFalse(self._essay())

    def test_names_are_shown_first_and_kept_only_if_ticked(self):
        dialog = self._dialog(body=f"{BODY} I am {self.author.name}.")
        self.assertIn(self.author.name, dialog.names)
        with self.assertRaises(UserError):
            dialog.action_add()

        dialog.names_kept = True
        dialog.action_add()

        self.assertEqual(self._essay().state, "submitted")

    def test_an_officer_writes_the_own_essay_in_the_portal_and_nobody_else_enters(self):
        with self.assertRaises(AccessError):
            self._dialog(employee_id=self.people["officer"].id).action_add()
        for role in ("employee", "head", "coordinator", "supervisor"):
            contest = self._as(role, self.contest)
            with self.assertRaises(AccessError, msg=role):
                contest.action_essay_by_office(self.author.id, {"title": TITLE, "body": BODY}, True)
        self.assertFalse(self._essay())

    def test_what_was_returned_is_entered_anew(self):
        self._dialog().action_add()
        self._as("head", self._essay()).action_return("Where was it?")

        again = self._dialog(entry_id=self._essay().id, body=f"{BODY} At the counter.")
        again.action_add()

        self.assertEqual(self._essay().state, "submitted")
        self.assertTrue(self._essay().body.endswith("At the counter."))


class TestTable(EssayCase):
    """征文汇总表 (practice.md section 4): number, title, author, department, characters, phone."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me.work_phone = "13800001234"
        cls.first = cls._entry(cls.contest, cls.me, title="First", character_count=12)
        cls.second = cls._entry(cls.contest, cls.people["judge"], title="Second")
        cls._entry(cls.contest, cls.colleague, "submitted", title="Not yet")

    def test_rows_are_those_put_forward_with_masked_phones(self):
        rows = self._as("officer", self.contest)._essay_table()

        self.assertEqual([row["title"] for row in rows], ["First", "Second"])
        self.assertEqual(
            rows[0],
            {
                "number": "1",
                "title": "First",
                "author": "Employee",
                "department": "Service Hall",
                "count": "12",
                "phone": "138****1234",
            },
        )

    def test_a_department_s_table_is_for_who_answers_for_it(self):
        for role in ("head", "coordinator"):
            rows = self._as(role, self.contest)._essay_table(self.hall.id)
            self.assertEqual([row["title"] for row in rows], ["First"])
        for role, department in (("head", self.hotline), ("employee", self.hall), ("judge", None)):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.contest)._essay_table(department and department.id)

    def test_the_workbook_holds_text_alone(self):
        content = self._as("officer", self.contest)._essay_workbook()

        sheet = load_workbook(io.BytesIO(content)).active
        rows = list(sheet.iter_rows(values_only=True))
        self.assertEqual(len(rows), 3)
        self.assertEqual(rows[1][1:3], ("First", "Employee"))
        self.assertTrue(all(isinstance(cell, str) for row in rows for cell in row if cell))

    def test_full_phones_need_a_reason_which_is_noted(self):
        dialogs = self._as("officer", self.env["leifeng.award.essay.list"])
        dialog = dialogs.create({"award_id": self.contest.id, "unmasked": True})
        with self.assertRaises(UserError):
            dialog.action_make()
        self.assertTrue(dialog._is_masked())
        dialog.reason = "Calls about the ceremony"

        url = dialog.action_make()["url"]

        self.assertIn(f"list_id={dialog.id}", url)
        self.assertFalse(dialog._is_masked())
        row = self.env["leifeng.journal"].search([("kind", "=", "names_exported")], limit=1)
        self.assertEqual((row.res_model, row.res_id), ("leifeng.award", self.contest.id))
        dialog.ending = "xlsx"
        self.assertTrue(dialog._is_masked(), "another choice is masked until its button is pressed")

    def test_rows_cost_the_same_however_many_there_are(self):
        def cost():
            contest = self._as("officer", self.contest)
            before = self.cr.sql_log_count
            contest._essay_table()
            return self.cr.sql_log_count - before

        cost()
        few = cost()
        for person in self._employees(15):
            self._entry(self.contest, person)

        self.assertEqual(cost(), few)


class TestViews(EssayCase):
    def test_the_office_and_the_department_open_essays(self):
        essay = self._submitted()
        action = self._as("officer", self.contest).action_view_entries()
        views = {kind: view for view, kind in action["views"]}
        for role in ("officer", "coordinator"):
            with self.subTest(role):
                record = self._as(role, essay)
                for kind in ("form", "list", "kanban"):
                    arch = record.get_view(views[kind], kind)["arch"]
                    self.assertNotIn('name="scan_id"', arch)
                [values] = record.web_read({"title": {}, "body": {}, "employee_name": {}})
                self.assertEqual(values["body"], BODY.strip())

    def test_dialogs_do_what_their_buttons_say(self):
        essay = self._submitted()
        dialogs = self._as("officer", self.env["leifeng.award.entry.disqualify"])
        dialogs.create({"entry_id": essay.id, "reason": "Printed before"}).action_disqualify_entry()

        self.assertEqual(essay.state, "disqualified")
