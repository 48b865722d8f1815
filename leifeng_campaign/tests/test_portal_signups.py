from odoo.tests import tagged

from .portal_case import PortalCase
from .test_portal_signup import SESSIONS, URL


@tagged("post_install", "-at_install")
class TestPortalSignups(PortalCase):
    def _rows(self, tree):
        rows = tree.xpath("//div[@data-standing and contains(@class, 'card')]")
        return [(row.get("data-standing"), row.get("data-attendance")) for row in rows]

    def test_the_list_has_what_comes_and_what_was(self):
        self._line(self._session(), [self.me])
        waiting = self._session(hours_ahead=50, capacity=1)
        self._line(waiting, [*self._employees(1), self.me])
        self._line(self._session(hours_ahead=90), [self.me])._leave()
        self._line(self._session(hours_ahead=-10), [self.me])
        self._confirmed([self.me])
        self._line(self._session(hours_ahead=200), [self.colleague])
        self._login("employee")

        tree = self._page(URL)

        self.assertEqual(
            self._rows(tree),
            [
                ("signed_up", None),
                ("waiting", None),
                ("withdrawn", "pending"),
                ("signed_up", "pending"),
                ("signed_up", "present"),
            ],
        )
        self.assertEqual(len(tree.xpath("//form[contains(@action, '/withdraw')]")), 2)

    def test_withdrawing_from_the_list(self):
        signup = self._line(self._session(), [self.me])
        self._login("employee")

        tree = self._post(f"{URL}/{signup.id}/withdraw")

        self.assertFalse(signup.live)
        self.assertEqual(self._rows(tree), [("withdrawn", "pending")])
        self._post(f"{URL}/{signup.id}/withdraw")
        self.assertFalse(signup.live)

    def test_nobody_withdraws_for_another_here(self):
        signup = self._line(self._session(), [self.me])

        for role in ("colleague", "head", "leader", "officer", "coordinator", "manager"):
            self._login(role)
            self._post(f"{URL}/{signup.id}/withdraw", status=404)
        for number in (0, -1, "abc", 99999999999999999999):
            self._post(f"{URL}/{number}/withdraw", status=404)
        self.assertTrue(signup.live)

    def test_withdrawn_sign_ups_are_seen_by_the_person_alone(self):
        session = self._session(name="Seen by me")
        self._line(session, [self.me])._leave()

        for role, seen in (("employee", True), ("head", False), ("officer", False)):
            self._login(role)
            self._page(URL)
            self.assertEqual("Seen by me" in self.answer.text, seen, role)

    def test_a_session_taken_back_breaks_nothing(self):
        session = self._session(name="Taken back")
        self._line(session, [self.me])._leave()
        session.action_unpublish()
        self._login("employee")

        tree = self._page(URL)

        self.assertIn("Taken back", tree.text_content())
        self._lacks(tree, f"//a[@href='{SESSIONS}/{session.id}']")

    def test_the_list_costs_the_same_at_any_size(self):
        def add(count, offset):
            for index in range(count):
                hours = 24 + 3 * (index + offset)
                self._line(self._session(hours_ahead=hours), [self.me])
                self._line(self._session(hours_ahead=-hours), [self.me])

        add(2, 0)
        self._login("employee")
        few = self._queries(URL)
        add(8, 2)

        self.assertEqual(self._queries(URL), few)
