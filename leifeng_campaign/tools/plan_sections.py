"""The sections of a plan: which heading holds the objectives, which the phases."""

import re

from .plan_activities import read_activity
from .plan_dates import find_periods, year_in
from .plan_items import paragraphs, read_items
from .plan_parts import Phase, Plan
from .plan_phases import (
    dated,
    free_activities,
    is_phase,
    lasting,
    place_loose,
    read_phase,
    read_phases,
)
from .plan_tables import table_phases
from .plan_titles import cut_section, cut_title
from .plan_words import PHASE_NAME, guess_kind, section_role
from .script import fold, script_of

_PLACEHOLDER = re.compile(
    r"[\[【(<].{0,20}(?:时间|日期|待定|另行通知).{0,10}[\]】)>]|[xX×*_]{1,4}\s?月|待定|另行通知|_{3,}"
)
_GROUP = re.compile(r"组\s?长|成\s?员|领导小组")
_STAGES = ("stage", "month", "named stage")
_ALONE = 24  # a heading this short that fills its line is nothing but a heading


class SectionReader:
    """Fills a ``Plan`` from the tree of a text; ``roles`` are the sections that were recognized."""

    def __init__(self, source, year, frame):
        self.source = source
        self.plan = Plan()
        self.roles = []
        self.loose = []
        self.pending = []
        self.asked_year = year
        self.frame = frame

    def read_sections(self, root, head_stop):
        headings = [(node, *self._heading(node)) for node in root.children]
        self._set_year(headings)
        self._read_untitled(head_stop, root.stop)
        for node, role, text_start in headings:
            self._read_section(node, role, text_start)
        self._read_pending()
        self.plan.phases = place_loose(self.plan.phases, self.loose)
        self._complete_dates()
        self._add_preamble()
        return self.plan

    # Headings

    def _heading(self, node):
        """``(role, where the text begins)`` of a top heading."""
        key = self.source.key
        content = key[node.start : node.stop]
        if node.kind in _STAGES:
            return None, node.start
        if node.kind == "bracket":
            name = key[node.mark.start + 1 : node.mark.stop - 1]
            return section_role(name), node.start
        cut, whole = cut_section(content), cut_title(content, guess=False)
        line = content.strip().split("\n", 1)[0]
        alone = node.mark.at_line and whole.name and len(line) <= _ALONE and whole.name > cut.name
        if alone:
            return section_role(content[: whole.name]), node.start + whole.text
        role = section_role(content[: cut.name]) if cut.name else None
        return role, node.start + (cut.text if role else 0)

    def _take_heading(self, node, text_start):
        start = node.mark.start if node.kind == "bracket" else node.start
        self.plan.headings.append(self.source.take(start, text_start))

    # Years

    def _set_year(self, headings):
        """The year that the plan names for itself: in its dates, else in its title."""
        key = self.source.key
        spans = [
            key[text_start : node.end] for node, role, text_start in headings if role == "date"
        ]
        years = [
            year for span in spans for period in find_periods(span, 5) for year in period.years
        ]
        own = min(years, default=None) or year_in(fold(self.frame.title))
        issued = self.frame.issued_on and self.frame.issued_on.year
        self.year = own or self.asked_year or issued
        self.plan.year = self.year
        if own and self.asked_year and own != self.asked_year:
            self.plan.warnings.append("other_year")

    # Sections

    def _read_section(self, node, role, text_start):
        if role == "date" and node.children:
            role = "schedule"
        read = getattr(self, f"_read_{role}", None) if role else None
        if not read:
            # Place and contact stay among what is left over.
            self.pending += [node] if not role else []
            return
        self.roles.append(role)
        self._take_heading(node, text_start)
        read(node, text_start)

    def _read_theme(self, node, start):
        self.plan.theme = _joined(self.plan.theme, self.source.take(start, node.end))

    def _read_background(self, node, start):
        self._read_labels(node)
        self.plan.background = _joined(self.plan.background, self.source.take_rest(start, node.end))

    def _read_participants(self, node, start):
        self.plan.participants = _joined(self.plan.participants, self.source.take(start, node.end))

    def _read_objectives(self, node, start):
        self.plan.objectives += self._items(node, start, guess=False)

    def _read_requirements(self, node, start):
        self.plan.requirements += self._items(node, start, guess=True)

    def _read_leading_group(self, node, start):
        if _GROUP.search(self.source.key, start, node.end):
            self.plan.leading_group = _joined(
                self.plan.leading_group, self.source.take(start, node.end)
            )
        else:
            self._read_requirements(node, start)

    def _read_date(self, node, start, stop=None):
        text = self.source.take(start, stop or node.end)
        self.plan.date_text = _joined(self.plan.date_text, text)
        periods = find_periods(fold(text), 20)
        chosen = next(
            (period for period in periods if period.is_range), periods[0] if periods else None
        )
        if chosen:
            self.plan.date_start, self.plan.date_stop = chosen.dates(self.year)
        elif _PLACEHOLDER.search(fold(text)):
            self.plan.warnings.append("date_placeholder")

    def _read_schedule(self, node, start):
        """A section of dates with headings under it: those are its phases."""
        if find_periods(self.source.key[start : node.stop], 1):
            self._read_date(node, start, node.stop)
        self._read_content(node, node.stop)

    def _read_content(self, node, start):
        if self._read_nested(node):
            return
        name = self.plan.headings[-1].strip("：:、。【】 ")
        phases = read_phases(self.source, node.children, self.year)
        if phases:
            self.plan.phases += phases
        elif node.children:
            self._add_loose(
                name, [read_activity(self.source, child, self.year) for child in node.children]
            )
        else:
            self._read_free(start, node.stop, name)

    def _read_nested(self, node):
        """活动安排 may hold 活动时间, 活动内容 and so on; whether it does."""
        headings = [(child, *self._heading(child)) for child in node.children]
        known = [role for _child, role, _start in headings if role]
        if len(known) < 2 or len(known) * 2 < len(headings):
            return False
        for child, role, text_start in headings:
            self._read_section(child, role, text_start)
        return True

    def _items(self, node, start, guess):
        if node.children:
            return read_items(self.source, node, guess)
        return paragraphs(self.source, start, node.stop)

    def _read_labels(self, node):
        """Labelled lines inside 总体要求: 活动主题：…"""
        for child in node.children:
            role, text_start = self._heading(child)
            if child.kind == "label" and role and role != "background":
                self._read_section(child, role, text_start)

    # Text without headings

    def _read_untitled(self, start, stop):
        if self.source.key[start:stop].strip():
            self._read_free(start, stop, self._phase_name())

    def _phase_name(self):
        """Of a plan whose activities stand under no heading."""
        unnamed = "活動安排" if script_of(self.source.text) == "hant" else "活动安排"
        return self.frame.title or unnamed

    def _read_free(self, start, stop, name):
        phases = table_phases(self.source, start, stop, self.year, name)
        if any(phase.activities for phase in phases):
            staged = len(phases) > 1 or phases[0].name != name
            (self.plan.phases if staged else self.loose).extend(dated(phase) for phase in phases)
        else:
            self._add_loose(name, free_activities(self.source, start, stop, self.year))

    def _add_loose(self, name, activities):
        if activities:
            self.loose.append(dated(Phase(name, activities=activities)))

    # Headings that name no section

    def _read_pending(self):
        """They are phases or activities themselves where their words say so."""
        acting = [node for node in self.pending if self._acts(node)]
        if self.plan.phases or any(is_phase(self.source, node) for node in acting):
            self.plan.phases += [read_phase(self.source, node, self.year) for node in acting]
        else:
            activities = [read_activity(self.source, node, self.year) for node in acting]
            self._add_loose(self._phase_name(), activities)

    def _acts(self, node):
        line = self.source.key[node.start : min(node.stop, node.start + 30)].strip()
        heading = line.split("\n", 1)[0]
        if node.kind in _STAGES or PHASE_NAME.search(heading) or find_periods(heading, 1):
            return True
        if guess_kind(heading) != "other":
            return True
        return "content" not in self.roles and bool(node.children)

    def _complete_dates(self):
        """A single phase lasts as long as the campaign, the campaign as long as its phases."""
        plan = self.plan
        if len(plan.phases) == 1 and not plan.phases[0].date_start:
            plan.phases[0].date_start, plan.phases[0].date_stop = plan.date_start, plan.date_stop
        if not plan.date_text:
            plan.date_start, plan.date_stop = lasting(plan.phases)

    def _add_preamble(self):
        """为深入学习…，制定本方案 is the background, or stands before it."""
        text = "\n".join(self.frame.preamble)
        self.plan.background = _joined(text, self.plan.background)


def _joined(first, second):
    return "\n".join(text for text in (first, second) if text)
