from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class LeifengSession(models.Model):
    """Inviting colleagues. An invitation enrols nobody, and no answer is asked for."""

    _inherit = "leifeng.session"

    offer_ids = fields.One2many("leifeng.session.offer", "session_id", copy=False, readonly=True)
    offer_count = fields.Integer(string="Open Invitations", compute="_compute_offer_count")
    may_invite = fields.Boolean(compute="_compute_may_invite")

    @api.depends_context("uid")
    @api.depends("offer_ids.state", "state", "start")
    def _compute_offer_count(self):
        """Open offers that the user may see; answered ones are counted nowhere."""
        offers = self.env["leifeng.session.offer"]
        domain = offers._open_domain() & fields.Domain("session_id", "in", self.ids)
        counts = dict(offers._read_group(domain, ["session_id"], ["__count"]))
        for session in self:
            session.offer_count = counts.get(session._origin, 0)

    @api.depends_context("uid")
    @api.depends("state", "start", "opens", "closes", "leader_id")
    def _compute_may_invite(self):
        departments = self.env.user._leifeng_departments()
        for session in self:
            may = departments or session._may_invite_all()
            session.may_invite = bool(may) and not session._invitation_refusal()

    # ACTIONS

    def action_invite(self, employee_ids):
        """Invite these colleagues; return the offers.

        Who is in line, asked already, not free or doesn't meet the condition is left out: why, is
        nobody's business.
        """
        self.ensure_one()
        self._check_may_invite()
        people = self.env["hr.employee"].browse(self._invitable_ids(employee_ids))
        return self._invite(people)

    def action_invite_department(self, department_id):
        """Invite everyone in a department who could come; return the offers."""
        self.ensure_one()
        self._check_may_invite()
        return self._invite(
            self.env["hr.employee"].browse(self._invitable_ids(department_id=department_id))
        )

    def action_view_offers(self):
        """Open the invitations that wait for an answer."""
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_session_offer_action"
        )
        domain = self.env["leifeng.session.offer"]._open_domain()
        return {**action, "domain": list(domain & fields.Domain("session_id", "in", self.ids))}

    def action_view_candidates(self):
        """Open the list of colleagues who could come, in the order in which one should ask."""
        self.ensure_one()
        self._check_may_invite()
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_session_candidate_action"
        )
        return {**action, "context": {"leifeng_session_id": self.id}}

    # BUSINESS

    def _invite(self, people):
        if not people:
            raise UserError(
                self.env._(
                    "Nobody was invited: whoever could come is in line or has been asked already."
                )
            )
        return self.env["leifeng.session.offer"]._make(self, people, "invitation")

    def _check_may_invite(self):
        """Raise unless this user may invite somebody, and somebody invited could sign up."""
        self.check_access("read")
        if not (self._may_invite_all() or self.env.user._leifeng_departments()):
            raise AccessError(
                self.env._("Inviting is for the office, coordinators, heads and on-site leaders.")
            )
        if reason := self._invitation_refusal():
            raise UserError(reason)

    def _may_invite_all(self):
        """Whether this user may invite from the whole agency: the office, the on-site leader."""
        user = self.env.user
        # sudo: leifeng.session - who leads it, asked by people who can't read hr
        leads = user.employee_id and self.sudo().leader_id == user.employee_id
        return leads or user.has_group("leifeng_campaign.group_leifeng_officer")

    def _invited_domain(self):
        """Return the domain of open invitations that this user may take back."""
        offers = self.env["leifeng.session.offer"]
        domain = offers._open_domain() & fields.Domain("session_id", "=", self.id)
        domain &= fields.Domain("kind", "=", "invitation")
        if self._may_invite_all():
            return domain
        own = self.env.user._leifeng_departments()
        return domain & fields.Domain("department_id", "in", own.ids)

    def _departments_to_invite(self):
        """Return the departments whose people this user may invite."""
        if not self._may_invite_all():
            return self.env.user._leifeng_departments()
        return self.env["hr.department"].search([("company_id", "in", (False, self.company_id.id))])

    def _invitation_refusal(self):
        """Return why nobody could accept an invitation now, or False."""
        nobody = self.env["hr.employee"]
        return self._refusal_by_state(nobody) or self._refusal_by_clock(nobody) or False

    def _stand_in_refusal(self, employee):
        """Return why ``employee`` can't take over a place, or False.

        The place is there, so the ends of sign-up and the waiting list stand against nobody.
        """
        begun = self.start <= fields.Datetime.now()
        return (
            self._refusal_by_line(employee)
            or self._refusal_by_state(employee)
            or (begun and self.env._("This session has already begun."))
            or self._refusal_by_overlap(employee)
            or self._refusal_by_condition(employee)
            or False
        )

    def _sign_up(self, employee, source, **vals):
        """Override: whoever is in line needs no invitation any more."""
        signup = super()._sign_up(employee, source, **vals)
        self._close_offers(employee)
        return signup

    def _close_offers(self, employee, given=None):
        """Note that ``employee`` is in line; after the sign-up, since everyone locks that first.

        A colleague's place is taken up only by whoever gets it, the position ``given``: who signs
        up beside it leaves the colleague in.
        """
        # sudo: leifeng.session.offer - nobody has write access; the person is in line
        offers = self.env["leifeng.session.offer"].sudo()
        domain = [("session_id", "=", self.id), ("employee_id", "=", employee.id)]
        still_open = offers.search([*domain, ("state", "=", "open")])
        left = still_open.filtered(
            lambda offer: offer.from_signup_id and offer.from_signup_id != given
        )
        left._set_state("expired")
        (still_open - left)._set_state("accepted")

    def _cron_sweep(self):
        """Override: offers that nobody answered end with their sessions."""
        done = super()._cron_sweep()
        self.env["leifeng.session.offer"]._expire()
        return done
