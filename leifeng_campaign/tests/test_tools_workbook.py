import io
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from odoo.tests import BaseCase

from ..tools import workbook
from ..tools.workbook import Book, Column, sheet_name


def read(file):
    """Return {sheet's name: list of rows} of the workbook in ``file``."""
    book = load_workbook(io.BytesIO(file.getvalue()))
    return {sheet.title: [list(row) for row in sheet.values] for sheet in book}


def written(columns, rows, name="Sheet"):
    file = io.BytesIO()
    with Book(file) as book:
        book.table(name, columns).add_rows(rows)
    return file


class TestSheetNames(BaseCase):
    def test_names_that_spreadsheets_refuse(self):
        for name, expected in (
            ("企业准入/社会民生", "企业准入／社会民生"),
            ("a[b]:c*d?e\\f", "a［b］：c＊d？e＼f"),
            ("'quoted'", "quoted"),
            ("", "-"),
            (None, "-"),
            ("  ", "-"),
            ("History", "History -"),
            ("tab\there", "tab here"),
            ("长" * 40, "长" * 31),
            ("𠮷" * 20, "𠮷" * 15),
        ):
            with self.subTest(name=name):
                self.assertEqual(sheet_name(name), expected)

    def test_the_same_name_again(self):
        self.assertEqual(sheet_name("Hall", {"hall"}), "Hall (2)")
        self.assertEqual(sheet_name("Hall", {"hall", "hall (2)"}), "Hall (3)")
        self.assertEqual(sheet_name("长" * 40, {"长" * 31}), "长" * 27 + " (2)")

    @given(st.lists(st.text(max_size=40), min_size=1, max_size=12))
    def test_any_names_make_a_workbook(self, names):
        file = io.BytesIO()
        with Book(file) as book:
            for name in names:
                book.table(name, [Column("Heading")])

        self.assertEqual(len(read(file)), len(names))


class TestCells(BaseCase):
    def test_practice_29_digits_stay_text(self):
        file = written(
            [Column("Number"), Column("Hours", "number")], [["001234567890123456789", 2.1]]
        )

        [[heading, _hours], [number, hours]] = read(file)["Sheet"]
        self.assertEqual((heading, number, hours), ("Number", "001234567890123456789", 2.1))
        cell = load_workbook(io.BytesIO(file.getvalue()))["Sheet"]["A2"]
        self.assertEqual((cell.data_type, cell.number_format), ("s", "@"))

    def test_formulas_stay_text(self):
        texts = ["=1+1", "=cmd|'/c calc'!A0", "+1", "-1", "@SUM(1)", "{=1}", "https://x.example"]

        sheet = load_workbook(io.BytesIO(written([Column("T")], [[t] for t in texts]).getvalue()))

        cells = [row[0] for row in sheet["Sheet"].iter_rows(min_row=2)]
        self.assertEqual([cell.value for cell in cells], texts)
        self.assertEqual({cell.data_type for cell in cells}, {"s"})
        self.assertFalse(any(cell.hyperlink for cell in cells))

    def test_rare_characters_and_what_xml_forbids(self):
        rows = [["马翀珺韡䶮𠮷"], ["a\x01b\x0bc"], ["line\nline"], ["<&>"]]

        values = [row[0] for row in read(written([Column("T")], rows))["Sheet"][1:]]

        self.assertEqual(values[0], "马翀珺韡䶮𠮷")
        self.assertEqual(values[2:], ["line\nline", "<&>"])

    def test_dates_are_dates(self):
        [_head, [day]] = read(written([Column("Day", "date")], [[46086]]))["Sheet"]

        self.assertEqual(f"{day:%Y-%m-%d}", "2026-03-05")

    def test_nothing_is_an_empty_cell_and_what_is_too_much_is_left_out(self):
        rows = read(written([Column("A"), Column("B", "number")], [["", None, 7]]))["Sheet"]

        self.assertEqual(rows[1:], [] if len(rows) == 1 else [[None, None]])

    def test_full_sheets_go_on_on_another(self):
        with patch.object(workbook, "MAX_ROWS", 3):
            sheets = read(
                written([Column("N", "number")], [[number] for number in range(5)], "Hall")
            )

        self.assertEqual(
            sheets,
            {
                "Hall": [["N"], [0], [1]],
                "Hall (2)": [["N"], [2], [3]],
                "Hall (3)": [["N"], [4]],
            },
        )

    def test_print_setup(self):
        file = io.BytesIO()
        with Book(file) as book:
            book.table("Hall", [Column("A"), Column("B")], "2026 & more", freeze=1)

        sheet = load_workbook(io.BytesIO(file.getvalue()))["Hall"]
        self.assertEqual((sheet.freeze_panes, sheet.print_title_rows), ("B2", "$1:$1"))
        self.assertEqual(sheet.page_setup.orientation, "landscape")
        self.assertEqual(sheet.page_setup.paperSize, 9)
        self.assertIn("2026", sheet.oddHeader.center.text)

    def test_masks(self):
        columns = [Column("A"), Column("B", mask=str.upper)]

        self.assertEqual(list(workbook.masked([("a", "b", 3)], columns)), [["a", "B", 3]])
