"""Whether a text is a plan at all, and what it is instead."""

import re

_PLAN_TITLE = re.compile(r"方案|计划|通知|安排|倡议|策划|要点|部署")
_REPORT_TITLE = re.compile(
    r"(?:总结|汇报|报告|纪实|侧记|简报|综述|情况|动态|新闻|信息)(?:\([^()]*\))?$|圆满|成功举办|侧记"
)
_REPORT_SECTION = re.compile(
    r"基本情况|开展情况|主要做法|(?:主要|取得的?)成效|存在的?(?:问题|不足)|下一步(?:打算|工作)|经验(?:做法|体会)|工作回顾"
)
_PAST = re.compile(
    r"[开组举取参完召进走受发收获帮][展织办得加成开行访到放获助]了|圆满|共计|累计|\d\s?余?人次|顺利(?:完成|结束)|近日|已(?:于|经)"
)
_FUTURE = re.compile(
    r"将|拟|务必|须|要(?!求)|届时|制定(?:本|如下|以下)?(?:方案|计划)|请各|应当?|(?<!开)展开"
)
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,6})?")
_SECTION_ROLES = {
    "background",
    "objectives",
    "date",
    "participants",
    "content",
    "requirements",
    "theme",
    "leading_group",
}


def why_no_plan(plan, key, roles):
    """None for a plan; else empty, report, name_list, verse or no_structure.

    :param key: the folded text
    :param roles: names of the sections that were recognized
    """
    if not re.search(r"\w", key):
        return "empty"
    if _is_report(plan, key):
        return "report"
    if _points(plan, roles) >= 4:
        return None
    if _is_name_list(key):
        return "name_list"
    return "verse" if _is_verse(key) else "no_structure"


def _points(plan, roles):
    title = 2 if _PLAN_TITLE.search(plan.title) else 0
    dated = any(phase.date_start or phase.date_stop for phase in plan.phases)
    kinds = sum(activity.kind != "other" for activity in plan.activities)
    return title + len(set(roles) & _SECTION_ROLES) + (dated * 2) + min(kinds, 3)


def _is_report(plan, key):
    titled = _PLAN_TITLE.search(plan.title) and not _REPORT_TITLE.search(plan.title)
    past, future = len(_PAST.findall(key)), len(_FUTURE.findall(key))
    if len(set(_REPORT_SECTION.findall(key))) >= 2 and not titled:
        return True
    if _REPORT_TITLE.search(plan.title) and not titled:
        return past > future or past >= 2
    return past >= 4 and past > 2 * future and not titled


def _is_name_list(key):
    words = re.findall(r"[^\s,、;\d.:()]+", key)
    names = sum(bool(_PERSON.fullmatch(word)) for word in words)
    return len(words) >= 4 and names >= 0.7 * len(words) and "。" not in key


def _is_verse(key):
    lines = [re.sub(r"\W", "", line) for line in key.split("\n")]
    lines = [line for line in lines if line]
    return len(lines) >= 4 and sum(len(line) <= 16 for line in lines) >= 0.9 * len(lines)
