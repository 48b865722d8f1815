from odoo.tests import tagged

from .close_case import ClosePortalCase

STRANGERS = ("internal", "employee", "colleague", "judge", "judge2", "head", "coordinator")


@tagged("post_install", "-at_install")
class TestReportDoors(ClosePortalCase):
    """Odoo shows a report as a page to whoever may read what it is about: ours ask again."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.award, cls.entries = cls._proposed()
        cls.essays, _written = cls._closed("essay")

    def _open(self, report, record):
        self.env.flush_all()
        self.env.invalidate_all()
        return self.url_open(f"/report/html/leifeng_campaign.{report}/{record.id}")

    def _paper(self, report, record):
        reports = self._as("officer", self.env["ir.actions.report"]).sudo()
        action = f"leifeng_campaign.action_{report}"
        return reports._render_qweb_html(action, record.ids)[0].decode()

    def _assert_closed(self, report, award, roles, *words):
        for role in roles:
            self._login(role)
            with self.assertLogs(level="WARNING"):
                answer = self._open(report, award)
            self.assertNotEqual(answer.status_code, 200, f"{report} as {role}")
            for word in words:
                self.assertNotIn(word, answer.text, f"{report} as {role}")

    def test_the_summary_of_a_panel(self):
        self.assertIn("Colleague 0", self._paper("report_award_summary", self.award))

        self._assert_closed("report_award_summary", self.award, STRANGERS, "Colleague 0", "80.00")

    def test_the_request_for_opinions(self):
        self._login("officer")
        self.assertIn("Colleague 0", self._open("report_award_opinion_form", self.award).text)

        self._assert_closed("report_award_opinion_form", self.award, STRANGERS, "Colleague 0")

    def test_the_table_of_essays(self):
        others = [role for role in STRANGERS if role not in ("head", "coordinator")]

        self._assert_closed("report_essay_table", self.essays, others, "A Morning", "Colleague 0")
