from odoo.tests import tagged

from .nomination_case import NominationPortalCase

URL = "/my/leifeng/department"
ENTRIES = "/my/leifeng/nominations"


@tagged("post_install", "-at_install")
class TestPortalScreening(NominationPortalCase):
    """The section Nominations of My Department, as head and coordinator use it."""

    def _cards(self, tree):
        """Return [(id, state)] of the entries in the order shown."""
        cards = tree.xpath("//section[@data-leifeng='nominations']//*[@data-entry]")
        return [(int(card.get("data-entry")), card.get("data-state")) for card in cards]

    def test_the_section_lists_what_the_department_has(self):
        mine = self._sent("employee", self.me)
        self._sent("judge", self.people["judge"])  # of another department
        self._nominate("coordinator", self.colleague)  # a draft
        self._login("head")

        page = self._page(URL)

        self.assertEqual(self._cards(page), [(mine.id, "submitted")])
        self._has(page, "//a[@data-due='nominations']")

    def test_passing_returning_and_dropping(self):
        for role, act, state in (
            ("employee", "put_forward", "candidate"),
            ("colleague", "return", "returned"),
            ("leader", "drop", "dropped"),
        ):
            entry = self._sent(role, self.people[role])
            self._login("head")
            values = {"act": act, "text": "We looked at it.", "part_id": self.part.id}
            self._post(f"{ENTRIES}/{entry.id}/screen", **values)
            self.assertEqual(entry.state, state)
            self.assertIn(URL, self.answer.url)

    def test_a_refusal_keeps_what_was_typed(self):
        self.award.department_quota = 1
        first, second = self._sent("employee", self.me), self._sent("colleague", self.colleague)
        self._as("head", first).action_put_forward("We agree.")
        self._login("head")

        page = self._post(f"{ENTRIES}/{second.id}/screen", 422, act="put_forward", text="Her, too.")

        self._has(page, "//*[@data-leifeng='error']")
        self.assertEqual(self._text(page, "//textarea[@name='text']"), "Her, too.")

    def test_the_own_nominee_shows_who_can(self):
        entry = self._agreed("coordinator", self.me)
        self._login("coordinator")

        page = self._page(URL)

        self._lacks(page, "//section[@data-leifeng='nominations']//textarea")
        self.assertIn("Head", self._text(page, "//*[@data-leifeng='not_me']"))
        path = f"{ENTRIES}/{entry.id}/screen"
        self._post(path, 422, act="put_forward", text="As I wrote.")
        self.assertEqual(entry.state, "submitted")

    def test_the_order_is_changed_by_one_tap(self):
        entries = []
        for role in ("employee", "colleague"):
            entries.append(self._sent(role, self.people[role]))
            self._as("head", entries[-1]).action_put_forward("We agree.")
        self._login("head")
        first, second = (entry.id for entry in entries)
        self.assertEqual(
            [number for number, _state in self._cards(self._page(URL))], [first, second]
        )

        self._post(f"{ENTRIES}/{second}/screen", act="up", part_id=self.part.id)

        self.assertEqual(
            [number for number, _state in self._cards(self._page(URL))], [second, first]
        )

    def test_essays_stand_there_with_their_title(self):
        contest = self._stage(self._award("essay"), "open")
        essay = self._entry(contest, self.me, state="submitted")
        self._login("head")

        page = self._page(URL)

        self.assertIn((essay.id, "submitted"), self._cards(page))
        self._post(f"{ENTRIES}/{essay.id}/screen", act="put_forward", text="Well written.")
        self.assertEqual(essay.state, "candidate")
        self.assertIn("bell rang", self._page(f"{ENTRIES}/{essay.id}").text_content())

    def test_the_statement_of_the_department(self):
        award = self._stage(self._award("department"), "open")
        self._login("head")
        self._has(self._page(URL), "//form[@data-leifeng='statement']")

        path = f"{URL}/{self.part.id}/statement"
        self._post(path, award_id=award.id, statement="We met each need.")
        entry = award.entry_ids.filtered(lambda each: each.department_id == self.hall)
        self.assertEqual(entry.statement, "We met each need.")
        page = self._post(path, 422, award_id=award.id, statement="x" * 1001)
        self.assertEqual(self._text(page, "//textarea[@name='statement']"), "x" * 1001)
        self._post(path, 404, award_id=self.award.id, statement="x")
        self._login("employee")
        self._post(path, 404, award_id=award.id, statement="Mine")

    def test_the_section_costs_the_same_whatever_it_shows(self):
        counts = []
        for size in (1, 8):
            for person in self._employees(size, self.hall):
                entry = self._entry(self.award, person, state="submitted")
                if person.id % 2:
                    entry._set_state("candidate", department_order=person.id)
            self._login("head")
            counts.append(self._queries(URL))

        self.assertEqual(*counts)
