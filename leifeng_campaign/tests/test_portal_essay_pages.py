from odoo.tools import mute_logger

from .essay_case import TITLE
from .test_portal_essay import URL, EssayPageCase


class TestOwnPages(EssayPageCase):
    def test_take_back_and_delete(self):
        essay = self._submitted()
        page = self._post(f"{URL}/{essay.id}", act="take_back")
        self.assertEqual(self._typed(page)[0], TITLE)
        self.assertEqual(self._mine().state, "draft")

        self._post(f"{URL}/{essay.id}", act="delete")

        self.assertFalse(self._mine())

    def test_what_somebody_acted_on_is_withdrawn_instead(self):
        essay = self._submitted()
        self._as("head", essay).action_put_forward("Well told")
        page = self._post(f"{URL}/{essay.id}", 422, act="take_back")
        self._has(page, "//button[@value='withdraw']")

        page = self._post(f"{URL}/{essay.id}", act="withdraw")

        self.assertEqual(self._mine().state, "withdrawn")
        self._has(page, "//a[@data-state='withdrawn']")

    def test_all_years_are_listed_with_what_they_won(self):
        earlier = self._award("essay", name="Contest of Old", campaign_id=False, is_earlier=True)
        old = self._granted(earlier, self.me, tier_name="Second Prize")
        self._submitted()

        page = self._page(URL)

        self.assertEqual(len(page.xpath("//section[@data-leifeng='mine']//a")), 2)
        self.assertIn("Second Prize", self._text(page, "//a[@data-state='granted']"))
        self._page(f"{URL}/{old.id}")

    def test_strangers_find_no_page_whatever_else_they_may_read(self):
        draft = self._draft()
        sent = self._submitted("colleague")
        self._page(f"{URL}/{sent.id}", 404)
        for role in ("colleague", "head", "coordinator", "officer", "manager"):
            self._login(role)
            self._page(f"{URL}/{draft.id}", 404)
            self._post(f"{URL}/{draft.id}", 404, act="delete")
        self._login("officer")
        self._page(f"{URL}/{sent.id}", 404)
        self.assertTrue(draft.exists())

    def test_pages_cost_the_same_however_many_essays_there_are(self):
        self._draft()
        oldest = self._award("essay", name="Oldest", campaign_id=False, is_earlier=True)
        self._granted(oldest, self.me)
        few = [self._queries(URL), self._queries(self.url), self._queries("/my/leifeng")]
        for number in range(12):
            award = self._award("essay", name=f"Old {number}", campaign_id=False, is_earlier=True)
            self._granted(award, self.me)
        for person in self._employees(12):
            self._entry(self.contest, person, "submitted")

        many = [self._queries(URL), self._queries(self.url), self._queries("/my/leifeng")]

        self.assertEqual(few, many)


class TestTableFiles(EssayPageCase):
    def setUp(self):
        super().setUp()
        self._entry(self.contest, self.me, title="First")

    def _file(self, kind, status=200, query=""):
        answer = self.url_open(f"/leifeng/essays/{self.contest.id}/{kind}{query}")
        self.assertEqual(answer.status_code, status)
        return answer.content

    def test_the_department_and_the_office_get_both_files(self):
        for role, query in (("head", f"?part_id={self.part.id}"), ("officer", "")):
            self._login(role)
            # in tests Odoo answers with the report's page instead of a PDF
            self.assertIn(b"First", self._file("pdf", query=query))
            self.assertTrue(self._file("xlsx", query=query).startswith(b"PK"))

    def test_the_department_s_page_leads_to_it(self):
        self._login("head")

        page = self._page(f"/my/leifeng/department/{self.part.id}")

        url = f"/leifeng/essays/{self.contest.id}/pdf?part_id={self.part.id}"
        self._has(page, f"//a[@href='{url}']")

    def test_nobody_else_gets_one(self):
        query = f"?part_id={self.part.id}"
        for role in ("employee", "judge"):
            self._login(role)
            self._file("pdf", 404, query)
            with mute_logger("odoo.http"):
                self._file("xlsx", 403)
