from odoo import api, fields, models


class LeifengMessage(models.Model):
    """A reminder is a message like others; it is known as one, so that nobody gets two a day."""

    _inherit = "leifeng.message"

    reminder = fields.Boolean(readonly=True)

    @api.model
    def _last_reminders(self, employees):
        """Return {employee's id: moment of the last reminder}."""
        # sudo: leifeng.message - that somebody was reminded, for whoever reminds; no words
        groups = self.sudo()._read_group(
            [("employee_id", "in", employees.ids), ("reminder", "=", True)],
            ["employee_id"],
            ["create_date:max"],
        )
        return {person.id: moment for person, moment in groups}

    @api.model
    def _reminded_today(self, employees):
        """Return those of ``employees`` who had a reminder on the agency's day of today."""
        company = self.env.company
        midnight = company._leifeng_midnight(company._leifeng_today())
        last = self._last_reminders(employees)
        return employees.filtered(lambda person: person.id in last and last[person.id] >= midnight)
