from datetime import timedelta
from unittest.mock import patch

from odoo.fields import Datetime
from odoo.tests import tagged

from ..controllers import rate
from ..tools.rate_limit import RateLimit
from .portal_case import PortalCase

URL = "/leifeng/rate"


@tagged("post_install", "-at_install")
class TestPortalRate(PortalCase):
    """The served answer on a printed card, without an account, once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shift = cls._confirmed([cls.me], name="Free Haircuts")
        cls.cards = cls.env["leifeng.service.rating.card"]._for_session(cls.shift, 3)
        cls.card = cls.cards[0]
        cls.path = f"{URL}/{cls.card.token}"

    def setUp(self):
        super().setUp()
        self.authenticate(None, None)
        for name in ("by_address", "by_card"):
            self.startPatcher(patch.object(rate, name, RateLimit(1000, 600)))

    def _standing(self, tree):
        return tree.xpath("//@data-standing")

    def _answers(self):
        return self.shift.rating_ids

    def test_stars_and_a_sentence(self):
        tree = self._page(self.path)
        self.assertIn("Free Haircuts", tree.text_content())
        self.assertNotIn("Employee", tree.text_content())

        tree = self._post(self.path, stars="5", text="  Quick and kind ")

        self.assertEqual(self._standing(tree), ["thanks"])
        self.assertRecordValues(
            self._answers(), [{"stars": 5, "text": "Quick and kind", "card_id": self.card.id}]
        )

    def test_a_used_card_says_so_and_nothing_else(self):
        self._post(self.path, stars="5", text="Quick and kind")

        for tree in (self._page(self.path), self._post(self.path, stars="1")):
            self.assertEqual(self._standing(tree), ["used"])
            for word in ("Haircuts", "Quick", "★"):
                self.assertNotIn(word, tree.text_content())
            self._lacks(tree, "//form[contains(@action, 'rate')]")
        self.assertEqual(self._answers().stars, 5)

    def test_two_answers_at_the_same_moment(self):
        self._post(self.path, stars="5")
        cards = self.env.registry["leifeng.service.rating.card"]

        with patch.object(cards, "_standing", return_value="open"):  # as before the first commit
            tree = self._post(self.path, status=422, stars="1")

        self._has(tree, "//*[@data-leifeng='error']")
        self.assertEqual(self._answers().stars, 5)

    def test_what_is_wrong_is_said_and_the_sentence_is_kept(self):
        for stars, text in (("", "Good"), ("6", "Good"), ("5", "x" * 201), ("5\0" * 9, "Good")):
            tree = self._post(self.path, status=422, stars=stars, text=text)
            self._has(tree, "//*[@data-leifeng='error']")
            self.assertEqual(tree.xpath("//input[@name='text']/@value"), [text])
        self._post(self.path, status=422)
        self.assertFalse(self._answers())

    def test_a_robot_fills_in_what_people_don_t_see(self):
        self._post(self.path, stars="5", website="x")

        self.assertFalse(self._answers())

    def test_codes_that_aren_t_known_all_look_the_same(self):
        codes = ("0" * 16, "abc", "%00", "'; DROP", "x" * 3000, "-")
        for code in codes:
            self.assertEqual(self._standing(self._page(f"{URL}/{code}", 404)), ["unknown"])
            tree = self._post(f"{URL}/{code}", status=404, stars="5")
            self.assertEqual(self._standing(tree), ["unknown"])

    def test_a_code_typed_from_the_card(self):
        tree = self._tree(
            self.url_open(URL, params={"code": f" {self.card._code_text().upper()} "}), 200
        )

        self.assertIn("Free Haircuts", tree.text_content())
        self._page(URL)

    def test_before_and_long_after_the_shift(self):
        coming = self._session(name="Coming")
        (early,) = self.cards._for_session(coming, 1)
        tree = self._post(f"{URL}/{early.token}", stars="5")
        self.assertEqual(self._standing(tree), ["early"])

        coming.action_cancel("Rain")
        self.assertEqual(self._standing(self._page(f"{URL}/{early.token}")), ["late"])

        ended = Datetime.now() - timedelta(days=61)
        self.shift.write({"start": ended - timedelta(hours=2), "stop": ended})
        self.assertEqual(self._standing(self._post(self.path, stars="5")), ["late"])
        self.assertFalse(self._answers())

    def test_cards_are_tried_in_moderation(self):
        with patch.object(rate, "by_address", RateLimit(3, 600)):
            for number in range(3):
                self._page(f"{URL}/{number:016}", 404)
            self.assertEqual(self._standing(self._page(self.path, 429)), ["too_many"])
            self._post(self.path, status=429, stars="5")
        self.assertFalse(self._answers())

    def test_no_robot_keeps_the_page(self):
        headers = self.url_open(self.path).headers

        self.assertEqual(headers["X-Robots-Tag"], "noindex, nofollow")
        self.assertEqual(headers["Cache-Control"], "no-store")

    def test_a_person_reads_the_sum_of_own_sessions(self):
        self._post(self.path, stars="5", text="Quick and kind")
        self._post(f"{URL}/{self.cards[1].token}", stars="4")

        self._login("employee")
        mine = self._text(self._page("/my/leifeng/records"), "//*[@data-leifeng='rating']")
        self.assertIn("4.5", mine)
        self.assertNotIn("Quick", self.answer.text)

        for role in ("colleague", "leader", "head"):
            self._login(role)
            self._lacks(self._page("/my/leifeng/records"), "//*[@data-leifeng='rating']")

    def test_volunteers_read_category_and_number_on_the_shift(self):
        """practice point 17"""
        committee = self._organization("Riverside Committee")
        values = {"partner_id": committee.id, "served": "alone", "people_count": 14}
        own = self.env["leifeng.service.request"].create({**values, "need": "Look at the wiring"})
        own._plan(self._session())

        self._login("employee")
        tree = self._page(f"/my/leifeng/sessions/{own.session_id.id}")

        self.assertIn("14", self._text(tree, "//*[@data-leifeng='served']"))
        self.assertNotIn("wiring", self.answer.text)
        self.assertNotIn("Riverside", self.answer.text)
