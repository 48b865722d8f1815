from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from odoo.addons.leifeng_campaign.tools import links


class TestLinks(BaseCase):
    """Names and addresses, one a line."""

    def test_a_name_and_an_address(self):
        text = "《雷锋》纪录片： https://example.com/film?part=1\n\n  http://example.com/book  "

        self.assertEqual(
            links.read(text),
            [
                ("《雷锋》纪录片", "https://example.com/film?part=1"),
                ("http://example.com/book", "http://example.com/book"),
            ],
        )

    def test_nothing(self):
        for text in (None, False, "", " \n\t"):
            self.assertEqual(links.read(text), [])

    def test_what_is_no_page_is_named(self):
        for line in (
            "学习材料",
            "x javascript:alert(1)",
            "file:///etc/passwd",
            "http://",
            "http://[",
        ):
            with self.assertRaises(ValueError) as caught:
                links.read(f"https://example.com\n{line}")

            self.assertEqual(caught.exception.args, (line,))

    @given(st.text())
    def test_every_address_is_of_the_web(self, text):
        try:
            found = links.read(text)
        except ValueError:
            return
        for name, address in found:
            self.assertTrue(name)
            self.assertRegex(address, r"(?i)^https?://")
