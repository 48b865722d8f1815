from odoo import models
from odoo.fields import Domain

from ..tools import hours
from .leifeng_campaign_department_figures import HANDED_IN

STUDY = ("lecture", "screening", "discussion")
SUMS = ("people:count_distinct", "times:sum", "hours:sum", "work_hours:sum")


class LeifengCampaign(models.Model):
    """A campaign in figures that nobody types, from the same views as the lists of statistics."""

    _inherit = "leifeng.campaign"

    def _campaign_figures(self):
        """Return {"people", "times", "hours", "work_hours", "headcount", "sessions", "study",
        "study_people", "shifts", "people_served", "materials", "requests", "answers", "stars",
        "essays", "nominations", "honors", "departments", "summaries"} of one campaign."""
        self.ensure_one()
        return {
            **self._participation_figures(),
            **self._study_figures(),
            **self._result_figures(),
            **self._entry_figures(),
            **self._department_figures(),
        }

    def _participation_figures(self, domain=()):
        [(people, times, spent, inside)] = self.env["leifeng.participation"]._read_group(
            [("campaign_id", "=", self.id), *domain], [], SUMS
        )
        return {
            "people": people,
            "times": times or 0,
            "hours": _text(spent),
            "work_hours": _text(inside),
            "sessions": self._done_sessions(domain),
        }

    def _done_sessions(self, domain=()):
        done = self._session_domain() & Domain("state", "=", "done") & Domain(list(domain))
        return self.env["leifeng.session"].search_count(done)

    def _study_figures(self):
        figures = self._participation_figures([("kind", "in", STUDY)])
        return {
            "study": figures["sessions"],
            "study_people": figures["people"],
            "study_times": figures["times"],
        }

    def _result_figures(self):
        """Return what came of the service, as the pivot of service results says it."""
        sums = ("shifts", "people_served", "materials_handed_out", "requests", "answers")
        [(*counts, stars)] = self.env["leifeng.service.result"]._read_group(
            [("campaign_id", "=", self.id)], [], [*(f"{name}:sum" for name in sums), "stars:avg"]
        )
        names = ("shifts", "people_served", "materials", "requests", "answers")
        values = {name: count or 0 for name, count in zip(names, counts, strict=True)}
        return {**values, "stars": f"{stars:.1f}" if stars else ""}

    def _entry_figures(self):
        entries = self.env["leifeng.award.entry"]
        come = [
            ("campaign_id", "=", self.id),
            ("state", "in", HANDED_IN),
            ("employee_id", "!=", False),
        ]
        counts = dict(entries._read_group(come, ["kind"], ["__count"]))
        return {
            "essays": counts.get("essay", 0),
            "nominations": counts.get("person", 0),
            "honors": self.env["leifeng.certificate"].search_count(self._honor_domain()),
        }

    def _honor_domain(self):
        return [
            ("kind", "=", "honor"),
            ("state", "=", "valid"),
            ("award_id.campaign_id", "=", self.id),
        ]

    def _department_figures(self):
        parts = self.department_ids
        counts = parts.department_id._leifeng_headcounts()
        return {
            "headcount": sum(counts.values()),
            "departments": len(parts),
            "summaries": len(parts.filtered(lambda part: part._has_summary())),
        }

    def _phase_figures(self):
        """Return {phase: {"people", "times", "hours", "work_hours", "sessions"}} in order."""
        return {
            phase: self._participation_figures([("activity_id.phase_id", "=", phase.id)])
            for phase in self.phase_ids
        }

    def _week_figures(self):
        """Return [(first day of a week, people who took part in it)] in order of time."""
        groups = self.env["leifeng.participation"]._read_group(
            [("campaign_id", "=", self.id)],
            ["date:week"],
            ["people:count_distinct"],
            order="date:week",
        )
        return [(day, people) for day, people in groups if day]


def _text(spent):
    """Return hours as pages write them: 22.5."""
    return hours.hours_text(round((spent or 0) * 60))
