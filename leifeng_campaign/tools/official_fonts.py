"""The typefaces of an official document, by the names that Word and WPS know.

A .docx names one typeface for a text, no list. The standard says 仿宋, not 仿宋_GB2312: that one
holds the 6763 characters of GB 2312 alone and lacks 珺, 韡, 翀 and 䶮 as they stand in names, while
仿宋 of Windows and WPS holds those of GBK. What a machine may use instead is in the table of fonts.
No font is part of the file: 方正小标宋 needs a license.
"""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

BODY, HEADING, SUBHEADING = "仿宋", "黑体", "楷体"
TITLE, NUMBER = "方正小标宋简体", "宋体"

# other names and stand-ins, the nearest first; family; shape (PANOSE), by which Word finds others
_FONTS = {
    BODY: ("FangSong,仿宋_GB2312,FangSong_GB2312,华文仿宋", "modern", "02010609060101010101"),
    HEADING: ("SimHei,华文黑体", "modern", "02010609060101010101"),
    SUBHEADING: ("KaiTi,楷体_GB2312,KaiTi_GB2312,华文楷体", "modern", "02010609060101010101"),
    TITLE: (
        "FZXiaoBiaoSong-B05S,方正小标宋_GBK,小标宋体,华文中宋,宋体,SimSun",
        "auto",
        "02010601030101010101",
    ),
    NUMBER: ("SimSun,华文宋体", "auto", "02010600030101010101"),
}


def fonts_xml(font):
    """Return the properties of a text in ``font``: Chinese, Latin and digits in one face.

    The hint makes quotation marks and dashes Chinese ones, a whole character wide.
    """
    names = " ".join(f'w:{kind}="{font}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f'<w:rFonts w:hint="eastAsia" {names}/>'


def set_font_table(document):
    """Give a python-docx ``document`` the table of the fonts named here, in place of its own."""
    part = document.part
    for rel_id in [key for key, rel in part.rels.items() if rel.reltype == _KIND]:
        part.drop_rel(rel_id)
    name = PackURI("/word/fontTable.xml")
    part.relate_to(Part(name, CONTENT_TYPE.WML_FONT_TABLE, _table(), part.package), _KIND)


_KIND = RELATIONSHIP_TYPE.FONT_TABLE


def _table():
    fonts = "".join(_font(name, *facts) for name, facts in _FONTS.items())
    xml = f"<w:fonts {nsdecls('w')}>{fonts}</w:fonts>"
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml.encode()


def _font(name, others, family, shape):
    """The element of one font; character set 86 is simplified Chinese."""
    return (
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:panose1 w:val="{shape}"/>'
        f'<w:charset w:val="86"/><w:family w:val="{family}"/></w:font>'
    )
