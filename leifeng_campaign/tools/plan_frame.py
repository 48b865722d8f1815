"""The frame of a plan: what stands above its first heading (红头, title, salutation) and below its last.

Works on lines; every line ends up in one field, in the preamble or among the leftovers.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from .plan_dates import find_periods
from .script import fold

_TITLE = re.compile(
    r"(?:方案|计划|通知|安排|安排表|意见|倡议书?|要点|策划书?|日程表?|公告|总结|报告|汇报|简报|一览表|指南)(?:\([^()]{1,12}\))?$"
)
_TITLE_IN_TEXT = re.compile(
    r"[^。,;:\n]{4,50}?(?:实施方案|活动方案|工作方案|方案|工作计划|活动计划|计划|通知)(?:\([^()\n]{1,12}\))?"
)
_NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,14}\s?[\[(]\s?\d{4}\s?[\])]\s?第?\s?\d{1,4}\s?号|[\u4e00-\u9fff]{2,14}\s?\d{4}年第?\d{1,4}号"
)
_RED_HEAD = re.compile(r"(?:文件|简报|会议纪要|便函|委员会|办公室|部|局|院|厅|会)$")
_SALUTATION = re.compile(
    r"(?:各|局属|机关各|委属|所属|全体|全局|本局|直属|同志们|各位)[^。;]{0,60}:$"
)
_FULL_DATE = re.compile(
    r"\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日|\d{4}[./-]\d{1,2}[./-]\d{1,2}"
)
_SIGNED = re.compile(rf"([^,。;:\d]{{3,30}}?)\s+({_FULL_DATE.pattern})")
_ATTACHMENTS = re.compile(r"附\s?件?\s?(?:\d{1,2}\s?)?:|附件\s?$|附件\s?\d{1,2}\s?$|附表\s?:")
_ATTACHED = re.compile(r"\s*(?:\d{1,2}\s?[.、]|附件\s?\d|《)")
_ENCLOSURE = re.compile(r"附件\s?\d{0,2}\s?$")
_IMPRINT = re.compile(
    r"(?:抄送|抄报|主送|印发|联系人|联系电话|咨询电话|报送邮箱|电子邮箱|签发人|承办)[::]?|.{2,30}\d{4}年\d{1,2}月\d{1,2}日印发$|\(此件.{0,12}\)$|\(联系人.{0,60}\)$|\(盖章\)$"
)
_BLANK_DATE = re.compile(
    r"(?:\d{4}|[xX×*_]{1,4})?\s?年\s?[xX×*_\d]{0,3}\s?月\s?[xX×*_\d]{0,3}\s?日"
)
_TAIL = 30  # lines
_SENTENCE = re.compile(r"[,。;!?]")


@dataclass
class Frame:
    """The fields of head and tail; ``body`` are the lines between, as they stand."""

    title: str = ""
    document_number: str = ""
    salutation: str = ""
    preamble: list = field(default_factory=list)
    issuer: str = ""
    issued_on: date | None = None
    signed: list = field(default_factory=list)
    attachments: list = field(default_factory=list)
    leftovers: list = field(default_factory=list)


def take_tail(lines, frame):
    """Takes issuer, date, attachments and imprint off the end; returns the lines before them."""
    lines = _take_enclosures(list(lines), frame)
    taken = 0
    while lines and taken < _TAIL and (not lines[-1].strip() or _take_last(lines, frame)):
        taken += bool(lines.pop().strip())
    return lines


def take_head(lines, frame):
    """Sorts the lines above the first heading into title, number, salutation and preamble."""
    rest = [
        line.strip() for line in lines if line.strip() and not _take_numbered(line.strip(), frame)
    ]
    for index, line in enumerate(rest[:6]):
        if _is_title(fold(line)):
            return _take_title(rest, index, frame)
    if rest and _is_heading(fold(rest[0])) and not re.search("[,:]", fold(rest[0])):
        frame.title = rest.pop(0)
    elif rest:
        rest[0] = _take_joined_title(rest[0], frame)
    frame.preamble += [line for line in rest if line]


def split_notice(lines):
    """``(notice, plan)`` where a notice carries the plan as its attachment; else ``([], lines)``."""
    for index, line in enumerate(lines):
        if _ENCLOSURE.fullmatch(fold(line).strip()) and _is_plan_after(
            lines[index + 1 : index + 8]
        ):
            return lines[: index + 1], lines[index + 1 :]
    return [], lines


def _take_enclosures(lines, frame):
    """What follows a line 附件1 of its own is another document: kept, not read."""
    for index, line in enumerate(lines):
        if index > 3 and _ENCLOSURE.fullmatch(fold(line).strip()):
            frame.leftovers.extend(rest.strip() for rest in lines[index:] if rest.strip())
            return lines[:index]
    return lines


def _is_plan_after(lines):
    """A notice may carry the plan as its attachment."""
    head = [fold(line).strip() for line in lines if line.strip()][:3]
    return any(re.search(r"(?:方案|计划)$", line) for line in head)


def _take_last(lines, frame):
    """Whether the last line was taken (it stays in the list, for the caller to drop)."""
    key = fold(lines[-1]).strip()
    if _IMPRINT.match(key) and len(key) <= 80:
        frame.leftovers.insert(0, lines[-1].strip())
    elif _FULL_DATE.fullmatch(key) and not frame.issued_on:
        frame.signed.insert(0, lines[-1].strip())
        frame.issued_on = find_periods(key, 1)[0].dates(None)[0] if find_periods(key, 1) else None
    elif (together := _SIGNED.fullmatch(key)) and not frame.issued_on:
        frame.issuer, stamp = (
            lines[-1].strip()[: together.end(1)],
            lines[-1].strip()[together.end(1) :].strip(),
        )
        frame.signed.insert(0, stamp)
        frame.issued_on = find_periods(together[2], 1)[0].dates(None)[0]
    elif _BLANK_DATE.fullmatch(key):
        frame.leftovers.insert(0, lines[-1].strip())
    elif frame.signed and not frame.issuer and _is_issuer(key):
        frame.issuer = lines[-1].strip()
    else:
        return _take_attachments(lines, frame)
    return True


def _is_issuer(key):
    return (
        2 < len(key) <= 40
        and not _SENTENCE.search(key)
        and ":" not in key
        and not re.match(r"\d|\(|附", key)
    )


def _take_attachments(lines, frame):
    """附件：1.… and the numbered lines under it."""
    start = len(lines) - 1
    while start > 0 and _ATTACHED.match(fold(lines[start])) and start > len(lines) - 20:
        start -= 1
    if not _ATTACHMENTS.match(fold(lines[start]).strip()):
        return False
    frame.attachments = [line.strip() for line in lines[start:] if line.strip()]
    del lines[start + 1 :]
    return True


def _take_numbered(line, frame):
    """Whether the line was the document number or the salutation."""
    key = fold(line)
    number = _NUMBER.search(key)
    if number and not frame.document_number and len(key) <= 60 and not _SENTENCE.search(key):
        frame.document_number = line[number.start() : number.end()]
        around = (line[: number.start()].strip(), line[number.end() :].strip())
        frame.leftovers.extend(part for part in around if part)
        return True
    if not frame.salutation and _SALUTATION.match(key):
        frame.salutation = line
        return True
    return False


def _is_heading(key):
    return len(key) <= 50 and not re.search(r"[。;]", key)


def _is_title(key):
    return _is_heading(key) and bool(_TITLE.search(key)) and not key.startswith(("根据", "按照"))


def _take_title(lines, index, frame):
    """The title ends in line ``index``; it may have begun in one of the two lines before."""
    start = index
    while start and start > index - 2 and _begins_title(fold(lines[start - 1])):
        start -= 1
    frame.leftovers.extend(lines[:start])
    stop = index + 1
    if stop < len(lines) and re.fullmatch(r"\([^()]{1,16}\)", fold(lines[stop])):
        stop += 1
    frame.title = "".join(lines[start:stop])
    frame.preamble += lines[stop:]


def _begins_title(key):
    return (
        _is_heading(key)
        and len(key) <= 30
        and not _RED_HEAD.search(key)
        and not _SENTENCE.search(key)
    )


def _take_joined_title(line, frame):
    """A title that runs into its first sentence: 机关学雷锋活动方案为深入学习…; returns the rest."""
    found = _TITLE_IN_TEXT.match(fold(line))
    if not found or fold(line).startswith(("为", "根据", "按照")):
        return line
    frame.title = line[: found.end()]
    return line[found.end() :].strip()
