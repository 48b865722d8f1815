from odoo import api, fields, models
from odoo.exceptions import AccessError

from ..tools.essay_text import count_characters
from ..tools.official_draft import GENERAL_LIMIT

# The parts of a summary as agencies write it (practice.md section 2)
SUMMARY_TEXTS = (
    "summary_overview",
    "summary_achievements",
    "summary_honors",
    "summary_problems",
    "summary_next",
)


class LeifengCampaign(models.Model):
    """The campaign's summary: drafted from the records, then the office's own words."""

    _inherit = "leifeng.campaign"

    summary_overview = fields.Text(string="How the Campaign Went", copy=False)
    summary_achievements = fields.Text(string="Practices and Results", copy=False)
    summary_honors = fields.Text(string="Commendations", copy=False)
    summary_problems = fields.Text(string="Problems Found", copy=False)
    summary_next = fields.Text(string="Plans for the Next Step", copy=False)
    summary_length = fields.Integer(
        string="Characters of the Summary", compute="_compute_summary_length"
    )
    summary_too_long = fields.Boolean(
        compute="_compute_summary_length", export_string_translation=False
    )

    @api.depends(*SUMMARY_TEXTS)
    def _compute_summary_length(self):
        for campaign in self:
            texts = (campaign[name] or "" for name in SUMMARY_TEXTS)
            campaign.summary_length = sum(map(count_characters, texts))
            campaign.summary_too_long = campaign.summary_length > GENERAL_LIMIT

    # ACTIONS

    def action_draft_summary(self):
        """Draft the Summary: fill the parts that are empty; what was written stays."""
        self._draft_summary(anew=False)

    def action_draft_summary_anew(self):
        """Draft all parts again, in place of what was written: the button asks before."""
        self._draft_summary(anew=True)

    def _draft_summary(self, anew):
        self.check_access("write")
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("The summary is written by the campaign's office."))
        for campaign in self:
            texts = campaign._summary_texts()
            wanted = (name for name in SUMMARY_TEXTS if anew or not campaign[name])
            campaign.write({name: texts[name] for name in wanted})
