from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

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
    is_my_turn = fields.Boolean(
        string="My Turn", compute="_compute_is_my_turn", search="_search_is_my_turn"
    )
    is_officer = fields.Boolean(compute="_compute_is_my_turn")
    may_act = fields.Boolean(compute="_compute_is_my_turn")
    may_write_plan = fields.Boolean(compute="_compute_is_my_turn")
    may_take_back = fields.Boolean(compute="_compute_is_my_turn")

    _unique_department = models.UniqueIndex(
        "(campaign_id, department_id)", "This department takes part already."
    )

    @api.depends("name")
    def _compute_display_name(self):
        for part in self:
            part.display_name = part.department_id.name

    @api.depends_context("uid")
    @api.depends("state", "head_id", "coordinator_id")
    def _compute_is_my_turn(self):
        officer = self._user_is_officer()
        for part in self:
            person = part._whose_turn()
            part.is_my_turn = officer if person is None else person.user_id == self.env.user
            part.is_officer = officer
            part.may_act = part.is_my_turn or officer
            part.may_write_plan = officer or (
                part.is_my_turn and part.state in ("draft", "returned")
            )
            part.may_take_back = part._sender().user_id == self.env.user

    def _search_is_my_turn(self, operator, _value):
        if operator != "in":
            return NotImplemented
        me = self.env.user.employee_ids.ids  # portal users can't search through hr
        writing = Domain("state", "in", ("draft", "returned"))
        mine = writing & Domain("coordinator_id", "in", me)
        mine |= Domain("state", "=", "head") & Domain("head_id", "in", me)
        if self._user_is_officer():
            mine |= Domain("state", "=", "submitted")
        return mine

    def _whose_turn(self):
        """Return the employee whose turn it is, None for the officer, empty for nobody."""
        if self.state == "submitted":
            return None
        people = {"head": self.head_id, "approved": self.env["hr.employee"]}
        return people.get(self.state, self.coordinator_id)

    def _sender(self):
        """Return the employee who sent the plan on and may still take it back, or nobody."""
        people = {"head": self.coordinator_id, "submitted": self.head_id}
        return people.get(self.state, self.env["hr.employee"])

    def write(self, vals):
        """Coordinators write the lines of their plan; who answers for it is the office's affair."""
        foreign = vals.keys() - {"line_ids"}
        if foreign and not self.env.su and not self._user_is_officer():
            raise AccessError(
                self.env._("Only the campaign office changes who answers for a plan.")
            )
        return super().write(vals)

    # ACTIONS

    def action_send_to_head(self):
        self._check_acting("coordinator_id")
        if not all(part.line_ids for part in self):
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
        head_has_it = all(part.state == "head" for part in self)
        self._check_acting("head_id" if head_has_it else None)
        if not (remark or "").strip():
            raise UserError(self.env._("Please say what should be changed."))
        self._set_state_as("returned", remark=remark.strip())

    def action_take_back(self):
        """Whoever sent the plan on takes it back as long as nobody acted on it."""
        for part in self:
            back = {"head": ("draft", "coordinator_id"), "submitted": ("head", "head_id")}
            target, role = back.get(part.state, (None, None))
            if not target:
                raise UserError(self.env._("There is nothing to take back any more."))
            part._check_acting(role)
            part._set_state_as(target)

    # BUSINESS

    def _user_is_officer(self):
        return self.env.user.has_group("leifeng_campaign.group_leifeng_officer")

    def _check_acting(self, role):
        """Refuse whoever isn't the person in the field ``role``; officers may act for anybody."""
        self.check_access("read")
        if self._user_is_officer():
            return
        me = self.env.user.employee_id
        if not role or not me or any(part[role] != me for part in self):
            raise AccessError(self.env._("It is somebody else's turn to act on this plan."))

    def _set_state_as(self, target, **vals):
        # sudo: leifeng.campaign.department - heads and coordinators have read access alone, and
        # _check_acting has made sure that it is their turn
        self.sudo()._set_state(target, **vals)
