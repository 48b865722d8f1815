import io
from unittest.mock import patch

from docx import Document
from lxml import html

from odoo.http import Request
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..controllers import notice as notice_controller
from .award_case import AwardPortalCase
from .notice_case import PNG, REPLY, NoticeSetup

URL = "/my/leifeng/notices"


@tagged("post_install", "-at_install")
class TestPortalNotice(NoticeSetup, AwardPortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_notice()
        cls.notice = cls._published("2026-11-20")
        cls.startClassPatcher(cls._on("2026-11-23"))
        cls.startClassPatcher(
            patch.object(notice_controller.by_person, "allows", return_value=True)
        )

    def _object(self, files=(), status=200, **values):
        """Send the form of the notice's page; return the page that comes of it."""
        token = Request.csrf_token(self)
        answer = self.url_open(
            f"{URL}/{self.notice.id}/object",
            data={"csrf_token": token, "line_id": "0", "text": "Not right", **values},
            files=[("files", (f"mine_{number}", file)) for number, file in enumerate(files)],
        )
        self.env.invalidate_all()
        self.assertEqual(answer.status_code, status)
        return html.fromstring(answer.text)

    def _all(self):
        return self.env["leifeng.award.objection"].search([])

    def test_the_overview_leads_to_notices(self):
        for role in ("employee", "head", "internal"):
            self._login(role)
            self.assertIn(URL, self._hrefs(self._page("/my/leifeng"), URL))

    def test_the_current_ones_first_the_past_ones_below(self):
        with self._on("2026-11-21"):
            renewed = self.notice.action_renew("A wrong telephone")
        self._login("employee")

        page = self._page(URL)

        current = page.xpath("//section[@data-leifeng='current']//a/@href")
        past = page.xpath("//section[@data-leifeng='past']//a/@href")
        self.assertEqual(current, [f"{URL}/{renewed.id}"])
        self.assertEqual(past, [f"{URL}/{self.notice.id}"])
        old = self._page(f"{URL}/{self.notice.id}")
        self.assertIn(f"{URL}/{renewed.id}", self._hrefs(old, URL))
        self._lacks(old, "//form[contains(@action, '/object')]")

    def test_the_page_says_all_that_a_notice_says(self):
        self._login("colleague")

        page = self._page(f"{URL}/{self.notice.id}")

        text = page.text_content()
        for word in (
            *("Colleague", "Employee", "Service Hall", "Award for a person", "First", "Helps"),
            *("2026", "5", "Discipline Office", "0000-8801312", "Room 2", "9 to 17", "“Campaign”"),
        ):
            self.assertIn(word, text)
        self._has(page, "//details[not(@open)]//form[contains(@action, '/object')]")

    def test_a_draft_and_an_unknown_one_are_no_page(self):
        self._login("employee")
        for number in (self._notice().id, 2**31 - 1):
            self._page(f"{URL}/{number}", 404)

    def test_after_the_last_day_the_form_is_gone_and_nothing_is_taken(self):
        self._login("employee")
        with self._on("2026-11-27"):
            page = self._page(f"{URL}/{self.notice.id}")
            self._lacks(page, "//form[contains(@action, '/object')]")
            self._object(status=422)
        self.assertFalse(self._all())

    def test_object_in_the_own_name_and_read_the_answer(self):
        self._login("employee")
        line = self.notice.line_ids[0]
        page = self._object([PNG], line_id=str(line.id), signed="yes", contact="Ext. 12")

        self._has(page, "//*[@data-objection='received']")
        objection = self._all()
        self.assertRecordValues(
            objection,
            [{"line_id": line.id, "employee_id": self.me.id, "objector_contact": "Ext. 12"}],
        )
        self.assertEqual(objection.file_ids.name, "1.png")
        self._as("supervisor", objection).action_record_finding(False, "Looked", REPLY)
        page = self._page(f"{URL}/objections")
        self.assertEqual(self._text(page, "//*[@data-leifeng='reply']"), REPLY)
        self.assertNotIn("Looked", page.text_content())
        self._login("colleague")
        self._lacks(self._page(f"{URL}/objections"), "//*[@data-objection]")

    def test_object_without_a_name(self):
        self._login("employee")
        self._object(signed="no", contact="Ext. 12")

        self.assertRecordValues(
            self._all(),
            [{"signed": False, "employee_id": False, "objector_contact": False}],
        )
        self._lacks(self._page(f"{URL}/objections"), "//*[@data-objection]")

    def test_what_is_refused_stays_on_the_page(self):
        self._login("employee")
        for values in (
            {"text": "I am Employee"},
            {"line_id": "999999"},
            {"files": [b"MZ"]},
            {"files": [b"%PDF-" + b"0" * 5 * 2**20]},
            {"files": [b"%PDF-"] * 4},
        ):
            page = self._object(status=422, **values)
            self._has(page, "//details[@open]//*[@data-leifeng='error']")
        self.assertFalse(self._all())

    def test_an_account_without_employee(self):
        self._account_without_employee()
        self._login("guest")
        for path in (URL, f"{URL}/{self.notice.id}", f"{URL}/objections"):
            self._has(self._page(path), "//*[@data-leifeng='no_employee']")

    def test_queries_of_the_list_do_not_grow(self):
        self._login("employee")
        few = self._queries(URL)
        for number in range(8):
            award = self._award("person", judges=("judge",), name=f"Award {number}")
            self._winner(award, self.people["head"])
            self._published("2026-11-20", awards=self._stage(award, "approved"))
        self.assertEqual(self._queries(URL), few)

    def test_queries_of_a_notice_do_not_grow_with_its_lines(self):
        self._login("employee")
        few = self._queries(f"{URL}/{self.notice.id}")
        award = self._award("person", judges=("judge",), name="Many")
        for person in self._employees(20):
            self._winner(award, person)
        many = self._published("2026-11-20", awards=self._stage(award, "approved"))
        self.assertEqual(self._queries(f"{URL}/{many.id}"), few)

    def test_documents_are_for_office_and_supervision(self):
        path = f"/leifeng/notice/{self.notice.id}/document"
        for role in ("employee", "internal", "hr"):
            self._login(role)
            for file in (path, f"{path}.pdf"):
                with mute_logger("odoo.http"):
                    self.assertEqual(self.url_open(file).status_code, 403, role)
        for role in ("officer", "supervisor"):
            self._login(role)
            self.assertTrue(self.url_open(f"{path}.pdf").content.startswith(b"%PDF"))
            answer = self.url_open(path)
            text = Document(io.BytesIO(answer.content)).paragraphs[0].text
            self.assertEqual(text, "Notice")
