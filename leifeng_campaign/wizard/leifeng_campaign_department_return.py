from odoo import fields, models


class LeifengCampaignDepartmentReturn(models.TransientModel):
    """Send a department's plan back; the remark says what is missing."""

    _name = "leifeng.campaign.department.return"
    _description = "Return with Remark"

    campaign_department_id = fields.Many2one(
        "leifeng.campaign.department", string="Department", required=True, readonly=True
    )
    remark = fields.Text(required=True)

    def action_return(self):
        self.campaign_department_id.action_return(self.remark)
