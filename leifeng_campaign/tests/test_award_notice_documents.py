import io
import re

from docx import Document
from pypdf import PdfReader

from odoo.exceptions import UserError
from odoo.tests import HttpCase, tagged

from .award_case import AwardSetup
from .common import LeifengSetup
from .notice_case import NoticeSetup

RARE = "马翀珺韡䶮"  # not in GB2312, so that a font of that set alone would print boxes
NAMED = "No objection"


@tagged("post_install", "-at_install")
class TestNoticeDocuments(NoticeSetup, AwardSetup, LeifengSetup, HttpCase):
    """The notice and what came of it, on paper and as documents."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()
        cls._set_up_awards()
        cls._set_up_notice()
        cls.mine.write({"employee_name": RARE, "deeds_short": f"{RARE}同志常年帮扶孤寡老人"})

    def _text(self, content):
        """Return all text of a docx, tables too, in the order of the document."""
        document = Document(io.BytesIO(content))
        return "\n".join(
            "".join(node.text or "" for node in block.iter() if node.tag.endswith("}t"))
            for block in document.element.body.iter()
            if block.tag.endswith("}p")
        )

    def _statement(self, notice, day="2026-11-27"):
        with self._on(day):
            return self._text(self._as("officer", notice)._statement())

    def _object(self, notice, role="colleague", **vals):
        with self._on("2026-11-23"):
            objections = self._as(role, self.env["leifeng.award.objection"])
            objections.hand_in(notice.with_env(objections.env), 0, "Not right", **vals)
        return self.env["leifeng.award.objection"].search([], limit=1)

    def test_the_document_has_basis_list_period_and_where_to_object(self):
        notice = self._published()

        text = self._text(self._as("officer", notice)._document())

        for word in (
            *("Notice", "“Campaign”", "Award for a person", "First", RARE, "Service Hall"),
            *("孤寡老人", "2026年11月20日", "2026年11月26日", "5 workdays"),
            *("Discipline Office", "0000-8801312", "Room 2", "9 to 17", self.company.name),
        ):
            self.assertIn(word, text)
        [table] = Document(io.BytesIO(notice._document())).tables
        self.assertEqual(len(table.rows), 3)

    def test_the_check_code_is_on_all_of_them(self):
        notice = self._notice()
        notice.check_code = "0123456789abcdef"
        self.assertIn("0123456789abcdef", notice._code_text())
        self.assertIn("_code_text()", self.env.ref("leifeng_campaign.report_notice_board").arch)

    def test_masked_in_every_form(self):
        notice = self._published(masked=True)

        texts = [self._text(notice._document()), self._board(notice), notice._group_text()]

        for text in texts:
            self.assertNotIn(RARE, text)
            self.assertNotIn(RARE[1:], text)
        self.assertIn("马****", texts[0])
        self.assertIn("****", texts[1], "pypdf gives a radical for 马")

    def test_the_poster_prints_rare_characters(self):
        text = self._board(self._published())

        for character in RARE[1:]:
            self.assertIn(character, text)
        for word in ("Discipline Office", "0000-8801312", "Room 2"):
            self.assertIn(word, text)

    def _board(self, notice):
        reports = self._as("officer", self.env["ir.actions.report"]).with_context(
            force_report_rendering=True
        )
        report = "leifeng_campaign.action_report_notice_board"
        content, kind = reports._render_qweb_pdf(report, notice.ids)
        self.assertEqual(kind, "pdf")
        pages = PdfReader(io.BytesIO(content)).pages
        self.assertGreater(pages[0].mediabox.height, 1150, "A3")
        return "".join(re.sub(r"\s+", " ", page.extract_text()) for page in pages)

    def test_the_statement_says_that_nobody_objected_only_when_nobody_did(self):
        quiet = self._published()
        self.assertIn(NAMED, self._statement(quiet))

        objection = self._object(quiet, signed=False)
        text = self._statement(quiet)
        self.assertNotIn(NAMED, text)
        self.assertIn("Objections received: 1, of these signed: 0", text)
        self.assertIn("not answered yet: 1", text)
        self.assertNotIn("has been answered", text)
        self._as("supervisor", objection).action_record_finding(False, "Looked at it")
        self.assertIn("dismissed: 1, not answered yet: 0", self._statement(quiet))

    def test_the_statement_tells_of_the_notice_that_was_renewed(self):
        notice = self._published()
        objection = self._object(notice)
        self._as("supervisor", objection).action_record_finding(
            True, "Looked at it", "You are right about that."
        )
        with self._on("2026-11-27"):
            renewed = self._as("officer", notice).action_renew("A line was taken off")

        text = self._statement(renewed, "2026-12-04")

        self.assertNotIn(NAMED, text)
        self.assertIn("2026年11月20日", text)
        self.assertIn("2026年11月27日", text)
        self.assertIn("A line was taken off", text)
        self.assertIn("Upheld: 1", text)
        for word in ("Colleague", "Looked at it", "You are right", "Not right"):
            self.assertNotIn(word, text)

    def test_no_statement_before_the_period_is_over_and_nothing_of_a_draft(self):
        notice = self._published()
        with self._on("2026-11-26"), self.assertRaises(UserError):
            notice._statement()
        for make in (self._notice()._document, self._notice()._statement):
            with self.assertRaises(UserError):
                make()
