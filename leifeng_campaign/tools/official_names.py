"""Lists of names (名单) in an official document."""

from .official_indent import TWIP
from .official_styles import THREE
from .official_table import cell_xml, element, paragraph_xml, row_xml, run_xml, texts
from .official_text import one_line, width

# Characters: as wide as the first a name of two is set, names wider than the second are broken.
NAME, LONG_NAME = 3, 12
LINE = 26  # characters of a line without the first two
GAP = 1.5  # characters between two names, or more
STYLE = "NameList"
# Two characters in, without borders, and nothing between the cells.
_PLAIN = (
    f'{{width}}<w:tblInd w:w="{2 * TWIP * THREE}" w:type="dxa"/>{{layout}}<w:tblCellMar>'
    '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)


def name_list(rows):
    """Return the element of a list of names, lined up without borders.

    ``rows``: sequences, the name first, then what is said of it (department, post); where they
    hold names alone (texts will do), several stand in a line.
    """
    rows, longest = lined_up(rows)
    if not longest:
        points = [THREE * LINE / len(rows[0])] * len(rows[0])
        return element(_PLAIN, points, [_row(row, points, [_name_runs] * len(row)) for row in rows])
    return _names_with_facts(rows, max(map(len, rows)), longest)


def lined_up(rows):
    """Return ([[text]], characters of the longest name); names alone stand as many in a line as
    leave a gap between them, for which 0 is returned."""
    rows = [[row] if isinstance(row, str) else row for row in rows]
    rows = [[one_line(text) for text in texts(row)] for row in rows]
    longest = min(max([NAME, *(width(row[0]) for row in rows)]), LONG_NAME)
    if max(map(len, rows)) > 1:
        return rows, longest
    count = max(1, int(LINE // (longest + GAP)))
    names = [row[0] for row in rows]
    names += [""] * (-len(names) % count)
    return [names[index : index + count] for index in range(0, len(names), count)], 0


def _names_with_facts(rows, columns, longest):
    """The name as wide as the longest and a character, the rest shared out."""
    rest = (LINE - longest - 1) / (columns - 1)
    points = [THREE * share for share in (longest + 1, *[rest] * (columns - 1))]
    runs = [_name_runs, *[_runs] * (columns - 1)]
    return element(_PLAIN, points, [_row(row, points, runs) for row in rows])


def _row(row, points, runs):
    """The XML of a row; what it lacks is empty. ``runs``: for each column what sets its text."""
    row = [*row, *[""] * (len(points) - len(row))]
    cells = zip(row, points, runs, strict=True)
    return row_xml(cell_xml([paragraph_xml(STYLE, set_(text))], each) for text, each, set_ in cells)


def _runs(text):
    return [run_xml(text)]


def _name_runs(name):
    """A name of two is spread to three by the space after its first character, not by a space in
    the text: it is still found by a search."""
    if len(name) != NAME - 1 or width(name) < len(name):
        return _runs(name)
    return [run_xml(name[0], f'<w:spacing w:val="{TWIP * THREE}"/>'), run_xml(name[1])]
