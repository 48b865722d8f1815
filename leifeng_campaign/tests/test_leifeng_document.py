import io
import zipfile
from datetime import date

from openpyxl import load_workbook
from pypdf import PdfReader

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form, tagged

from . import docx_files
from .common import LeifengCase, LeifengSetup
from .portal_case import PortalCase

RARE = "马翀珺韡䶮"


class DocumentSetup(LeifengSetup):
    @classmethod
    def _set_up_documents(cls):
        cls.campaign.write(
            {
                "background": "为弘扬雷锋精神，制定本方案。",
                "theme": "把好事办在群众家门口",
                "objectives": "学有所悟。\n行有所为。",
                "participants": "全体干部职工。",
                "requirements": "加强领导。",
                "leading_group": f"组长：{RARE}",
                "date_start": date(2026, 2, 24),
                "date_stop": date(2026, 4, 10),
            }
        )
        cls.campaign.phase_ids.write(
            {"date_start": date(2026, 2, 24), "date_stop": date(2026, 3, 14)}
        )
        cls.service.write(
            {
                "instructions": "走访老人",
                "criteria": "爱岗敬业\n团结互助",
                "procedure": "自荐\n公示",
            }
        )
        cls.part.line_ids = [
            Command.create({"name": "打扫院子", "date": date(2026, 3, 5), "people": "全体"})
        ]
        cls.part.write({"summary_practices": f"{RARE}带队走访。", "summary_problems": "人手不够。"})
        cls.people["coordinator"].write({"work_phone": "00001234567", "mobile_phone": "0138001"})

    @classmethod
    def _dialog(cls, role="officer", kind="plan", **vals):
        dialogs = cls._as(role, cls.env["leifeng.document"])
        return dialogs.create({"campaign_id": cls.campaign.id, "kind": kind, **vals})


class DocumentCase(DocumentSetup, LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_documents()

    def _text(self, kind, **vals):
        _name, content = self._dialog(kind=kind, **vals)._file("docx")
        return docx_files.text_of(content)


class TestPlan(DocumentCase):
    def test_it_has_the_plan_s_own_structure(self):
        text = self._text("plan")

        for line in (
            *("一、Background", "为弘扬雷锋精神，制定本方案。", "二、Objectives", "1.学有所悟。"),
            *("三、Time of the Campaign", "2026年2月24日至4月10日。", "四、Who Takes Part"),
            *("五、Contents and Arrangements", "（一）Phase（2月24日—3月14日）"),
            *("六、Requirements", "1.加强领导。", "七、Leading Group", f"组长：{RARE}"),
        ):
            self.assertIn(line, text.splitlines())
        self.assertIn("（1）爱岗敬业；（2）团结互助。", text)
        self.assertIn("（1）自荐；（2）公示。", text)
        self.assertNotIn("打扫院子", text)

    def test_what_a_plan_lacks_is_no_heading(self):
        self.campaign.write({"background": False, "theme": False, "leading_group": False})

        text = self._text("plan")

        self.assertIn("一、Objectives", text)
        self.assertNotIn("Background", text)
        self.assertNotIn("Leading Group", text)

    def test_the_departments_plans_are_attached_if_wanted(self):
        text = self._text("plan", with_departments=True)

        self.assertIn("附件：Plans of the Departments", text)
        for cell in ("Service Hall", "打扫院子", "3月5日", "全体", "Coordinator"):
            self.assertIn(cell, text.splitlines())

    def test_the_notice_has_addressee_and_signature_and_the_plan_behind_it(self):
        text = self._text("notice", date=date(2026, 2, 20), addressee="各科室", issuer="局机关党委")

        lines = text.splitlines()
        self.assertEqual(lines[:2], ["Notice on Issuing the “Plan of the Campaign”", "各科室："])
        self.assertLess(lines.index("2026年2月20日"), lines.index("Plan of the Campaign"))
        self.assertEqual(lines[lines.index("2026年2月20日") - 1], "局机关党委")
        self.assertIn("一、Background", lines)


class TestDialog(DocumentCase):
    def test_it_counts_before_anything_is_fetched_and_warns_without_refusing(self):
        self.campaign.background = "字" * 4100
        with Form(self._dialog()) as form:
            self.assertEqual(form.limit, 4000)
            self.assertGreater(form.text_count, 4100)
            form.kind = "notice"
            self.assertLess(form.text_count, 100)
            self.assertGreater(form.attached_count, 4100)

        self.assertTrue(self._dialog()._file("docx")[1])

    def test_a_paper_that_there_is_not_is_a_sentence(self):
        self.part.write({"summary_practices": False, "summary_problems": False})
        for kind in ("decision", "public_notice", "departments"):
            dialog = self._dialog(kind=kind)
            self.assertTrue(dialog.problem, kind)
            self.assertEqual(dialog.text_count, 0)
            with self.assertRaises(UserError):
                dialog.action_word()
            with self.assertRaises(UserError):
                dialog._file("docx")

    def test_department_summaries_are_a_zip_with_a_file_each_and_one_pdf(self):
        other = self.env["leifeng.campaign.department"].create(
            {
                "campaign_id": self.campaign.id,
                "department_id": self.hotline.id,
                "summary_results": "来电减少。",
            }
        )
        name, content = self._dialog(kind="departments")._file("docx")

        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = {each: docx_files.text_of(archive.read(each)) for each in archive.namelist()}
        self.assertEqual(name, "Department Summaries Campaign.zip")
        self.assertEqual(len(files), 2)
        self.assertIn(f"{RARE}带队走访。", "".join(files.values()))
        self.assertIn("来电减少。", "".join(files.values()))
        _name, pdf = self._dialog(kind="departments", part_ids=other.ids)._file("pdf")
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
        self.assertNotIn("带队", text)

    def test_contacts_as_sheet_keep_the_zeros_of_numbers_at_work(self):
        name, content = self._dialog(kind="contacts")._file("xlsx")

        rows = [list(row) for row in load_workbook(io.BytesIO(content)).active.values]
        self.assertEqual(name, "Coordinators of the Campaign.xlsx")
        expected = ["1", "Service Hall", "Head", "Coordinator", "00001234567", "0138001"]
        self.assertEqual(rows[1], expected)
        self.assertIn("00001234567", self._text("contacts"))

    def test_contacts_are_for_the_office_and_hr(self):
        for role in ("officer", "manager", "hr"):
            self.assertTrue(self._dialog(role, "contacts")._file("docx")[1], role)
        dialog = self._dialog("supervisor", "plan")
        with self.assertRaises(AccessError):
            dialog.write({"kind": "contacts"})
            dialog._file("docx")
        with self.assertRaises(UserError):
            self._dialog()._file("xlsx")

    def test_whoever_has_no_business_with_papers_has_no_dialog(self):
        for role in ("internal", "coordinator", "head", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._dialog(role)


@tagged("post_install", "-at_install")
class TestDocumentDoors(DocumentSetup, PortalCase):
    """Who gets which file by its address."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_documents()

    def _status(self, role, path):
        self._login(role)
        return self.url_open(path).status_code

    def test_a_department_s_summary_is_its_own_people_s_and_the_office_s(self):
        path = f"/leifeng/department/{self.part.id}/summary/docx"
        self.env.flush_all()

        for role in ("head", "coordinator", "officer", "supervisor", "hr"):
            self.assertEqual(self._status(role, path), 200, role)
        for role in ("employee", "colleague", "internal", "leader"):
            self.assertEqual(self._status(role, path), 404, role)

    def test_the_head_gets_the_summary_as_pdf(self):
        self._login("head")
        answer = self.url_open(f"/leifeng/department/{self.part.id}/summary/pdf")

        self.assertEqual(answer.headers["Content-Type"], "application/pdf")
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
        self.assertIn("Experience", text)
        self.assertIn("翀珺韡䶮", text)

    def test_a_dialog_s_file_is_its_maker_s(self):
        dialog = self._dialog()
        path = f"/leifeng/document/{dialog.id}/docx"
        self.env.flush_all()

        self.assertEqual(self._status("officer", path), 200)
        self.assertEqual(self._status("manager", path), 404)
        for role in ("internal", "coordinator", "employee"):
            with self.assertLogs(level="WARNING"):
                self.assertEqual(self._status(role, path), 403, role)

    def test_what_cannot_be_made_is_a_sentence(self):
        dialog = self._dialog(kind="decision")
        self.env.flush_all()

        self._login("officer")
        answer = self.url_open(f"/leifeng/document/{dialog.id}/docx")

        self.assertEqual(answer.status_code, 422)
        self.assertIn("choose a decision", answer.text)
        self.assertEqual(self._status("officer", f"/leifeng/document/{dialog.id}/exe"), 404)
