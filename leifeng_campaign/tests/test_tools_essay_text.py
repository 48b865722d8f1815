from unittest import TestCase

from ..tools.essay_text import context, count_characters, find_names, paragraphs


class TestCountCharacters(TestCase):
    def assert_counts(self, cases):
        """``cases``: {text: (characters with punctuation, without)}"""
        self.assertEqual(
            {text: (count_characters(text), count_characters(text, False)) for text in cases}, cases
        )

    def test_chinese_characters_and_marks(self):
        self.assert_counts(
            {
                "学雷锋，做好事。": (8, 6),
                "“敬业”——人人可学……": (12, 6),
                "〇一二々": (4, 4),
                "阿依古丽·买买提": (8, 7),
                "㛃䶮𠮷": (3, 3),
            }
        )

    def test_words_and_numbers_count_once(self):
        self.assert_counts(
            {
                "2026年3月5日": (6, 6),
                "用APP办事": (4, 4),
                "3.5%的人": (3, 3),
                "1,000人": (2, 2),
                "don't stop": (2, 2),
                "don’t stop": (2, 2),
                "mother-in-law": (1, 1),
                "Hello, world!": (2, 2),
                "10:30–11:00": (3, 2),
            }
        )

    def test_wide_letters_are_characters(self):
        self.assert_counts({"ＡＰＰ": (3, 3), "①②": (2, 2), "25℃": (2, 1)})

    def test_narrow_marks_by_themselves(self):
        self.assert_counts({"你好,世界": (5, 4), "等等...": (3, 2), "- - -": (3, 0)})

    def test_spaces_and_what_is_not_seen(self):
        self.assert_counts(
            {
                "": (0, 0),
                " \t\n\u3000\u00a0": (0, 0),
                "学 雷\u3000锋\n好": (4, 4),
                "学\u200b雷\ufeff锋": (3, 3),
                "\u200bword\u200b": (1, 1),
            }
        )


class TestFindNames(TestCase):
    def found(self, text, *names):
        """What stands in the text where a name was found, by name."""
        return [(name, text[start:stop]) for name, start, stop in find_names(text, names)]

    def test_each_place_in_the_order_of_the_text(self):
        text = "我叫聂小雨，在管理科。大家都叫我小雨，聂小雨的小雨。"

        self.assertEqual(
            self.found(text, "小雨", "聂小雨"),
            [("聂小雨", "聂小雨"), ("小雨", "小雨"), ("聂小雨", "聂小雨"), ("小雨", "小雨")],
        )
        self.assertEqual(find_names(text, ["聂小雨"]), [("聂小雨", 2, 5), ("聂小雨", 19, 22)])

    def test_spaces_and_dots_inside(self):
        text = "聂 小　雨和聂小\n雨，阿依古丽·买买提，阿依古丽买买提"

        self.assertEqual(
            self.found(text, "聂小雨", "阿依古丽•买买提"),
            [
                ("聂小雨", "聂 小　雨"),
                ("聂小雨", "聂小\n雨"),
                ("阿依古丽•买买提", "阿依古丽·买买提"),
                ("阿依古丽•买买提", "阿依古丽买买提"),
            ],
        )
        self.assertEqual(self.found("陈晨说", "陈 晨"), [("陈 晨", "陈晨")])

    def test_departments_in_short(self):
        name = "政务大厅管理科（东区）"
        for text in (
            "政务大厅管理科（东区）",
            "政务大厅管理科(东区)",
            "政务大厅管理科",
            "政务大厅管理",
        ):
            with self.subTest(text):
                self.assertEqual(self.found(f"我在{text}上班", name), [(name, text)])
        self.assertEqual(self.found("我在大厅上班", name), [])

    def test_short_forms_keep_three_characters(self):
        self.assertEqual(
            self.found("办公用品，信息时代，综合治理", "办公室", "信息科", "综合处"), []
        )
        self.assertEqual(self.found("办公室里", "办公室"), [("办公室", "办公室")])

    def test_names_that_are_not_looked_for(self):
        self.assertEqual(self.found("雨下了一天，处处是雨", "雨", "", "处", " ", False), [])
        self.assertEqual(self.found("聂小雨"), [])

    def test_latin_names_stand_by_themselves(self):
        self.assertEqual(
            self.found("Carolina和li na，LINA", "Li Na"), [("Li Na", "li na"), ("Li Na", "LINA")]
        )

    def test_signs_of_patterns_are_characters(self):
        self.assertEqual(self.found("甲(一)组", "甲(一)组"), [("甲(一)组", "甲(一)组")])
        self.assertEqual(self.found("甲一组", "甲+一*组"), [])


class TestContext(TestCase):
    TEXT = "一二三四五六七八九十"

    def test_the_text_goes_on(self):
        self.assertEqual(context(self.TEXT, 4, 6, around=2), "…三四五六七八…")

    def test_at_the_edges(self):
        self.assertEqual(context(self.TEXT, 1, 2, around=2), "一二三四…")
        self.assertEqual(context(self.TEXT, 8, 10, around=2), "…七八九十")
        self.assertEqual(context(self.TEXT, 4, 6), self.TEXT)

    def test_on_one_line(self):
        self.assertEqual(context("上\n　　文名字下\n文", 5, 7), "上 文名字下 文")


class TestParagraphs(TestCase):
    def test_without_empty_ones(self):
        self.assertEqual(
            paragraphs("　　第一段。\r\n\n 　\n\t第二段。 \n"), ["第一段。", "第二段。"]
        )
        self.assertEqual(paragraphs(" \n"), [])
