"""Where the name of an item ends and its text begins.

A colon, a full stop or the end of the line say it. Where a document has lost its line breaks
(1.组织专题学习邀请专家学者举办…) it is guessed: a name mostly ends in a noun of the trade, has an
even number of characters, and the sentence after it begins with a verb or a preposition.
Works on folded text.
"""

import re
from dataclasses import dataclass

from .plan_dates import find_periods
from .plan_words import SECTION_NAME

NAME_LIMIT = 24
_LINE_NAME_LIMIT = 40
_STARTERS = {
    3: "邀请 围绕 各部门 各处室 各科室 各单位 各支部 各党支部 各级 各股室 部门负责人 机关党委 机关干部 全体 党员干部",
    2: "组织 开展 举办 召开 设立 设置 通过 利用 结合 引导 在 对 要 以 由 将 把 为 从 按照 按 根据 依托 立足 面向 针对 "
       "充分 认真 积极 主动 切实 热爱 个人 所在 走访 慰问 清理 清扫 观看 参加 参观 参与 协助 发放 宣读 宣传 鼓励 动员 号召 "
       "成立 建立 制定 发动 选派 深入 聚焦 到 前往 向 与 凡 每 本 集中 统一 及时 大力 进一步 继续 坚持 采取 做好 "
       "爱岗 团结 遵守 具有 政治 思想 撰写 填写 推荐 评选 表彰 总结 部署 明确 安排 回顾 分享 交流 讲述 学习 讲解 清洁 劝阻 维护 志愿者 3月 "
       "一是 一要 首先 广泛 联合 精心 紧密 严格 加强 提供 帮助 陪 送 请 凭 可 应 须 拟 届时 本次 采用 倡导",
}  # fmt: skip
_ENDERS = {
    3: "标准 程序 条件 讲座 征文 部署 启动仪式 志愿服务",
    2: "学习 教育 服务 活动 评选 步骤 办法 总结 表彰 先进 交流 大会 仪式 宣讲 走访 慰问 整治 劝导 讨论 观影 培训 植树 献血 捐赠 "
       "座谈 座谈会 分享会 报告会 动员 动员会 党课 清扫 引导 值守 宣传 推选 推荐 初审 评审 公示 领导 实效 氛围 保障 组织 意识 "
       "认识 机制 纪律 安全 督导 检查 考核 落实 责任 站 栏 岗 日 周 月 队 会 行动 阶段 咨询 义诊 理发 帮扶 关爱 互助 分类 环保",
}  # fmt: skip


def _compiled(table):
    return [(re.compile("|".join(words.split())), weight) for weight, words in table.items()]


_STARTER = _compiled(_STARTERS)
_ENDER = [(re.compile(f"(?:{pattern.pattern})$"), weight) for pattern, weight in _compiled(_ENDERS)]
# 加强领导，精心组织 and the like: two clauses of one length.
_TWIN = re.compile(r"\w{4},\w{4}|\w{5},\w{5}|\w{6},\w{6}")
_PAIRS = [("(", ")"), ("“", "”"), ("《", "》"), ("「", "」"), ("[", "]"), ('"', '"')]
_SEPARATOR = re.compile(r":|。|;|!|——|(?<=[^\W\da-zA-Z]{4})[ \t]+(?=[^\W\da-zA-Z]{4})|[ \t]{2,}")
_NOTE = re.compile(r"\s?[([【]([^()\[\]【】\n]{1,40})[)\]】]")
_NOTE_WORDS = re.compile(
    r"第\s?[一二三四五六七八九十\d]+\s?(?:阶段|周|期|步)|责任|牵头|负责|主办|承办|时间|全年|长期|待定|另行"
)
_SENTENCE = re.compile(r"[,。;!?]")


@dataclass(frozen=True)
class Cut:
    """Offsets in the content: its name is ``[:name]``, ``[name:note]`` a note in brackets, ``[text:]`` the text."""

    name: int
    note: int
    text: int
    guessed: bool = False


def cut_title(content, guess=True):
    """The ``Cut`` of an item's content; ``name`` is 0 if it has none.

    :param guess: also where nothing parts name and text
    """
    lead = len(content) - len(content.lstrip(" \t\n"))
    line = content[lead : lead + 120].split("\n", 1)[0]
    cut = _cut_line(line, len(content) - lead > len(line), guess)
    return Cut(
        *(value + lead if value else value for value in (cut.name, cut.note, cut.text)), cut.guessed
    )


def cut_section(content):
    """The ``Cut`` after the known name of a section at the start of the content; ``name`` 0 if there is none."""
    lead = len(content) - len(content.lstrip())
    line = content[lead : lead + 40].split("\n", 1)[0]
    found = SECTION_NAME.match(line)
    if not found:
        return Cut(0, 0, 0)
    name = lead + found.end()
    return Cut(name, name, _after_separator(content, name))


def _cut_line(line, more, guess):
    noted = _cut_note(line)
    if noted:
        return noted
    separator = _SEPARATOR.search(line)
    name = separator.start() if separator else len(line)
    guessed = _guess(line) if guess else 0
    if (
        separator
        and separator[0] != "。"
        and separator[0] != ";"
        and _is_name(line[:name], NAME_LIMIT)
    ):
        return Cut(name, name, separator.end())
    if (
        guessed
        and guessed < name
        and not _is_whole(line[:name])
        and (separator or not more or name > NAME_LIMIT)
    ):
        return Cut(guessed, guessed, _after_comma(line, guessed), True)
    if separator and _is_name(line[:name], NAME_LIMIT):
        return Cut(name, name, separator.end())
    if not separator and _is_name(line, _LINE_NAME_LIMIT if more else NAME_LIMIT):
        return Cut(name, name, name)
    return Cut(0, 0, 0)


def _cut_note(line):
    """Name and note of 学习提升阶段（2月24日—3月14日）…; a bracket that tells no date belongs to the name."""
    found = _NOTE.search(line, 1, NAME_LIMIT + 44)
    if not found or _SENTENCE.search(line, 0, found.start()) or ":" in line[: found.start()]:
        return None
    if not (_NOTE_WORDS.search(found[1]) or find_periods(found[1], 1)):
        return None
    return Cut(found.start(), found.end(), _after_separator(line, found.end()))


def _is_whole(name):
    """总结表彰大会 is a name, though 表彰 might begin a sentence."""
    if len(name) == 9 and _TWIN.fullmatch(name):
        return True
    ends_well = len(name) <= 14 and bool(_weight(_ENDER, name, "search"))
    return ends_well and not _SENTENCE.search(name)


def _after_separator(line, position):
    found = re.compile(r"\s?(?::|。|——|—)?\s?").match(line, position)
    return found.end()


def _after_comma(line, position):
    return position + 1 if line[position : position + 1] == "," else position


def _is_name(name, limit):
    name = name.strip()
    return 0 < len(name) <= limit and (not _SENTENCE.search(name) or bool(_TWIN.fullmatch(name)))


def _guess(line):
    """The most probable end of the name, 0 if none is probable."""
    best, score = 0, 3.9
    for end in range(2, min(NAME_LIMIT, len(line) - 4) + 1):
        value = _score(line[:end], line[_after_comma(line, end) :])
        if value > score:
            best, score = end, value
    return best


def _score(name, text):
    twin = bool(_TWIN.fullmatch(name))
    if (_SENTENCE.search(name) and not twin) or not _balanced(name):
        return 0
    starter, ender = _weight(_STARTER, text, "match"), _weight(_ENDER, name, "search")
    if not starter or (not ender and starter < 3 and not twin):
        return 0
    shape = -1 if len(name) < 4 else 1 if len(name) == 4 else 0.5 if len(name) % 2 == 0 else 0
    return (
        starter
        + ender
        + shape
        + twin * (3 if len(name) == 9 else 1)
        - (2 if len(name) > 14 and not twin else 0)
    )


def _weight(patterns, text, how):
    return max((weight for pattern, weight in patterns if getattr(pattern, how)(text)), default=0)


def _balanced(name):
    return all(
        name.count(left) == name.count(right) and (left != right or name.count(left) % 2 == 0)
        for left, right in _PAIRS
    )
