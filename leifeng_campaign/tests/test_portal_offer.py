from unittest.mock import patch

from odoo.tests import tagged
from odoo.tools import mute_logger

from ..controllers.offer import by_person
from .portal_case import PortalCase

HOME = "/my/leifeng"
SESSIONS = "/my/leifeng/sessions"
SIGNUPS = "/my/leifeng/signups"


@tagged("post_install", "-at_install")
class TestPortalOffer(PortalCase):
    """Both answers stand wherever one looks, and each is one step (practice point 7)."""

    def setUp(self):
        super().setUp()
        self.shift = self._session(name="Crossing")
        self._login("employee")

    def _invite(self, session=None, person=None):
        session = (session or self.shift).with_user(self.users["officer"])
        return session.action_invite((person or self.me).ids).with_env(self.env)

    def _answers(self, tree):
        found = tree.xpath("//form[contains(@action, '/my/leifeng/offers/')]/@action")
        return [action.rpartition("/")[2] for action in found]

    def test_an_open_invitation_stands_on_every_page(self):
        self._invite()

        for page in (HOME, SESSIONS, SIGNUPS, f"{SESSIONS}/{self.shift.id}"):
            self.assertEqual(self._answers(self._page(page)), ["accept", "decline"], page)
        tree = self._page(SESSIONS)
        self._has(tree, "//a[@data-badge='free']//*[@data-standing='invited']")

    def test_nobody_invited_reads_nothing_of_it(self):
        self._invite(person=self.colleague)

        for page in (HOME, SESSIONS, SIGNUPS, f"{SESSIONS}/{self.shift.id}"):
            self.assertEqual(self._answers(self._page(page)), [], page)

    def test_count_me_in(self):
        offer = self._invite()

        tree = self._post(f"/my/leifeng/offers/{offer.id}/accept")

        self.assertTrue(self.answer.url.endswith(f"{SESSIONS}/{self.shift.id}"))
        self._has(tree, "//*[@data-leifeng='act']//*[@data-standing='signed_up']")
        self.assertEqual(self.shift.signup_ids.mapped("source"), ["invitation"])

    def test_not_this_time(self):
        offer = self._invite()

        tree = self._post(f"/my/leifeng/offers/{offer.id}/decline")

        self._lacks(tree, "//div[contains(@class, 'alert-warning')]")
        self.assertEqual(self._answers(tree), [])
        self.assertEqual(offer.state, "declined")
        page = self._page(f"{SESSIONS}/{self.shift.id}")
        self._has(page, "//form[contains(@action, '/sign_up')]")

    def test_a_double_click_is_harmless(self):
        offer = self._invite()

        for _click in range(2):
            tree = self._post(f"/my/leifeng/offers/{offer.id}/accept")
            self._has(tree, "//*[@data-leifeng='act']//*[@data-standing='signed_up']")
            self._lacks(tree, "//div[contains(@class, 'alert-warning')]")
        self.assertEqual(len(self.shift.signup_ids), 1)

    def test_a_refusal_stands_before_the_click_and_after_it(self):
        offer = self._invite()
        self._line(self._session(name="Elsewhere"), [self.me])

        tree = self._page(f"{SESSIONS}/{self.shift.id}")
        self.assertEqual(self._answers(tree), ["decline"])
        self.assertIn("Elsewhere", self._text(tree, "//*[@data-leifeng='refusal']"))

        tree = self._post(f"/my/leifeng/offers/{offer.id}/accept")
        self.assertIn("Elsewhere", self._text(tree, "//div[contains(@class, 'alert-warning')]"))
        self.assertEqual(offer.state, "open")

    def test_offers_of_others_are_no_page(self):
        offer = self._invite(person=self.colleague)

        for act in ("accept", "decline", "take_back"):
            with mute_logger("odoo.http"):
                self._post(f"/my/leifeng/offers/{offer.id}/{act}", status=404)
        self.assertEqual(offer.state, "open")

    def test_pages_cost_the_same_with_many_invitations(self):
        for page in (HOME, SESSIONS, SIGNUPS):
            self._invite(self._session(hours_ahead=200))
            few = self._queries(page)
            for hours in range(300, 330, 3):
                self._invite(self._session(hours_ahead=hours))
            self.assertEqual(self._queries(page), few, page)
            self.env["leifeng.session.offer"].search([("state", "=", "open")])._set_state("expired")


@tagged("post_install", "-at_install")
class TestPortalStandIn(PortalCase):
    def setUp(self):
        super().setUp()
        by_person._calls.clear()
        self.shift = self._session(capacity=1)
        self.mine, self.waiting = self._line(self.shift, [self.me, self.people["hr"]])
        self.path = f"{SIGNUPS}/{self.mine.id}/stand_in"
        self._login("employee")

    def _found(self, tree):
        return [int(each) for each in tree.xpath("//button[@name='employee_id']/@value")]

    def test_from_the_search_to_the_stand_in(self):
        link = f"//a[@href='{self.path}']"
        self._has(self._page(f"{SESSIONS}/{self.shift.id}"), link)
        self._has(self._page(SIGNUPS), link)

        tree = self._page(f"{self.path}?name=olleag")
        self.assertEqual(self._found(tree), self.colleague.ids)
        tree = self._post(self.path, employee_id=self.colleague.id)

        offer = self.shift.offer_ids
        self.assertEqual((offer.employee_id, offer.kind), (self.colleague, "stand_in"))
        self.assertIn("Colleague", self._text(tree, "//*[@data-leifeng='given']"))
        self._lacks(tree, link)
        self._login("colleague")
        self._has(self._page(HOME), "//*[@data-offer='stand_in']")
        tree = self._post(f"/my/leifeng/offers/{offer.id}/accept")
        self._has(tree, "//*[@data-leifeng='act']//*[@data-standing='signed_up']")
        self._login("employee")
        tree = self._page(SIGNUPS)
        self._has(tree, "//*[@data-standing='withdrawn']")

    def test_taking_it_back(self):
        self._post(self.path, employee_id=self.colleague.id)
        offer = self.shift.offer_ids

        tree = self._post(f"/my/leifeng/offers/{offer.id}/take_back")

        self.assertEqual(offer.state, "withdrawn")
        self._has(tree, f"//a[@href='{self.path}']")

    def test_the_search_gives_little_away(self):
        busy = self._line(self._session(), [self.people["leader"]]).employee_id
        for word in ("", "C", "%", "__", "\\", "Nobody", "Employee", busy.name, "x" * 300):
            self.assertEqual(self._found(self._page(f"{self.path}?name={word}")), [], word)
        tree = self._page(f"{self.path}?name=Super")
        self.assertEqual(self._found(tree), self.people["supervisor"].ids)
        self.assertEqual(len(tree.xpath("//form[@method='post']//*[@class='card-body']")), 0)

    def test_the_search_is_limited(self):
        with patch.object(by_person, "times", 2):
            for status in (200, 200, 429):
                tree = self._page(f"{self.path}?name=Colleague", status)
            self._has(tree, "//div[contains(@class, 'alert-warning')]")
            self.assertEqual(self._found(tree), [])
            self._post(self.path, employee_id=self.colleague.id)
        self.assertFalse(self.shift.offer_ids)

    def test_nonsense_asks_nobody(self):
        for value in ("", "0", "-1", "9" * 30, "x", "\0", self.me.id, self.people["hr"].id):
            tree = self._post(self.path, employee_id=value)
            self._has(tree, "//div[contains(@class, 'alert-warning')]")
        self.assertFalse(self.shift.offer_ids)

    def test_others_positions_and_waiting_ones(self):
        with mute_logger("odoo.http"):
            self._page(f"{SIGNUPS}/{self.waiting.id}/stand_in", 404)
            self._post(f"{SIGNUPS}/{self.waiting.id}/stand_in", 404, employee_id=self.colleague.id)
        self._login("hr")
        self._page(f"{SIGNUPS}/{self.waiting.id}/stand_in")
        self.assertTrue(self.answer.url.endswith(SIGNUPS), "who waits has no place to give")
