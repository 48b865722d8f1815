from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.tools import format_list

from ..tools.workdays import Calendar


class LeifengWorkday(models.Model):
    """A day on which the agency works or rests otherwise than Monday to Friday."""

    _name = "leifeng.workday"
    _description = "Workday Calendar"
    _order = "date desc"

    name = fields.Char(string="Reason", required=True)
    date = fields.Date(required=True)
    kind = fields.Selection(
        [("off", "Day Off"), ("work", "Make-up Workday")], required=True, default="off"
    )
    company_id = fields.Many2one("res.company", default=lambda self: self.env.company)

    _unique_day = models.UniqueIndex(
        "(date, COALESCE(company_id, 0))", "This day is in the list already."
    )

    @api.model
    @api.private
    def calendar(self, company=None):
        """Return the ``tools.workdays.Calendar`` of ``company`` (default: the current one)."""
        company = company or self.env.company
        # sudo: leifeng.workday - dates of portal pages depend on it, portal users can't read it
        days = self.sudo().search([("company_id", "in", [False, company.id])])
        return Calendar({day.date: day.kind == "work" for day in days})

    @api.model
    def action_open_calendar(self):
        """Open the list, with a word about the years to come whose holidays nobody knows yet."""
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_workday_action"
        )
        today = self.env.company._leifeng_today()
        years = self.calendar().unknown_years(today, today + relativedelta(years=1))
        if not years:
            return action
        text = self.env._(
            "The public holidays of %(years)s are not known yet. Please enter them once the "
            "State Council has announced them; until then Monday to Friday count as workdays.",
            years=format_list(self.env, years),
        )
        # Without its help: the client shows the markup of a next action as text.
        then = {**action, "help": False}
        params = {"type": "warning", "sticky": True, "message": text, "next": then}
        return {"type": "ir.actions.client", "tag": "display_notification", "params": params}
