from odoo import fields, models
from odoo.exceptions import UserError


class LeifengCampaignDepartmentLine(models.Model):
    """One thing that a department plans to do."""

    _name = "leifeng.campaign.department.line"
    _description = "Line of a Department Plan"
    _order = "campaign_department_id, date, sequence, id"

    name = fields.Char(string="What We Do", required=True)
    sequence = fields.Integer(default=10)
    campaign_department_id = fields.Many2one(
        "leifeng.campaign.department", required=True, index=True, ondelete="cascade"
    )
    activity_id = fields.Many2one("leifeng.campaign.activity")
    date = fields.Date(string="When")
    people = fields.Char(string="Who")

    def write(self, vals):
        """A line stays in its plan: the rules look at the plan it stands in, not at the next."""
        plan = vals.get("campaign_department_id")
        if "campaign_department_id" in vals and self.campaign_department_id.ids != [plan]:
            raise UserError(self.env._("A line can't be moved to another plan."))
        return super().write(vals)
