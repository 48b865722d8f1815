from odoo.tests import BaseCase

from ..tools import story_board


def text(count, length=90):
    return [("p", [("字" * length, False, False)])] * count


class TestStoryBoard(BaseCase):
    def _letters(self, found, title="窗口", shapes=()):
        return story_board.letters(title, story_board.columns(found), shapes)

    def test_a_long_text_has_two_columns_and_smaller_letters(self):
        short, long = text(2), text(12)

        self.assertEqual([len(story_board.columns(each)) for each in (short, long)], [1, 2])
        self.assertGreater(self._letters(short), self._letters(long))

    def test_pictures_and_a_long_title_take_their_room(self):
        found, title = text(8), "长标题" * 20

        self.assertGreater(self._letters(found), self._letters(found, shapes=[0.7, 0.7]))
        self.assertGreater(self._letters(found), self._letters(found, title=title))

    def test_letters_stay_readable_and_no_larger_than_the_title_s(self):
        self.assertEqual(self._letters([]), story_board.LARGEST)
        self.assertEqual(self._letters(text(200)), story_board.SMALLEST)
