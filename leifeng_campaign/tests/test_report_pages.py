import io
from datetime import timedelta

from pypdf import PdfReader

from odoo.tests import HttpCase, tagged

from ..tools.print_scale import room_on
from .common import LeifengSetup

MANY = 70


@tagged("post_install", "-at_install")
class TestReportPages(LeifengSetup, HttpCase):
    """Lists that are longer than a page, as they come out of the printer."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()

    def _pages(self, report, records):
        """Return the text of each page."""
        reports = self.env["ir.actions.report"].with_context(force_report_rendering=True)
        content, _kind = reports._render_qweb_pdf(f"leifeng_campaign.{report}", records.ids)
        return self._texts(content)

    def _texts(self, content):
        pages = PdfReader(io.BytesIO(content)).pages
        return [" ".join(page.extract_text().split()) for page in pages]

    def _many_people(self):
        return self.env["hr.employee"].create(
            [
                {"name": f"Person{n:03}x", "department_id": self.hall.id, "barcode": f"Z{n:03}"}
                for n in range(MANY)
            ]
        )

    def _check(self, pages, head, names):
        """Each page says the head, holds more than a few rows, and no row is lost or doubled."""
        self.assertGreater(len(pages), 1)
        for number, page in enumerate(pages, 1):
            self.assertIn(head, page, f"page {number} of {len(pages)}")
        for name in names:
            self.assertEqual(sum(page.count(name) for page in pages), 1, name)
        rows = [sum(name in page for name in names) for page in pages]
        self.assertGreater(min(rows[:-1]), max(rows) * 0.6, rows)

    def test_the_head_of_a_sign_in_sheet_stands_on_each_page(self):
        people = self._many_people()
        session = self._session(capacity=MANY)
        self._line(session, people)

        pages = self._pages("action_report_session_sheet", session)

        self._check(pages, "Full Name", people.mapped("name"))

    def test_the_head_of_a_person_s_records_stands_on_each_page(self):
        """Columns of this one find their widths by themselves."""
        sessions = self.env["leifeng.session"]
        for number in range(MANY):
            sessions |= self._confirmed(
                self.people["employee"], name=f"Shift{number:03}x", hours_ahead=-24 * (number + 1)
            )

        pages = self._pages("action_report_service_record_list", sessions.record_ids)

        self._check(pages, "Remark", [f"Shift{number:03}x" for number in range(MANY)])

    def test_two_shifts_of_a_day_stay_together_under_their_date(self):
        values = {"name": "Crossing", "location": "Main Road"}
        post = self.env["leifeng.service.post"].create(values)
        sessions = self.env["leifeng.session"]
        first = self._moment(f"{self.company._leifeng_today() + timedelta(days=3)} 07:30")
        for number in range(MANY):
            start = first + timedelta(days=number // 2, hours=10 * (number % 2))
            times = {"start": start, "stop": start + timedelta(hours=1)}
            sessions |= self._session(post_id=post.id, name="Crossing", **times)
            self._line(sessions[-1:], self.env["hr.employee"].create({"name": f"V{number:03}x"}))

        pages = self._pages("action_report_partner_roster", sessions)

        self._check(pages, "Full Name", [f"V{number:03}x" for number in range(MANY)])
        days = [page.count("-") for page in pages]
        self.assertTrue(all(days), days)

    def test_a_document_s_table_repeats_its_head(self):
        papers = self.env["leifeng.official.paper"]
        draft = papers._new_draft(self.company, "List")
        draft.table(["No.", "Full Name"], [[str(n), f"Person{n:03}x"] for n in range(MANY)], [1, 3])

        pages = self._texts(papers._official_pdf(draft))

        self._check(pages, "Full Name", [f"Person{n:03}x" for n in range(MANY)])

    def test_the_room_on_a_page(self):
        self.assertEqual(room_on((210, 297), (38, 33), 1), (650, 997))
        self.assertEqual(room_on((210, 297), (38, 33), 1.3), (845, 1297))
