import io
from datetime import date, datetime, time
from zipfile import ZipFile

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..tools import partner_sheet
from ..tools.partner_sheet import NotReadable, cell_text, clock, day, minutes, read

HEAD = "姓名,日期,开始时间,结束时间,时长,服务内容"


def workbook(*rows):
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


class TestPartnerSheet(BaseCase):
    def test_practice_29_utf8_and_gb18030_and_xlsx_say_the_same(self):
        text = f"{HEAD}\n聂小雨,2026-03-05,9:00,11:00,2,整理图书\n"
        cells = (
            ["姓名", "日期", "开始时间", "结束时间", "时长", "服务内容"],
            ["聂小雨", datetime(2026, 3, 5), time(9), time(11), 2.0, "整理图书"],
        )
        for content in (
            text.encode(),
            text.encode("utf-8-sig"),
            text.encode("gb18030"),
            text.replace(",", ";").encode(),
            text.replace(",", "\t").encode("gb18030"),
            workbook(*cells),
        ):
            ((number, row),) = read(content)
            self.assertEqual((number, row["name"], row["content"]), (2, "聂小雨", "整理图书"))
            self.assertEqual(day(row["date"]), date(2026, 3, 5))
            self.assertEqual((clock(row["start"]), clock(row["stop"])), (time(9), time(11)))
            self.assertEqual(minutes(row["hours"]), 120)

    def test_practice_29_the_file_to_fill_in_is_read_again(self):
        headers = ["Staff Number", "Date", "Service"]
        content = partner_sheet.workbook(headers, [["00012", "2026-03-05", "=1+1"]])

        ((_number, row),) = read(content)

        self.assertEqual((row["number"], row["content"]), ("00012", "=1+1"))

    def test_columns_that_lack_are_named(self):
        for head, missing in (("日期,服务内容", ("name",)), ("x", ("name", "date", "content"))):
            with self.assertRaises(KeyError) as refused:
                read(f"{head}\na,b\n".encode())
            self.assertEqual(refused.exception.args, missing)

    def test_what_is_no_table(self):
        bomb = io.BytesIO()
        with ZipFile(bomb, "w") as packed:
            packed.writestr("xl/workbook.xml", "<x>")
        for content in (b"PK", b"PK\3\4" + b"x" * 99, bomb.getvalue(), b"\xff\xfe\0\0", b"\0"):
            with self.assertRaises(NotReadable, msg=content[:9]):
                read(content)

    def test_days_times_and_hours_as_people_write_them(self):
        for text in ("2026-03-05", "2026/3/5", "2026.3.5", "2026年3月5日", "2026-03-05 09:00"):
            self.assertEqual(day(text), date(2026, 3, 5), text)
        for text in ("9:00", "09：00", "09:00:00", "2026-03-05 09:00"):
            self.assertEqual(clock(text), time(9), text)
        for text, expected in (("2", 120), ("1.5", 90), ("2小时", 120), ("0.01", 0)):
            self.assertEqual(minutes(text), expected, text)
        for text in ("", "x", "2026-13-01", "25:00", "1.2.3", "-1", "."):
            self.assertIsNone(day(text), text)
            self.assertIsNone(clock(text), text)
            self.assertIsNone(minutes(text), text)
        self.assertEqual(cell_text("a\0" + "b" * 999)[:2], "ab")

    @settings(max_examples=100, deadline=None)
    @given(st.binary(max_size=200))
    def test_no_bytes_break_it(self, content):
        for each in (content, b"PK\3\4" + content, HEAD.encode() + b"\n" + content):
            try:
                read(each)
            except (NotReadable, KeyError):
                continue

    @given(st.text(max_size=30))
    def test_no_text_breaks_it(self, text):
        for understand in (day, clock, minutes, cell_text):
            understand(text)
