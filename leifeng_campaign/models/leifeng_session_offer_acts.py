from odoo import models
from odoo.exceptions import AccessError, UserError


class LeifengSessionOffer(models.Model):
    """The answer of the person who is asked, one step each, and taking an offer back."""

    _inherit = "leifeng.session.offer"

    # ACTIONS

    def action_accept(self):
        """Count Me In: sign up at the end of the line, or in the place of whoever asked."""
        self.ensure_one()
        self._check_mine()
        self._check_open()
        if self.kind == "stand_in":
            return self._take_over()
        return self._asked_for()._sign_up(self.env.user.employee_id, "invitation")

    def action_decline(self):
        """Not This Time; nobody is told, and the place is as free as it was."""
        self.ensure_one()
        self._check_mine()
        # sudo: leifeng.session.offer - portal users have read access alone; the own offer
        self.sudo().filtered(lambda offer: offer.state == "open")._set_state("declined")

    def action_take_back(self):
        """Take an offer back: an invitation by those who may invite, a place by who gave it."""
        self.check_access("read")
        # sudo: leifeng.session.offer - nobody has write access; who may is checked here
        for offer in self.filtered(lambda offer: offer.state == "open"):
            if not offer._may_take_back():
                raise AccessError(self.env._("Only whoever asked can take this back."))
            # sudo: leifeng.session.offer - as above
            offer.sudo()._set_state("withdrawn")

    # BUSINESS

    def _check_mine(self):
        self.check_access("read")
        if self.employee_id != self.env.user.employee_id:
            raise AccessError(self.env._("Only the person who is asked can answer."))

    def _check_open(self):
        """Raise what the person should know about an offer that can't be taken up any more."""
        # sudo: leifeng.session.signup - whether the colleague who asked still holds the place
        given = self.kind == "invitation" or self.sudo().from_signup_id.holds_place
        if self.state == "open" and given:
            return
        raise UserError(
            self._asked_for()._refusal(self.env.user.employee_id)
            or self.env._("This is no longer open. You can still sign up yourself.")
        )

    def _asked_for(self):
        # sudo: leifeng.session - it may have been taken off the page since
        return self.sudo().session_id

    def _may_take_back(self):
        if self.kind == "stand_in":
            # sudo: leifeng.session.signup - who asked
            return self.sudo().from_signup_id.employee_id == self.env.user.employee_id
        return self in self.search(self.session_id._invited_domain())

    def _take_over(self):
        """Give the position of whoever asked to the person who says yes; one transaction."""
        employee, session = self.env.user.employee_id, self._asked_for()
        if reason := session._stand_in_refusal(employee):
            raise UserError(reason)
        # sudo: leifeng.session.signup - the position changes hands by the word of both persons
        given = self.sudo().from_signup_id
        signup = given._hand_over(employee)
        session._tell(given.employee_id, self._thanks())
        return signup.sudo(False)

    def _thanks(self):
        name = self.employee_name
        return lambda session: session.env._(
            "%(person)s takes over your place in “%(session)s” on %(date)s.",
            person=name,
            session=session.name,
            date=session._moment(session.start),
        )
