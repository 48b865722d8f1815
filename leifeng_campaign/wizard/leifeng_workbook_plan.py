from odoo import models

from ..tools import hours
from ..tools.workbook import Column


class LeifengWorkbook(models.TransientModel):
    """The sheets of the campaign and of the plans."""

    _inherit = "leifeng.workbook"

    def _plan_tables(self):
        yield self.env._("Campaign Overview"), self._overview_columns(), self._overview_rows()
        yield self.env._("Phases and Activities"), self._activity_columns(), self._activity_rows()
        yield self.env._("Department Plans"), self._plan_columns(), self._plan_rows()
        yield (
            self.env._("Participation by Department"),
            self._department_columns(),
            self._department_rows(),
        )
        yield self.env._("Coordinators"), self._contact_columns(), self._contact_rows()

    def _overview_columns(self):
        return [
            Column(self.env._("Item"), width=34),
            Column(self.env._("Content"), width=80),
        ]

    def _overview_rows(self):
        campaign = self.campaign_id
        for name in ("name", "theme", "document_number", "state", "date_start", "date_stop"):
            value = self._label(campaign, name) if name == "state" else campaign[name]
            yield [campaign._fields[name]._description_string(self.env), str(value or "")]
        figures = campaign._campaign_figures()
        for name, label in self._figure_labels().items():
            yield [label, str(figures[name])]

    def _figure_labels(self):
        """Return {name of a figure of the campaign: what it is called}, as lists call it."""
        return {
            "departments": self.env._("Departments"),
            "headcount": self.env._("Head-count"),
            "people": self.env._("People Taking Part"),
            "times": self.env._("Times Taken Part"),
            "sessions": self.env._("Sessions Completed"),
            "study": self.env._("Study Sessions Completed"),
            "shifts": self.env._("Volunteer Shifts Completed"),
            "hours": self.env._("Service Hours"),
            "work_hours": self.env._("Of These Within Working Hours"),
            "people_served": self.env._("People Served"),
            "materials": self.env._("Materials Handed Out"),
            "requests": self.env._("Requests Served"),
            "answers": self.env._("Answers of the Served"),
            "stars": self.env._("Average Stars"),
            "essays": self.env._("Essays"),
            "nominations": self.env._("Nominations"),
            "honors": self.env._("Honors Granted"),
            "summaries": self.env._("Departments That Wrote a Summary"),
        }

    def _activity_columns(self):
        return [
            Column(self.env._("Phase"), width=20),
            Column(self.env._("Activity"), width=24),
            Column(self.env._("Kind")),
            Column(self.env._("Service Category")),
            Column(self.env._("Responsible Department"), width=20),
            Column(self.env._("Start Date"), "date"),
            Column(self.env._("End Date"), "date"),
            Column(self.env._("Sessions Completed"), "number"),
            Column(self.env._("People Taking Part"), "number"),
            Column(self.env._("Times Taken Part"), "number"),
            Column(self.env._("Service Hours"), "number"),
        ]

    def _activity_rows(self):
        took = self._activity_sums()
        for phase in self.campaign_id.phase_ids:
            for activity in phase.activity_ids:
                yield [
                    phase.name,
                    activity.name,
                    self._label(activity, "kind"),
                    self._label(activity, "category"),
                    activity.department_id.name,
                    self._day(activity.date_start or phase.date_start),
                    self._day(activity.date_stop or phase.date_stop),
                    *took.get(activity.id, (0, 0, 0, 0)),
                ]

    def _activity_sums(self):
        """Return {activity's id: (sessions done, people, times, hours)}."""
        mine = self.campaign_id._session_domain()
        done = self.env["leifeng.session"]._read_group(
            [*mine, ("state", "=", "done")], ["activity_id"], ["__count"]
        )
        sessions = {activity.id: count for activity, count in done}
        groups = self.env["leifeng.participation"]._read_group(
            [("campaign_id", "=", self.campaign_id.id)],
            ["activity_id"],
            ["people:count_distinct", "times:sum", "hours:sum"],
        )
        sums = {activity.id: (people, times, spent) for activity, people, times, spent in groups}
        return {
            key: (sessions.get(key, 0), *self._with_hours(*sums.get(key, (0, 0, 0))))
            for key in sessions | sums
        }

    def _with_hours(self, people, times, spent):
        return people, times, float(hours.as_hours(round((spent or 0) * 60)))

    def _plan_columns(self):
        return [
            Column(self.env._("Department"), width=24),
            Column(self.env._("Plan")),
            Column(self.env._("What We Do"), width=36),
            Column(self.env._("Activity"), width=20),
            Column(self.env._("Start Date"), "date"),
            Column(self.env._("End Date"), "date"),
            Column(self.env._("Who"), width=28),
        ]

    def _plan_rows(self):
        for part in self.campaign_id.department_ids:
            first = [part.name, self._label(part, "state")]
            lines = part.line_ids.filtered(lambda line: not line.not_for_us)
            for line in lines:
                days = (self._day(line.date_start), self._day(line.date_stop))
                yield [*first, line.what, line.activity_id.name, *days, line.people]
            if not lines:
                yield first
