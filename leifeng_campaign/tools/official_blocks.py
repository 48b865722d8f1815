"""The blocks of an official document as plain values, for a page that is printed as PDF."""

import base64

from .official_document import ATTACHED, DATE_FROM_EDGE, LEAST_FROM_EDGE, LONG_UNIT, NO_DATE
from .official_names import lined_up
from .official_table import column_points, texts
from .official_text import Numbering, lines, long_date, one_line, unclosed, width

LINE, MOST_KEPT = 28, 8 * 28  # characters: of a line, of what goes to the next page together


class OfficialBlocks:
    """What a page shows: ``rows``, a list of {"kind", "lines" or others of the kind}.

    The same methods as those of :class:`.official_document.OfficialDocument`.
    """

    def __init__(self, title, addressee="", head=None):
        self._numbering = Numbering()
        self.rows = []
        if head:
            self._add("head", agency=one_line(head[0]), number=one_line(head[1]))
        self._add("title", lines=lines(title))
        if addressee:
            self._add("addressee", lines=[one_line(addressee).rstrip("：:") + "："])

    def paragraph(self, text):
        self._add("paragraph", lines=lines(text))

    def heading(self, text, level=1):
        marked = self._numbering.marked(one_line(text), level)
        self._add(f"heading{level}", lines=[marked])

    def list_of_names(self, rows):
        if rows := list(rows):
            rows, _longest = lined_up(rows)
            self._add("names", rows=rows)

    def table(self, head, rows, widths=None):
        head, rows = texts(head), [texts(row) for row in rows]
        points, short = column_points(head, rows, widths)
        self._add(
            "table",
            head=head,
            rows=[[lines(text) for text in row] for row in rows],
            widths=[round(100 * each / sum(points), 2) for each in points],
            short=short,
        )

    def picture(self, content, text=""):
        self._add("picture", source=_data_uri(content), text=one_line(text))

    def attachment_note(self, names):
        names = [name for each in names if (name := unclosed(each))]
        many = len(names) > 1
        rows = [(f"{index}." if many else "", name) for index, name in enumerate(names, 1)]
        if rows:
            self._add("attachment_note", mark=ATTACHED, rows=rows)

    def attachment(self, number, title):
        self._numbering = Numbering()
        self._add("attachment", mark=f"附件{number or ''}", lines=lines(title))

    def enclosure(self, title):
        self._numbering = Numbering()
        self._add("enclosure", lines=lines(title))

    def signature(self, unit, day):
        """The unit stands above the middle of the date, as in the file to edit."""
        unit, date = one_line(unit), long_date(day) if day else NO_DATE
        wider = (min(width(unit), LONG_UNIT) - width(date)) / 2
        from_edge = max(LEAST_FROM_EDGE, DATE_FROM_EDGE - wider)
        kept = self._kept()
        sides = {"right": from_edge, "date_right": from_edge + wider}
        self._add("signature", unit=unit, date=date, **sides, **kept)

    def note(self, text):
        self._add("note", lines=lines(text))

    def _kept(self):
        """Take off what stays on one page with the signature, for a seal never stands alone
        (7.3.5.5): {"note": the names of attachments or None, "last": the last paragraph or ""}."""
        last = self.rows[-1]
        note = self.rows.pop() if last["kind"] == "attachment_note" else None
        text = self.rows[-1]["lines"] if self.rows[-1]["kind"] == "paragraph" else []
        fits = text and len(text[-1]) + len(note["rows"] if note else ()) * LINE <= MOST_KEPT
        return {"note": note, "last": text.pop() if fits else ""}

    def _add(self, kind, **values):
        self.rows.append({"kind": kind, **values})


def _data_uri(content):
    return "data:image/png;base64," + base64.b64encode(content).decode()
