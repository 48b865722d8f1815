from datetime import datetime, timedelta
from unittest import TestCase
from zoneinfo import ZoneInfo

from ..tools import sheet

BEIJING = ZoneInfo("Asia/Shanghai")


class TestSheetTexts(TestCase):
    def test_clock(self):
        said = {"7:05": "07:05", "07:30": "07:30", "23：59": "23:59", "": "", "08:00:00": "08:00"}
        for text, clock in said.items():
            self.assertEqual(sheet.clock(text), clock)
        for text in ("24:00", "7", "ab", "07:60", 730, [], {}, "07:30x"):
            self.assertIsNone(sheet.clock(text), text)

    def test_nearest_day(self):
        late = datetime(2025, 3, 5, 23, 30, tzinfo=BEIJING)

        self.assertEqual(sheet.nearest("00:30", late), late + timedelta(hours=1))
        self.assertEqual(sheet.nearest("23:00", late), late - timedelta(minutes=30))
        self.assertIsNone(sheet.nearest("11:30", late))

    def test_whole_number(self):
        for value, number in {"": 0, None: 0, "46": 46, 5: 5, " 7 ": 7, "3.0": 3}.items():
            self.assertEqual(sheet.whole_number(value), number)
        for value in ("-1", -1, "x", "1.5", "inf", "nan", [], {}, True, "9" * 400, 10**400):
            self.assertIsNone(sheet.whole_number(value), value)

    def test_decimal_number(self):
        self.assertEqual(sheet.decimal_number("1.505"), 1.5)
        self.assertIsNone(sheet.decimal_number("1e99"))

    def test_clean(self):
        self.assertEqual(sheet.clean("a\0b \n c" + "d" * 50, 6), "ab cdd")
        self.assertEqual(sheet.clean(["x"], 6), "")


class TestVerdict(TestCase):
    def test_content_of_the_absent_has_no_times(self):
        self.assertEqual(sheet.content("absent", "07:00", "", 5), sheet.content("absent"))
        self.assertNotEqual(sheet.content("present", "07:00"), sheet.content("present"))

    def test_verdict(self):
        cases = {
            ("a", "a", "a"): "same",
            ("b", "a", "b"): "same",  # sent a second time
            ("a", "a", "b"): "same",  # not touched here, changed elsewhere
            ("b", "a", "a"): "write",
            ("c", "a", "b"): "conflict",
        }
        for (wanted, seen, current), verdict in cases.items():
            self.assertEqual(sheet.verdict(wanted, seen, current), verdict)
