from odoo import fields, models
from odoo.exceptions import AccessError, UserError


class _PlacePass:
    """Permission to inherit one position; an object, so that no RPC call can carry one."""

    __slots__ = ("employee_id", "line_no", "session_id")

    def __init__(self, signup, employee):
        self.session_id = signup.session_id.id
        self.line_no = signup.line_no
        self.employee_id = employee.id

    def allows(self, vals):
        wanted = (vals["session_id"], vals["employee_id"])
        return wanted == (self.session_id, self.employee_id)


class LeifengSessionSignup(models.Model):
    """Giving the own place to one named colleague; whoever gives it stays in until it is taken."""

    _inherit = "leifeng.session.signup"

    offer_ids = fields.One2many("leifeng.session.offer", "from_signup_id", readonly=True)

    # ACTIONS

    def action_ask_stand_in(self, employee_id):
        """Ask a colleague to take over the own place; return the offer."""
        self.ensure_one()
        self._check_can_give()
        session = self.session_id
        # sudo: hr.employee - portal users can't read hr; the list below says who may be asked
        person = self.env["hr.employee"].sudo().browse(session._stand_in_ids([employee_id]))
        if not person:
            raise UserError(
                self.env._("This colleague can't be asked for that time. Please choose another.")
            )
        return self.env["leifeng.session.offer"]._make(
            session, person, "stand_in", from_signup_id=self.id
        )

    # BUSINESS

    def _check_can_give(self):
        """Raise unless this is the own place in a session to come."""
        self.check_access("read")
        if self.employee_id != self.env.user.employee_id:
            raise AccessError(self.env._("Only the person in line can find a stand-in."))
        if self.start <= fields.Datetime.now():
            raise UserError(self.env._("This session has already begun."))
        if not self.holds_place:
            raise UserError(
                self.env._("Only a place can be handed on, and you don't hold one here.")
            )
        if "open" in self.offer_ids.mapped("state"):
            raise UserError(
                self.env._("You have asked a colleague already. Please take that back first.")
            )

    def _hand_over(self, employee):
        """Withdraw this position and let ``employee`` have it; return the new sign-up.

        Both persons are locked before anything is written: whoever withdraws, accepts or signs
        up at the same moment is run again and sees the outcome.
        """
        self._lock_line([self.employee_id.id, employee.id], self.session_id.ids)
        self.with_context(leifeng_handing_over=True)._leave()
        passed = self.with_context(leifeng_place_pass=_PlacePass(self, employee))
        signup = passed.create(
            {"session_id": self.session_id.id, "employee_id": employee.id, "source": "stand_in"}
        )
        self.session_id._close_offers(employee, given=self)
        return signup.with_context(leifeng_place_pass=None)

    def _inherited(self, vals):
        """Return the position that a hand-over lets a new row of ``vals`` have, or nothing."""
        permission = self.env.context.get("leifeng_place_pass")
        if isinstance(permission, _PlacePass) and permission.allows(vals):
            return {"line_no": permission.line_no}
        return {}

    def _leave(self):
        """Override: a place that was given up isn't offered any more."""
        leaving = self.filtered("live")
        done = super()._leave()
        self.flush_model(["live"])  # sign-ups before offers: everyone locks in this order
        # sudo: leifeng.session.offer - nobody has write access; the places are gone
        offers = leaving.sudo().offer_ids.filtered(lambda offer: offer.state == "open")
        if not self.env.context.get("leifeng_handing_over"):
            offers._set_state("withdrawn")
        return done
