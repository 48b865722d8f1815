"""Phases: what of a section is a phase, what an activity, and when."""

import re

from .plan_activities import (
    after_date,
    read_activity,
    read_selection,
    selection_parts,
    sentence_activities,
)
from .plan_dates import find_periods
from .plan_parts import Activity, Phase
from .plan_tables import table_phases
from .plan_titles import cut_title
from .plan_words import PHASE_NAME, guess_kind
from .script import fold

_STAGES = ("stage", "month", "named stage")
_ORDINAL = re.compile(
    r"\s*第\s?[一二三四五六七八九十\d]{1,2}\s?(?:阶段|步|周|期|季度)\s?(?=[:、,(—-])[:、,—-]*\s*(?=\S)"
)
_LEAD = re.compile(r"[\s:、,—-]*")
_NOTE_FIRST = re.compile(r"\(([^()\n]{1,40})\)\s?(?:[:、,—-]|为|是)?\s*")
_CEREMONY = re.compile(r"大会|表彰会|总结会")
_CARRIER = re.compile(r"实施|开展|行动|集中|推进|服务")


def read_phases(source, nodes, year):
    """The ``Phase``s that the headings of a section are, ``[]`` if they are activities."""
    phase_like = [is_phase(source, node) for node in nodes]
    if not nodes or sum(phase_like) * 2 < len(nodes):
        return []
    return [read_phase(source, node, year) for node in nodes]


def read_phase(source, node, year):
    """One ``Phase`` with its activities."""
    phase, text_start = _named_phase(source, node)
    ceremony = bool(_CEREMONY.search(source.key[node.start : text_start]))
    phase.date_start, phase.date_stop = _phase_dates(source, node, year)
    phase.activities = _selection(source, phase, node)
    parts = [child for child, _list in selection_parts(source, node.children)]
    for child in node.children:
        if child not in parts:
            phase.activities.append(read_activity(source, child, year, ceremony))
    if not node.children:
        phase.activities += free_activities(source, text_start, node.stop, year, ceremony)
    phase.text = source.take_rest(text_start, node.stop)
    return dated(phase)


def free_activities(source, start, stop, year, ceremony=False):
    """The activities of a text without headings: rows of its tables, else its sentences."""
    phases = table_phases(source, start, stop, year, "")
    rows = [activity for phase in phases for activity in phase.activities]
    return rows or sentence_activities(source, start, stop, year, ceremony)


def place_loose(phases, loose):
    """Activities listed apart from the phases go to the phase that carries them out.

    Where there is none, they stay phases of their own.
    """
    for phase in phases:
        if not phase.activities and _CARRIER.search(fold(phase.name)):
            phase.activities = [activity for part in loose for activity in part.activities]
            return phases
    return loose + phases


def dated(phase):
    """Without dates of its own a phase lasts as long as its activities."""
    if not phase.date_start and not phase.date_stop:
        phase.date_start, phase.date_stop = lasting(phase.activities)
    return phase


def lasting(parts):
    """``(first day, last day)`` of phases or activities, None where no part has one."""
    days = [day for part in parts for day in (part.date_start, part.date_stop) if day]
    return min(days, default=None), max(days, default=None)


def _named_phase(source, node):
    """The phase with its name, and where its text begins."""
    if node.kind == "month":
        lead = _LEAD.match(source.key, node.start, node.stop)
        return Phase(source.take(node.mark.start, node.mark.stop)), lead.end()
    date_start = _after_ordinal(source, node)
    date_stop, start = after_date(source.key, date_start, node.stop)
    note = _NOTE_FIRST.match(source.key, start, node.stop)
    if note and find_periods(note[1], 1):
        name_start = note.end()
    else:
        note, name_start = None, start
    cut = cut_title(source.key[name_start : node.stop])
    name = source.take_name(name_start, name_start + cut.name)
    name = name or source.take(node.mark.start, node.mark.stop)
    note_span = note.span() if note else (name_start + cut.name, name_start + cut.note)
    notes = [source.take(date_start, date_stop), source.take(*note_span)]
    phase = Phase(name, note=" ".join(filter(None, notes)), guessed=cut.guessed)
    return phase, name_start + cut.text


def _after_ordinal(source, node):
    if node.kind == "stage":
        return _LEAD.match(source.key, node.start, node.stop).end()
    found = _ORDINAL.match(source.key, node.start, node.stop)
    return found.end() if found else node.start


def _selection(source, phase, node):
    """A phase of 评选标准 and 评选程序 is one selection of the phase's name."""
    parts = selection_parts(source, node.children)
    if not parts:
        return []
    return [read_selection(source, Activity(phase.name, "", kind="selection"), node, parts)]


def is_phase(source, node):
    """Whether a heading is a phase: by its words, its dates or what is under it."""
    heading = _heading(source, node)
    if node.kind in _STAGES or PHASE_NAME.search(heading):
        return True
    parts = [child for child in node.children if child.kind != "bullet"]
    if parts and ("chinese" in node.kind or parts[0].kind == "1.1"):
        return True
    if guess_kind(heading) != "other" or selection_parts(source, parts):
        return False
    return bool(parts) or any(period.is_range for period in find_periods(heading, 3))


def _heading(source, node):
    content = source.key[node.start : node.stop]
    return content[: cut_title(content).note].strip()


def _phase_dates(source, node, year):
    """From the month, the heading, else the first stretch of days in the phase's own text."""
    own = source.key[node.mark.start : node.stop]
    periods = find_periods(own, 20)
    if not periods:
        return None, None
    line = own.find("\n") if "\n" in own else len(own)
    head = [period for period in periods if period.at < min(line, 60)]
    stretches = [period for period in head if period.begin and period.end and period.is_range]
    stretches = stretches or head or [period for period in periods if period.is_range]
    return (stretches or periods)[0].dates(year)
