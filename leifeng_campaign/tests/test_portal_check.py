import re
from unittest.mock import patch

from odoo.tests import tagged

from ..controllers import check
from ..tools.rate_limit import RateLimit
from .portal_case import PortalCase

URL = "/leifeng/check"


@tagged("post_install", "-at_install")
class TestPortalCheck(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.holder = cls._employee("聂小雨", barcode="WX065")
        cls._confirmed([cls.holder])
        cls.certificate = cls.env["leifeng.certificate"].issue_service_record(cls.holder.id)
        cls.path = cls.certificate._check_path()

    def setUp(self):
        super().setUp()
        self.authenticate(None, None)
        limits = {"by_address": RateLimit(30, 600), "by_code": RateLimit(10, 600)}
        for name, limit in limits.items():
            self.startPatcher(patch.object(check, name, limit))

    def test_the_page_repeats_the_paper_with_the_name_masked(self):
        tree = self._page(self.path)

        self.assertEqual(self._text(tree, "//*[@data-leifeng='holder']"), "聂**")
        self.assertEqual(tree.xpath("//div[@data-state]/@data-state"), ["valid"])
        for word in (self.certificate.number, "Shift", "Corner", self.company.name):
            self.assertIn(word, tree.text_content())
        for secret in ("小雨", "WX065"):
            self.assertNotIn(secret, self.answer.text)

    def test_no_robot_keeps_the_page(self):
        for path in (self.path, URL, f"{URL}/0000"):
            response = self.url_open(path)
            self.assertEqual(response.headers["X-Robots-Tag"], "noindex, nofollow")
            self.assertEqual(response.headers["Cache-Control"], "no-store")
            self.assertIn("noindex", response.text)

    def test_the_rounding_is_that_of_the_records(self):
        self.assertIn("0.1", self._page(self.path).text_content())

    def test_a_typed_name_is_compared(self):
        for name, fits in (
            ("聂小雨", "1"),
            (" 聂 小雨 ", "1"),
            ("聂小", "0"),
            ("聂**", "0"),
            ("<script>alert(1)</script>", "0"),
            ("\0", None),
            ("名" * 10000, "0"),
        ):
            tree = self._post(f"{self.path}/name", name=name)
            found = tree.xpath("//div[@data-fits]/@data-fits")
            self.assertEqual(found, [fits] if fits else [], name[:10])
            self._lacks(tree, "//script[contains(text(), 'alert(1)')]")

    def test_a_revoked_one_says_so_for_ever(self):
        self.certificate.sudo()._revoke("Wrong hours")

        tree = self._page(self.path)

        self.assertEqual(tree.xpath("//div[@data-state]/@data-state"), ["revoked"])

    def test_unknown_codes_all_look_the_same(self):
        codes = ("0" * 32, "f" * 32, "abc", "%00", "'; DROP TABLE x;--", "x" * 3000, "-1")

        pages = {self._unknown_page(f"{URL}/{code}") for code in codes}

        self.assertEqual(len(pages), 1)
        self._has(self._post(f"{URL}/{'0' * 32}/name", status=404, name="聂小雨"), "//form")

    def _unknown_page(self, path):
        self._has(self._page(path, status=404), "//*[@data-leifeng='unknown']")
        (wrap,) = re.findall(r'<div id="wrap">.*</div>', self.answer.text, re.DOTALL)
        return re.sub(r'(csrf_token|url_code)[^>]*>|href="[^"]*"', "", wrap)

    def test_a_code_copied_from_paper_is_found(self):
        code = self.path.rpartition("/")[2]
        copied = f" {code[:8].upper()}-{code[8:]} "

        tree = self._tree(self.url_open(URL, params={"code": copied}), 200)

        self.assertIn(self.certificate.number, tree.text_content())

    def test_names_are_tried_in_moderation(self):
        for _try in range(10):
            self._post(f"{self.path}/name", name="Zhao")

        self._has(
            self._post(f"{self.path}/name", status=429, name="聂小雨"),
            "//*[@data-leifeng='too_many']",
        )
        for number in range(19):
            self._post(f"{URL}/{number:032}/name", status=404, name="Zhao")
        self._post(f"{URL}/{99:032}/name", status=429, name="Zhao")
        self._page(self.path)

    def test_without_token_no_name_is_compared(self):
        with self.assertLogs("odoo.http", "WARNING"):
            response = self.url_open(f"{self.path}/name", data={"name": "聂小雨"})

        self.assertEqual(response.status_code, 400)

    def test_practice_12_a_replaced_one_names_the_number_of_its_successor_and_no_more(self):
        self.holder.name = "聂大雨"
        new = self.certificate.action_reissue()

        tree = self._page(self.path)

        self.assertEqual(tree.xpath("//div[@data-state]/@data-state"), ["replaced"])
        self.assertEqual(self._text(tree, "//*[@data-leifeng='successor']"), new.number)
        for secret in (new.sudo().token, "大雨"):
            self.assertNotIn(secret, self.answer.text)
