from odoo.tests import tagged
from odoo.tools import mute_logger

from .portal_case import PortalCase


@tagged("post_install", "-at_install")
class TestPortalInvite(PortalCase):
    """Coordinator, head and on-site leader invite from a phone."""

    def setUp(self):
        super().setUp()
        self.shift = self._session()
        self.path = f"/my/leifeng/sessions/{self.shift.id}/invite"

    def _listed(self, tree):
        return [int(each) for each in tree.xpath("//*[@data-person]/@data-person")]

    def test_who_gets_the_page(self):
        for role in ("coordinator", "head", "leader", "officer", "manager"):
            self._login(role)
            self.assertTrue(self._listed(self._page(self.path)), role)
            self._has(self._page(self.path[:-7]), f"//a[@href='{self.path}']")
        for role in ("employee", "colleague", "internal", "supervisor", "hr"):
            self._login(role)
            with mute_logger("odoo.http"):
                self._page(self.path, 404)
                self._post(self.path, 404, employee_id=self.me.id)
                self._post(f"{self.path}/department", 404, department_id=self.hall.id)
            self._lacks(self._page(self.path[:-7]), f"//a[@href='{self.path}']")
        self.assertFalse(self.shift.offer_ids)

    def test_one_click_invites(self):
        self._login("head")
        self.assertIn(self.me.id, self._listed(self._page(self.path)))

        tree = self._post(self.path, employee_id=self.me.id)

        offer = self.shift.offer_ids
        self.assertEqual((offer.employee_id, offer.invited_by), (self.me, "Head"))
        self.assertNotIn(self.me.id, self._listed(tree))
        self.assertIn("Employee", self._text(tree, "//*[@data-leifeng='waiting']"))
        self.assertIn("Invitations sent: 1", self.answer.text)

        tree = self._post(f"/my/leifeng/offers/{offer.id}/take_back")
        self.assertIn(self.me.id, self._listed(tree))
        self._lacks(tree, "//*[@data-leifeng='waiting']")

    def test_several_ticked(self):
        self._login("leader")
        chosen = (self.me | self.colleague | self.people["hr"]).ids

        self._post(self.path, ticked=chosen)

        self.assertEqual(set(self.shift.offer_ids.employee_id.ids), set(chosen))

    def test_the_whole_department(self):
        self._employee("Abroad", department=self.hotline, user_id=False)
        self._login("head")
        self._page(self.path)

        tree = self._post(f"{self.path}/department", department_id=self.hall.id)

        self.assertFalse(self._listed(tree))
        self.assertEqual(self.shift.offer_ids.department_id, self.hall)
        tree = self._post(f"{self.path}/department", department_id=self.hotline.id)
        self._has(tree, "//div[contains(@class, 'alert-warning')]")

    def test_who_declined_is_in_no_list(self):
        self._login("head")
        self._post(self.path, employee_id=self.me.id)
        self.shift.offer_ids.with_user(self.users["employee"]).action_decline()

        tree = self._page(self.path)

        self.assertNotIn(self.me.id, self._listed(tree))
        self._lacks(tree, "//*[@data-leifeng='waiting']")

    def test_without_an_account_on_behalf(self):
        silent = self._employee("Silent")
        self._login("head")
        tree = self._page(f"{self.path}?name=Silent")
        action = f"//*[@data-person='{silent.id}']//button/@formaction"
        self.assertEqual(tree.xpath(action), [f"{self.path}/sign_up"])

        self._post(f"{self.path}/sign_up", employee_id=silent.id)

        signup = self.shift.signup_ids
        self.assertEqual((signup.employee_id, signup.source), (silent, "behalf"))
        self.assertEqual(signup.signed_by, "Head")

    def test_search_and_pages(self):
        self._employees(45, department=self.hall)
        self._login("coordinator")

        self.assertEqual(len(self._listed(self._page(self.path))), 20)
        last = self._listed(self._page(f"{self.path}/page/3"))
        self.assertTrue(0 < len(last) < 20)
        tree = self._page(f"{self.path}?name=Colleague 4")
        self.assertEqual(len(self._listed(tree)), 6)
        self.assertTrue(self._listed(self._page(f"{self.path}/page/999999999")))
        for word in ("%00", "%25", "[]", "x" * 3000):
            self._page(f"{self.path}?name={word}")

    def test_nonsense_invites_nobody(self):
        self._login("coordinator")
        for values in (
            {},
            {"employee_id": "x"},
            {"employee_id": "9" * 40},
            {"employee_id": self.people["leader"].id},
            {"ticked": ["x", "-1", "0", ""]},
        ):
            tree = self._post(self.path, **values)
            self._has(tree, "//div[contains(@class, 'alert-warning')]")
        self.assertFalse(self.shift.offer_ids)

    def test_when_nobody_could_accept_the_page_says_why(self):
        begun = self._session(hours_ahead=-1)
        self._login("coordinator")

        tree = self._page(f"/my/leifeng/sessions/{begun.id}/invite")

        self._has(tree, "//*[@data-leifeng='refusal']")
        self.assertFalse(self._listed(tree))
        tree = self._post(f"/my/leifeng/sessions/{begun.id}/invite", employee_id=self.me.id)
        self._has(tree, "//div[contains(@class, 'alert-warning')]")

    def test_the_page_costs_the_same_at_any_size(self):
        self._login("coordinator")
        self._post(self.path, employee_id=self.me.id)
        few = self._queries(self.path)
        self._employees(60, department=self.hall)
        self._post(self.path, ticked=(self.colleague | self.people["hr"]).ids)

        self.assertEqual(self._queries(self.path), few)
