"""An official document as a list of blocks, without Odoo; two writers make files of it.

:class:`.official_document.OfficialDocument` writes an editable .docx, :class:`.official_blocks.
OfficialBlocks` what a page shows that is printed as PDF: they have the same methods, one a kind of
block, so that both papers say the same in the same order.
"""

from .essay_text import count_characters
from .official_document import OfficialDocument
from .official_text import lines

# Characters of a document on one piece of work, and of one on the whole of the work
# (中办《整治形式主义为基层减负若干规定》, 2024): said beforehand, never a reason to refuse a file.
SPECIAL_LIMIT, GENERAL_LIMIT = 4000, 5000
_TEXTS = {"heading", "paragraph", "enclosure"}
_ATTACHED = {"attachment", "enclosure"}


class Draft:
    """A document to be written; ``head``: (name of the agency, document number) in red, or None."""

    def __init__(self, title, addressee="", head=None):
        self.title, self.addressee, self.head = title, addressee, head
        self.blocks = []

    def paragraph(self, text):
        self._add("paragraph", text or "")

    def heading(self, text, level=1):
        self._add("heading", text or "", level)

    def list_of_names(self, rows):
        self._add("list_of_names", list(rows))

    def table(self, head, rows, widths=None):
        self._add("table", list(head), [list(row) for row in rows], widths)

    def picture(self, content, text=""):
        """``content``: a PNG file as wide as the text; ``text``: what it shows, written
        above it and for who can't see it."""
        self._add("picture", content, text)

    def attachment_note(self, names):
        self._add("attachment_note", list(names))

    def attachment(self, number, title):
        self._add("attachment", number, title)

    def enclosure(self, title):
        """Begin what the document hands out: on a new page, not called an attachment."""
        self._add("enclosure", title)

    def signature(self, unit, day):
        self._add("signature", unit, day)

    def note(self, text):
        self._add("note", text)

    def written_by(self, writer):
        """Have ``writer`` write all blocks; return it."""
        for kind, values in self.blocks:
            getattr(writer, kind)(*values)
        return writer

    def docx(self):
        """Return the content of the editable file."""
        return self.written_by(OfficialDocument(self.title, self.addressee, self.head)).bytes()

    def characters(self):
        """Return (characters of the text, of what is attached) as Word counts them.

        Tables, names and pictures are no text to be read through and aren't counted.
        """
        counts, attached = [0, 0], False
        for kind, values in self.blocks:
            attached |= kind in _ATTACHED
            if kind in _TEXTS:
                counts[attached] += count_characters("\n".join(lines(values[0])))
        return tuple(counts)

    def _add(self, kind, *values):
        self.blocks.append((kind, values))
