import zipfile
from datetime import date
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

DAY = date(2026, 3, 5)
RARE = "马翀、秦珺、丁韡、冯䶮、𠮷田"
UNIT = "云澜市望溪区政务服务和数据管理局"


def opened(official):
    """Return the file of an ``OfficialDocument`` as python-docx reads it."""
    return Document(BytesIO(official.bytes()))


def texts(document):
    """Return [(name of the style, text)] of the paragraphs outside tables."""
    return [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]


def part(official, name):
    """Return the root of one part of the file."""
    with zipfile.ZipFile(BytesIO(official.bytes())) as archive:
        return etree.fromstring(archive.read(name))


def indent(paragraph, name):
    """Return an indent in characters, of the paragraph itself."""
    return int(paragraph._p.pPr.ind.get(qn(f"w:{name}Chars"), "0")) / 100


def fonts(style):
    """Return the typefaces of a style."""
    names = style.element.rPr.rFonts
    return {names.get(qn(f"w:{kind}")) for kind in ("ascii", "hAnsi", "eastAsia", "cs")}
