"""Lists and spans of days as they stand in the text of an official document."""

from .official_text import has_mark, lines, long_date

_CLOSING = "。．.；;，,、 "


def numbered_lines(text):
    """Return the lines of ``text`` as '1.…', '2.…'; a line that has a mark keeps it."""
    return [
        line if has_mark(line) else f"{number}.{line}" for number, line in enumerate(lines(text), 1)
    ]


def in_a_row(text):
    """Return the lines of ``text`` in one: '（1）…；（2）….', each with the mark of level four."""
    items = [_unmarked(line) for line in lines(text)]
    row = "；".join(f"（{number}）{item}" for number, item in enumerate(items, 1))
    return f"{row}。" if row else ""


def sentence(text):
    """Return ``text`` in one line with a full stop at its end, '' for none."""
    line = "".join(lines(text))
    return line if not line or line[-1] in "。！？.!?…”" else f"{line}。"


def days_text(start, stop, dash="—"):
    """Return '2月24日—3月14日', with the years where they differ; '' where a day is missing."""
    if not (start and stop):
        return ""
    if start == stop:
        return month_day(start)
    if start.year != stop.year:
        return f"{long_date(start)}{dash}{long_date(stop)}"
    return f"{month_day(start)}{dash}{month_day(stop)}"


def long_days_text(start, stop):
    """Return '2026年2月24日至4月10日' (7.3.5.4), with both years where they differ."""
    if not (start and stop):
        return long_date(start or stop) if start or stop else ""
    last = month_day(stop) if start.year == stop.year else long_date(stop)
    return f"{long_date(start)}至{last}"


def month_day(day):
    return f"{day.month}月{day.day}日"


def _unmarked(line):
    line = line.strip(_CLOSING)
    if not has_mark(line):
        return line
    head = line[:6]
    for mark in "）)、.．":
        if mark in head:
            return line[head.index(mark) + 1 :].strip()
    return line
