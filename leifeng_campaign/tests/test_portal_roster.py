from datetime import timedelta

from odoo.tests import tagged

from ..controllers import roster_link
from ..tools.rate_limit import RateLimit
from .portal_case import PortalCase
from .test_leifeng_session_lists import ListsSetup


@tagged("post_install", "-at_install")
class TestPartnersRoster(ListsSetup, PortalCase):
    """The page that the police open without an account."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_lists()

    def setUp(self):
        super().setUp()
        self.patch(roster_link, "looks", RateLimit(60, 600))
        self.authenticate(None, None)
        self.post.action_open_roster()
        self.url = f"/leifeng/roster/{self.post.sudo().roster_token}"

    def test_names_and_times_and_nothing_else(self):
        self.line.employee_id.write({"mobile_phone": "13800001111"})
        page = self._page(self.url)

        self.assertEqual(len(page.xpath("//*[@data-leifeng='shift']")), 3)
        for word in ("West Crossing", "07:30–08:30", "Colleague 0"):
            self.assertIn(word, self.answer.text)
        for secret in ("13800001111", "Colleague 2", "Hotline"):
            self.assertNotIn(secret, self.answer.text)

    def test_practice_10_who_did_not_come_is_no_public_list(self):
        self.line[0].attendance = "absent"
        before = self._page(self.url).xpath("//*[@data-leifeng='shift']")[0].text_content()
        self.line[0].attendance = "pending"
        after = self._page(self.url).xpath("//*[@data-leifeng='shift']")[0].text_content()

        self.assertEqual(before, after)

    def test_masked(self):
        self.post.roster_masked = True
        self._page(self.url)

        self.assertNotIn("Colleague 0", self.answer.text)
        self.assertIn("C**********", self.answer.text)

    def test_nobody_keeps_the_page(self):
        self._page(self.url)

        headers = self.answer.headers
        self.assertEqual(headers["X-Robots-Tag"], "noindex, nofollow")
        self.assertEqual(headers["Cache-Control"], "no-store")
        self.assertEqual(headers["Referrer-Policy"], "no-referrer")

    def test_wrong_old_and_ended_links_look_the_same(self):
        self.post.roster_until = self.company._leifeng_today() - timedelta(days=1)
        ended = self._text(self._page(self.url, 404), "//main")
        for token in ("0" * 32, "x", "'", "%00", "🙂", self.url[-32:].upper()):
            page = self._page(f"/leifeng/roster/{token}", 404)
            self.assertEqual(self._text(page, "//main"), ended, token)

    def test_too_often(self):
        self.patch(roster_link, "looks", RateLimit(1, 600))
        self._page(self.url)
        self._has(self._page(self.url, 429), "//*[@data-leifeng='too_many']")

    def test_statements_at_two_sizes(self):
        few = self._queries(self.url)
        for hours in range(1, 9):
            shift = self._shift(self.next_day.start + timedelta(hours=hours * 2))
            self._line(shift, self._employees(2))

        self.assertEqual(self._queries(self.url), few)
