"""The body of a story as blocks of text: what every page, sheet and document of it is made from.

A block is (kind, runs): kind "p", "h" (heading), "li", "num" (numbered item) or "quote"; a run is
(text, bold, italic). Nothing else of what editors and other programs write is kept: no styles, no
scripts, no pictures, which have a place of their own with the consent of those portrayed.
"""

from lxml import etree, html
from markupsafe import Markup, escape

from . import essay_text, plain_text

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
KINDS = {"blockquote": "quote", "pre": "p", "li": "li", **dict.fromkeys(HEADINGS, "h")}
BREAKING = {*KINDS, "p", "div", "ul", "ol", "table", "tr", "td", "th", "section", "article"}
DROPPED = {"script", "style", "head", "title", "noscript", "template", "textarea", "select"}
BOLD, ITALIC = {"b", "strong"}, {"i", "em"}
LISTS = {"li": "ul", "num": "ol"}
TAGS = {"p": "p", "h": "h3", "quote": "blockquote", "li": "li", "num": "li"}


class _Reader:
    """Walks a tree and gathers its blocks."""

    def __init__(self):
        self.blocks, self.runs = [], []

    def walk(self, node, kind="p", bold=False, italic=False):
        if not isinstance(node.tag, str) or node.tag in DROPPED:
            return
        kind = self._kind(node, kind)
        bold, italic = bold or node.tag in BOLD, italic or node.tag in ITALIC
        if node.tag in BREAKING or node.tag == "br":
            self.close(kind)
        self.add(node.text, bold, italic)
        for child in node:
            self.walk(child, kind, bold, italic)
            self.add(child.tail, bold, italic)
        if node.tag in BREAKING:
            self.close(kind)

    def _kind(self, node, kind):
        parent = node.getparent()
        if node.tag == "li" and parent is not None and parent.tag == "ol":
            return "num"
        return KINDS.get(node.tag, kind)

    def add(self, text, bold, italic):
        """Add text, whose spaces count as in a browser."""
        words = " ".join(plain_text.cleaned(f"x{text}x").split())[1:-1] if text else ""
        if words:
            self.runs.append((words, bold, italic))

    def close(self, kind):
        runs, self.runs = _trimmed(self.runs), []
        if runs:
            self.blocks.append((kind, runs))


def _trimmed(runs):
    """Return the runs without space at either end, [] where they say nothing."""
    while runs and not runs[0][0].strip():
        runs = runs[1:]
    while runs and not runs[-1][0].strip():
        runs = runs[:-1]
    if not runs:
        return []
    runs = [(runs[0][0].lstrip(), *runs[0][1:]), *runs[1:]]
    return [*runs[:-1], (runs[-1][0].rstrip(), *runs[-1][1:])]


def blocks(body):
    """Return the blocks of ``body``, HTML from anywhere or nothing."""
    if not (body or "").strip():
        return []
    reader = _Reader()
    try:
        reader.walk(html.fragment_fromstring(plain_text.cleaned(str(body)), create_parent="div"))
    except (etree.ParserError, etree.XMLSyntaxError):
        return []
    reader.close("p")
    return reader.blocks


def as_html(found):
    """Return blocks as plain HTML with the few tags that are kept."""
    parts, opened = [], ""
    for kind, runs in found:
        outer = LISTS.get(kind, "")
        if outer != opened:
            parts += [_end(opened), _begin(outer)]
            opened = outer
        parts.append(_tagged(TAGS[kind], inline(runs)))
    return Markup("").join([*parts, _end(opened)])


def _begin(tag):
    return Markup("<{}>").format(Markup(tag)) if tag else Markup("")


def _end(tag):
    return Markup("</{}>").format(Markup(tag)) if tag else Markup("")


def _tagged(tag, content):
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), content)


def inline(runs):
    """Return runs as Markup."""
    return Markup("").join(_styled(*run) for run in runs)


def _styled(text, bold, italic):
    content = escape(text)
    content = _tagged("em", content) if italic else content
    return _tagged("strong", content) if bold else content


def clean(body):
    """Return ``body`` reduced to what is kept of it, as Markup; "" where it says nothing."""
    return as_html(blocks(body))


def from_plain(text):
    """Return typed text as HTML, a paragraph a line."""
    lines = essay_text.paragraphs(plain_text.cleaned(text or ""))
    return as_html([("p", [(line, False, False)]) for line in lines])


def line(runs):
    return "".join(text for text, _bold, _italic in runs)


def plain(body):
    """Return the text alone, a line a block."""
    return "\n".join(line(runs) for _kind, runs in blocks(body))


def marks(found):
    """Yield (kind, mark, runs): the mark of an item, "• " or "2. ", else ""."""
    number = 0
    for kind, runs in found:
        number = number + 1 if kind == "num" else 0
        yield kind, {"li": "• ", "num": f"{number}. "}.get(kind, ""), runs


def columns(found, count):
    """Return the blocks in ``count`` columns of about the same length, in order."""
    total = sum(len(line(runs)) + 12 for _kind, runs in found)
    parts, done = [[] for _each in range(count)], 0
    for block in found:
        length = len(line(block[1])) + 12
        parts[min(count - 1, int((done + length / 2) * count / max(total, 1)))].append(block)
        done += length
    return parts
