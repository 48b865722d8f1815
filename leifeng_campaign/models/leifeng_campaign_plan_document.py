from odoo import models

from ..tools.official_lists import (
    days_text,
    in_a_row,
    long_days_text,
    numbered_lines,
    sentence,
)
from ..tools.official_text import lines, unclosed


class LeifengCampaign(models.Model):
    """The plan (方案) in its own structure, and the notice (通知) that hands it out."""

    _name = "leifeng.campaign"
    _inherit = ["leifeng.campaign", "leifeng.official.paper"]

    def _plan_title(self):
        return self.env._("Plan of the %(campaign)s", campaign=self.name)

    def _plan_draft(self, words):
        """Return the plan as a draft. ``words``: "addressee", "issuer", "number", "date",
        "departments": whether the departments' plans are attached."""
        title = self._plan_title()
        draft = self._new_draft(
            self.company_id, title, words["addressee"], words["number"], words["issuer"]
        )
        self._write_plan(draft, words["departments"])
        if words["issuer"]:
            draft.signature(words["issuer"], words["date"])
        self._attach_department_plans(draft, words["departments"])
        return draft

    def _notice_draft(self, words):
        """Return the covering notice with the plan behind it, as :meth:`_plan_draft`."""
        plan = self._plan_title()
        title = self.env._("Notice on Issuing the “%(plan)s”", plan=plan)
        draft = self._new_draft(
            self.company_id, title, words["addressee"], words["number"], words["issuer"]
        )
        draft.paragraph(
            self.env._(
                "The “%(plan)s” is issued to you herewith. Please carry it out as it suits your "
                "work.",
                plan=plan,
            )
        )
        draft.signature(words["issuer"], words["date"])
        draft.enclosure(plan)
        self._write_plan(draft, words["departments"])
        self._attach_department_plans(draft, words["departments"])
        return draft

    def _write_plan(self, draft, departments):
        self._write_sections(draft, self._plan_opening())
        if self.phase_ids:
            draft.heading(self.env._("Contents and Arrangements"))
        for phase in self.phase_ids:
            self._write_phase(draft, phase)
        self._write_sections(draft, self._plan_closing())
        if departments and self._department_lines():
            draft.attachment_note([self.env._("Plans of the Departments")])

    def _write_sections(self, draft, sections):
        for title, paragraphs in sections:
            if text := "\n".join(filter(None, paragraphs)):
                draft.heading(title)
                draft.paragraph(text)

    def _plan_opening(self):
        """Return [(heading, paragraphs)] before the phases."""
        theme = self.env._("Theme: %(theme)s.", theme=unclosed(self.theme)) if self.theme else ""
        return [
            (self.env._("Background"), [*lines(self.background), theme]),
            (self.env._("Objectives"), numbered_lines(self.objectives)),
            (self.env._("Time of the Campaign"), self._plan_dates()),
            (self.env._("Who Takes Part"), lines(self.participants)),
        ]

    def _plan_closing(self):
        return [
            (self.env._("Requirements"), numbered_lines(self.requirements)),
            (self.env._("Leading Group"), lines(self.leading_group)),
        ]

    def _plan_dates(self):
        return [sentence(days)] if (days := long_days_text(self.date_start, self.date_stop)) else []

    def _write_phase(self, draft, phase):
        days = days_text(phase.date_start, phase.date_stop)
        draft.heading(f"{phase.name}（{days}）" if days else phase.name, 2)
        draft.paragraph(phase.text)
        for number, activity in enumerate(phase.activity_ids, 1):
            draft.paragraph(f"{number}.{self._activity_text(activity)}")

    def _activity_text(self, activity):
        """Return what the plan says of an activity, in one paragraph after its name."""
        phase = activity.phase_id
        days = days_text(activity.date_start, activity.date_stop)
        if (activity.date_start, activity.date_stop) == (phase.date_start, phase.date_stop):
            days = ""
        parts = [
            sentence(activity.name),
            sentence(activity.instructions),
            self._labeled(self.env._("Time"), sentence(days)),
            self._labeled(self.env._("Criteria to Meet"), in_a_row(activity.criteria)),
            self._labeled(self.env._("Steps"), in_a_row(activity.procedure)),
            self._labeled(
                self.env._("Responsible Department"), sentence(activity.department_id.name)
            ),
        ]
        return "".join(parts)

    def _labeled(self, label, text):
        return self.env._("%(label)s: %(text)s", label=label, text=text) if text else ""

    def _attach_department_plans(self, draft, departments):
        """Attach the table of what the departments plan, in the order of the campaign."""
        found = self._department_lines()
        if not (departments and found):
            return
        draft.attachment(None, self.env._("Plans of the Departments"))
        draft.table(
            [
                self.env._("Department"),
                self.env._("What We Do"),
                self.env._("When"),
                self.env._("Who"),
                self.env._("Coordinator"),
            ],
            [self._plan_row(line) for line in found],
            [22, 30, 16, 19, 13],
        )

    def _department_lines(self):
        """Return the lines in which a department says something of its own: day, people, words."""
        return self.department_ids.line_ids.filtered(
            lambda line: not line.not_for_us and (line.name or line.date or line.people)
        )

    def _plan_row(self, line):
        part = line.campaign_department_id
        days = days_text(line.date_start, line.date_stop)
        # sudo: hr.employee - the coordinator's name, for staff who can't read hr
        coordinator = part.sudo().coordinator_id.name
        return [part.name, line.what, days, line.people, coordinator]
