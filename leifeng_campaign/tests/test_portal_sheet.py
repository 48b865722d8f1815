from odoo.fields import Command, Datetime
from odoo.http import Request
from odoo.tests import tagged

from .panel_case import PanelPortalCase

URL = "/my/leifeng/sheets"
FULL = ("25", "20.5", "30")


class SheetCase(PanelPortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.award = cls._opened(kind="essay")

    def setUp(self):
        super().setUp()
        self._login("outside")
        self.sheet, self.other = self._sheets(self.award, "outside")
        self.url = f"{URL}/{self.sheet.id}"

    def _typed(self, *values):
        return {f"score_{key}": value for key, value in self._scores(self.award, *values).items()}

    def _json(self, url, **params):
        answer = self.url_open(url, json={"params": params}).json()
        self.env.invalidate_all()
        return answer.get("result", answer.get("error"))


@tagged("post_install", "-at_install")
class TestJudgesWay(SheetCase):
    def test_panels_and_progress(self):
        page = self._page(URL)
        self.assertIn("0", self._text(page, "//*[@data-leifeng='panel']//p"))
        self._has(page, f"//a[@href='{self.url}']")
        rows = self._page(f"{URL}/panel/{self.award.id}").xpath("//*[@data-state='draft']")
        self.assertEqual(len(rows), 2)

    def test_a_judge_from_outside_is_led_to_the_sheets(self):
        self._page("/my/leifeng")
        self.assertTrue(self.answer.url.endswith(URL))

    def test_the_card_of_the_portal_leads_a_judge_from_outside_to_the_sheets(self):
        for role, url in (("outside", "/my/leifeng/sheets"), ("employee", "/my/leifeng")):
            self._login(role)

            self._has(self._page("/my"), f"//a[@href='{url}']")

    def test_the_row_on_the_overview(self):
        for role, shown in (("judge2", True), ("judge", True), ("employee", False)):
            self._login(role)
            links = self._hrefs(self._page("/my/leifeng"), URL)
            self.assertEqual(bool(links), shown, role)

    def test_who_judges_nothing(self):
        for role in ("employee", "officer", "internal"):
            self._login(role)
            self._has(self._page(URL), "//*[@data-leifeng='no_panel']")
            for path in (self.url, f"{self.url}/file/1", f"{URL}/panel/{self.award.id}"):
                page = self._page(path)
                self._has(page, "//*[@data-leifeng='no_panel']")
        self.authenticate(None, None)
        self.assertIn("/web/login", self.url_open(self.url).url)

    def test_another_judge_s_sheet_is_no_page(self):
        foreign = self._sheets(self.award, "judge")[0]
        self._page(f"{URL}/{foreign.id}", status=404)
        self._post(f"{URL}/{foreign.id}/send", 404, do="abstain")
        self.assertIn("code", self._json(f"{URL}/{foreign.id}/save", scores={}))
        self.assertEqual(foreign.state, "draft")

    def test_the_text_without_an_author(self):
        page = self._page(self.url)
        self.assertIn("The bell rang", self._text(page, "//*[@data-leifeng='work']"))
        self._lacks(page, "//dl")
        for name in ("Service Hall",):
            self.assertNotIn(name, self.answer.text)

    def test_scores_are_submitted_and_the_next_sheet_comes(self):
        self._post(f"{self.url}/send", do="submit", comment="Warm", **self._typed(*FULL))

        self.assertEqual((self.sheet.state, self.sheet.total), ("submitted", 75.5))
        self.assertTrue(self.answer.url.endswith(f"{URL}/{self.other.id}"))
        self._post(f"{URL}/{self.other.id}/send", do="abstain")
        self.assertTrue(self.answer.url.endswith(f"{URL}/panel/{self.award.id}"))
        self.assertEqual(self.award._progress()["Outside"], (2, 2))
        page = self._page(self.url)
        self.assertEqual(self._text(page, "//*[@data-leifeng='total']"), "75.5")
        self._lacks(page, "//button[@value='submit']")

    def test_a_refusal_keeps_what_was_typed(self):
        typed = self._typed("25", "abc", "99")
        page = self._post(f"{self.url}/send", 422, do="submit", comment="Kept", **typed)

        self._has(page, "//*[@data-leifeng='refusal']")
        for name, value in typed.items():
            self._has(page, f"//input[@name='{name}'][@value='{value}']")
        self.assertEqual(self._text(page, "//textarea[@name='comment']"), "Kept")
        self.assertEqual(self.sheet.state, "draft")

    def test_saving_for_later(self):
        self._post(f"{self.url}/send", do="save", comment="Later", **self._typed("25", "", ""))
        self.assertTrue(self.answer.url.endswith(self.url))
        page = self._page(self.url)
        self._has(page, "//input[@value='25.0']")

    def test_recusing(self):
        typed = {"note": "Same office", **self._typed("1")}
        page = self._post(f"{self.url}/send", 422, do="recuse", reason="", **typed)
        self._has(page, "//input[@name='note'][@value='Same office']")

        self._post(f"{self.url}/send", do="recuse", reason="other", **typed)
        self.assertEqual(self.sheet.state, "recused")
        self._page(self.url, status=404)

    def test_correcting(self):
        self._post(f"{self.url}/send", do="submit", **self._typed(*FULL))
        page = self._page(self.url)
        self._has(page, "//details[@data-leifeng='correct']//input[@value='20.5']")
        page = self._post(f"{self.url}/send", 422, do="correct", **self._typed("30", "30", "40"))
        self._has(page, "//input[@value='40']")

        again = {"correction": "Mixed up", **self._typed("30", "30", "40")}
        self._post(f"{self.url}/send", do="correct", **again)
        (new,) = self._sheets(self.award, "outside").filtered(lambda each: each.version == 2)
        self.assertEqual((new.total, new.correction_reason), (100, "Mixed up"))
        self._page(self.url, status=404)

    def test_after_closing_nothing_can_be_done(self):
        self.env.cr.execute("UPDATE leifeng_award SET scoring_closed_on = now()")
        self.env.invalidate_all()
        page = self._page(self.url)
        self._has(page, "//*[@data-leifeng='closed']")
        self._lacks(page, "//form[contains(@class, 'o_leifeng_score')]")
        self._post(f"{self.url}/send", 422, do="submit", **self._typed(*FULL))

    def test_drafts_by_message(self):
        scores = self._scores(self.award, "7", "x")
        self.assertTrue(self._json(f"{self.url}/save", scores=scores)["refusal"])
        self.assertFalse(self.sheet.draft_scores)
        scores = self._scores(self.award, "7", "")
        answer = self._json(f"{self.url}/save", scores=scores, comment="By phone")
        self.assertEqual(answer["refusal"], "")
        self.assertEqual((self.sheet.comment, len(self.sheet.draft_scores)), ("By phone", 1))

    def test_malformed(self):
        for junk in ({"scores": 5}, {"scores": ["x"]}, {"comment": [1]}, {"scores": {"\0": "1"}}):
            self.assertEqual(self._json(f"{self.url}/save", **junk)["refusal"], "")
        for junk in ({"do": "x"}, {"do": "\0"}, {}, {"do": "recuse", "reason": "self"}):
            self._post(f"{self.url}/send", 422, **junk)
        self.assertEqual(self.sheet.state, "draft")

    def test_statements_of_the_pages_at_two_sizes(self):
        """A judge's page with many entries costs what one with 10 costs; the benchmark has 500."""
        counts = []
        for number in (10, 60):
            award = self._stage(
                self._award("essay", judges=("outside", "head", "leader")), "screening"
            )
            for person in self._employees(number):
                self._entry(award, person)
            award.with_user(self.users["officer"]).action_start_judging()
            sheets = self._sheets(award, "outside")
            self.assertEqual(len(sheets), number)
            paths = (f"{URL}/{sheets[3].id}", f"{URL}/panel/{award.id}", URL)
            counts.append([self._queries(path) for path in paths])
        self.assertEqual(counts[0], counts[1])

    def test_files_of_persons_open_here_and_nowhere_else(self):
        award = self._stage(self._award("person"), "screening")
        proof = self.env["ir.attachment"].create({"name": "letter.html", "raw": b"<b>proof</b>"})
        self._entry(award, self.me, proof_ids=[Command.set(proof.ids)])
        award.with_user(self.users["officer"]).action_start_judging()
        sheet = self._sheets(award, "outside")
        file = sheet.file_ids

        (href,) = self._hrefs(self._page(f"{URL}/{sheet.id}"), f"{URL}/{sheet.id}/file")
        answer = self.url_open(href)
        self.assertEqual(answer.content, b"<b>proof</b>")
        self.assertEqual(answer.headers["Content-Type"], "application/octet-stream")
        self.assertIn("attachment", answer.headers["Content-Disposition"])
        self._page(f"{URL}/{self.sheet.id}/file/{file.id}", status=404)
        self._page(f"{URL}/{sheet.id}/file/{proof.id}", status=404)
        for role in ("outside", "judge", "employee", "internal"):
            self._login(role)
            for path in (f"/web/content/{file.id}", f"/web/image/{file.id}"):
                self.assertNotIn(b"proof", self.url_open(path).content, (role, path))


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
