import io

from docx import Document

from odoo.http import Request
from odoo.tests import JsonRpcException, tagged

from .conference_case import ConferencePortalCase

WORDS = "First we ask, then we come. "
ROW = "//*[@data-leifeng='speech']"


@tagged("post_install", "-at_install")
class TestPortalSpeech(ConferencePortalCase):
    """Your Speech at the Conference, as the person who speaks sees it on a phone."""

    def setUp(self):
        super().setUp()
        self.speech = self._speech()
        self.url = f"/my/leifeng/speeches/{self.speech.id}"
        self._login("employee")

    def _upload(self, content, **values):
        data = {"csrf_token": Request.csrf_token(self), "act": "upload", "text": "", **values}
        answer = self.url_open(self.url, data=data, files={"file": ("outline.docx", content)})
        self.env.invalidate_all()
        return answer

    def test_the_row_shows_to_whom_it_concerns(self):
        self._has(self._page("/my/leifeng"), f"{ROW}[@href='{self.url}']")
        for role in ("colleague", "internal", "officer"):
            self._login(role)
            self._lacks(self._page("/my/leifeng"), ROW)

        self._login("employee")
        self.conference._set_state("cancelled")
        self._lacks(self._page("/my/leifeng"), ROW)

    def test_save_hand_in_and_take_back(self):
        tree = self._post(self.url, act="save", text=WORDS)
        self.assertEqual(self._text(tree, "//textarea[@name='text']"), WORDS.strip())
        self.assertEqual(self._text(tree, "//*[@data-count]"), "6")
        self.assertEqual(self._text(tree, "//*[@data-minutes]"), "1")

        tree = self._post(self.url, act="submit", text=WORDS)
        self._has(tree, "//*[@data-state='submitted']")
        self._lacks(tree, "//textarea")

        tree = self._post(self.url, act="take_back")
        self._has(tree, "//*[@data-state='draft']")
        self._has(tree, "//textarea")

    def _autosave(self, text, seen=None):
        return self.make_jsonrpc_request(f"{self.url}/save", {"text": text, "seen": seen})

    def test_the_script_saves_what_is_not_handed_in(self):
        first = self._autosave("First", 0)["saved"]
        self.assertEqual(first["text"], "First")
        self.assertEqual(self._autosave("First", 0)["saved"], first, "a message that comes twice")
        self.assertEqual(self._autosave("Older", 0)["theirs"], first)
        form = self._page(self.url).xpath("//form[@data-seen]")[0]
        self.assertEqual(int(form.get("data-seen")), first["seen"])
        self.assertEqual(self._autosave("Newer", first["seen"])["saved"]["text"], "Newer")
        self.assertIn("10", self._autosave("x" * 10_001)["refused"])

        self._post(self.url, act="submit", text="Newer")

        self.assertTrue(self._autosave("Later")["refused"])
        self.assertEqual(self.speech.text, "Newer")

    def test_a_refusal_keeps_what_was_typed(self):
        tree = self._post(self.url, 422, act="save", text="x" * 10_001)
        self._has(tree, "//*[@data-leifeng='error']")
        self.assertEqual(len(self._text(tree, "//textarea[@name='text']")), 10_001)

        tree = self._post(self.url, 422, act="submit", text=" ")
        self._has(tree, "//*[@data-leifeng='error']")
        self._post(self.url, 404, act="something")

    def test_a_file_fills_the_text_and_asks_before_it_replaces(self):
        document, stream = Document(), io.BytesIO()
        for line in ("一、先问需求", "二、再上门"):
            document.add_paragraph(line)
        document.save(stream)

        self._upload(stream.getvalue())
        self.assertEqual(self.speech.text, "一、先问需求\n二、再上门")

        answer = self._upload(b"Plain text", text=self.speech.text)
        self.assertEqual(answer.status_code, 422)
        self.assertEqual(self.speech.text, "一、先问需求\n二、再上门")

        self._upload(b"Plain text", text=self.speech.text, replace="1")
        self.assertEqual(self.speech.text, "Plain text")
        for content in (b"%PDF-1.7 x", b"", b"PK\x03\x04"):
            answer = self._upload(content, text="Plain text", replace="1")
            self.assertEqual(answer.status_code, 422, content)
        self.assertEqual(self.speech.text, "Plain text")

    def test_the_remark_of_the_office_is_read(self):
        self._as("employee", self.speech).action_save(WORDS)
        self._as("employee", self.speech).action_submit()
        self._as("officer", self.speech).action_return("Shorter, please")

        tree = self._page(self.url)

        self.assertIn("Shorter, please", self._text(tree, "//*[@data-leifeng='remark']"))
        self._has(tree, "//textarea")

    def test_nobody_else_has_this_page(self):
        for role in ("colleague", "internal", "head", "coordinator", "officer"):
            self._login(role)
            self._page(self.url, 404)
            self._post(self.url, 404, act="save", text="Mine")
            with self.assertRaises(JsonRpcException):
                self._autosave("Mine")
        self.assertFalse(self.speech.text)

    def test_the_agenda_on_the_page_of_a_published_conference(self):
        self._item("awards", name="Presentation", presenter="Secretary")
        url = f"/my/leifeng/sessions/{self.conference.id}"
        self._login("colleague")
        self._page(url, 404)
        self.conference.action_publish()

        text = self._text(self._page(url), "//*[@data-leifeng='agenda']")

        for word in ("Speech of employee", "Service Hall Employee", "Presentation"):
            self.assertIn(word, text)
        self.assertNotIn("Secretary", text)
        shift = self._session()
        self._lacks(self._page(f"/my/leifeng/sessions/{shift.id}"), "//*[@data-leifeng='agenda']")

    def test_the_page_of_a_conference_costs_the_same_however_long_the_agenda_is(self):
        self.conference.action_publish()
        url = f"/my/leifeng/sessions/{self.conference.id}"
        for _number in range(10):
            self._item()
        few = self._queries(url)
        for _number in range(40):
            self._item()

        self.assertEqual(few, self._queries(url))
