"""What can be told of an essay's text: its length, the names in it, its paragraphs."""

import re

from .script import fold

# Characters that stand for themselves in a count: Chinese, Japanese and full-width ones with their
# marks, and what is as wide in a Chinese text: dashes, quotation marks, dots, symbols, emoji.
_WIDE = (
    "\u00b7\u2010-\u2027\u2030-\u205e\u2100-\u2bff\u2e80-\u2fff\u3001-\ud7ff\ue000-\ufaff"
    "\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uffef\U00016fe0-\U0003ffff"
)
_COUNTED = re.compile(f"[{_WIDE}]|[^\\s{_WIDE}]+")
_UNSEEN = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
_APOSTROPHE = re.compile("(?<=[A-Za-z])\u2019(?=[A-Za-z])")
# What may stand between the characters of a name: 聂 小雨, 阿依古丽·买买提
_BETWEEN = r"[\s·•‧・.]{0,3}"
# What a department is called without: 综合业务科（东区） is also 综合业务科 and 综合业务.
_SUFFIX = re.compile(r"(?:\([^()]*\)|[科处室])$")
SHORTEST_NAME, SHORTEST_SHORT_FORM = 2, 3  # characters


def count_characters(text, punctuation=True):
    """Return how many characters a text has, as contests count them (字数 of Word and WPS).

    A Chinese character or full-width mark counts 1, and so does a word, a number or anything else
    of half width up to the next space or Chinese character: "3.5%" is 1, "5 km" 2. Spaces don't
    count, and without ``punctuation`` neither does what has no letter or digit.
    """
    text = _APOSTROPHE.sub("'", _UNSEEN.sub("", text))
    found = _COUNTED.findall(text)
    return sum(punctuation or any(map(str.isalnum, each)) for each in found)


def patterns(punctuation=True):
    """Return what a browser needs to count as ``count_characters`` does, as regular expressions:
    {"unseen", "apostrophe", "counted", "mark": what doesn't count, "" if everything does}."""
    return {
        "unseen": _UNSEEN.pattern,
        "apostrophe": _APOSTROPHE.pattern,
        "counted": _COUNTED.pattern,
        "mark": "" if punctuation else r"^[^\p{L}\p{N}]+$",
    }


def paragraphs(text):
    """Return the paragraphs of a text without the space around them and without empty ones."""
    return [line for part in text.splitlines() if (line := part.strip())]


def context(text, start, stop, around=12):
    """Return text[start:stop] with ``around`` characters on either side, on one line, … where the
    text goes on."""
    first, last = max(0, start - around), min(len(text), stop + around)
    shown = " ".join(text[first:last].split())
    return ("…" if first else "") + shown + ("…" if last < len(text) else "")


def find_names(text, names):
    """Return [(name, start, stop)] where one of ``names`` stands in ``text``, in the order of the
    text; spaces inside the name don't matter.

    The name of a department is also found without 科, 处, 室 or a bracket at its end, if 3
    characters are left. Names of one character are in every text and aren't looked for.
    """
    forms = [(form, name) for name in names for form in _forms(name)]
    forms.sort(key=lambda pair: -len(pair[0]))
    if not forms:
        return []
    pattern = "|".join(f"({_pattern(form)})" for form, _name in forms)
    found = re.finditer(pattern, fold(text), re.IGNORECASE)
    return [(forms[match.lastindex - 1][1], match.start(), match.end()) for match in found]


def _forms(name):
    """The folded name without spaces and dots, and what a department is called in short."""
    form = re.sub(r"[\s·•‧・.]", "", fold(name or ""))
    if len(form) >= SHORTEST_NAME:
        yield form
    while (shorter := _SUFFIX.sub("", form)) != form and len(shorter) >= SHORTEST_SHORT_FORM:
        yield shorter
        form = shorter


def _pattern(form):
    """A Latin name has to stand by itself: Lina isn't in Carolina."""
    before = r"(?<![a-z])" if form[0].isascii() else ""
    after = r"(?![a-z])" if form[-1].isascii() else ""
    return before + _BETWEEN.join(map(re.escape, form)) + after
