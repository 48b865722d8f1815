"""The small texts of an official document: dates, marks of headings, widths in characters."""

import re
import unicodedata

from .docx_number_formats import format_number

# What XML 1.0 can't hold; tabs and ends of lines are dealt with by themselves.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CLOSING = "。．.；;，,、 "
# GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）
_MARKS = ("{}、", "（{}）", "{}.", "（{}）")
_NUMERALS = ("chineseCounting", "chineseCounting", "decimal", "decimal")
_MARKED = re.compile(
    r"[一二三四五六七八九十]+、|[（(]([一二三四五六七八九十]+|\d+)[）)]|\d+[.．、](?!\d)"
)


def long_date(day):
    """Return a date as it stands in documents (7.3.5.4): '2026年3月5日', no zeros before."""
    return f"{day.year}年{day.month}月{day.day}日"


def lines(text):
    """Return the lines of ``text`` that say something, without what XML can't hold."""
    text = _FORBIDDEN.sub("", _ENDS.sub("\n", text or "").replace("\t", " "))
    return [line for part in text.split("\n") if (line := part.strip())]


def one_line(text):
    return " ".join(lines(text))


def width(text):
    """Return how many Chinese characters wide ``text`` is; digits and Latin are half as wide."""
    return sum(0.5 if unicodedata.east_asian_width(char) in "NaH" else 1 for char in text)


def has_mark(text):
    """Tell whether ``text`` begins with a mark of a heading or of a list: 一、 （一） 1. （1）"""
    return bool(_MARKED.match(text))


def unclosed(text):
    """Return ``text`` without a mark at its end, as names of attachments are written (7.3.4)."""
    return one_line(text).rstrip(_CLOSING)


class Numbering:
    """Numbers the headings of four levels; a new heading begins those below it anew."""

    def __init__(self):
        self._counts = [0] * len(_MARKS)

    def marked(self, text, level):
        """Return ``text`` with the mark of its level (1 to 4); one that has a mark keeps it."""
        if not 1 <= level <= len(_MARKS):
            raise ValueError(f"no such level: {level}")
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (len(_MARKS) - level)
        if has_mark(text):
            return text
        number = format_number(self._counts[level - 1], _NUMERALS[level - 1])
        return _MARKS[level - 1].format(number) + text
