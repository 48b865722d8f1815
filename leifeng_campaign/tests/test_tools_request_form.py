from unittest import TestCase

from ..tools.request_form import clock_in, whole_number


class TestRequestForm(TestCase):
    def test_numbers_as_people_type_them(self):
        for text, number in (
            ("", 0),
            ("  ", 0),
            ("12", 12),
            (" 12户 ", 12),
            ("１４ 人", 14),
            ("6 people", 6),
            ("0", 0),
        ):
            self.assertEqual(whole_number(text, 100), number, text)

    def test_what_is_no_number(self):
        for text in ("-1", "1.5", "twelve", "12户14人", "101", "9" * 400, "1;2", "²"):
            with self.assertRaises(ValueError, msg=text):
                whole_number(text, 100)

    def test_the_first_time_of_day_in_words(self):
        for text, clock in (
            ("18:30以后", (18, 30)),
            ("after 9:05", (9, 5)),
            ("上午9点", (9, 0)),
            ("19：00—20：30", (19, 0)),
            ("下班后", None),
            ("25:00", None),
            ("", None),
            (False, None),
        ):
            self.assertEqual(clock_in(text), clock, text)
