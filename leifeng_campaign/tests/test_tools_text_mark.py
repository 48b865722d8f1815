from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from odoo.addons.leifeng_campaign.tools.text_mark import mark_of


class TestTextMark(BaseCase):
    """Whether a text is still the one that a page shows."""

    def test_it_tells_texts_apart(self):
        one = {"facts": "二十人", "results": ""}
        others = (
            {"facts": "", "results": "二十人"},
            {"facts": "二十人", "results": "x"},
            {"facts": "二十一人", "results": ""},
        )

        self.assertNotIn(mark_of(one), [mark_of(other) for other in others])

    @given(st.dictionaries(st.sampled_from("abc"), st.text()))
    def test_order_and_space_around_make_no_difference(self, texts):
        turned = {name: f" {text}\n" for name, text in reversed(texts.items())}

        self.assertEqual(mark_of(turned), mark_of(texts))
        self.assertLess(mark_of(texts), 2**32)  # a browser's numbers hold it exactly
