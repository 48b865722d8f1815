from odoo import fields, models


class LeifengCampaign(models.Model):
    _inherit = "leifeng.campaign"

    summary_due = fields.Date(string="Department Summaries Until", tracking=True)


class LeifengCampaignDepartment(models.Model):
    """When the department's summary came in; being on time is a fact for the panel."""

    _inherit = "leifeng.campaign.department"

    summary_submitted_on = fields.Date(string="Summary Received On", copy=False, tracking=True)

    def _summary_on_time(self):
        """Tell whether the summary came in, and no later than it was due."""
        self.ensure_one()
        came, due = self.summary_submitted_on, self.campaign_id.summary_due
        return bool(came) and (not due or came <= due)
