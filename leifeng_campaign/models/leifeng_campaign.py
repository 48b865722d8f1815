from odoo import fields, models
from odoo.exceptions import UserError


class LeifengCampaign(models.Model):
    """A year's campaign: the plan as the agency issued it, and what came of it."""

    _name = "leifeng.campaign"
    _description = "Yearly Campaign"
    _inherit = ["leifeng.state.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date_start desc, id desc"
    _state_fields = {
        "state": {
            "draft": ("running",),
            "running": ("closing",),
            "closing": ("closed", "running"),
            "closed": (),
        }
    }

    name = fields.Char(string="Title", required=True, tracking=True)
    theme = fields.Char()
    document_number = fields.Char(tracking=True)
    state = fields.Selection(
        [
            ("draft", "Preparing"),
            ("running", "In Progress"),
            ("closing", "Wrapping Up"),
            ("closed", "Closed"),
        ],
        default="draft",
        required=True,
        copy=False,
        tracking=True,
    )
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company, index=True
    )

    # Dates
    date_start = fields.Date(string="Start Date", tracking=True)
    date_stop = fields.Date(string="End Date", tracking=True)

    # The plan's words
    background = fields.Text()
    objectives = fields.Text(help="One objective per line.")
    participants = fields.Text()
    requirements = fields.Text(help="One requirement per line.")
    leading_group = fields.Text()
    direction = fields.Text(
        string="Direction for the Next Step",
        help="What goes on after the campaign, in a few sentences; tasks of departments are next "
        "steps.",
    )

    # Parts
    phase_ids = fields.One2many("leifeng.campaign.phase", "campaign_id")
    # not activity_ids: that is the to-dos of mail.activity.mixin
    plan_activity_ids = fields.One2many(
        "leifeng.campaign.activity", "campaign_id", string="Activities of the Plan"
    )
    department_ids = fields.One2many("leifeng.campaign.department", "campaign_id")
    session_ids = fields.One2many("leifeng.session", "campaign_id")

    _dates_in_order = models.Constraint(
        "CHECK (date_stop >= date_start)", "The campaign can't end before it begins."
    )

    def copy_data(self, default=None):
        copies = super().copy_data(default)
        return [
            {**values, "name": self.env._("%s (copy)", campaign.name)}
            for campaign, values in zip(self, copies, strict=True)
        ]

    # ACTIONS

    def action_start(self):
        self._check_can_start()
        self._set_state("running")

    def action_wrap_up(self):
        self._set_state("closing")

    def action_close(self):
        self._check_can_close()
        self._set_state("closed")

    def action_reopen(self):
        self._set_state("running")

    # BUSINESS

    def _check_can_start(self):
        for campaign in self:
            if not campaign.date_start or not campaign.date_stop:
                raise UserError(
                    self.env._("Please enter the first and the last day of the campaign first.")
                )

    def _includes(self, day):
        """Whether ``day`` lies within the campaign's dates; a date that is missing is no limit."""
        begun = not self.date_start or self.date_start <= day
        return begun and (not self.date_stop or day <= self.date_stop)

    def _under_way_first(self):
        """Sort so that what takes place today comes first: next year's may be started early."""
        today = self.env.company._leifeng_today()
        return self.sorted(lambda campaign: not campaign._includes(today))

    def _check_can_close(self):
        """Figures stand still once a campaign is closed, so nothing may be open by then."""
        waiting = self.session_ids.filtered(lambda session: session.badge == "to_confirm")
        if waiting:
            raise UserError(
                self.env._(
                    "%(count)s sign-in sheets are not confirmed yet. "
                    "Please confirm them or cancel the sessions, then close the campaign.",
                    count=len(waiting),
                )
            )

    def _check_plan_stays(self):
        if any(campaign.state == "closed" for campaign in self):
            raise UserError(self.env._("A closed campaign keeps its phases and activities."))
