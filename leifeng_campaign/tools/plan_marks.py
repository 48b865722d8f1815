"""Where the headings of a plan begin: 一、 （一） 1. 1.1 （1） ① 第一阶段 3月份 【…】 and bullets.

Works on folded text and finds candidates; which of them count is decided in ``plan_tree``.
"""

import re
import unicodedata
from dataclasses import dataclass

from .plan_words import SECTION_NAME

_DIGITS = "一二三四五六七八九十"
_FORMAL = dict(zip("壹贰叁参肆伍陆柒捌玖拾", (1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10), strict=True))
_CN = rf"[{_DIGITS}]{{1,3}}"
# (kind, pattern, may stand inside a line)
_FORMS = [
    ("stage", rf"第\s?(?P<n>{_CN}|\d{{1,2}})\s?(?:阶段|步|季度|周|期|部分)", True),
    ("month", rf"(?P<n>\d{{1,2}}|{_CN})月份?(?=\s?[:(]|[ \t]|\n|$)", True),
    ("formal", r"(?P<n>[壹贰叁参肆伍陆柒捌玖拾])\s?、", True),
    ("chinese", rf"(?P<n>{_CN})\s?[、.](?![{_DIGITS}])", True),
    ("(chinese)", rf"[\[(]\s?(?P<n>{_CN})\s?[)\]]、?", True),
    ("keycap", r"(?P<n>\d)\ufe0f?\u20e3", True),
    ("1.1", r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,2})(?![\d.%])[、. ]?", False),
    ("1.", r"(?P<n>\d{1,2})\s?\.(?!\d(?!\d?月))", True),
    ("1、", r"(?P<n>\d{1,2})\s?、", True),
    ("(1)", r"\((?P<n>\d{1,2})\)、?", True),
    ("1)", r"(?P<n>\d{1,2})\)、?", True),
    ("circled", r"(?P<n>[①-⑳⑴-⒇⒈-⒛❶-❿➀-➓㈠-㈩㊀-㊉])", True),
    ("1 ", r"(?P<n>\d{1,2})[ \t]+(?=[^\W\d_a-zA-Z]{2})", False),
]
# Inside a line 第一阶段 is mostly part of a sentence.
_SURE = {"stage": r"(?=\s?[:(])", "month": r"(?=\s?[:(])"}
_LINE_FORMS = [(kind, re.compile(pattern)) for kind, pattern, _inside in _FORMS]
_INSIDE = re.compile("|".join(
    f"(?P<k{index}>{pattern.replace('(?P<n>', '(?:')}{_SURE.get(kind, '')})"
    for index, (kind, pattern, inside) in enumerate(_FORMS) if inside
))  # fmt: skip
_BRACKET = re.compile(r"【(?P<name>[^【】\n]{1,20})】")
_NAMED_STAGE = re.compile(r"(?=[^\s,。;::、()]{2,16}阶段\s?(?:\([^()\n]{1,40}\))?\s?:?\s*(?:\n|$))")
_LABEL_END = re.compile(r"\s?(?::|\n|$)")
_STAGE_END = re.compile(r"\s?[::(—,、\[【-]|[ \t]|\n|$")
_BULLETS = "•●■◆▪▶➤◎○□◇★☆※·*✓✔➢►"
_DATE_AFTER = re.compile(r"\s?[月日号至到~–—―─-]")


@dataclass(frozen=True)
class Mark:
    """A mark in the text: ``start`` to ``stop``; ``number`` is None for bullets, labels and brackets."""

    start: int
    stop: int
    kind: str
    number: int | None
    at_line: bool
    path: tuple = ()


def candidates(key, start, stop):
    """What may be a mark in one line, the one at its start first."""
    return list(_marks_of_line(key, start, stop))


def _marks_of_line(key, start, stop):
    position = _skip_blank(key, start, stop)
    after_bullet = _skip_bullets(key, position, stop)
    first = _line_mark(key, after_bullet, stop) or _label(key, after_bullet, stop)
    if not first and after_bullet > position:
        first = Mark(position, after_bullet, "bullet", None, True)
    if first:
        yield first
        position = first.stop
    for match in _INSIDE.finditer(key, position, stop):
        yield _inside_mark(match)
    for match in _BRACKET.finditer(key, position, stop):
        if SECTION_NAME.fullmatch(match["name"]):
            yield Mark(match.start(), match.end(), "bracket", None, False)


def _skip_blank(key, position, stop):
    while position < stop and key[position].isspace():
        position += 1
    return position


def _skip_bullets(key, position, stop):
    """Past bullets, emoji and the spaces after them."""
    end = position
    while end < stop and (
        key[end] in _BULLETS or unicodedata.category(key[end]) in ("So", "Sk", "Mn", "Cf")
    ):
        end += 1
    if key.startswith(("- ", "— ", "– "), end):
        end += 1
    return _skip_blank(key, end, stop) if end > position else position


def _line_mark(key, position, stop):
    for kind, pattern in _LINE_FORMS:
        found = pattern.match(key, position, stop)
        if found and _plausible(kind, found, key, stop):
            number, path = _number(found["n"])
            return Mark(position, found.end(), kind, number, True, path)
    if found := _BRACKET.match(key, position, stop):
        return Mark(position, found.end(), "bracket", None, True)
    if _NAMED_STAGE.match(key, position, stop):
        return Mark(position, position, "named stage", None, True)
    return None


def _plausible(kind, found, key, stop):
    if kind == "1.1":
        return not _DATE_AFTER.match(key, found.end(), stop)
    if kind == "stage":
        short = stop - found.end() <= 16 and not re.search("[,。;]", key[found.end() : stop])
        return short or bool(_STAGE_END.match(key, found.end(), stop))
    return True


def _label(key, position, stop):
    """活动时间：… or a line that is nothing but the name of a section."""
    found = SECTION_NAME.match(key, position, min(stop, position + 20))
    if found and _LABEL_END.match(key, found.end(), stop):
        return Mark(position, position, "label", None, True)
    return None


def _inside_mark(match):
    kind = _FORMS[int(match.lastgroup[1:])][0]
    number, path = _number(re.search(rf"[{_DIGITS}]+|\d+|.", match[0].lstrip("([第 "))[0])
    return Mark(match.start(), match.end(), kind, number, False, path)


def _number(written):
    """``(number, path)``: 3 for 三 or ③, 2 with path (1, 2) for 1.2."""
    if "." in written:
        path = tuple(int(part) for part in written.split("."))
        return path[-1], path
    if written.isdecimal():
        return int(written), ()
    if written in _FORMAL:
        return _FORMAL[written], ()
    if len(written) == 1 and written not in _DIGITS:
        return int(unicodedata.numeric(written)), ()
    tens, ten, units = written.rpartition("十")
    value = _DIGITS.find(units) + 1 if units else 0
    return value + (10 * (_DIGITS.find(tens) + 1 if tens else 1) if ten else 0), ()
