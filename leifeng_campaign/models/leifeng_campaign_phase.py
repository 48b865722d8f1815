from odoo import api, fields, models

PHASE_STATES = [
    ("future", "Not Started"),
    ("current", "In Progress"),
    ("past", "To Close"),
    ("closed", "Closed"),
]


class LeifengCampaignPhase(models.Model):
    """A stretch of the campaign; where it stands follows from its dates and the close button."""

    _name = "leifeng.campaign.phase"
    _description = "Campaign Phase"
    _order = "campaign_id, sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    campaign_id = fields.Many2one("leifeng.campaign", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="campaign_id.company_id", store=True)
    date_start = fields.Date(string="Start Date")
    date_stop = fields.Date(string="End Date")
    text = fields.Text(string="Instructions")
    campaign_state = fields.Selection(
        related="campaign_id.state", string="Campaign State", export_string_translation=False
    )
    closed_on = fields.Date(readonly=True, copy=False)
    state = fields.Selection(PHASE_STATES, compute="_compute_state")
    activity_ids = fields.One2many(
        "leifeng.campaign.activity", "phase_id", string="Activities of the Phase", copy=True
    )

    _dates_in_order = models.Constraint(
        "CHECK (date_stop >= date_start)", "The phase can't end before it begins."
    )

    @api.depends("date_start", "date_stop", "closed_on")
    def _compute_state(self):
        today = self.env.company._leifeng_today()
        for phase in self:
            phase.state = phase._state_on(today)

    def _state_on(self, day):
        if self.closed_on:
            return "closed"
        if self.date_stop and self.date_stop < day:
            return "past"
        return "current" if self.date_start and self.date_start <= day else "future"

    def action_close(self):
        self.write({"closed_on": self.env.company._leifeng_today()})

    def action_reopen(self):
        self.write({"closed_on": False})

    @api.ondelete(at_uninstall=False)
    def _unlink_except_closed(self):
        self.campaign_id._check_plan_stays()
