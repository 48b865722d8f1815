"""The styles of an official document after GB/T 9704-2012, in place of python-docx's own.

Names are Word's own where it has one, so that its Chinese versions show 正文, 标题, 称呼 …
"""

from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from .official_fonts import BODY, HEADING, NUMBER, SUBHEADING, TITLE, fonts_xml
from .official_indent import TWIP, indents

# Sizes in points: 二号 三号 四号 小四 五号
TWO, THREE, FOUR, SMALL_FOUR, FIVE = 22, 16, 14, 12, 10.5
# The agency's name in a red head: the standard leaves the size to taste.
HEAD, RED = 36, "FF0000"
HEAD_BEFORE = 35 / 25.4 * 72
# 22 lines fill the 225 mm of a page's text (5.2.3): 637.8 pt / 22, cut down to whole twips.
PITCH = 28.95
# 28 characters of 三号 (5.2.3) are 6 pt wider than the 156 mm of a page's text. Each is set closer
# by itself, because not every program that opens a .docx sets text by a grid of characters.
CLOSER = -0.25
# No line is kept back at a page's end, no gaps are set between Chinese and digits. Marks may stand
# beyond the margin, as in Word by itself: said outright, because LibreOffice 7.4 takes it the other
# way round, and loses marks that it sets there.
_LINES = (
    '<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/>'
    '<w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'
)
_KEPT = {"DefaultParagraphFont", "TableNormal", "NoList", "TableGrid"}


@dataclass(frozen=True)
class Style:
    """A style of paragraphs: ``size``, ``pitch``, ``before``, ``after`` in points; ``first``,
    ``right`` in characters; ``level``: 1 to 4 of a heading; ``keep``: on one page with what
    follows."""

    key: str
    name: str
    font: str = BODY
    size: float = THREE
    pitch: float = PITCH
    align: str = "both"
    first: int = 0
    right: int = 0
    before: float = 0
    after: float = 0
    level: int = 0
    keep: bool = False
    new_page: bool = False
    color: str = ""


STYLES = (
    Style("Normal", "Normal"),
    # 版头 (7.2): where it is wanted, the name stands 35 mm below the top of the text
    Style(
        "AgencyMark",
        "发文机关标志",
        TITLE,
        HEAD,
        HEAD * 1.3,
        align="center",
        before=HEAD_BEFORE,
        color=RED,
        keep=True,
    ),
    Style(
        "DocumentNumber", "发文字号", align="center", before=2 * PITCH, after=2 * PITCH, keep=True
    ),
    Style("Title", "Title", TITLE, TWO, align="center", after=PITCH, keep=True),
    Style("Salutation", "Salutation", align="left", keep=True),
    Style("BodyTextFirstIndent", "Body Text First Indent", first=2),
    Style("Heading1", "heading 1", HEADING, first=2, level=1, keep=True),
    Style("Heading2", "heading 2", SUBHEADING, first=2, level=2, keep=True),
    Style("Heading3", "heading 3", first=2, level=3, keep=True),
    Style("Heading4", "heading 4", first=2, level=4, keep=True),
    # Above 署名 and 成文日期 two lines are left, so that the top of a seal of 42 mm, with its lower
    # half upon them, is within a line of the text (7.3.5.1).
    Style("Signature", "Signature", align="right", before=2 * PITCH, keep=True),
    Style("Date", "Date", align="right", right=4),
    Style("AttachmentNote", "附件说明", align="left"),
    Style("AttachmentNumber", "附件序号", HEADING, align="left", keep=True, new_page=True),
    Style(
        "AttachmentTitle",
        "附件标题",
        TITLE,
        TWO,
        align="center",
        before=PITCH,
        after=PITCH,
        keep=True,
    ),
    Style("NameList", "名单", align="left"),
    # as high as the picture: a fixed pitch would cut it
    Style("Picture", "图", pitch=0, align="center", before=6, after=6),
    Style("TableHead", "表头", HEADING, SMALL_FOUR, 20, "center", keep=True),
    Style("TableText", "表格文字", size=SMALL_FOUR, pitch=20, align="left"),
    Style("TableShort", "表格短文字", size=SMALL_FOUR, pitch=20, align="center"),
    Style("SmallPrint", "小字说明", size=FIVE, pitch=18, before=6),
    # 四号 half-width digits of 宋体 (7.5)
    Style("Footer", "footer", NUMBER, FOUR, 18, "left"),
)


def set_styles(document):
    """Give a python-docx ``document`` these styles and no others."""
    styles = document.styles.element
    for element in styles.findall(qn("w:style")):
        if element.get(qn("w:styleId")) not in _KEPT:
            styles.remove(element)
    styles.replace(styles.find(qn("w:docDefaults")), parse_xml(_defaults_xml()))
    for style in STYLES:
        styles.append(parse_xml(_style_xml(style)))


def _defaults_xml():
    return (
        f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>{_text_xml(BODY, THREE)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _style_xml(style):
    normal = style.key == "Normal"
    kind = ' w:default="1"' if normal else "" if style.name.isascii() else ' w:customStyle="1"'
    base = "" if normal else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph"{kind} w:styleId="{style.key}">'
        f'<w:name w:val="{style.name}"/>{base}<w:qFormat/><w:pPr>{_paragraph_xml(style)}</w:pPr>'
        f"<w:rPr>{_text_xml(style.font, style.size, style.color)}</w:rPr></w:style>"
    )


def _paragraph_xml(style):
    """The elements in the order that the schema demands."""
    attributes = indents(style.size, style.first, right=style.right)
    indent = "".join(f' w:{name}="{value}"' for name, value in attributes.items())
    level = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    return (
        f"{'<w:keepNext/>' * style.keep}{'<w:pageBreakBefore/>' * style.new_page}{_LINES}"
        f'<w:spacing w:before="{round(TWIP * style.before)}" w:after="{round(TWIP * style.after)}"'
        f"{_pitch_xml(style)}/>"
        f'<w:ind{indent}/><w:jc w:val="{style.align}"/>{level}'
    )


def _pitch_xml(style):
    if not style.pitch:
        return ' w:line="240" w:lineRule="auto"'
    return f' w:line="{round(TWIP * style.pitch)}" w:lineRule="exact"'


def _text_xml(font, size, color=""):
    """The size in half points, as the format counts."""
    half = round(2 * size)
    closer = f'<w:spacing w:val="{round(TWIP * CLOSER)}"/>' if size == THREE else ""
    color = f'<w:color w:val="{color}"/>' if color else ""
    return f'{fonts_xml(font)}{color}{closer}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
