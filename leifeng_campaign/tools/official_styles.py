"""The styles of an official document after GB/T 9704-2012.

Names are Word's own where it has one, so that its Chinese versions show 正文, 标题, 称呼 …
"""

from dataclasses import dataclass

from .official_fonts import BODY, HEADING, NUMBER, SUBHEADING, TITLE

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
    Style("Caption", "图题", first=2, align="left", keep=True),
    # as high as the picture: a fixed pitch would cut it
    Style("Picture", "图", pitch=0, align="center", before=6, after=6),
    Style("TableHead", "表头", HEADING, SMALL_FOUR, 20, "center", keep=True),
    Style("TableText", "表格文字", size=SMALL_FOUR, pitch=20, align="left"),
    Style("TableShort", "表格短文字", size=SMALL_FOUR, pitch=20, align="center"),
    Style("SmallPrint", "小字说明", size=FIVE, pitch=18, before=6),
    # 四号 half-width digits of 宋体 (7.5)
    Style("Footer", "footer", NUMBER, FOUR, 18, "left"),
)
