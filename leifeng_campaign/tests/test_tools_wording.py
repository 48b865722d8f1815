from unittest import TestCase

from ..tools import wording


class TestWording(TestCase):
    def test_marks_of_the_language(self):
        self.assertEqual(wording.listed("zh_CN", ["甲", "乙"]), "甲、乙")
        self.assertEqual(wording.listed("zh_TW", ["甲"]), "甲")
        self.assertEqual(wording.listed("en_US", iter("ab")), "a, b")
        self.assertEqual(wording.clauses("zh_CN", ["甲", "乙"]), "甲；乙")
        self.assertEqual(wording.clauses(None, ["a", "b"]), "a; b")
