from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools.volunteer_number import fault, normalized


class TestVolunteerNumber(BaseCase):
    def test_as_it_is_typed(self):
        self.assertEqual(normalized(" ４４01-0001 23\n"), "4401-000123")
        self.assertEqual(normalized(""), "")

    def test_what_is_wrong_with_it(self):
        for number, expected in (
            ("", None),
            ("440100-0001A", None),
            ("1" * 32, None),
            ("1" * 33, "long"),
            ("编号1", "characters"),
            ("a_b", "characters"),
            ("=1+1", "characters"),
        ):
            with self.subTest(number=number):
                self.assertEqual(fault(number), expected)

    def test_practice_16_no_identity_card_numbers(self):
        # the published example of GB 11643; region 110105
        self.assertEqual(fault("11010519491231002X"), "id_card")
        self.assertEqual(fault("11010519491231002x"), "id_card")
        self.assertIsNone(fault("110105194912310021"))

    @given(st.text(max_size=40))
    def test_any_text_gets_an_answer(self, text):
        self.assertIn(fault(normalized(text)), (None, "long", "characters", "id_card"))
