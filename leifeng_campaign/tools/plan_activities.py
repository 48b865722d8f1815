"""Activities: a name, instructions, kind, dates, and for selections criteria and procedure."""

import re

from .plan_dates import find_periods
from .plan_items import entries, labelled_lists, sentences, short_name
from .plan_parts import Activity
from .plan_titles import cut_title
from .plan_words import LIST_NAME, RESPONSIBLE, guess_category, guess_kind

_CLOCK = r"\s?\d{1,2}[:点]\d{0,2}分?"
_AFTER_DATE = re.compile(
    rf"(?P<time>\s?(?:全天|[上下中]午|晚上?)?(?:{_CLOCK}(?:\s?[-—~至到]{_CLOCK})?)?)[\s,:、—-]*"
)
_TIME_LABEL = re.compile(r"(?:时间|日期)\s?[::]\s?")
# Sentences about the office's own work aren't activities, whatever they mention.
_OFFICE_WORK = re.compile(
    r"\s*(?:制定|制订|印发|成立|建立|完善|明确|报送|上报|撰写|各(?:部门|处室|科室|单位|支部))"
)
# Beside criteria and procedure these, too, are parts of one selection.
_SELECTION_PART = re.compile(
    r"(?:评选|推荐|表彰)?(?:名额|范围|对象|奖项|奖励|方式|要求|时间|材料|原则)(?:设置|办法)?"
)


def read_activity(source, node, year, ceremony=False):
    """The ``Activity`` of a heading with all that is under it."""
    date_stop, start = after_date(source.key, node.start, node.stop)
    cut = cut_title(source.key[start : node.stop])
    if cut.name:
        name_span, text_start = (start, start + cut.name), start + cut.text
    else:
        name_span, text_start = short_name(source.key, start, node.stop), start
    activity = Activity(source.take_name(*name_span), "", guessed=cut.guessed)
    activity.date_start, activity.date_stop = _dates(source.key[node.start : node.stop], year)
    describe(source, activity, name_span, (text_start, node.end), ceremony)
    _read_text(source, activity, node, text_start)
    notes = [
        source.take(node.start, date_stop),
        source.take(start + cut.name, start + cut.note),
        activity.text,
    ]
    activity.text = "\n".join(note for note in notes if note)
    return activity


def after_date(key, start, stop):
    """Where a date ends with which a heading begins, and where the rest begins: 3月5日，举行…"""
    found = find_periods(key[start : min(stop, start + 40)], 1)
    if not found or key[start : start + found[0].at].strip():
        return start, start
    after = _AFTER_DATE.match(key, start + found[0].to, stop)
    return after.end("time"), after.end()


def read_selection(source, activity, node, parts):
    """Fills a selection from those of its headings that are 评选标准, 评选程序 and the like."""
    texts = [activity.text] if activity.text else []
    for child, (list_kind, text_start) in parts:
        if list_kind:
            source.take_label(child.start, text_start)
            getattr(activity, list_kind).extend(entries(source, text_start, child.end))
        else:
            texts.append(source.take(child.start, child.end))
    activity.text = "\n".join(texts)
    return activity


def selection_parts(source, children):
    """``[(child, (list kind or None, where its text begins))]`` if some child is a list of criteria or steps."""
    parts = [(child, _list_of(source, child)) for child in children]
    if not any(part and part[0] for _child, part in parts):
        return []
    return [(child, part) for child, part in parts if part]


def sentence_activities(source, start, stop, year, ceremony=False):
    """Activities of a text without numbers: the sentences whose words tell a kind.

    The other sentences aren't taken.
    """
    found = []
    for first, last in sentences(source.key, start, stop):
        sentence = source.key[first:last]
        if (
            len(sentence) >= 6
            and guess_kind(sentence) != "other"
            and not _OFFICE_WORK.match(sentence)
        ):
            found.append(_sentence_activity(source, first, last, year, ceremony))
    return found


def describe(source, activity, name_span, text_span, ceremony=False):
    """Kind, category and responsible department from the words."""
    name, text = source.key[slice(*name_span)], source.key[slice(*text_span)]
    activity.kind = guess_kind(name, text, ceremony)
    activity.category = guess_category(name, text) if activity.kind == "service" else None
    who = RESPONSIBLE.search(source.key, name_span[0], text_span[1])
    activity.responsible = source.text[who.start("who") : who.end("who")].strip() if who else ""


def _sentence_activity(source, first, last, year, ceremony):
    cut = cut_title(source.key[first:last])
    parted = cut.name and source.key[first + cut.text : last].strip()
    name_span = (first, first + cut.name) if parted else short_name(source.key, first, last)
    activity = Activity(source.take_name(*name_span), source.take(first, last), guessed=cut.guessed)
    activity.date_start, activity.date_stop = _dates(source.key[first:last], year)
    describe(source, activity, name_span, (first, last), ceremony)
    return activity


def _read_text(source, activity, node, start):
    parts = selection_parts(source, node.children)
    lists = (
        [] if activity.kind != "selection" or parts else labelled_lists(source.key, start, node.end)
    )
    if parts:
        activity.kind, activity.category = "selection", None
        activity.text = source.take(start, node.stop)
        others = [child for child in node.children if child not in [part for part, _list in parts]]
        read_selection(source, activity, node, parts)
        activity.text = "\n".join(
            [activity.text, *(source.take(child.mark.start, child.end) for child in others)]
        ).strip()
        return
    for list_kind, label, first, last in lists:
        source.take_label(label, first)
        getattr(activity, list_kind).extend(entries(source, first, last))
    activity.text = source.take(start, lists[0][1] if lists else node.end)


def _list_of(source, child):
    """``(criteria, procedure or None, start of the text)`` of a heading that is part of a selection."""
    cut = cut_title(source.key[child.start : child.stop])
    name = source.key[child.start : child.start + cut.name].strip(" :")
    if found := LIST_NAME.fullmatch(name):
        return found.lastgroup, child.start + cut.text
    return (None, child.start) if _SELECTION_PART.fullmatch(name) else None


def _dates(key, year):
    label = _TIME_LABEL.search(key)
    periods = find_periods(key[label.end() :], 1) if label else find_periods(key, 1)
    return periods[0].dates(year) if periods else (None, None)
