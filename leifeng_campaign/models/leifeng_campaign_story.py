from odoo import api, fields, models


class LeifengCampaign(models.Model):
    """The campaign's publicity items; what is private is in none of it."""

    _inherit = "leifeng.campaign"

    story_count = fields.Integer(string="Publicity Items", compute="_compute_story_count")

    @api.depends_context("uid")
    def _compute_story_count(self):
        counts = self._sums("leifeng.story", "campaign_id", "__count", [("private", "=", False)])
        for campaign in self:
            campaign.story_count = counts.get(campaign._origin, 0)

    def action_view_stories(self):
        action = self.env["ir.actions.actions"]._for_xml_id("leifeng_campaign.leifeng_story_action")
        context = {"default_campaign_id": self.id}
        domain = [("campaign_id", "in", self.ids), ("private", "=", False)]
        return {**action, "domain": domain, "context": context}
