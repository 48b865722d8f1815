from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools.masking import masked_name, masked_number, masked_phone


class TestMasking(BaseCase):
    """practice point 19: masks on by default in every list export."""

    def test_names_keep_the_family_name(self):
        for name, expected in (
            ("聂小雨", "聂**"),
            ("李静", "李*"),
            ("冯䶮", "冯*"),
            ("欧阳静姝", "欧***"),
            ("A", "A"),
            ("", ""),
            (None, ""),
            (False, ""),
        ):
            with self.subTest(name=name):
                self.assertEqual(masked_name(name), expected)

    def test_telephone_numbers(self):
        for text, expected in (
            ("13812341234", "138****1234"),
            ("138 1234 1234", "138******1234"),
            ("0000-8801312", "000*****1312"),
            ("8801312", "***1312"),
            ("12345", "***45"),
            ("0000-8802018、13812341234", "000*****2018、138****1234"),
            ("+86 13812341234", "+86********1234"),
            ("简主任", "简主任"),
            ("", ""),
            (None, ""),
        ):
            with self.subTest(text=text):
                self.assertEqual(masked_phone(text), expected)

    def test_numbers_of_volunteers(self):
        for text, expected in (("440100202512345678", "44**************78"), ("1234", "****")):
            with self.subTest(text=text):
                self.assertEqual(masked_number(text), expected)
        self.assertEqual(masked_number(None), "")

    @given(st.text(min_size=2))
    def test_length_stays_and_the_given_name_goes(self, name):
        masked = masked_name(name)

        self.assertEqual(len(masked), len(name))
        self.assertEqual(set(masked[1:]), {"*"})

    @given(st.from_regex(r"[0-9]{7,20}", fullmatch=True))
    def test_no_number_stays_readable(self, number):
        masked = masked_phone(number)

        self.assertEqual(len(masked), len(number))
        self.assertGreaterEqual(masked.count("*"), 3)
