from odoo.fields import Datetime
from odoo.http import Request
from odoo.tests import tagged

from .panel_case import PanelPortalCase
from .test_portal_sheet import FULL, URL


@tagged("post_install", "-at_install")
class TestPaper(PanelPortalCase):
    """One person enters, a second one compares; neither is an officer; both are recorded."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        award = cls._award("essay", **cls._paper_vals())
        cls.award = cls._stage(award, "screening")
        for role in ("employee", "colleague"):
            cls._entry(cls.award, cls.people[role], title=f"Work {role}")
        cls.award.with_user(cls.users["officer"]).action_start_judging()
        reviews = cls.env["leifeng.award.review"].sudo()
        cls.sheet = reviews.search(
            [("award_id", "=", cls.award.id), ("judge_id.on_paper", "=", True)], limit=1
        )
        cls.url = f"{URL}/paper/{cls.sheet.id}"

    def _send(self, status=200, scan=b"%PDF-1.4 scan", sheet=None, **values):
        files = {"scan": ("x.pdf", scan)} if scan else None
        data = {"csrf_token": Request.csrf_token(self), **values}
        url = f"{URL}/paper/{(sheet or self.sheet).id}/send"
        return self._tree(self.url_open(url, data=data, files=files), status)

    def _typed(self, *values):
        return {f"score_{key}": value for key, value in self._scores(self.award, *values).items()}

    def _waiting(self, role):
        """Return what the overview says of sheets of paper to ``role``, "" for nothing."""
        self._login(role)
        rows = self._page("/my/leifeng").xpath(f"//a[@href='{URL}/paper']")
        return self._text(rows[0], ".") if rows else ""

    def test_both_are_told_and_led_there(self):
        told = self.env["leifeng.message"].search([("url", "=", f"{URL}/paper")])
        self.assertEqual(
            told.employee_id.user_id, self.users["internal"] | self.users["coordinator"]
        )
        self.assertEqual(self._waiting("coordinator"), "")
        self.assertIn("2 to enter", self._waiting("internal"))

        self._send(do="enter", **self._typed(*FULL))

        self.assertIn("1 to enter", self._waiting("internal"))
        self.assertIn("1 to compare", self._waiting("coordinator"))
        self.assertEqual(self._waiting("employee"), "")

        self.award.sudo().scoring_closed_on = Datetime.now()
        self.assertEqual(self._waiting("internal"), "", "nothing can be entered any more")

    def test_entered_compared_and_submitted(self):
        self._login("internal")
        self._has(self._page(f"{URL}/paper"), f"//a[@href='{self.url}']")
        self._send(do="enter", comment="On paper", **self._typed(*FULL))
        self.assertEqual((self.sheet.state, self.sheet.from_paper), ("draft", True))
        self.assertEqual(self.award._progress()["Old Judge"], (0, 2))
        self._send(422, do="agree")

        self._login("coordinator")
        page = self._page(self.url)
        self.assertIn("20.5", self._text(page, "//*[@data-leifeng='compare']"))
        self.assertEqual(self.url_open(f"{self.url}/scan").content, b"%PDF-1.4 scan")
        self._send(do="agree")

        self.assertEqual((self.sheet.state, self.sheet.total), ("submitted", 75.5))
        self.assertEqual(
            (self.sheet.entered_by_id, self.sheet.checked_by_id, self.sheet.comment),
            (self.users["internal"], self.users["coordinator"], "On paper"),
        )
        self.assertEqual(self.sheet.write_uid.id, 1)

    def test_an_abstention_that_the_paper_does_not_say_is_entered_anew(self):
        self._login("internal")
        self._send(do="abstain")
        self.sheet.with_user(self.users["coordinator"]).action_return_paper()
        self._send(do="enter", **self._typed(*FULL))
        self.sheet.with_user(self.users["coordinator"]).action_agree_paper()

        self.assertEqual((self.sheet.state, self.sheet.total), ("submitted", 75.5))

    def test_not_what_the_paper_says(self):
        self._login("internal")
        self._send(do="enter", **self._typed(*FULL))
        self._login("coordinator")
        self._send(do="return")
        self.assertEqual((self.sheet.state, self.sheet.from_paper), ("draft", False))
        self._send(422, do="agree")

    def test_without_a_signed_sheet_nothing_is_entered_and_nothing_lost(self):
        self._login("internal")
        for scan in (b"", b"MZ\x90 program"):
            page = self._send(422, scan=scan, do="enter", **self._typed(*FULL))
            self._has(page, "//input[@value='20.5']")
        self.assertFalse(self.sheet.from_paper)

    def test_abstained_and_recused_on_paper(self):
        self._login("internal")
        self._send(do="abstain")
        self.assertEqual((self.sheet.state, self.sheet.from_paper), ("draft", True))
        self._login("coordinator")
        self._has(self._page(self.url), "//*[@data-leifeng='abstains']")
        self._send(do="agree")
        self.assertEqual(
            (self.sheet.state, self.sheet.scan_id.name), ("abstained", f"{self.sheet.code}.pdf")
        )
        self.assertEqual(self.sheet.checked_by_id, self.users["coordinator"])
        self._login("internal")
        other = self.sheet.search(
            [("judge_id", "=", self.sheet.judge_id.id), ("id", "!=", self.sheet.id)]
        )
        self._send(sheet=other, do="recuse", reason="kin")
        self.assertEqual(other.state, "recused")
        self.assertEqual(self.award.recusal_ids.reason, "kin")

    def test_correcting_on_paper(self):
        self._login("internal")
        self._send(do="enter", **self._typed(*FULL))
        self.sheet.with_user(self.users["coordinator"]).action_agree_paper()
        self._send(422, do="enter", **self._typed("1", "2", "3"))
        self._send(do="enter", correction="Misread", **self._typed("1", "2", "3"))

        (new,) = self.sheet.search([("previous_id", "=", self.sheet.id)])
        self.assertEqual((self.sheet.state, new.state, new.version), ("superseded", "draft", 2))
        new.with_user(self.users["coordinator"]).action_agree_paper()
        self.assertEqual((new.state, new.total), ("submitted", 6))

    def test_nobody_else(self):
        for role in ("officer", "manager", "judge", "employee", "supervisor", "outside"):
            self._login(role)
            self._page(self.url, status=404)
            self._send(404, do="enter")
            self._page(f"{self.url}/scan", status=404)
            self._page(f"{URL}/paper/judge/{self.sheet.judge_id.id}/pdf", status=404)
            self._lacks(self._page(f"{URL}/paper"), "//*[@data-step]")

    def test_sheets_of_others_are_not_entered(self):
        digital = self._sheets(self.award, "judge")[0]
        self._login("internal")
        self._page(f"{URL}/paper/{digital.id}", status=404)

    def test_blank_sheet_and_booklet(self):
        self._login("internal")
        answer = self.url_open(f"{URL}/paper/judge/{self.sheet.judge_id.id}/pdf")
        self.assertEqual(answer.headers["Content-Type"], "application/pdf")
        reports = self.env["ir.actions.report"].with_user(self.users["internal"]).sudo()
        report = "leifeng_campaign.action_report_award_paper"
        html = reports._render_qweb_html(report, self.sheet.judge_id.ids)[0].decode()
        for word in (self.sheet.code, "Work employee", "The bell rang", "Old Judge"):
            self.assertIn(word, html)
        for word in ("Service Hall", ">Employee<", "Colleague"):
            self.assertNotIn(word, html)

    def test_the_office_prints_none(self):
        for role in ("officer", "manager", "supervisor"):
            self._login(role)
            path = f"/report/html/leifeng_campaign.report_award_paper/{self.sheet.judge_id.id}"
            with self.assertLogs(level="WARNING"):
                answer = self.url_open(path)
            self.assertNotIn(self.sheet.code, answer.text, role)
