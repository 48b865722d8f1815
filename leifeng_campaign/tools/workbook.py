"""Tables as xlsx in constant memory: rows come as they are read, text stays text."""

import re
from dataclasses import dataclass

import xlsxwriter

MAX_ROWS = 1_048_576  # of a sheet, the heading included
NAME_LENGTH = 31  # of a sheet's name, in UTF-16 units
A4 = 9
HEADING_HEIGHT = 32  # points: two lines
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
FORBIDDEN = str.maketrans("[]:*?/\\", "［］：＊？／＼")
CONTROL = re.compile(r"[\x00-\x1f]")
FORMATS = {
    # as text a spreadsheet keeps the zeros that a number begins with, and all of its digits
    "text": {"num_format": "@", "text_wrap": True, "valign": "top"},
    "number": {"valign": "top"},
    "date": {"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"},
}
HEADING = {"bold": True, "bg_color": "#F2DCDB", "border": 1, "num_format": "@", "text_wrap": True}


@dataclass(frozen=True)
class Column:
    """A column of a table. ``kind``: text; number (int or float); date (days since 1899-12-30).

    ``mask``: a function of :mod:`.masking` through which its texts go in a masked list.
    """

    heading: str
    kind: str = "text"
    width: int = 12
    mask: object = None


def sheet_name(name, taken=()):
    """Return ``name`` as a sheet may be called; ``taken``: lower-case names already in use.

    At most 31 UTF-16 units, no ``[]:*?/\\`` (their full-width twins stand in for them), no
    apostrophe at either end, not "History" (reserved), no name twice whatever its case.
    """
    text = CONTROL.sub(" ", name or "").translate(FORBIDDEN).strip(" '")
    text = _cut(text, NAME_LENGTH).strip(" '") or "-"
    if text.lower() == "history":
        text += " -"
    count, unique = 1, text
    while unique.lower() in taken:
        count += 1
        suffix = f" ({count})"
        unique = _cut(text, NAME_LENGTH - len(suffix)).rstrip() + suffix
    return unique


def masks(columns):
    """Return [(index, function)] of the columns that are masked."""
    return [(index, column.mask) for index, column in enumerate(columns) if column.mask]


def masked(rows, columns):
    """Give ``rows`` (sequences) with what is personal in them masked."""
    functions = masks(columns)
    for row in rows:
        cells = list(row)
        for index, mask in functions:
            cells[index] = mask(cells[index])
        yield cells


class Book:
    """A workbook that is written into ``file``, sheet by sheet, each from top to bottom.

    Use as a context manager; the file is complete after it.
    """

    def __init__(self, file):
        self._book = xlsxwriter.Workbook(file, OPTIONS)
        self._taken = set()
        self._heading = self._book.add_format(HEADING)
        self._formats = {kind: self._book.add_format(style) for kind, style in FORMATS.items()}

    def __enter__(self):
        return self

    def __exit__(self, error, *_rest):
        # closing deletes the temporary files of the sheets as well
        self._book.close()

    def table(self, name, columns, title="", freeze=1):
        """Return an empty :class:`Table` on a sheet of its own; ``title`` is printed above it."""
        return Table(self, name, columns, title, freeze)

    def _add_sheet(self, table):
        name = sheet_name(table.name, self._taken)
        self._taken.add(name.lower())
        sheet = self._book.add_worksheet(name)
        sheet.set_row(0, HEADING_HEIGHT)
        for index, column in enumerate(table.columns):
            sheet.set_column(index, index, column.width, self._formats[column.kind])
            sheet.write_string(0, index, column.heading, self._heading)
        self._set_up_print(sheet, table)
        return sheet

    def _set_up_print(self, sheet, table):
        sheet.freeze_panes(1, table.freeze)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(0)
        sheet.set_header("&C&14" + _cut(" " + table.title, 120).replace("&", "&&"))
        sheet.set_footer("&C&P / &N")


class Table:
    """Rows under one heading; goes on on a further sheet when one is full."""

    def __init__(self, book, name, columns, title, freeze):
        self.name, self.columns, self.title, self.freeze = name, columns, title, freeze
        self._book = book
        self._begin()

    def _begin(self):
        sheet = self._book._add_sheet(self)
        write = {"text": sheet.write_string}
        self._writers = [
            (write.get(column.kind, sheet.write_number), index, self._book._formats[column.kind])
            for index, column in enumerate(self.columns)
        ]
        self._row = 1

    def add_rows(self, rows):
        """Write ``rows``, sequences with a value for each column; None and '' are left empty.

        What a row holds beyond the columns isn't written.
        """
        for row in rows:
            if self._row >= MAX_ROWS:
                self._begin()
            number = self._row
            # no strict=: rows may be longer, and this loop is what takes the time
            for (write, index, style), value in zip(self._writers, row):  # noqa: B905
                if value is not None and value != "":
                    write(number, index, value, style)
            self._row = number + 1

    def add_note(self, text):
        """Write a line of text below the rows, after an empty one before the first."""
        self._row += 1
        write, index, _style = self._writers[0]
        write(self._row, index, text, self._book._formats["number"])


def _cut(text, length):
    """Return the beginning of ``text`` of at most ``length`` UTF-16 units."""
    encoded = text.encode("utf-16-le", "ignore")[: 2 * length]
    return encoded.decode("utf-16-le", "ignore")
