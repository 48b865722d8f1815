from odoo import api, fields, models
from odoo.exceptions import UserError

PLAN_STATES = [
    ("draft", "Drafting"),
    ("head", "With Department Head"),
    ("submitted", "Submitted"),
    ("returned", "Returned"),
    ("approved", "Approved"),
]
PLAN_TRANSITIONS = {
    "draft": ("head",),
    "head": ("submitted", "returned", "draft"),
    "submitted": ("approved", "returned", "head"),
    "returned": ("head",),
    "approved": (),
}


class LeifengCampaignDepartment(models.Model):
    """A department's part in a campaign: who answers for it, what it plans."""

    _name = "leifeng.campaign.department"
    _description = "Department in a Campaign"
    _inherit = ["leifeng.state.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "campaign_id, sequence, id"
    _state_fields = {"state": PLAN_TRANSITIONS}

    name = fields.Char(related="department_id.name")
    sequence = fields.Integer(default=10)
    campaign_id = fields.Many2one("leifeng.campaign", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="campaign_id.company_id", store=True)
    department_id = fields.Many2one("hr.department", required=True, index=True, ondelete="restrict")
    head_id = fields.Many2one("hr.employee", string="Department Head", tracking=True, index=True)
    coordinator_id = fields.Many2one(
        "hr.employee",
        domain=[("user_id", "!=", False)],
        tracking=True,
        index=True,
    )
    state = fields.Selection(
        PLAN_STATES, string="Plan", default="draft", required=True, copy=False, tracking=True
    )
    remark = fields.Text(readonly=True, copy=False, tracking=True)
    line_ids = fields.One2many(
        "leifeng.campaign.department.line", "campaign_department_id", copy=True
    )
    _unique_department = models.UniqueIndex(
        "(campaign_id, department_id)", "This department takes part already."
    )

    @api.depends("name")
    def _compute_display_name(self):
        for part in self:
            part.display_name = part.department_id.name

    # ACTIONS

    def action_send_to_head(self):
        self._check_acting("coordinator_id")
        if not all(part._planned_lines() for part in self):
            raise UserError(self.env._("Please write at least one line into the plan first."))
        self._set_state_as("head")

    def action_agree(self):
        self._check_acting("head_id")
        self._set_state_as("submitted", remark=False)

    def action_pass(self):
        self._check_acting(None)
        self._set_state_as("approved", remark=False)

    def action_return(self, remark):
        """Send the plan back to the coordinator; ``remark`` says what is missing."""
        self._set_state_as("returned", remark=self._checked_remark(remark))

    def action_take_back(self):
        """Whoever sent the plan on takes it back as long as nobody acted on it."""
        for part in self:
            part._set_state_as(part._checked_way_back())

    # BUSINESS

    def _planned_lines(self):
        return self.line_ids.filtered(lambda line: not line.not_for_us)
