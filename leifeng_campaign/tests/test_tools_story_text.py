from odoo.tests import BaseCase

from ..tools import story_text


class TestStoryText(BaseCase):
    def test_blocks_of_what_editors_write(self):
        body = (
            "<div>One<br>Two</div><h2>Head</h2><ul><li><p>Item</p></li></ul>"
            "<ol><li>First</li></ol><blockquote>Said</blockquote>"
        )

        found = [(kind, story_text.line(runs)) for kind, runs in story_text.blocks(body)]

        self.assertEqual(
            found,
            [
                ("p", "One"),
                ("p", "Two"),
                ("h", "Head"),
                ("li", "Item"),
                ("num", "First"),
                ("quote", "Said"),
            ],
        )

    def test_cleaning_twice_changes_nothing(self):
        for body in (
            "<p>A <b>bold</b> and <i>italic</i> <b><i>word</i></b></p>",
            "text &amp; &lt;b&gt; text",
            "<ol><li>One</li><li>Two</li></ol><p>After</p>",
            "<table><tr><td>1</td><td>2</td></tr></table>",
        ):
            once = story_text.clean(body)
            self.assertEqual(story_text.clean(once), once)

    def test_spaces_between_words_stay(self):
        self.assertEqual(
            story_text.plain("<p>one <b>two</b> three\n four</p>"), "one two three four"
        )

    def test_nothing_active_is_left(self):
        for body in (
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<style>p{}</style><!-- <p>x</p> -->",
            "<svg><script>x</script></svg><iframe src=x></iframe>",
            "",
            "   ",
            None,
            "<p><br></p>",
        ):
            self.assertEqual(story_text.clean(body), "", body)

    def test_typed_text_becomes_paragraphs_and_comes_back(self):
        typed = "First <b>line</b>\n\n  Second\u3000line"

        body = story_text.from_plain(typed)

        self.assertEqual(str(body).count("<p>"), 2)
        self.assertIn("&lt;b&gt;", body)
        self.assertEqual(story_text.plain(body).split("\n")[0], "First <b>line</b>")

    def test_two_columns_hold_everything_in_order(self):
        found = [("p", [(str(number) * 20, False, False)]) for number in range(9)]

        left, right = story_text.columns(found, 2)

        self.assertEqual(left + right, found)
        self.assertLessEqual(abs(len(left) - len(right)), 1)
        self.assertEqual(story_text.columns([], 2), [[], []])
