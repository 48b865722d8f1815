import io

from pypdf import PdfReader

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import PASSWORD, LeifengSetup
from .test_leifeng_session_lists import ListsSetup


@tagged("post_install", "-at_install")
class TestListsOnPaper(ListsSetup, LeifengSetup, HttpCase):
    """The lists as PDF and xlsx, as officers get them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()
        cls._set_up_lists()

    def _text(self, report):
        reports = self._as("officer", self.env["ir.actions.report"]).with_context(
            force_report_rendering=True
        )
        content, _kind = reports._render_qweb_pdf(f"leifeng_campaign.{report}", self.shifts.ids)
        pages = PdfReader(io.BytesIO(content)).pages
        return [" ".join(page.extract_text().split()).replace("‒", "–") for page in pages]

    def test_roster(self):
        [page] = self._text("action_report_partner_roster")

        for word in ("West Crossing", "07:30–08:30", "17:00–18:00", "Colleague 1"):
            self.assertIn(word, page)
        self.assertNotIn("Colleague 2", page)
        self.assertNotIn("0000-8801312", page)

    def test_equipment_has_a_page_a_day(self):
        pages = self._text("action_report_session_equipment")

        self.assertEqual(len(pages), 2)
        for word in ("West Crossing", "vest", "flag", "Handed Out", "Brought Back", "☐"):
            self.assertIn(word, pages[0])

    def test_insured(self):
        [page] = self._text("action_report_session_insured")

        for word in ("Colleague 0", "Hotline", "Main Road", "ID Number"):
            self.assertIn(word, page)

    def test_the_workbook_is_the_office_s(self):
        url = f"/leifeng/insured.xlsx?sessions={self.morning.id},x,²,{2**40},{'9' * 5000},"
        self.authenticate("lf_officer", PASSWORD)
        self.assertIn("spreadsheet", self.url_open(url).headers["Content-Type"])
        for role in ("coordinator", "employee"):
            self.authenticate(f"lf_{role}", PASSWORD)
            with self.assertLogs("odoo.http", "WARNING"):
                self.assertEqual(self.url_open(url).status_code, 403, role)

    def test_who_prints_a_list_reads_the_names_that_one_may_see_anyway(self):
        """Odoo prints any report for whoever may read the record; sessions are read by all."""
        reports = self.env["ir.actions.report"].search(
            [("model", "=", "leifeng.session"), ("report_name", "=like", "leifeng_campaign.%")]
        )
        session = self._session(capacity=5)
        self._line(session, self._employees(1) | self.people["colleague"])
        self.assertGreater(len(reports), 4)

        for role, sees in (("employee", False), ("internal", False), ("officer", True)):
            self.authenticate(f"lf_{role}", PASSWORD)
            found = ""
            for report in reports:
                self.env.flush_all()
                with mute_logger("odoo.http"):  # those of a conference refuse
                    answer = self.url_open(f"/report/html/{report.report_name}/{session.id}")
                found += answer.text if answer.status_code == 200 else ""
            self.assertEqual("Colleague 0" in found, sees, role)
