"""Lists of names and things, as they go to a partner, an insurer, a storekeeper."""

import io
import re

from .workbook import Book, Column

# Chinese and Western separators that don't stand inside brackets
SEPARATOR = re.compile(r"[、，,；;。\n]+(?![^（(]*[）)])")


def things(text):
    """Return what a text enumerates: "手套、夹子（站里领取），水" → three things."""
    return [each for part in SEPARATOR.split(text) if (each := part.strip())]


def workbook(title, columns, rows):
    """Return an xlsx file (bytes) with one sheet; every cell is text, also what looks like a
    formula or a number. ``columns``: [(heading, width)]."""
    file = io.BytesIO()
    with Book(file) as book:
        table = book.table(title, [Column(heading, width=width) for heading, width in columns])
        table.add_rows(rows)
    return file.getvalue()
