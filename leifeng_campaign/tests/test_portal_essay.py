import io
from datetime import timedelta

from odoo.fields import Date
from odoo.http import Request
from odoo.tests import tagged

from .docx_files import document_of, saved
from .essay_case import BODY, TITLE, EssayPortalCase

URL = "/my/leifeng/essays"


@tagged("post_install", "-at_install")
class EssayPageCase(EssayPortalCase):
    def setUp(self):
        super().setUp()
        self.url = f"{URL}/award/{self.contest.id}"
        self._login("employee")

    def _mine(self):
        return self.env["leifeng.award.entry"].search([("award_id", "=", self.contest.id)])

    def _typed(self, page):
        """Return (title, text, originality ticked) as the form shows them."""
        return (
            page.xpath("//input[@name='title']/@value")[0],
            page.xpath("//textarea[@name='body']")[0].text,
            bool(page.xpath("//input[@name='original'][@checked]")),
        )

    def _send(self, act, status=200, **values):
        """Press a button of the form, with title and text in it."""
        return self._post(self.url, status, **{"act": act, "title": TITLE, "body": BODY, **values})

    def _upload(self, content, status=200, name="essay.docx", **values):
        data = {"csrf_token": Request.csrf_token(self), "act": "upload", "title": "", **values}
        files = {"file": (name, io.BytesIO(content))}
        return self._tree(self.url_open(self.url, data=data, files=files), status)

    def _autosave(self, **values):
        message = {"title": TITLE, "body": BODY, "original": False, "seen": 0, **values}
        answer = self.make_jsonrpc_request(f"{self.url}/save", message)
        self.env.invalidate_all()
        return answer


class TestWritingPage(EssayPageCase):
    def test_the_overview_leads_there_while_a_contest_accepts_entries(self):
        self._has(self._page("/my/leifeng"), f"//a[@href='{URL}']")
        self._has(self._page(URL), f"//a[@href='{self.url}']")
        self.contest.date_open = self.contest.date_deadline = Date.today() - timedelta(days=1)

        self._lacks(self._page("/my/leifeng"), f"//a[@href='{URL}']")
        self._lacks(self._page(URL), f"//a[@href='{self.url}']")

    def test_looking_at_the_page_begins_nothing(self):
        page = self._page(self.url)

        self._has(page, f"//a[@href='/my/leifeng/awards/{self.contest.id}']")
        self.assertFalse(self._mine())

    def test_save_for_later_without_a_script(self):
        page = self._send("save", body="Short.", original="1")

        self.assertEqual(self._typed(page), (TITLE, "Short.", True))
        self.assertEqual((self._mine().state, self._mine().original), ("draft", True))

    def test_submitting_leads_to_the_own_text(self):
        page = self._send("submit", original="1")

        essay = self._mine()
        self.assertEqual(essay.state, "submitted")
        self.assertIn(f"{URL}/{essay.id}", self.answer.url)
        self.assertEqual(self._text(page, "//div[@data-leifeng='text']"), BODY.strip())
        self.assertIn(f"{URL}/{essay.id}", self.url_open(self.url).url, "it isn't written any more")

    def test_practice_19_the_author_says_whether_to_be_named(self):
        """Nothing is ticked beforehand; the word stands until the notice is published."""
        self._lacks(self._page(self.url), "//input[@name='named'][@checked]")
        page = self._send("save", named="1")
        self._has(page, "//input[@name='named'][@checked]")
        self._send("submit", original="1")
        essay = self._mine()
        self.assertEqual((essay.consent_named, essay.consent_considered), (False, True))
        self.assertTrue(essay.consent_on)

        url = f"{URL}/{essay.id}"
        for act, named in (("name", True), ("withhold", False), ("name", True)):
            self._post(url, act=act)
            self.assertEqual((essay.consent_named, essay.consent_publicized), (named, False))
        self._has(self._page(url), "//form[@data-leifeng='answer'][@data-named='1']")

        self._stage(self.contest, "notice")
        self._lacks(self._page(url), "//form[@data-leifeng='answer']")
        self._post(url, 422, act="withhold")
        self.assertTrue(essay.consent_named, "what is published can't be called back here")

    def test_the_author_answers_also_for_what_the_office_entered(self):
        contest = self._as("officer", self.contest)
        essay = contest.action_essay_by_office(self.me.id, {"title": TITLE, "body": BODY}, True)
        url = f"{URL}/{essay.id}"
        self._has(self._page(url), "//form[@data-leifeng='answer'][@data-named='0']")

        self._post(url, act="name")

        self.assertTrue(essay.sudo().consent_named)

    def test_nobody_answers_for_another_author(self):
        essay = self._submitted("colleague")

        self._post(f"{URL}/{essay.id}", 404, act="name")

        self.assertFalse(essay.consent_named)

    def test_a_refusal_keeps_everything_typed(self):
        for values in (
            {"original": ""},
            {"body": "Too short.", "original": "1"},
            {"body": "word " * 50, "original": "1"},
            {"title": "", "original": "1"},
            {"title": "x" * 61, "original": "1"},
            {"body": "x" * 20_001, "original": "1"},
        ):
            page = self._send("submit", 422, **values)
            self._has(page, "//*[@data-leifeng='error']")
            typed = {"title": TITLE, "body": BODY, **values}
            title, body, original = self._typed(page)
            self.assertEqual((title, body.strip()), (typed["title"], typed["body"].strip()))
            self.assertEqual(original, bool(values["original"]))
        self.assertEqual(self._mine().state, "draft")

    def test_the_own_name_is_shown_and_kept_only_by_who_says_so(self):
        text = f"{BODY} I am Employee of the Service Hall."
        page = self._send("submit", 422, body=text, original="1")
        self.assertEqual(len(page.xpath("//*[@data-leifeng='names'][not(@hidden)]//li")), 2)
        [count] = page.xpath("//input[@name='names_kept']/@value")

        self._send("submit", body=text, original="1", names_kept=count)

        self.assertEqual(self._mine().state, "submitted")

    def test_text_is_shown_escaped(self):
        text = f"{BODY}</textarea><script>alert(1)</script><img src=x onerror=alert(2)>"
        page = self._send("save", title='"><script>alert(3)</script>', body=text)

        self.assertEqual(self._typed(page)[1], text)
        self._lacks(page, "//img[@src='x']")
        self.assertFalse([s for s in page.xpath("//script/text()") if s.startswith("alert(")])
        self._mine().write({"body": text})
        self.contest.max_characters = 0
        self.contest.min_characters = 0
        page = self._post(self.url, act="submit", title="T", body=text, original="1")
        self.assertIn("<script>alert(1)</script>", self._text(page, "//div[@data-leifeng='text']"))

    def test_a_second_essay_is_refused_and_what_was_typed_stays(self):
        self._send("submit", original="1")

        page = self._send("submit", 422, title="Another", original="1")

        self.assertEqual(self._typed(page)[0], "Another")
        self.assertEqual((len(self._mine()), self._mine().title), (1, TITLE))

    def test_after_the_end_what_is_typed_still_stands_there(self):
        self._send("save")
        self.contest.date_open = self.contest.date_deadline = Date.today() - timedelta(days=1)

        page = self._send("submit", 422, body=f"{BODY} More.", original="1")

        self.assertEqual(self._typed(page)[1], f"{BODY} More.")
        self.assertEqual(self._mine().body, BODY.strip())
        self._has(self._page(f"{URL}/{self._mine().id}"), "//div[@data-leifeng='text']")

    def test_unknown_buttons_and_contests_are_no_pages(self):
        self._send("nothing", 404)
        self._page(f"{URL}/award/2147483647", 404)
        self._page(f"{URL}/award/{self._award('essay').id}", 404)
        self._page(f"{URL}/award/{self._stage(self._award('person'), 'open').id}", 404)

    def test_returned_is_written_again_with_the_remark_in_sight(self):
        essay = self._submitted()
        self._as("head", essay).action_return("Where was it?")

        page = self._page(self.url)
        self.assertIn("Where was it?", self._text(page, "//*[@data-leifeng='reason']"))
        self._send("submit", body=f"{BODY} At the counter.", original="1")

        self.assertEqual(self._mine().state, "submitted")


class TestAutosave(EssayPageCase):
    def test_it_begins_the_draft_and_goes_on_with_it(self):
        first = self._autosave()["saved"]
        second = self._autosave(body=f"{BODY} More.", named=True, seen=first["seen"])["saved"]

        self.assertEqual(second["seen"], first["seen"] + 1)
        self.assertEqual((first["named"], second["named"]), (False, True))
        self.assertEqual(self._mine().body, f"{BODY} More.")

    def test_a_message_that_comes_twice_does_no_harm(self):
        first = self._autosave()["saved"]

        self.assertEqual(self._autosave()["saved"], first)

    def test_another_window_s_text_is_not_written_over(self):
        self._autosave()

        answer = self._autosave(body="From another window")

        self.assertEqual(answer["theirs"]["body"], BODY.strip())
        self.assertEqual(self._mine().body, BODY.strip())

    def test_it_says_where_the_own_name_stands(self):
        answer = self._autosave(body=f"{BODY} I am Employee.")

        self.assertEqual(len(answer["saved"]["names"]), 1)

    def test_refusals_are_sentences(self):
        self.assertIn("61", self._autosave(title="x" * 61)["refused"])
        self.contest._set_state("screening")
        self.assertTrue(self._autosave()["refused"])
        self.assertFalse(self._mine())

    def test_a_message_without_a_text_doesnt_take_it_away(self):
        seen = self._autosave()["saved"]["seen"]

        self.make_jsonrpc_request(f"{self.url}/save", {"title": "New", "seen": seen})
        self.env.invalidate_all()

        self.assertEqual((self._mine().title, self._mine().body), ("New", BODY.strip()))

    def test_nobody_without_an_employee_saves(self):
        self._account_without_employee()
        self._login("guest")

        self.assertTrue(self._autosave()["refused"])


class TestUpload(EssayPageCase):
    def test_a_document_fills_the_form(self):
        file = saved(document_of("A Bell", "姓名：聂小雨", "It rang.", "Many came."))

        page = self._upload(file)

        self.assertEqual(self._typed(page)[:2], ("A Bell", "It rang.\nMany came."))
        self.assertIn("聂小雨", self._text(page, "//*[@data-leifeng='filled']"))
        attachments = self.env["ir.attachment"].search_count(
            [("res_model", "=", "leifeng.award.entry")]
        )
        self.assertFalse(attachments, "nothing of the file is kept")

    def test_text_that_stands_there_is_replaced_only_if_ticked(self):
        file = saved(document_of("A Bell", "It rang."))

        page = self._upload(file, 422, title=TITLE, body=BODY)
        self.assertEqual(self._typed(page)[:2], (TITLE, BODY))
        page = self._upload(file, title=TITLE, body=BODY, replace="1")

        self.assertEqual(self._typed(page)[:2], ("A Bell", "It rang."))

    def test_bad_files_are_refused_and_what_was_typed_stays(self):
        for content in (
            b"%PDF-1.4",
            b"PK\x03\x04broken",
            b"\xd0\xcf\x11\xe0",
            b"\x00\x01\x02",
            b"",
        ):
            page = self._upload(content, 422, title=TITLE, body=BODY, replace="1")
            self._has(page, "//*[@data-leifeng='error']")
            self.assertEqual(self._typed(page)[:2], (TITLE, BODY))
        self._send("upload", 422, replace="1")  # no file at all
