"""An editable official document (.docx) after GB/T 9704-2012, without Odoo.

The body alone: the office that issues it adds the red head, the document number and the seal, for
which the space is left. Who wants the head on it (版头, 7.2) gives it.
"""

from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from .official_fonts import set_font_table
from .official_head import add_head
from .official_indent import set_indents
from .official_names import name_list
from .official_page import TEXT_WIDTH, set_page, set_settings
from .official_properties import describe, name_author
from .official_style_sheet import set_styles
from .official_styles import PITCH, THREE
from .official_table import bordered
from .official_text import Numbering, lines, long_date, one_line, unclosed, width

__all__ = ["OfficialDocument", "long_date"]
NO_DATE = "    年  月  日"  # written in by hand
ATTACHED, NOTE = "附件：", "附件说明"
DATE_FROM_EDGE, LEAST_FROM_EDGE, LONG_UNIT = 4, 2, 24  # characters (7.3.5)


class OfficialDocument:
    """A document that grows from top to bottom; :meth:`bytes` gives the file.

    Texts may come from anywhere: what XML can't hold is left out, a line is a paragraph.
    """

    def __init__(self, title, addressee="", head=None):
        """``title``: broken where it has ends of lines; ``addressee``: 主送机关, "各部门".

        ``head``: (name of the agency, document number) in red, or None."""
        self._document = Document()
        self._numbering = Numbering()
        for set_up in (set_styles, set_font_table, set_page, set_settings):
            set_up(self._document)
        describe(self._document, one_line(title))
        if head:
            add_head(self._document, *map(one_line, head))
        self._add("Title", "\n".join(lines(title)))
        if addressee:
            self._add("Salutation", one_line(addressee).rstrip("：:") + "：")

    def paragraph(self, text):
        """Add a paragraph for each line of ``text``."""
        for line in lines(text):
            self._add("Body Text First Indent", line)

    def heading(self, text, level=1):
        """Add a heading of ``level`` 1 to 4: 一、 （一） 1. （1）, numbered unless it has a mark.

        :raise ValueError: another level
        """
        self._add(f"Heading {level}", self._numbering.marked(one_line(text), level))

    def list_of_names(self, rows):
        """Add a list without borders: [(name, what is said, …)] or [name]."""
        if rows := list(rows):
            self._add_element(name_list(rows))

    def table(self, head, rows, widths=None):
        """Add a table with borders; ``head`` is repeated on every page. ``rows``: sequences as long
        as ``head``; ``widths``: shares of the width, one for each."""
        self._add_element(bordered(head, rows, widths))

    def picture(self, content, text=""):
        """Add a PNG file as wide as the text; ``text``, above it, says what it shows."""
        if text:
            self._add(
                "Body Text First Indent", one_line(text)
            ).paragraph_format.keep_with_next = True
        paragraph = self._add("图", "")
        shape = paragraph.add_run().add_picture(BytesIO(content), width=Mm(TEXT_WIDTH))
        shape._inline.docPr.set("descr", one_line(text))

    def attachment_note(self, names):
        """Add 附件说明 (7.3.4): numbered when there are several names, without a closing mark."""
        names = [name for each in names if (name := unclosed(each))]
        for index, name in enumerate(names):
            number = f"{index + 1}." if len(names) > 1 else ""
            self._add_attachment_name(ATTACHED if index == 0 else "", number, name)

    def attachment(self, number, title):
        """Begin an attachment on a new page; ``number``: None for the only one."""
        self._numbering = Numbering()
        self._add("附件序号", f"附件{number or ''}")
        self._add("附件标题", "\n".join(lines(title)))

    def enclosure(self, title):
        """Begin what a covering notice hands out, no attachment, on a new page."""
        self._numbering = Numbering()
        self._add("Title", "\n".join(lines(title))).paragraph_format.page_break_before = True

    def signature(self, unit, day):
        """Add 署名 and 成文日期 with room for a seal; ``day``: a date, None is left open.

        The date stands four characters from the edge and the unit centered above it; a unit so
        long that it would come nearer than two characters to the edge has the date below its
        middle instead (7.3.5.1).
        """
        unit, date = one_line(unit), long_date(day) if day else NO_DATE
        name_author(self._document, unit)
        self._keep_last()
        wider = (min(width(unit), LONG_UNIT) - width(date)) / 2
        from_edge = max(LEAST_FROM_EDGE, DATE_FROM_EDGE - wider)
        set_indents(self._add("Signature", unit), THREE, right=from_edge)
        set_indents(self._add("Date", date), THREE, right=from_edge + wider)

    def note(self, text):
        """Add lines in small print."""
        for line in lines(text):
            self._add("小字说明", line)

    def bytes(self):
        """Return the file's content."""
        stream = BytesIO()
        self._document.save(stream)
        return stream.getvalue()

    def _add(self, style, text):
        return self._document.add_paragraph(text, style)

    def _add_element(self, element):
        """Add a table; two of them without anything between would become one."""
        if self._last().tag == element.tag:
            self._add("Normal", "")
        self._document.element.body.insert_element_before(element, "w:sectPr")

    def _add_attachment_name(self, mark, number, name):
        """Two characters in; what runs over begins below the name (7.3.4)."""
        paragraph = self._add(NOTE, mark + number + name)
        first = 2 if mark else 2 + width(ATTACHED)
        left = 2 + width(ATTACHED) + width(number)
        set_indents(paragraph, THREE, left=left, hanging=left - first)
        if mark:
            paragraph.paragraph_format.space_before = Pt(PITCH)

    def _last(self):
        return self._document.element.body.xpath("(w:p | w:tbl)[last()]")[0]

    def _keep_last(self):
        """Keep the end of the text, and the names of attachments below it, on one page with what
        follows: a seal never stands alone (7.3.5.5)."""
        for element in reversed(self._document.element.body.xpath("w:p | w:tbl")):
            for paragraph in element.xpath("self::w:p | w:tr[last()]//w:p"):
                paragraph.get_or_add_pPr().get_or_add_keepNext()
            if element.tag != qn("w:p") or Paragraph(element, self._document).style.name != NOTE:
                break
