from odoo import api, fields, models

from .leifeng_session_agenda import STAFF


class LeifengCampaign(models.Model):
    """What the departments learned last year, beside this year's plan.

    Their own words on problems and improvements, as handed in; nothing is counted or compared.
    """

    _inherit = "leifeng.campaign"

    lesson_ids = fields.Many2many(
        "leifeng.campaign.department",
        string="What Departments Wrote Last Year",
        compute="_compute_lesson_ids",
        groups=STAFF,
    )

    @api.depends("previous_id")
    @api.depends_context("uid")
    def _compute_lesson_ids(self):
        """The departments of last year that handed in a summary, in the campaign's order."""
        parts = self.env["leifeng.campaign.department"].search(
            [
                ("campaign_id", "in", self.previous_id.ids),
                ("summary_state", "in", ("submitted", "approved")),
            ]
        )
        said = parts.filtered(lambda part: part.summary_problems or part.summary_measures)
        found = said.grouped("campaign_id")
        for campaign in self:
            campaign.lesson_ids = found.get(campaign.previous_id, parts.browse())
