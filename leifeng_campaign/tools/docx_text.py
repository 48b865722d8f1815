"""The text of a .docx as its reader sees it, line by line.

Insertions are kept and deletions left out, numbers set by Word are written out, a row of a table
is one line with tabs. Read as a stream, so that a large document needs no large memory.
"""

from dataclasses import dataclass, field

from .docx_numbering import Numbering
from .docx_parts import DocxParts
from .plan_file_error import PlanFileError

MAX_CHARACTERS = 2_000_000
# Deleted or moved away, former properties, the second version of a text box, ruby over characters.
_SKIPPED = {"del", "moveFrom", "Fallback", "rt", "numberingChange"} | {
    f"{part}PrChange" for part in ("p", "r", "tbl", "tc", "tr", "sect")
}
_NOTES = {"footnoteReference": "footnotes.xml", "endnoteReference": "endnotes.xml"}
_PROPERTIES = {"numId": "num_id", "ilvl": "level", "pStyle": "style"}
_CHARACTERS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}


def docx_lines(content):
    """The lines of a .docx.

    :raise PlanFileError: not_docx, broken, encrypted, dtd, too_big
    """
    parts = DocxParts(content)
    notes = {}
    for reference, name in _NOTES.items():
        reader = _NoteReader()
        parts.feed(parts.beside(name), reader)
        notes[reference] = reader.notes
    reader = _TextReader(Numbering(parts), notes)
    parts.feed(parts.main, reader)
    return reader.lines


@dataclass
class _Paragraph:
    texts: list = field(default_factory=list)
    num_id: str | None = None
    level: str | None = None
    style: str | None = None
    mark_deleted: bool = False


@dataclass
class _Row:
    cells: list = field(default_factory=list)
    count: int = 0
    span: int = 1


class _Reader:
    """Skips what isn't part of the text and collects the rest in paragraphs."""

    def __init__(self):
        self.paragraphs = []
        self._skip = 0
        self._in_text = 0
        self._in_properties = 0
        self._size = 0

    def start(self, tag, attributes):
        if self._skip or tag in _SKIPPED:
            if tag == "del" and not self._skip and self._in_properties and self.paragraphs:
                self.paragraphs[-1].mark_deleted = True
            self._skip += 1
        elif tag == "p":
            self.paragraphs.append(_Paragraph())
        elif tag == "pPr":
            self._in_properties += 1
        elif tag == "t":
            self._in_text += 1
        else:
            self.start_other(tag, attributes)

    def end(self, tag):
        if self._skip:
            self._skip -= 1
        elif tag == "p":
            self.end_paragraph(self.paragraphs.pop())
        elif tag == "pPr":
            self._in_properties -= 1
        elif tag == "t":
            self._in_text -= 1
        else:
            self.end_other(tag)

    def data(self, text):
        if self._in_text and not self._skip:
            self.add(text.replace("\t", " "))

    def add(self, text):
        self._size += len(text)
        if self._size > MAX_CHARACTERS:
            raise PlanFileError("too_big")
        if self.paragraphs:
            self.paragraphs[-1].texts.append(text)

    def start_other(self, tag, attributes):
        raise NotImplementedError

    def end_other(self, tag):
        pass

    def end_paragraph(self, paragraph):
        raise NotImplementedError


class _TextReader(_Reader):
    """The body: paragraphs with their numbers, tables, notes where they are referred to."""

    def __init__(self, numbering, notes):
        super().__init__()
        self.lines = []
        self._numbering = numbering
        self._notes = notes
        self._rows = []
        self._pending = ""

    def start_other(self, tag, attributes):
        value = attributes.get("val")
        if tag == "tr":
            self._rows.append(_Row())
        elif tag == "tc" and self._rows:
            self._rows[-1].cells.append([])
            self._rows[-1].count += 1
        elif tag == "gridSpan" and self._rows:
            self._rows[-1].span = (
                int(value) if value and value.isdecimal() and len(value) < 3 else 1
            )
        elif self._in_properties and tag in _PROPERTIES:
            setattr(self.paragraphs[-1], _PROPERTIES[tag], value)
        elif tag in _NOTES and (note := self._notes[tag].get(attributes.get("id"))):
            self.add(f"（{note}）")
        elif tag == "sym":
            self.add("•")
        elif tag in _CHARACTERS and not self._in_properties:
            self.add(_CHARACTERS[tag])

    def end_other(self, tag):
        if tag == "tc" and self._rows:
            row = self._rows[-1]
            # A cell over several columns keeps the others in their place.
            row.cells.extend([] for _column in range(1, min(row.span, 64)))
            row.span = 1
        elif tag == "tr" and self._rows:
            self._end_row(self._rows.pop())

    def end_paragraph(self, paragraph):
        text = self._pending + "".join(paragraph.texts)
        self._pending = text if paragraph.mark_deleted else ""
        if not paragraph.mark_deleted and text.strip():
            number = self._numbering.label(paragraph.num_id, paragraph.level, paragraph.style)
            self._emit(
                [
                    number + line if index == 0 else line
                    for index, line in enumerate(text.split("\n"))
                ]
            )

    def _end_row(self, row):
        if row.count == 1:
            # One cell over the whole width is a caption or a frame.
            self._emit(row.cells[0])
        elif any(row.cells):
            self._emit(["\t".join(" ".join(cell) for cell in row.cells)])

    def _emit(self, lines):
        if not self._rows or not self._rows[-1].cells:
            self.lines.extend(lines)
        elif self._rows:
            # Inside a cell a line is a piece of it, and a nested table has no columns.
            self._rows[-1].cells[-1].extend(line.replace("\t", " ") for line in lines)


class _NoteReader(_Reader):
    """Footnotes and endnotes: ``notes`` are their texts by id."""

    def __init__(self):
        super().__init__()
        self.notes = {}
        self._id = None

    def start_other(self, tag, attributes):
        if tag in ("footnote", "endnote"):
            # Separators are notes, too; they have a type.
            self._id = None if "type" in attributes else attributes.get("id")

    def end_paragraph(self, paragraph):
        text = "".join(paragraph.texts).strip()
        if self._id is not None and text:
            self.notes[self._id] = f"{self.notes.get(self._id, '')}{text}"
