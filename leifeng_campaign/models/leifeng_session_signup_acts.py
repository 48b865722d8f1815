from odoo import fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL


class LeifengSessionSignup(models.Model):
    """What becomes of a position in the line."""

    _inherit = "leifeng.session.signup"

    # ACTIONS

    def action_withdraw(self):
        """Leave the line; one step, no mark. The leader hears of it when it comes late."""
        self.check_access("read")
        for signup in self:
            signup._check_can_withdraw()
            signup._tell_leader_if_late()
        # sudo: leifeng.session.signup - portal users have read access alone
        self.sudo()._leave()
        self.session_id._request_sweep()

    def action_confirm_again(self, start=None):
        """Take part at the new time too; one step, and no answer leaves the place as it is.

        ``start``: the beginning that the person saw ('2026-03-05 07:30:00'), if they saw one.
        """
        self.check_access("read")
        for signup in self:
            signup._check_can_withdraw()
            signup._check_seen(start)
        # sudo: leifeng.session.signup - portal users have read access alone
        self.sudo().filtered("asked_again").write({"asked_again": False})

    # BUSINESS

    def _check_seen(self, start):
        """Whoever agreed to another time than the present one is asked to look again."""
        # sudo: leifeng.session - may have been taken back since
        moments = {self.start, self.sudo().session_id.start}
        if start is not None and set(map(fields.Datetime.to_string, moments)) != {start}:
            raise UserError(self.env._("The time has changed once more. Please look again."))

    def _ask_again(self):
        """Everyone in line says anew whether they come; what has begun asks nobody."""
        now = fields.Datetime.now()
        coming = self.filtered(lambda signup: signup.live and signup.start > now)
        coming.write({"asked_again": True})

    def _check_can_withdraw(self):
        mine = self.employee_id == self.env.user.employee_id
        # sudo: hr.employee - the department of the person in line
        if not mine and not self.session_id._may_act_for(self.employee_id.sudo()):
            raise AccessError(self.env._("Only the person in line can withdraw."))
        if self.live and self.start <= fields.Datetime.now():
            raise UserError(self.env._("This session has already begun."))

    def _tell_leader_if_late(self):
        """Tell the leader that somebody won't come; who waits isn't expected anyway."""
        # sudo: leifeng.session - the leader, an employee, is told by somebody who can't read hr
        session = self.sudo().session_id
        late = session.withdraw_until and session.withdraw_until < fields.Datetime.now()
        if not (late and self.holds_place and session.leader_id):
            return
        name = self.employee_name
        session._tell(
            session.leader_id,
            lambda told: told.env._(
                "%(person)s can't come to “%(session)s” on %(date)s.",
                person=name,
                session=told.name,
                date=told._moment(told.start),
            ),
        )

    def _leave(self):
        self.filtered("live").write(
            {
                "live": False,
                "told_waiting": False,
                "asked_again": False,
                "withdrawn_on": fields.Datetime.now(),
            }
        )

    def _copy_times(self):
        """Take the session's times; SQL, because nothing else may ever write them.

        The constraint is checked at the end: two people may change places with each other.
        """
        self.env["leifeng.session"].flush_model(["start", "stop"])
        self.flush_model()
        self.env.cr.execute("SET CONSTRAINTS leifeng_session_signup_no_overlap DEFERRED")
        self.env.cr.execute(
            SQL(
                "UPDATE leifeng_session_signup s SET start = x.start, stop = x.stop "
                "FROM leifeng_session x WHERE x.id = s.session_id AND s.id = ANY(%s)",
                self.ids,
            )
        )
        self.env.cr.execute("SET CONSTRAINTS leifeng_session_signup_no_overlap IMMEDIATE")
        self.invalidate_model(["start", "stop"])

    def _note_told(self):
        """Remember who has read that they wait: they must hear when they move up."""
        unaware = self.filtered(
            lambda signup: signup.live and not signup.holds_place and not signup.told_waiting
        )
        # sudo: leifeng.session.signup - portal users have read access alone
        unaware.sudo().write({"told_waiting": True})
