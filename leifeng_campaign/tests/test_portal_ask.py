import re
from datetime import timedelta
from unittest.mock import patch

from odoo.fields import Date
from odoo.tests import tagged

from ..controllers import ask
from ..models.leifeng_service_request_ask import MAX_WAITING
from ..tools.rate_limit import RateLimit
from .portal_case import PortalCase

FORM = {
    "served": "alone",
    "people_count": "14人",
    "household_count": "12",
    "volunteers_needed": "",
    "need": "Look at the wiring\nand the gas",
    "wish_date": "",
    "wish_time": "18:30以后",
    "contact": "Jian",
    "contact_phone": "0000-8802005",
}
ERROR = "//*[@data-leifeng='error']"


@tagged("post_install", "-at_install")
class AskCase(PortalCase):
    """A residents' committee asks by its own link, without an account."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.write(
            {"leifeng_office": "Party Office", "leifeng_office_phone": "0000-8801312"}
        )
        cls.committee = cls._organization("Riverside Committee", phone="0000-8802005").sudo()
        cls.garden = cls._organization("Garden Office").sudo()
        cls.url = cls.committee._leifeng_ask_path()
        cls.requests = cls.env["leifeng.service.request"]

    def setUp(self):
        super().setUp()
        self.authenticate(None, None)
        for name in ("by_address", "by_link"):
            self.startPatcher(patch.object(ask, name, RateLimit(1000, 600)))

    def _own(self, partner=None, **vals):
        partner = partner or self.committee
        values = {"partner_id": partner.id, "served": "residents", "need": "Sweep", **vals}
        return self.requests.create(values)

    def _asked(self):
        return self.requests.search([("partner_id", "=", self.committee.id)])


@tagged("post_install", "-at_install")
class TestPortalAsk(AskCase):
    def test_a_request_by_the_link(self):
        day = Date.today() + timedelta(days=9)

        tree = self._post(self.url, **{**FORM, "wish_date": str(day), "state": "served"})

        self.assertRecordValues(
            self._asked(),
            [
                {
                    "state": "new",
                    "source": "link",
                    "company_id": self.company.id,
                    "served": "alone",
                    "people_count": 14,
                    "household_count": 12,
                    "volunteers_needed": 0,
                    "need": "Look at the wiring\nand the gas",
                    "wish_date": day,
                    "contact": "Jian",
                }
            ],
        )
        self._has(tree, "//*[@data-leifeng='done']")
        self._has(tree, "//*[@data-state='new']")
        self.assertIn("Party Office", tree.text_content())
        self.assertIn("0000-8801312", tree.text_content())

    def test_what_is_wrong_is_said_and_nothing_is_lost(self):
        yesterday = str(Date.today() - timedelta(days=1))
        for name, value in (
            ("served", ""),
            ("served", "x"),
            ("need", " "),
            ("need", "x" * 1001),
            ("contact", ""),
            ("contact_phone", "0" * 31),
            ("wish_time", "x" * 61),
            ("people_count", "many"),
            ("people_count", "-3"),
            ("household_count", "99999"),
            ("wish_date", "5 March"),
            ("wish_date", yesterday),
            ("wish_date", "9999-12-31"),
        ):
            with self.subTest(name=name, value=value[:20]):
                tree = self._post(self.url, status=422, **{**FORM, name: value})
                self._has(tree, ERROR)
                kept = "need" if name != "need" else "contact"
                self.assertIn(FORM[kept].split("\n")[0], self.answer.text)
        self.assertFalse(self._asked())

    def test_malformed_posts(self):
        for data in (
            {},
            {"need": ""},
            {**FORM, "need": "\0"},
            {**FORM, "served": "alone\0", "need": "<script>alert(1)</script>" * 50},
            {**FORM, "people_count": "1" * 5000},
            {**FORM, "wish_date": "\0x\0"},
        ):
            tree = self._post(self.url, status=422, **data)
            self._has(tree, ERROR)
            self._lacks(tree, "//script[contains(text(), 'alert(1)')]")

    def test_files_and_doubled_fields_are_no_text(self):
        self._post(
            self.url, status=422, **{**FORM, "served": ["alone", "disabled", "x"], "need": ""}
        )
        self.assertFalse(self._asked())

    def test_html_is_shown_as_text(self):
        tree = self._post(self.url, **{**FORM, "need": "<b>Bold</b>"})

        self._lacks(tree, "//div[contains(@class, 'o_leifeng_text')]/b")
        self.assertEqual(self._asked().need, "<b>Bold</b>")

    def test_a_robot_fills_in_what_people_don_t_see(self):
        self._has(self._page(self.url), "//*[@aria-hidden='true']//input[@name='website']")

        self._post(self.url, **FORM, website="http://spam.example")

        self.assertFalse(self._asked())

    def test_too_much_at_once(self):
        with patch.object(ask, "by_link", RateLimit(2, 600)):
            for _time in range(2):
                self._post(self.url, **FORM)
            tree = self._post(self.url, status=429, **FORM)

        self.assertEqual(len(self._asked()), 2)
        self._has(tree, ERROR)
        self.assertIn("Look at the wiring", tree.xpath("//textarea")[0].text)

    def test_so_many_wait_for_an_answer(self):
        for _number in range(MAX_WAITING):
            self._own()

        self._has(self._post(self.url, status=422, **FORM), ERROR)

    def test_links_that_aren_t_known_all_look_the_same(self):
        mine = self.url.rpartition("/")[2]
        old = self.url
        self.committee._leifeng_ask_path(renew=True)
        links = ("0" * 32, mine[:-1], mine.upper() + "0", "%00", "'; DROP", "x" * 3000, mine)

        pages = {self._unknown(f"/leifeng/ask/{link}") for link in links}

        self.assertEqual(len(pages), 1)
        own = self._own()
        for path in (old, f"{old}/{own.id}/change", f"{old}/{own.id}/withdraw"):
            self._has(self._post(path, status=404, **FORM), "//*[@data-leifeng='unknown']")
        self.assertEqual(own.state, "new")

    def _unknown(self, path):
        self._has(self._page(path, status=404), "//*[@data-leifeng='unknown']")
        (wrap,) = re.findall(r'<div id="wrap">.*?</main>', self.answer.text, re.DOTALL)
        return re.sub(r'(csrf_token|url_code)[^>]*>|href="[^"]*"', "", wrap)

    def test_no_robot_keeps_the_page(self):
        for path in (self.url, "/leifeng/ask/0"):
            headers = self.url_open(path).headers
            self.assertEqual(headers["X-Robots-Tag"], "noindex, nofollow")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")
            self.assertEqual(headers["Cache-Control"], "no-store")

    def test_without_csrf_token_nothing_is_asked(self):
        with self.assertLogs("odoo.http", "WARNING"):
            response = self.url_open(self.url, data=FORM)

        self.assertEqual(response.status_code, 400)
        self.assertFalse(self._asked())
