"""An essay as people hand it in: a .docx or .txt with its title on top and the author's data."""

import re
from itertools import takewhile
from typing import NamedTuple

from .essay_text import paragraphs
from .plan_file import read_file
from .script import fold

LONGEST_TITLE = 40  # characters
LONGEST_AUTHOR_LINE = 60  # characters
_LABELS = (
    *(
        "作者",
        "作者姓名",
        "姓名",
        "单位",
        "所在单位",
        "工作单位",
        "作者单位",
        "报送单位",
        "推荐单位",
    ),
    *("部门", "所在部门", "工作部门", "科室", "所在科室", "处室", "所在处室", "职务", "岗位"),
    *("联系人", "联系方式", "联系电话", "电话", "手机", "手机号", "手机号码", "邮箱", "电子邮箱"),
)
_LABEL = "|".join(r"\s*".join(label) for label in _LABELS)
# 作者：聂小雨, （单位：…）, 姓　名 聂小雨; without a colon it may be how a sentence begins
_AUTHOR_LINE = re.compile(rf"[(\[]?(?:{_LABEL})(?:\s*:.*|\s[^,。!?;]*)")
_TITLE_LABEL = re.compile(r"^(?:标题|题目)\s*[:：]\s*")
_IN_MARKS = re.compile("《([^《》]+)》")
_SENTENCE_END = re.compile("[。！？!?]")


class Essay(NamedTuple):
    """``body``: the paragraphs, one on a line. ``dropped``: the lines that say who wrote it."""

    title: str
    body: str
    dropped: list


def read_essay(content):
    """Return the :class:`Essay` in a file.

    The title is the first line if that is short and no sentence, else "". Lines with the author's
    data are dropped beside the title and at the end, where people put them (practice.md section
    3): judges read the body without a name.

    :param bytes content: the file
    :raise PlanFileError: as :func:`.plan_file.read_file`
    """
    above, lines = _parted(paragraphs(read_file(content)))
    title = _title(lines[0]) if lines else ""
    below, lines = _parted(lines[1:] if title else lines)
    end, lines = _parted(lines[::-1])
    return Essay(title, "\n".join(lines[::-1]), [*above, *below, *end[::-1]])


def _parted(lines):
    """(the lines of the author's data that come first, the others)"""
    count = len(list(takewhile(_is_author_line, lines)))
    return lines[:count], lines[count:]


def _is_author_line(line):
    return len(line) <= LONGEST_AUTHOR_LINE and bool(_AUTHOR_LINE.fullmatch(fold(line)))


def _title(line):
    line = _TITLE_LABEL.sub("", line)
    in_marks = _IN_MARKS.fullmatch(line)
    title = in_marks[1].strip() if in_marks else line
    is_sentence = not in_marks and _SENTENCE_END.search(line)
    return "" if is_sentence or len(title) > LONGEST_TITLE else title
