import io

from PIL import Image

from odoo.tests import tagged

from .honor_case import HonorSetup
from .story_case import TEXT, StoryPortalCase

URL, OWN = "/my/leifeng/stories", "/my/leifeng/reflections"


@tagged("post_install", "-at_install")
class TestPortalStory(StoryPortalCase):
    def _shown(self, tree):
        return tree.xpath("//a[@data-leifeng='story']/@href")

    def test_what_is_published_is_read_by_every_employee(self):
        story, draft = self._published(), self._story(name="Draft")
        self._login("employee")

        tree = self._page(URL)

        self.assertEqual(self._shown(tree), [f"{URL}/{story.id}"])
        page = self._page(f"{URL}/{story.id}")
        self.assertIn("old man", self._text(page, "//article[@data-leifeng='text']"))
        self._has(page, "//article//strong")
        self._page(f"{URL}/{draft.id}", 404)

    def test_kinds_are_chosen_and_pages_turned(self):
        news = self._published()
        deed = self._published(kind="deed", name="A Deed")
        self._login("employee")

        self.assertEqual(self._shown(self._page(f"{URL}?kind=deed")), [f"{URL}/{deed.id}"])
        self.assertEqual(self._shown(self._page(f"{URL}?kind=news")), [f"{URL}/{news.id}"])
        self.assertEqual(len(self._shown(self._page(f"{URL}?kind=likes"))), 2)
        for number in range(21):
            self._published(name=f"Item {number}")
        self.assertEqual(len(self._shown(self._page(f"{URL}/page/2?kind=news"))), 2)

    def test_pictures_stand_there_with_captions_once_they_may(self):
        story = self._story()
        picture = self._picture(story, names=["Resident"])
        self._reviewed(story, "officer2").action_publish()
        self._login("employee")

        tree = self._page(f"{URL}/{story.id}")

        (source,) = tree.xpath("//figure/img/@src")
        self.assertEqual(self._text(tree, "//figcaption"), "At the Window")
        for address in (source, f"{source}?small=1"):
            image = self.url_open(address)
            self.assertEqual(image.status_code, 200)
            self.assertFalse(dict(Image.open(io.BytesIO(image.content)).getexif()))
        picture.consent_ids.agreed_on = False
        self.assertEqual(self.url_open(source).status_code, 404)
        self._lacks(self._page(f"{URL}/{story.id}"), "//figure")

    def test_the_author_of_an_essay_agrees_by_one_tap(self):
        entry = self._entry(self._award("essay"), self.me, state="candidate")
        entry._set_state("granted")
        action = self._as("officer", entry).action_open_story()
        story = self.env["leifeng.story"].browse(action["res_id"])
        self._as("officer", story).action_ask_consent()
        self._login("employee")
        self._has(self._page(URL), "//section[@data-leifeng='asked']//a")
        self._has(self._page(f"{URL}/{story.id}"), "//form[@data-leifeng='asked']")

        self._post(f"{URL}/{story.id}", act="agree")

        self.assertEqual(story.consent, "given")
        self._post(f"{URL}/{story.id}", act="decline")
        self.assertEqual(story.consent, "declined")
        self._post(f"{URL}/{story.id}", 404, act="publish")
        self._login("colleague")
        self._post(f"{URL}/{story.id}", 404, act="agree")

    def test_lists_cost_the_same_with_many(self):
        self._with_picture("One")
        self._login("employee")
        few = self._queries(URL)
        for number in range(12):
            self._with_picture(f"Item {number}")

        self.assertLessEqual(self._queries(URL), few)

    def _with_picture(self, name):
        story = self._story(name=name)
        self._picture(story, names=["Resident"])
        self._reviewed(story, "officer2").action_publish()

    def test_the_document_is_for_staff_who_may_read_it(self):
        story = self._published()
        for role, status in (("officer", 200), ("coordinator", 200), ("employee", 404)):
            self._login(role)
            answer = self.url_open(f"/leifeng/stories/{story.id}/docx")
            self.assertEqual(answer.status_code, status, role)
        self._login("officer")
        for ids in ("0", "x", f"{story.id},999999999", ","):
            self.assertEqual(self.url_open(f"/leifeng/stories/{ids}/docx").status_code, 404, ids)


@tagged("post_install", "-at_install")
class TestPortalReflection(StoryPortalCase):
    def _own(self):
        return self.env["leifeng.story"].search([("kind", "=", "reflection")])

    def test_it_is_written_from_a_study_session_and_is_private(self):
        session = self._session(activity_id=self.lecture.id, hours_ahead=-20)
        self._login("employee")
        (link,) = self._hrefs(self._page(f"/my/leifeng/sessions/{session.id}"), OWN)
        tree = self._page(link)
        self._has(tree, "//form[@data-rules]//textarea")

        tree = self._post(
            f"{OWN}/new", act="save", title="Mine", text="First.\nSecond.", session_id=session.id
        )

        story = self._own()
        self.assertTrue(story.private)
        self.assertEqual(story.session_id, session)
        self._has(tree, "//p[@data-leifeng='private']")
        self.assertEqual(tree.xpath("//textarea")[0].text, "First.\nSecond.")
        self.assertEqual(self._hrefs(self._page(OWN), f"{OWN}/{story.id}"), [f"{OWN}/{story.id}"])

    def test_nobody_else_opens_it(self):
        story = self._reflection()
        for role in ("colleague", "head", "officer", "manager", "coordinator"):
            self._login(role)
            for url in (f"{OWN}/{story.id}", f"{URL}/{story.id}"):
                self._page(url, 404)
            self._post(f"{OWN}/{story.id}", 404, act="save", title="x", text="y")
            self._post(f"{OWN}/{story.id}", 404, act="delete")
            self.assertFalse(self._hrefs(self._page(OWN), f"{OWN}/{story.id}"))
        self.assertEqual(story.sudo().name, "Private Words")

    def test_it_is_offered_taken_back_and_deleted(self):
        self._login("employee")
        self._post(f"{OWN}/new", act="offer", title="Mine", text="Words")
        story = self._own()
        self.assertFalse(story.private)

        self._post(f"{OWN}/{story.id}", act="take_back")
        self.assertTrue(story.private)
        self._post(f"{OWN}/{story.id}", act="delete")

        self.assertFalse(self._own())

    def test_what_was_typed_is_kept_when_it_is_refused(self):
        self._login("employee")

        tree = self._post(f"{OWN}/new", 422, act="save", title="x" * 61, text="Words")

        self.assertEqual(tree.xpath("//textarea")[0].text, "Words")
        self.assertFalse(self._own())
        tree = self._post(f"{OWN}/new", 422, act="offer", title="Empty", text=" ")
        self._has(tree, "//*[@data-leifeng='error']")

    def test_it_can_not_be_saved_into_a_session_that_is_not_there(self):
        draft = self._session(publish=False, activity_id=self.lecture.id)
        self._login("employee")

        self._post(f"{OWN}/new", act="save", text="Words", session_id=draft.id)

        self.assertFalse(self._own().session_id)


@tagged("post_install", "-at_install")
class TestPortalWall(HonorSetup, StoryPortalCase):
    def test_a_winner_s_honor_leads_to_the_published_deed(self):
        award = self._award("person", name="Model at Work")
        entry = self._winner(award, self.me)
        self._winner(award, self.people["leader"])
        self._issue(award)
        action = self._as("officer", entry).action_open_story()
        story = self.env["leifeng.story"].browse(action["res_id"])
        self._login("colleague")
        self.assertFalse(self._hrefs(self._page("/my/leifeng/honors"), URL))
        self._as("officer", story).write({"channel_board": True, "body": TEXT})
        self._as("officer", story).action_offer()
        self._reviewed(story, "officer2").action_publish()

        tree = self._page("/my/leifeng/honors")

        self.assertEqual(self._hrefs(tree, URL), [f"{URL}/{story.id}"])
