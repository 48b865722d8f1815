from odoo.fields import Command
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
