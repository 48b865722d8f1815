import io

from pypdf import PdfReader

from odoo.exceptions import UserError
from odoo.tests import HttpCase, tagged

from .close_case import CloseSetup

FORM = "action_report_award_opinion_form"


@tagged("post_install", "-at_install")
class TestAwardPaper(CloseSetup, HttpCase):
    """The papers of a panel's meeting as PDF, with the text that is on them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()
        cls._set_up_awards()

    def _text(self, report, records, role="officer"):
        """Return the text of the PDF, one string a page."""
        reports = self._as(role, self.env["ir.actions.report"]).with_context(
            force_report_rendering=True
        )
        content, kind = reports._render_qweb_pdf(f"leifeng_campaign.{report}", records.ids)
        self.assertEqual(kind, "pdf")
        pages = PdfReader(io.BytesIO(content)).pages
        return [" ".join(page.extract_text().split()) for page in pages]

    def test_the_summary_to_sign(self):
        award, entries = self._closed(facts=[{"hours": 10}, {"hours": 0}, {"hours": 5}])
        rows = self._votes(award)
        rows[self._result(entries[1])] |= {"tier_id": False, "in_favor": 0}
        rows[self._result(entries[1])]["departure_reason"] = "Left the agency in May"
        self._propose(award, rows, note="Held in room 3")
        self.env.flush_all()
        self.env["leifeng.journal"]._seal_rows()
        head = self.env["leifeng.journal"]._last_hash()[:16]

        [page] = self._text("action_report_award_summary", award)

        words = (award.name, "95.00", "80.00", "15.00", "Colleague 0", "For 5, against 0")
        for word in (*words, "Left the agency in May", "Held in room 3", "Judge5", head):
            self.assertIn(word, page)
        self.assertIn("Supervisor", page)

    def test_before_the_proposal_the_summary_of_essays_has_codes_alone(self):
        award, entries = self._closed("essay")

        [page] = self._text("action_report_award_summary", award)

        for result in award.result_ids:
            self.assertIn(result.code, page)
        for word in (entries[0].title, *entries.mapped("employee_name"), "Service Hall"):
            self.assertNotIn(word, page)
        self._propose(award)
        [page] = self._text("action_report_award_summary", award, "supervisor")
        self.assertIn(entries[0].employee_name, page)

    def test_departments_facts_stand_beside_the_head_count(self):
        facts = {"headcount": 43, "people_count": 21, "people": 48.8, "requests": 7}
        award, _entries = self._closed("department", totals=(50, 40), facts=[facts])

        [page] = self._text("action_report_award_summary", award)

        for word in ("Facts from Records", "43", "21", "48.8", "7", "Head-count"):
            self.assertIn(word, page)

    def test_there_is_no_summary_while_scores_are_given(self):
        award, _entries = self._under_review()

        with self.assertRaises(UserError):
            self._as("officer", award)._summary_head()

    def test_opinions_are_asked_for_on_paper_blank_from_the_office(self):
        award, entries = self._proposed()
        self._opinion(entries[0], "hr").with_user(self.users["hr"]).action_agree("Nothing known")

        pages = self._text(FORM, award)

        self.assertEqual(len(pages), 2)
        for page, body in zip(pages, ("HR", "Discipline"), strict=True):
            self.assertIn(f"Asked of: {body}", page)
            self.assertIn(entries[0].employee_name, page)
            self.assertNotIn(entries[2].employee_name, page)
            self.assertNotIn("Nothing known", page)

    def test_a_body_prints_its_own_opinions(self):
        _award, entries = self._proposed()
        self._opinion(entries[0], "hr").with_user(self.users["hr"]).action_agree("Nothing known")
        own = self._opinion(entries[0], "hr") | self._opinion(entries[1], "hr")

        [page] = self._text("action_report_award_opinion_own", own, "hr")[:1]

        self.assertIn("No Objection Nothing known", page)
        self.assertIn("Hr", page)
        self.assertEqual(len(own._opinion_forms()), 1)

    def test_nobody_is_asked_about_essays_on_paper(self):
        award, _entries = self._proposed("essay")

        with self.assertRaises(UserError):
            self._as("officer", award)._opinion_forms()
