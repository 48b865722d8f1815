"""Tables that people hand in: xlsx, or csv in UTF-8 or GB18030; cells come as text."""

import csv
import io
from datetime import date, datetime, time
from zipfile import BadZipFile, ZipFile
from zlib import error as zlib_error

import openpyxl
import xlsxwriter
from openpyxl.utils.exceptions import InvalidFileException

MAX_ROWS, MAX_COLUMNS = 5000, 40
MAX_UNPACKED = 100 * 1024 * 1024  # bytes of a workbook that isn't a bomb
MAX_CELL = 500  # characters
# What openpyxl meets in files that are no workbooks; malformed XML is a SyntaxError.
BROKEN = (
    BadZipFile,
    zlib_error,
    InvalidFileException,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    EOFError,
    OSError,
    RuntimeError,
)
WIDTH = 18  # characters of a column


class NotReadable(ValueError):
    """The file is neither a workbook nor a text of columns."""


def read(content, known, titles=(), longest=MAX_CELL):
    """Return (fields that have a column, [(row number, {field: text})]) of a file (bytes).

    ``known``: {field: what its column may be called}, spaces and case don't count; ``titles``:
    {field: title} in the user's language, beside those. Cells are cut at ``longest`` characters.
    Raises NotReadable.
    """
    rows = _table(content, longest)
    columns = _columns(next(rows, (0, []))[1], known, dict(titles))
    found = []
    for number, cells in rows:
        texts = {name: cells[index] for name, index in columns.items() if index < len(cells)}
        if any(texts.values()):
            found.append((number, {name: texts.get(name, "") for name in known}))
    return set(columns), found


def _table(content, longest):
    """Return an iterator of (row number, [text]); a workbook's first sheet."""
    rows = _workbook(content) if content[:2] == b"PK" else _text(content)
    texts = ([cell_text(value, longest) for value in row] for row in rows)
    return ((number, row) for number, row in enumerate(texts, 1) if number <= MAX_ROWS + 1)


def _workbook(content):
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MAX_UNPACKED:
                raise NotReadable("too large when unpacked")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        return list(sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS, values_only=True))
    except BROKEN as error:
        raise NotReadable(str(error)) from error


def _text(content):
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise NotReadable("neither UTF-8 nor GB18030")
    if "\0" in text:
        raise NotReadable("not a text")
    mark = max(",;\t，", key=text.partition("\n")[0].count)
    try:
        lines = list(csv.reader(io.StringIO(text), delimiter=mark))
    except csv.Error as error:
        raise NotReadable(str(error)) from error
    return [row[:MAX_COLUMNS] for row in lines]


def cell_text(value, longest=MAX_CELL):
    """Return a cell as text: a day '2026-03-05', a time '07:30', a number without '.0'."""
    if isinstance(value, datetime):
        clock = "" if value.time() == time() else f" {value:%H:%M}"
        return f"{value:%Y-%m-%d}{clock}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).replace("\0", "").strip()[:longest]


def _columns(head, known, titles):
    plain = ["".join(cell.split()).lower() for cell in head]
    columns = {}
    for name, words in known.items():
        wanted = {*words, "".join(titles.get(name, "").split()).lower()}
        index = next((place for place, cell in enumerate(plain) if cell and cell in wanted), None)
        if index is not None:
            columns[name] = index
    return columns


def workbook(headers, rows):
    """Return an xlsx file (bytes): ``headers`` and ``rows`` of texts, all cells as text."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as book:
        sheet = book.add_worksheet()
        text = book.add_format({"num_format": "@"})
        title = book.add_format({"bold": True, "bg_color": "#F2DCDB", "border": 1})
        sheet.set_column(0, len(headers) - 1, WIDTH, text)
        sheet.freeze_panes(1, 0)
        for column, header in enumerate(headers):
            sheet.write_string(0, column, header, title)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                sheet.write_string(number, column, value, text)
    return file.getvalue()
