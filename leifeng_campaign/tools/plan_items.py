"""Objectives, requirements, criteria and steps: the lists of a plan."""

import re
from itertools import islice, pairwise

from .plan_parts import Item
from .plan_titles import NAME_LIMIT, cut_title
from .plan_words import LIST_NAME, guess_kind

_SENTENCES = re.compile(r"[^。;\n]+[。;\n]?")
_ORDINALS = re.compile(r"(?=[一二三四五六七八九]是)|(?=第[一二三四五六七八九],)|\n")
_CLAUSE = re.compile(r"[^,。;:!?\n]+")
_WORD = re.compile(r"[^\W\d]{2}")
_ACTION = re.compile(r"\s*(?:开展|组织|举办|举行|召开|设立|评选|.{0,10}[“《])")
_DATE_ALONE = re.compile(r"[\d月日年上中下旬初底号至—~ -]+")
_INLINE_MARK = re.compile(
    r"[(]\d{1,2}[)]|[①-⑳]|\d{1,2}[.、](?!\d)|[(][一二三四五六七八九十]{1,2}[)]"
)
_LABEL = re.compile(rf"(?:(?<=[。;:\n\s])|^){LIST_NAME.pattern}(?:为|如下)?\s?[:]")


def read_items(source, node, guess):
    """The ``Item``s under a heading: its numbered parts, else its paragraphs."""
    if node.children:
        return [read_item(source, child.start, child.end, guess) for child in node.children]
    return []


def read_item(source, start, stop, guess):
    """One ``Item`` of the span; without a name of its own the whole is text."""
    cut = cut_title(source.key[start:stop], guess)
    if not cut.name or not source.key[start + cut.text : stop].strip():
        return Item("", source.take(start, stop))
    name = source.take(start, start + cut.note)
    return Item(name, source.take(start + cut.text, stop), cut.guessed)


def paragraphs(source, start, stop):
    """One ``Item`` per line, or per 一是…；二是…, of a text without numbers."""
    edges = [start + found.start() for found in _ORDINALS.finditer(source.key[start:stop])]
    bounds = sorted({start, *edges, stop})
    texts = [source.take(*span) for span in pairwise(bounds)]
    return [Item("", text) for text in texts if text]


def sentences(key, start, stop):
    """``[(start, stop)]`` of the sentences (up to 。 ； or the end of a line) of a span."""
    spans = [found.span() for found in _SENTENCES.finditer(key, start, stop)]
    return [span for span in spans if re.search(r"\w", key[slice(*span)])]


def entries(source, start, stop):
    """The texts of a list of criteria or steps: by its marks, else by its sentences."""
    marks = [found.span() for found in _INLINE_MARK.finditer(source.key, start, stop)]
    if len(marks) > 1:
        firsts, lasts = zip(*marks, strict=True)
        spans = zip((start, *lasts), (*firsts, stop), strict=True)
    else:
        spans = sentences(source.key, start, stop)
    return [text for text in (_entry(source, *span) for span in spans) if text]


def _entry(source, start, stop):
    while stop > start and source.key[stop - 1] in "。;, \n\t":
        stop -= 1
    return source.take(start, stop)


def labelled_lists(key, start, stop):
    """``[(kind, label start, list start, list stop)]`` of 标准：… and 程序：… in a span.

    Kind is criteria or procedure.
    """
    found = list(_LABEL.finditer(key, start, stop))
    stops = [match.start() for match in found[1:]] + [stop] * bool(found)
    return [
        ("criteria" if match["criteria"] else "procedure", match.start(), match.end(), end)
        for match, end in zip(found, stops, strict=True)
    ]


def short_name(key, start, stop):
    """``(start, stop)`` of the clause that names a text best, ``NAME_LIMIT`` long at most.

    That is the first, or the next one that tells a kind where the first is but a place or a time.
    """
    clauses = islice(_CLAUSE.finditer(key, start, stop), 6)
    spans = [clause.span() for clause in clauses if _names(clause)][:3] or [(start, stop)]
    telling = [span for span in spans if guess_kind(key[slice(*span)]) != "other"]
    first, last = (spans if _ACTION.match(key, *spans[0]) or not telling else telling)[0]
    return first, min(last, first + NAME_LIMIT)


def _names(clause):
    return bool(_WORD.search(clause[0])) and not _DATE_ALONE.fullmatch(clause[0])
