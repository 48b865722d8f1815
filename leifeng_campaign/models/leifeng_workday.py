from odoo import api, fields, models

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
