"""The workbook for an agency's roster."""

import io

import xlsxwriter

WIDTH = 18  # characters of a column
HINT_WIDTH = 90


def template(sheet_name, headers, hint_name, hints):
    """Return an xlsx file (bytes) with one empty sheet to fill in and one of hints.

    ``headers``: list of column titles; ``hints``: list of lines of text.
    """
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        _add_table(book, sheet_name, headers)
        _add_hints(book, hint_name, hints)
    return file.getvalue()


def _add_table(book, name, headers):
    sheet = book.add_worksheet(name)
    # as text a spreadsheet keeps the zeros that a number begins with
    text = book.add_format({"num_format": "@"})
    title = book.add_format({"bold": True, "bg_color": "#F2DCDB", "border": 1, "num_format": "@"})
    sheet.set_column(0, len(headers) - 1, WIDTH, text)
    sheet.write_row(0, 0, headers, title)
    sheet.freeze_panes(1, 1)


def _add_hints(book, name, hints):
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, HINT_WIDTH, book.add_format({"text_wrap": True, "valign": "top"}))
    for row, line in enumerate(hints):
        sheet.write_string(row, 0, line)
