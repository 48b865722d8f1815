import json

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools import chain

PAYLOADS = st.dictionaries(
    st.text(max_size=8),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3),
        max_leaves=5,
    ),
    max_size=5,
)
TEXTS = st.lists(st.text(max_size=12), min_size=1, max_size=8)


def chained(texts):
    """Return the rows of a chain over ``texts``: (text, previous hash, hash)."""
    rows, previous = [], ""
    for text in texts:
        rows.append((text, previous, chain.link(previous, text)))
        previous = rows[-1][2]
    return rows


class TestChain(BaseCase):
    @given(PAYLOADS)
    def test_the_same_facts_give_the_same_text_in_any_order(self, payload):
        turned = dict(reversed(payload.items()))

        self.assertEqual(chain.canonical(turned), chain.canonical(payload))
        self.assertEqual(json.loads(chain.canonical(payload)), payload)

    def test_a_known_link(self):
        # printf '\n{"a":1}' | sha256sum
        text = chain.canonical({"a": 1})

        self.assertEqual(
            chain.link("", text),
            "7395dc66860499cb2b8970e17094ec53ed1ff54e7067ad619f884917096166b0",
        )

    @given(TEXTS)
    def test_an_untouched_chain_fits(self, texts):
        self.assertIsNone(chain.first_break(chained(texts)))

    @given(TEXTS, st.data())
    def test_a_changed_text_is_the_first_break(self, texts, data):
        rows = chained(texts)
        index = data.draw(st.integers(0, len(rows) - 1))
        text, previous, stored = rows[index]
        rows[index] = (text + "!", previous, stored)

        self.assertEqual(chain.first_break(rows), index)

    @given(TEXTS, st.data())
    def test_a_changed_text_with_a_new_hash_breaks_at_the_next_row(self, texts, data):
        rows = chained([*texts, "last"])
        index = data.draw(st.integers(0, len(texts) - 1))
        text, previous, _stored = rows[index]
        rows[index] = (text + "!", previous, chain.link(previous, text + "!"))

        self.assertEqual(chain.first_break(rows), index + 1)

    @given(TEXTS, st.data())
    def test_a_row_taken_out_is_seen(self, texts, data):
        rows = chained([*texts, "last"])
        index = data.draw(st.integers(0, len(texts) - 1))
        del rows[index]

        self.assertEqual(chain.first_break(rows), index)

    def test_nothing_fits(self):
        self.assertIsNone(chain.first_break([]))

    def test_a_digest_depends_on_salt_and_values(self):
        digests = {
            chain.digest("salt", 1, "a"),
            chain.digest("salt", 1, "b"),
            chain.digest("other", 1, "a"),
            chain.digest("salt", 11, ""),
        }

        self.assertEqual(len(digests), 4)
        self.assertEqual(chain.digest("salt", 1, "a"), chain.digest("salt", 1, "a"))
