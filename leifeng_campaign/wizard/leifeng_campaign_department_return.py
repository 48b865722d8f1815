from odoo import fields, models


class LeifengCampaignDepartmentReturn(models.TransientModel):
    """Send a department's plan or summary back; the remark says what is missing."""

    _name = "leifeng.campaign.department.return"
    _description = "Return with Remark"

    campaign_department_id = fields.Many2one(
        "leifeng.campaign.department", string="Department", required=True, readonly=True
    )
    paper = fields.Selection(
        [("state", "Plan"), ("summary_state", "Department Summary")], default="state", required=True
    )
    remark = fields.Text(required=True)

    def action_return(self):
        part = self.campaign_department_id
        if self.paper == "state":
            part.action_return(self.remark)
        else:
            part.action_return_summary(self.remark)
