"""Tables of an official document, as elements of its body."""

from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from .official_indent import TWIP
from .official_page import TEXT_WIDTH
from .official_styles import SMALL_FOUR
from .official_text import lines, width

TEXT_POINTS = TEXT_WIDTH / 25.4 * 72
# Characters: columns up to here are centered and never broken, a longest counts as so many.
SHORT, LONG = 10, 20
ROW_HEIGHT = 26  # points, or more
BESIDE = 14  # points of a column beside its text
_BORDERS = '<w:tblStyle w:val="TableGrid"/>{width}<w:jc w:val="center"/>{layout}'


def bordered(head, rows, widths=None):
    """Return a table with borders, as wide as the text.

    ``head``: texts, repeated on every page; ``rows``: sequences as long as ``head``, None is an
    empty cell; ``widths``: numbers, how the columns share the width, else by what they hold.
    """
    head, rows = texts(head), [texts(row) for row in rows]
    points, short = column_points(head, rows, widths)
    styles = ["TableShort" if each else "TableText" for each in short]
    return element(
        _BORDERS,
        points,
        [
            _row(head, points, ["TableHead"] * len(head), "<w:tblHeader/>"),
            *(_row(row, points, styles) for row in rows),
        ],
    )


def column_points(head, rows, widths=None):
    """Return ([points of each column], [whether what it holds is short and centered]).

    ``head``, ``rows``: texts as of :func:`texts`; ``widths``: as of :func:`bordered`.
    """
    widest = [max(map(_widest, column)) for column in zip(head, *rows, strict=True)]
    points = _scaled(widths, TEXT_POINTS) if widths else _fitting(widest)
    return points, [each <= SHORT for each in widest]


def texts(row):
    """Return the values of a row as texts: None as ''."""
    return ["" if value is None else str(value) for value in row]


def element(properties, points, rows):
    """Return the element of a table; ``points``: its columns' widths; ``rows``: their XML.

    ``properties``: the XML of its properties with places for {width} and {layout}.
    """
    grid = "".join(f'<w:gridCol w:w="{_twips(each)}"/>' for each in points)
    properties = properties.format(
        width=f'<w:tblW w:w="{_twips(sum(points))}" w:type="dxa"/>',
        layout='<w:tblLayout w:type="fixed"/>',
    )
    return parse_xml(
        f"<w:tbl {nsdecls('w')}><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(rows)}</w:tbl>"
    )


def row_xml(cells, height=0, mark=""):
    """Return the XML of a row that isn't broken over pages; ``height``: points, or more."""
    least = f'<w:trHeight w:val="{_twips(height)}"/>' if height else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{least}{mark}</w:trPr>{''.join(cells)}</w:tr>"


def cell_xml(paragraphs, points, align="top"):
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(points)}" w:type="dxa"/><w:vAlign w:val="{align}"/>'
        f"</w:tcPr>{''.join(paragraphs)}</w:tc>"
    )


def paragraph_xml(style, runs):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def run_xml(text, properties=""):
    text = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{text}</w:r>"


def _row(row, points, styles, mark=""):
    cells = [
        cell_xml(_paragraphs(text, style), each, "center")
        for text, each, style in zip(row, points, styles, strict=True)
    ]
    return row_xml(cells, ROW_HEIGHT, mark)


def _paragraphs(text, style):
    return [paragraph_xml(style, [run_xml(line)]) for line in lines(text) or [""]]


def _fitting(widest):
    """Return the columns' widths in points: short ones as they need, the others share the rest."""
    needed = [SMALL_FOUR * min(max(each, 2), LONG) + BESIDE for each in widest]
    long = [index for index, each in enumerate(widest) if each > SHORT]
    rest = TEXT_POINTS - sum(needed) + sum(needed[index] for index in long)
    if not long or rest < len(long) * SMALL_FOUR * SHORT / 2:
        return _scaled(needed, TEXT_POINTS)
    shares = _scaled([needed[index] for index in long], rest)
    for index, share in zip(long, shares, strict=True):
        needed[index] = share
    return needed


def _scaled(shares, total):
    return [total * share / sum(shares) for share in shares]


def _widest(text):
    return max(map(width, lines(text)), default=0)


def _twips(points):
    return round(TWIP * points)
