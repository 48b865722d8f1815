import io
from datetime import timedelta

from pypdf import PdfReader

from odoo.tests import HttpCase, tagged

from .common import LeifengSetup

RARE = "马翀珺韡䶮"  # not in GB2312, so that a font of that set alone would print boxes


@tagged("post_install", "-at_install")
class TestPaper(LeifengSetup, HttpCase):
    """The papers as PDF, with the text that is on them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()
        cls.company.write(
            {"leifeng_office": "Campaign Office", "leifeng_office_phone": "0000-8801312"}
        )
        cls.person = cls.people["employee"]
        cls.person.write({"name": RARE, "barcode": "WX099"})
        start = cls._moment("2025-03-05 11:30")
        cls.session = cls._confirmed(cls.person, start=start, stop=start + timedelta(minutes=130))
        cls.records = cls.session.record_ids

    def _text(self, report, records, role="officer"):
        """Return the text of the PDF, one string a page."""
        reports = self._as(role, self.env["ir.actions.report"]).with_context(
            force_report_rendering=True
        )
        content, kind = reports._render_qweb_pdf(f"leifeng_campaign.{report}", records.ids)
        self.assertEqual(kind, "pdf")
        pages = PdfReader(io.BytesIO(content)).pages
        # the font's table gives one glyph for two dashes
        return [" ".join(page.extract_text().split()).replace("‒", "–") for page in pages]

    def _certificate(self):
        certificates = self._as("officer", self.env["leifeng.certificate"])
        return certificates.issue_service_record(self.person.id)

    def test_practice_12_the_certificate_says_what_the_rule_demands(self):
        certificate = self._certificate()

        [page] = self._text("action_report_service_certificate", certificate)

        words = (
            *(
                "WX099",
                "2025-03-05",
                "Shift",
                "Corner",
                "2.1",
                certificate.number.strip("〔〕号")[:4],
            ),
            *("Of these within working hours", "Cut Down to 0.1 Hours", "Handled by: Officer"),
            *("0000-8801312", "national volunteer service information system prevails"),
            *("space for the seal", self.company.name),
        )
        for word in words:
            self.assertIn(word, page)

    def test_practice_13_the_certificate_prints_no_stars(self):
        [page] = self._text("action_report_service_certificate", self._certificate())

        self.assertNotRegex(page.lower(), r"star\b|stars|national certificate|★")

    def test_a_revoked_certificate_says_so_on_paper(self):
        certificate = self._certificate()
        self._as("officer", self.records).action_correct("Was not there")

        [page] = self._text("action_report_service_certificate", certificate)

        self.assertIn("This certificate is no longer valid: Was not there", page)

    def test_rare_characters_are_printed(self):
        [page] = self._text("action_report_service_certificate", self._certificate())

        for character in RARE[1:]:
            self.assertIn(character, page)

    def test_the_code_on_the_paper_leads_to_the_check_page(self):
        certificate = self._certificate()

        self.assertEqual(
            certificate._check_url(), f"{certificate.get_base_url()}{certificate._check_path()}"
        )
        self.assertTrue(certificate._check_image().startswith("data:image/png;base64,"))

    def test_practice_14_the_list_of_one_s_own_records(self):
        self._as("officer", self.records).action_correct("Was not there")

        [page] = self._text("action_report_service_record_list", self.person.leifeng_record_ids)

        for word in ("WX099", "11:30–13:40", "Correction Entry", "-2.1", "Cut Down to 0.1 Hours"):
            self.assertIn(word, page)

    def test_records_of_two_people_are_two_lists(self):
        other = self._confirmed(self.people["colleague"]).record_ids

        pages = self._text("action_report_service_record_list", self.records | other)

        self.assertEqual(len(pages), 2)
        self.assertEqual(sum("Colleague" in page for page in pages), 1)

    def test_the_sheet_of_a_session_as_its_leader(self):
        session = self._session(leader_id=self.people["internal"].id)
        self._line(session, self.people["colleague"])

        [page] = self._text("action_report_session_sheet", session, "internal")

        for word in ("Shift", "Corner", "Colleague", "Service Hall", "Signature", "20"):
            self.assertIn(word, page)

    def test_the_filled_sheet(self):
        [page] = self._text("action_report_session_sheet", self.session)

        for word in ("11:30", "13:40", "2.1", "Confirmed by"):
            self.assertIn(word, page)
