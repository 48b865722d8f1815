from datetime import datetime
from unittest import TestCase

import vobject

from ..tools.calendar_file import calendar_file

EVENT = {
    "uid": "leifeng-signup-1@db",
    "sequence": 4,
    "status": "CONFIRMED",
    "start": datetime(2026, 3, 4, 23, 30, 0, 123),
    "stop": datetime(2026, 3, 5, 0, 30),
    "changed": datetime(2026, 3, 1, 8, 0),
    "summary": "Shift",
    "location": "",
    "description": "",
    "url": "https://leifeng.test/my/leifeng/sessions/1",
}


class TestCalendarFile(TestCase):
    def _file(self, **values):
        return calendar_file([{**EVENT, **values}])

    def test_times_are_in_utc_without_fractions(self):
        lines = self._file().decode().split("\r\n")

        self.assertIn("DTSTART:20260304T233000Z", lines)
        self.assertIn("DTEND:20260305T003000Z", lines)
        self.assertIn("DTSTAMP:20260301T080000Z", lines)
        self.assertIn("LAST-MODIFIED:20260301T080000Z", lines)
        self.assertIn("SEQUENCE:4", lines)

    def test_every_line_ends_as_the_standard_asks_and_is_folded(self):
        content = self._file(description="带好红帽子、反光背心和水杯。" * 20)

        self.assertEqual(content.count(b"\n"), content.count(b"\r\n"))
        self.assertTrue(content.endswith(b"END:VCALENDAR\r\n"))
        self.assertLessEqual(max(map(len, content.split(b"\r\n"))), 75)

    def test_any_text_comes_back_as_it_was(self):
        for text in (
            "a; b, c \\ d",
            "one\ntwo",
            "BEGIN:VEVENT\nUID:forged",
            "水杯,帽子;“引号”: 一\\n二",
            "x" * 400,
        ):
            content = self._file(summary=text, location=text, description=text)
            event = vobject.readOne(content.decode()).vevent
            self.assertEqual(event.summary.value, text)
            self.assertEqual(event.location.value, text)
            self.assertEqual(event.description.value, text)
            self.assertEqual(event.uid.value, EVENT["uid"])
            self.assertEqual(content.count(b"\r\nBEGIN:VEVENT"), 1)

    def test_control_characters_are_left_out(self):
        content = self._file(summary="a\x00b\x0bc\x85d\r\ne\rf", location="\x1f")

        event = vobject.readOne(content.decode()).vevent
        self.assertEqual(event.summary.value, "abcd\nef")
        self.assertNotIn(b"\x00", content)

    def test_who_is_not_sure_to_come_is_not_busy(self):
        for status, shown in (
            ("CONFIRMED", "OPAQUE"),
            ("TENTATIVE", "TRANSPARENT"),
            ("CANCELLED", "TRANSPARENT"),
        ):
            event = vobject.readOne(self._file(status=status).decode()).vevent
            self.assertEqual((event.status.value, event.transp.value), (status, shown))

    def test_an_empty_calendar_is_one(self):
        calendar = vobject.readOne(calendar_file([], name="学雷锋活动").decode())

        self.assertEqual(calendar.x_wr_calname.value, "学雷锋活动")
        self.assertEqual(calendar.version.value, "2.0")
        self.assertEqual(next(iter(calendar.getChildren())).name, "VERSION")
        self.assertNotIn("vevent", calendar.contents)
