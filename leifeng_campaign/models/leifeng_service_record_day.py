from datetime import timedelta

from odoo import api, models

from ..tools.served_day import Stint

ONE_DAY = timedelta(days=1)


class LeifengServiceRecord(models.Model):
    """A person's day: what stands already when one more record is to be written."""

    _inherit = "leifeng.service.record"

    @api.model
    def _stints(self, employees, first, last):
        """Return {employee id: [Stint]} of what counts on the days from ``first`` to ``last``.

        A day more on both sides, for service around midnight; one query for all of them.
        """
        # sudo: leifeng.service.record - what others recorded counts without being shown
        records = self.sudo().search(
            [
                ("employee_id", "in", employees.ids),
                ("date", ">=", first - ONE_DAY),
                ("date", "<=", last + ONE_DAY),
                ("reverses_id", "=", False),
                ("reversal_ids", "=", False),
            ]
        )
        stints = {employee.id: [] for employee in employees}
        for record in records:
            stints[record.employee_id.id].append(record._stint())
        return stints

    def _stint(self):
        return Stint(
            self.date,
            self.raw_minutes,
            self.start or None,
            self.stop or None,
            self.kind == "service",
        )

    @api.model
    def _verdict_text(self, verdict, name):
        """Return the sentence by which a ``served_day.verdict`` refuses hours of ``name``; ''
        for those that don't refuse."""
        if verdict == "overlap":
            return self.env._(
                "A service record covers part of this time already: %(people)s. "
                "Please check the times.",
                people=name,
            )
        if verdict == "sessions":
            return self.env._(
                "%(name)s would have more than 3 sessions on this day. "
                "Please check who came where.",
                name=name,
            )
        return ""
