"""Publicity items as one editable document (.docx) with their pictures, for editors."""

from io import BytesIO

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.image.exceptions import UnrecognizedImageError
from docx.shared import Mm

from . import official_text, story_text
from .official_fonts import set_font_table
from .official_page import TEXT_WIDTH, set_page, set_settings
from .official_style_sheet import set_styles
from .story_paste import woven

TALLEST = 110  # mm of a picture: two of them still leave room for text on a page
STYLES = {"h": "Heading 1", **dict.fromkeys(("p", "li", "num", "quote"), "Body Text First Indent")}


def document(items, author=""):
    """Return the file's content (bytes), an item after the other, each on a page of its own.

    ``items``: [{"title", "lines": [what stands below the title], "body": HTML, "pictures": [(bytes
    of a JPG or PNG, caption)], "foot"}]; ``author``: what the file says of itself.
    """
    made = Document()
    for set_up in (set_styles, set_font_table, set_page, set_settings):
        set_up(made)
    made.core_properties.title = official_text.one_line(items[0]["title"])[:255] if items else ""
    made.core_properties.author, made.core_properties.comments = author[:255], ""
    for number, item in enumerate(items):
        _add_item(made, item, number > 0)
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def _add_item(made, item, new_page):
    title = made.add_paragraph(official_text.one_line(item["title"]), "Title")
    title.paragraph_format.page_break_before = new_page
    for line in filter(None, item["lines"]):
        made.add_paragraph(
            official_text.one_line(line), "小字说明"
        ).alignment = WD_ALIGN_PARAGRAPH.CENTER
    texts = list(story_text.marks(story_text.blocks(item["body"])))
    for part in woven(texts, item["pictures"]):
        _add_text(made, *part) if len(part) == 3 else _add_picture(made, *part)
    if item.get("foot"):
        made.add_paragraph(official_text.one_line(item["foot"]), "小字说明")


def _add_text(made, kind, mark, runs):
    paragraph = made.add_paragraph(mark, STYLES[kind])
    for text, bold, italic in runs:
        run = paragraph.add_run(text)
        run.bold, run.italic = bold or None, italic or None


def _add_picture(made, content, caption):
    """Add a picture as wide as the text, or as high as is allowed; what can't be read is left out
    with its caption kept."""
    paragraph = made.add_paragraph(style="Normal")
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    # lines of a fixed height would cut it off
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    paragraph.paragraph_format.keep_with_next = bool(caption)
    try:
        shape = paragraph.add_run().add_picture(BytesIO(content), width=Mm(TEXT_WIDTH))
    except UnrecognizedImageError:
        return made.add_paragraph(caption, "小字说明")
    if shape.height > Mm(TALLEST):
        shape.width = int(shape.width * Mm(TALLEST) / shape.height)
        shape.height = Mm(TALLEST)
    if caption:
        below = made.add_paragraph(official_text.one_line(caption), "小字说明")
        below.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return shape
