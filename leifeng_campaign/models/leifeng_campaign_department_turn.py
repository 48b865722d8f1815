from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

WRITTEN = ("draft", "returned")  # states in which a paper is the coordinator's
PLAN = "state"  # the field that says where the plan stands


class LeifengCampaignDepartment(models.Model):
    """Whose turn it is: a plan goes from the coordinator to the head to the office, and back.

    ``paper`` is the field that says where a paper stands; the summary goes the same way.
    """

    _inherit = "leifeng.campaign.department"

    is_my_turn = fields.Boolean(
        string="My Turn", compute="_compute_is_my_turn", search="_search_is_my_turn"
    )
    is_officer = fields.Boolean(compute="_compute_is_my_turn")
    may_act = fields.Boolean(compute="_compute_is_my_turn")
    may_write_plan = fields.Boolean(compute="_compute_is_my_turn")
    may_take_back = fields.Boolean(compute="_compute_is_my_turn")

    @api.depends_context("uid")
    @api.depends("state", "head_id", "coordinator_id")
    def _compute_is_my_turn(self):
        officer = self._user_is_officer()
        for part in self:
            part.is_my_turn = part._is_turn_of_user(PLAN)
            part.is_officer = officer
            part.may_act = part.is_my_turn or officer
            part.may_write_plan = officer or (part.is_my_turn and part.state in WRITTEN)
            part.may_take_back = part._sender() in self.env.user.employee_ids

    def _search_is_my_turn(self, operator, _value):
        return self._my_turn_domain(PLAN) if operator == "in" else NotImplemented

    def _my_turn_domain(self, paper):
        me = self.env.user.employee_ids.ids  # portal users can't search through hr
        mine = Domain(paper, "in", WRITTEN) & Domain("coordinator_id", "in", me)
        mine |= Domain(paper, "=", "head") & Domain("head_id", "in", me)
        if self._user_is_officer():
            mine |= Domain(paper, "=", "submitted")
        return mine

    def _is_turn_of_user(self, paper):
        """Portal users can't read whose account an employee has, but they know themselves."""
        person = self._whose_turn(paper)
        return self._user_is_officer() if person is None else person in self.env.user.employee_ids

    def _whose_turn(self, paper=PLAN):
        """Return the employee whose turn it is, None for the officer, empty for nobody."""
        if self[paper] == "submitted":
            return None
        people = {"head": self.head_id, "approved": self.env["hr.employee"]}
        return people.get(self[paper], self.coordinator_id)

    def _sender(self, paper=PLAN):
        """Return the employee who sent the paper on and may still take it back, or nobody."""
        people = {"head": self.coordinator_id, "submitted": self.head_id}
        return people.get(self[paper], self.env["hr.employee"])

    def _user_is_officer(self):
        return self.env.user.has_group("leifeng_campaign.group_leifeng_officer")

    def _check_acting(self, role, paper=PLAN):
        """Refuse whoever isn't the person in the field ``role``; officers may act for anybody."""
        self.check_access("read")
        if self._user_is_officer():
            return
        me = self.env.user.employee_id
        if not role or not me or any(part[role] != me for part in self):
            raise self._not_your_turn(paper)

    def _not_your_turn(self, paper):
        if paper == PLAN:
            return AccessError(self.env._("It is somebody else's turn to act on this plan."))
        return AccessError(self.env._("It is somebody else's turn to act on this summary."))

    def _checked_remark(self, remark, paper=PLAN):
        """Return the words of whoever returns a paper; refuse empty ones, and who hasn't got it."""
        head_has_it = all(part[paper] == "head" for part in self)
        self._check_acting("head_id" if head_has_it else None, paper)
        if not (remark or "").strip():
            raise UserError(self.env._("Please say what should be changed."))
        return remark.strip()

    def _checked_way_back(self, paper=PLAN):
        """Return the state to which whoever sent the paper on takes it back."""
        back = {"head": ("draft", "coordinator_id"), "submitted": ("head", "head_id")}
        target, role = back.get(self[paper], (None, None))
        if not target:
            raise UserError(self.env._("There is nothing to take back any more."))
        self._check_acting(role, paper)
        return target

    def _set_state_as(self, target, paper=PLAN, **vals):
        # sudo: leifeng.campaign.department - heads and coordinators have read access alone, and
        # _check_acting has made sure that it is their turn
        self.sudo()._set_state(target, field=paper, **vals)
