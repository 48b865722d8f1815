"""The dates of a plan's text: 3月1日—3月10日, 3月上旬, 2026.3.5, 二〇二六年三月五日, 3月1日起 …

Works on folded text (``script.fold``): half-width and simplified.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date

from .script import fold

_CN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
_CN_YEAR = r"[〇○零一二三四五六七八九]{4}"
_CN = r"[一二三四五六七八九十廿]{1,3}"
_YEAR = rf"(?P<year>\d{{4}}|{_CN_YEAR})\s?年\s?"
_TO = r"[—–~至到―─-]"
_WRITTEN = (
    rf"(?:{_YEAR})?(?P<month>\d{{1,2}}|{_CN})\s?月份?"
    rf"(?:(?P<part>初|上旬|中旬|下旬|底|末|第[一二三四][、至]?第?[一二三四五]?周)"
    rf"|\s?(?P<day>\d{{1,2}}|{_CN})(?:\s?[日号](?:\s?\([^()\n]{{1,6}}\))?|(?=\s?{_TO})))?"
)
_YEAR_FIRST = r"(?P<year>\d{4})(?P<dot>[./-])(?P<month>\d{1,2})(?P=dot)(?P<day>\d{1,2})(?!\d)"
# Not a date before a unit: 1.5小时, 2.3万元, 3.5%; nor before 月: in 1.3月5日 the 1. is a number.
_UNIT = r"[.%月万亿元块个倍米名人次篇户份度级天周年节版棵株张本项场hk]|小时|公里|学时|分"
_DOTTED = rf"(?P<month>\d{{1,2}})\.(?P<day>\d{{1,2}})(?!\d|\s?(?:{_UNIT}))"
_QUARTER = rf"(?:{_YEAR})?第?(?P<quarter>[一二三四1-4])季度"
_ALL_YEAR = rf"(?:{_YEAR})?(?P<all>全年)(?!的)"
_FORMS = [
    re.compile(rf"(?<![\w.])(?:{_YEAR_FIRST})", re.ASCII),
    re.compile(rf"(?<!\d)(?:{_WRITTEN})"),
    re.compile(rf"(?<!\d)(?:{_QUARTER})"),
    re.compile(_ALL_YEAR),
    re.compile(rf"(?<![\w.])(?:{_DOTTED})", re.ASCII),
]
_START = re.compile(r"\d|[〇○零一二三四五六七八九十廿第全]")
_SEPARATOR = re.compile(rf"(?:起|开始)?\s?{_TO}{{1,3}}\s?")
_MONTHS = re.compile(rf"(?<!\d)(?P<first>\d{{1,2}}|{_CN})\s?{_TO}\s?(?=(?:\d{{1,2}}|{_CN})\s?月)")
_DAY_ONLY = re.compile(rf"(?P<day>\d{{1,2}}|{_CN})\s?[日号]|(?P<part>上旬|中旬|下旬|底|末)")
_FROM = re.compile(r"\s?(?:起|开始|以后)")
_UNTIL = re.compile(r"\s?(?:前|以前|之前|为止|截止)")
_ORDINAL = re.compile(r"第\s?[一二三四五六七八九十\d]{1,2}\s?(?:阶段|步|周|期)")
_UNTIL_BEFORE = re.compile(r"(?:至|到|截至|截止到?|不晚于)\s?$")


@dataclass(frozen=True)
class Moment:
    """A day, or a span of days of one month, as written; ``year`` may be None."""

    year: int | None
    month: int
    first: int
    last: int
    months: int = 1

    def start(self, year):
        return _date(self.year or year, self.month, self.first)

    def stop(self, year):
        return _date(self.year or year, self.month + self.months - 1, self.last)


@dataclass(frozen=True)
class Period:
    """A period of the text: its place there (``at``, ``to``) and its ends, None where open."""

    at: int
    to: int
    begin: Moment | None
    end: Moment | None

    @property
    def years(self):
        return {moment.year for moment in (self.begin, self.end) if moment and moment.year}

    @property
    def is_range(self):
        return self.begin != self.end

    def dates(self, year):
        """``(first day, last day)``, in order.

        None where open, where no year is known, where the day doesn't exist or comes too early.
        """
        year = next(iter(self.years), None) or year
        start = self.begin.start(year) if self.begin else None
        stop = self.end.stop(year) if self.end else None
        if start and stop and stop < start:
            stop = self.end.stop(start.year + 1) if self._passes_new_year() else None
        return start, stop

    def _passes_new_year(self):
        """12月20日至1月10日 does; 3月20日至3月10日 is a slip."""
        return self.end.year is None and self.begin.month - self.end.month >= 6


def find_periods(text, limit=200):
    """The periods in a folded text, in order; at most ``limit``."""
    periods, position = [], 0
    while len(periods) < limit and (found := _START.search(text, position)):
        period = _period_at(text, found.start())
        if period:
            periods.append(period)
        position = period.to if period else found.end()
    return periods


def year_in(text):
    """The first four-digit year of the text that is a year (1990–2099), or None."""
    found = re.search(r"(?<!\d)(19[9]\d|20\d\d)(?!\d)", text)
    if found:
        return int(found[1])
    found = re.search(rf"({_CN_YEAR})年", text)
    return _number(found[1]) if found else None


def says_more(text):
    """Whether a text says anything besides dates: [具体时间], 上午9:00—11:30."""
    key = _ORDINAL.sub("", fold(text))
    for period in reversed(find_periods(key)):
        key = key[: period.at] + key[period.to :]
    return bool(re.search(r"\w", key))


def in_year(day, year):
    """The same day in another year; 29 February becomes the 28th where there is none."""
    return day and day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def _period_at(text, position):
    first = _moment_at(text, position) or _months_at(text, position)
    if not first:
        return None
    begin, to = first
    separator = _SEPARATOR.match(text, to)
    second = separator and (
        _moment_at(text, separator.end()) or _rest_at(text, separator.end(), begin)
    )
    if second:
        end, to = second
        return Period(position, to, _with_year(begin, end), end)
    return _open_ended(text, Period(position, to, begin, begin))


def _open_ended(text, period):
    if found := _FROM.match(text, period.to):
        return replace(period, to=found.end(), end=None)
    if found := _UNTIL.match(text, period.to):
        return replace(period, to=found.end(), begin=None)
    if found := _UNTIL_BEFORE.search(text, max(0, period.at - 5), period.at):
        return replace(period, at=found.start(), begin=None)
    return period


def _moment_at(text, position):
    """``(Moment, end)`` if a date begins just there, else None."""
    for pattern in _FORMS:
        found = pattern.match(text, position)
        moment = found and _moment(found.groupdict())
        if moment:
            return moment, found.end()
    return None


def _moment(groups):
    year = groups.get("year") and _number(groups["year"])
    if year and not 1990 <= year <= 2099:
        return None
    if groups.get("all"):
        return Moment(year, 1, 1, 31, 12)
    if groups.get("quarter"):
        return Moment(year, 3 * _number(groups["quarter"]) - 2, 1, 31, 3)
    return _checked(year, _number(groups["month"]), groups.get("day"), groups.get("part"))


def _checked(year, month, day, part):
    if not 1 <= month <= 12:
        return None
    if day:
        day = _number(day)
        return Moment(year, month, day, day) if 1 <= day <= 31 else None
    first, last = _part_days(part)
    return Moment(year, month, first, last)


def _part_days(part):
    if part and part.endswith("周"):
        weeks = [_CN_DIGITS[char] for char in part if char in _CN_DIGITS]
        return 7 * weeks[0] - 6, 7 * weeks[-1] if weeks[-1] < 4 else 31
    spans = {"初": (1, 10), "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}
    return spans.get(part) or ((21, 31) if part else (1, 31))


def _months_at(text, position):
    """The 3 of 3—4月; it ends before the dash."""
    found = _MONTHS.match(text, position)
    moment = found and _checked(None, _number(found["first"]), None, None)
    return (moment, found.end("first")) if moment else None


def _rest_at(text, position, begin):
    """The second half of 3月1日至10日 or 3月上旬至下旬: month and year are the first half's."""
    found = _DAY_ONLY.match(text, position)
    moment = found and _checked(begin.year, begin.month, found["day"], found["part"])
    return (moment, found.end()) if moment else None


def _with_year(begin, end):
    """In 12月20日至2027年1月10日 the first half is of the year before."""
    if begin.year or not end.year:
        return begin
    earlier = (begin.month, begin.first) <= (end.month, end.last)
    return replace(begin, year=end.year if earlier else end.year - 1)


def _date(year, month, day):
    if not year or not MINYEAR <= year < MAXYEAR:
        return None
    last = calendar.monthrange(year, month)[1]
    # 31 stands for "the end of the month" only in spans; 2月30日 isn't a day.
    if day > last and day != 31:
        return None
    return date(year, month, min(day, last))


def _number(written):
    """The value of 12, 十二, 二十四, 廿四 or 二〇二六."""
    if written.isdecimal():
        return int(written)
    if len(written) == 4:
        return int("".join(str(_CN_DIGITS[char]) for char in written))
    tens, ten, units = written.replace("廿", "二十").rpartition("十")
    value = _CN_DIGITS.get(units, 0)
    return value + (10 * _CN_DIGITS.get(tens, 1) if ten else 0)
