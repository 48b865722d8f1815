from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools import table_file
from ..tools.earlier_sheet import TITLES, kind, read, year


class TestEarlierSheet(BaseCase):
    def test_tolerant_headings_in_any_order(self):
        text = "工 号,年度,奖项名称,等次\n00012,2025年,学雷锋标兵,\n"

        for encoding in ("utf-8", "gb18030"):
            ((number, row),) = read(text.encode(encoding))
            self.assertEqual(number, 2)
            self.assertEqual(
                (row["number"], row["year"], row["award"], row["body"]),
                ("00012", "2025年", "学雷锋标兵", ""),
            )

    def test_an_essay_comes_whole(self):
        body = "字" * 3000
        content = table_file.workbook(
            ["年度", "奖项", "姓名", "正文"], [["2025", "征文", "甲", body]]
        )

        ((_number, row),) = read(content)

        self.assertEqual(row["body"], body)

    def test_columns_that_are_missing_are_named(self):
        with self.assertRaises(KeyError) as caught:
            read("姓名\n甲\n".encode())
        self.assertEqual(caught.exception.args, ("year", "award"))
        with self.assertRaises(KeyError) as caught:
            read("年度,奖项\n2025,标兵\n".encode())
        self.assertEqual(caught.exception.args, ("name",))

    def test_years(self):
        for text, expected in (
            ("2025", 2025),
            ("2025年", 2025),
            (" 2025 年度", 2025),
            ("2025-03-05", 2025),
            ("25", 0),
            ("2125年后", 0),
            ("", 0),
            ("二〇二五", 0),
        ):
            self.assertEqual(year(text), expected, text)

    def test_who_a_row_is_about(self):
        empty = dict.fromkeys(TITLES, "")
        self.assertEqual(kind({**empty, "title": "晨"}), "essay")
        self.assertEqual(kind({**empty, "number": "1"}), "person")
        self.assertEqual(kind({**empty, "department": "热线"}), "department")

    @given(st.binary(max_size=200))
    def test_anything_else_is_refused_by_name(self, content):
        with suppress(table_file.NotReadable, KeyError):
            read(content)
