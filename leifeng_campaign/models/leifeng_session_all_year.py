from odoo import api, fields, models
from odoo.fields import Domain

SIGNING_CAMPAIGN_STATES = ("running",)


class LeifengSession(models.Model):
    """Shifts of posts that go on between campaigns.

    A closed campaign's figures stand still. A shift that lies outside the dates of its campaign, or
    is held after the campaign was closed, therefore counts in none: its hours are the volunteers'
    all the same, and stand on their records and certificates.
    """

    _inherit = "leifeng.session"

    all_year = fields.Boolean(related="post_id.all_year", store=True)
    off_campaign = fields.Boolean(
        string="Between Campaigns",
        compute="_compute_off_campaign",
        store=True,
        help="The shift lies outside the campaign's dates and counts in no campaign's figures.",
    )

    @api.depends(
        *("all_year", "start"),
        *("campaign_id.state", "campaign_id.date_start", "campaign_id.date_stop"),
    )
    def _compute_off_campaign(self):
        for session in self:
            done = session.state == "done"  # history does not move
            session.off_campaign = session.off_campaign if done else session._is_off_campaign()

    def _is_off_campaign(self):
        if not (self.all_year and self.start):
            return False
        campaign = self.campaign_id
        return campaign.state == "closed" or not campaign._includes(self._local_date())

    def _signing_campaign(self):
        """Whether the campaign's state lets people sign up: while it is in progress, and at a post
        that goes on all year once it has begun."""
        state = self.campaign_id.state
        return state in SIGNING_CAMPAIGN_STATES or (self.all_year and state != "draft")

    @api.model
    def _signing_campaign_domain(self):
        """Return what ``_signing_campaign`` says, as a domain."""
        running = Domain("campaign_id.state", "in", SIGNING_CAMPAIGN_STATES)
        return running | (
            Domain("all_year", "=", True) & Domain("campaign_id.state", "!=", "draft")
        )

    def _record_campaign(self):
        """Return the campaign in which hours of this session count, which may be none."""
        campaign = self.campaign_id
        counts = campaign.state != "closed" and not self.off_campaign
        return campaign if counts else campaign.browse()
