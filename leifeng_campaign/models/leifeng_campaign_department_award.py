from odoo import api, models


class LeifengCampaignDepartment(models.Model):
    _inherit = "leifeng.campaign.department"

    @api.model_create_multi
    def create(self, vals_list):
        """Override: a department that joins later is entered for awards that are open."""
        parts = super().create(vals_list)
        open_to_all = [("kind", "=", "department"), ("state", "=", "open")]
        mine = [("campaign_id", "in", parts.campaign_id.ids), *open_to_all]
        self.env["leifeng.award"].search(mine)._enter_departments()
        return parts
