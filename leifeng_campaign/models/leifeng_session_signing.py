from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_list

from ..tools import moments


class LeifengSession(models.Model):
    """Signing up: who may, why not, and what one is told."""

    _inherit = "leifeng.session"

    my_signup_id = fields.Many2one(
        "leifeng.session.signup", string="My Sign-up", compute="_compute_my_signup"
    )
    refusal = fields.Char(string="Why I Can't Sign Up", compute="_compute_refusal")

    @api.depends_context("uid")
    @api.depends("signup_ids.live")
    def _compute_my_signup(self):
        own = self.env["leifeng.session.signup"].search(
            [
                ("session_id", "in", self.ids),
                ("employee_id", "=", self.env.user.employee_id.id),
                ("live", "=", True),
            ]
        )
        by_session = {signup.session_id.id: signup for signup in own}
        for session in self:
            session.my_signup_id = by_session.get(session._origin.id, False)

    @api.depends_context("uid")
    @api.depends("signup_ids.live", "state", "start", "opens", "closes", "capacity")
    def _compute_refusal(self):
        employee = self.env.user.employee_id
        for session in self:
            session.refusal = session._refusal(employee)

    # ACTIONS

    def action_sign_up(self):
        """Join the line with a place or on the waiting list; return the sign-up."""
        self.ensure_one()
        self.check_access("read")
        return self._sign_up(self._own_employee(), "self")

    def action_sign_up_for(self, employee_id):
        """Sign up a colleague, marked as such; for officers, and for the own department."""
        self.ensure_one()
        self.check_access("read")
        employee = self._colleague(employee_id)
        return self._sign_up(employee, "behalf", signed_by=self.env.user.name)

    # BUSINESS

    def _own_employee(self):
        employee = self.env.user.employee_id
        if not employee:
            raise UserError(
                self.env._("Your account belongs to no employee. Please ask the campaign's office.")
            )
        return employee

    def _colleague(self, employee_id):
        """Return the employee whom this user may sign up."""
        # sudo: hr.employee - coordinators can't read hr, and name somebody of their department
        employee = self.env["hr.employee"].sudo().browse(employee_id).exists()
        if not employee or not self._may_act_for(employee):
            raise UserError(self.env._("You can sign up colleagues of your own department only."))
        return employee

    def _may_act_for(self, employee):
        if employee.company_id not in self.env.companies:
            return False
        if self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            return True
        return employee.department_id in self.env.user._leifeng_departments()

    def _sign_up(self, employee, source, **vals):
        if reason := self._refusal(employee):
            raise UserError(reason)
        # sudo: leifeng.session.signup - portal users have read access alone
        lines = self.env["leifeng.session.signup"].sudo()
        return lines.create(
            {"session_id": self.id, "employee_id": employee.id, "source": source, **vals}
        )

    def _refusal(self, employee):
        """Return the sentence why ``employee`` can't sign up, or False.

        The order is the one in which a person would want to know.
        """
        self.ensure_one()
        checks = (
            self._refusal_by_line,
            self._refusal_by_state,
            self._refusal_by_clock,
            self._refusal_by_overlap,
            self._refusal_by_condition,
            self._refusal_by_waiting_list,
        )
        return next((text for check in checks if (text := check(employee))), False)

    def _refusal_by_line(self, employee):
        if self._own_line(employee, [("session_id", "=", self.id)]):
            return self.env._("You are signed up already.")

    def _refusal_by_state(self, _employee):
        if self.state == "cancelled":
            return self.env._("This session has been cancelled.")
        if self.state == "draft" or not self._signing_campaign():
            return self.env._("This session is not open for sign-up.")

    def _refusal_by_clock(self, _employee):
        now = fields.Datetime.now()
        if self.start <= now:
            return self.env._("This session has already begun.")
        if self.opens and now < self.opens:
            return self.env._("Sign-up opens on %(date)s.", date=self._moment(self.opens))
        if self.closes and now >= self.closes:
            return self.env._("Sign-up closed on %(date)s.", date=self._moment(self.closes))

    def _refusal_by_overlap(self, employee):
        domain = [("start", "<", self.stop), ("stop", ">", self.start)]
        if other := self._own_line(employee, domain):
            name = other.session_id.name
            return self.env._("You are in line for “%(name)s” at that time.", name=name)

    def _refusal_by_condition(self, employee):
        # sudo: hr.employee.category - conditions are public, portal users can't read tags
        wanted = self.sudo().tag_ids
        if wanted and not wanted & employee.sudo().category_ids:
            names = self._conditions_text()
            return self.env._("This place asks for: %(condition)s.", condition=names)

    def _refusal_by_waiting_list(self, _employee):
        if self.waiting_max and not self.free_count and self.waiting_count >= self.waiting_max:
            return self.env._("The waiting list is full.")

    def _conditions_text(self):
        """Return the tags that a volunteer needs one of, as words."""
        # sudo: hr.employee.category - conditions are public, portal users can't read tags
        return format_list(self.env, self.sudo().tag_ids.mapped("name"), "or")

    def _own_line(self, employee, domain):
        # sudo: leifeng.session.signup - asked for colleagues too, whose lines one can't read
        lines = self.env["leifeng.session.signup"].sudo()
        own = [("employee_id", "=", employee.id), ("live", "=", True)]
        return lines.search(own + domain, limit=1)

    def _moment(self, moment):
        """Return '11月25日 周三 07:30': the agency's time zone, the user's language."""
        return moments.moment_text(self.env, moment, self._tz())
