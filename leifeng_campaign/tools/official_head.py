"""The red head (版头) of an official document after GB/T 9704-2012, 7.2: name, number, line."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from .official_styles import HEAD, PITCH, RED
from .official_table import TEXT_POINTS

LINE = 4 / 25.4 * 72  # points from the document number to the red line (7.2.7)
_RULE = (
    f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="18" w:space="{round(LINE)}"'
    f' w:color="{RED}"/></w:pBdr>'
)


def fitting(agency):
    """Return the size in points in which the agency's name stands in one line, 36 at the most."""
    return min(HEAD, int(2 * TEXT_POINTS / max(len(agency), 1)) / 2)


def add_head(document, agency, number):
    """Add the head to a python-docx ``document``; without a number its line is left open."""
    mark = document.add_paragraph(style="发文机关标志")
    run = mark.add_run(agency)
    if fitting(agency) < HEAD:
        run.font.size = Pt(fitting(agency))
    paragraph = document.add_paragraph(number, "发文字号")
    properties = paragraph._p.get_or_add_pPr()
    properties.find("{*}pStyle").addnext(parse_xml(_RULE))
    paragraph.paragraph_format.space_after = Pt(2 * PITCH + LINE)
