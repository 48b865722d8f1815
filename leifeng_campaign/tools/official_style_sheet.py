"""The styles of an official document, written in place of python-docx's own."""

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from .official_fonts import BODY, fonts_xml
from .official_indent import TWIP, indents
from .official_styles import CLOSER, STYLES, THREE

# No line is kept back at a page's end, no gaps are set between Chinese and digits. Marks may stand
# beyond the margin, as in Word by itself: said outright, because LibreOffice 7.4 takes it the other
# way round, and loses marks that it sets there.
_LINES = (
    '<w:widowControl w:val="0"/><w:overflowPunct w:val="1"/><w:autoSpaceDE w:val="0"/>'
    '<w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>'
)
_KEPT = {"DefaultParagraphFont", "TableNormal", "NoList", "TableGrid"}


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
