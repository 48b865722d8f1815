"""The page of an official document after GB/T 9704-2012: A4, margins, grid, page numbers."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from .official_indent import TWIP, set_indents
from .official_styles import FOUR, PITCH

WIDTH, HEIGHT = 210, 297  # mm: A4
TOP, BOTTOM, LEFT, RIGHT = 37, 35, 28, 26  # mm (5.2.1): 156 × 225 are left for the text
TEXT_WIDTH = WIDTH - LEFT - RIGHT
# mm from the paper's edge to the line of the page number, whose middle is 7 mm below the text (7.5)
FOOTER = 25
# What the library's own document holds and no document of an agency's should.
_FOREIGN = {
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.NUMBERING,  # of styles that aren't there any more
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}


def set_page(document):
    """Lay out the only section of a python-docx ``document``."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(WIDTH), Mm(HEIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.footer_distance = Mm(FOOTER)
    _set_grid(section)
    document.settings.odd_and_even_pages_header_footer = True
    # both pages of a sheet have it on the outside
    _set_number(section.footer, WD_ALIGN_PARAGRAPH.RIGHT)
    _set_number(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT)


def set_settings(document):
    """Make it a document of today's Word, in Chinese, without what the library adds."""
    settings = document.settings.element
    for element in settings.iter(qn("w:compatSetting")):
        if element.get(qn("w:name")) == "compatibilityMode":
            element.set(qn("w:val"), "15")  # an older number is shown as a compatibility mode
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype in _FOREIGN]:
            del rels[key]


def _set_grid(section):
    """22 lines to a page (5.2.3)."""
    grid = section._sectPr.find(qn("w:docGrid"))
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(round(TWIP * PITCH)))


def _set_number(footer, side):
    """Write "— 1 —" into ``footer``, a character from its ``side``."""
    paragraph = footer.paragraphs[0]
    set_indents(paragraph, FOUR, left=1, right=1)
    paragraph.alignment = side
    paragraph.add_run("— ")
    field = '<w:fldSimple {} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    paragraph._p.append(parse_xml(field.format(nsdecls("w"))))
    paragraph.add_run(" —")
