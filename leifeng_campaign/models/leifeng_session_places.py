from odoo import api, fields, models
from odoo.exceptions import UserError


class LeifengSession(models.Model):
    """Fewer places: who would have to wait is said first, and each of them is told."""

    _inherit = "leifeng.session"

    # how many places there were, until everyone who lost one has been told
    lowered_from = fields.Integer(string="Places Before", readonly=True, copy=False)

    def write(self, vals):
        """Override: places that people hold are taken away by the button alone, which asks."""
        if self.env.su or not {"capacity", "post_id"} & vals.keys():
            return super().write(vals)
        places = {session: session.capacity for session in self if session.state == "open"}
        done = super().write(vals)
        for session, before in places.items():
            session._check_nobody_loses_place(before)
        return done

    # ACTIONS

    def action_change_places(self, capacity):
        """Set the number of places; whoever holds one no longer is told by the sweep."""
        self.ensure_one()
        self.check_access("write")
        self._check_not_over({"capacity": capacity})
        before = self.capacity
        lowered = capacity < before and self.state == "open"
        # sudo: leifeng.session - write access was checked; the guard lets this act alone pass
        self.sudo().write(
            {
                "capacity": capacity,
                "lowered_from": max(before, self.lowered_from) if lowered else self.lowered_from,
            }
        )
        self._check_still_publishable()
        self._request_sweep()

    # BUSINESS

    def _would_wait(self, capacity):
        """Return those who hold a place and would wait if there were ``capacity`` places."""
        return self.signup_ids.filtered(
            lambda signup: signup.holds_place and signup.place > capacity
        )

    def _check_nobody_loses_place(self, before):
        if min(before, self.live_count) > self.capacity:
            raise UserError(
                self.env._(
                    "Somebody holds a place that would be gone. Please use the button “Change "
                    "Places”: it says who would have to wait, and tells them."
                )
            )

    @api.model
    def _sessions_to_sweep(self):
        """Override: people who lost a place wait to be told."""
        lowered = self.search([("lowered_from", ">", 0)], order="id")
        return super()._sessions_to_sweep() | lowered

    def _sweep(self):
        """Override: tell those who had a place before the number was lowered, once."""
        done = super()._sweep()
        for session in self.filtered("lowered_from"):
            if session.state == "open" and session.start > fields.Datetime.now():
                session._tell_who_waits_now()
            session.lowered_from = 0
        return done

    def _tell_who_waits_now(self):
        """Tell those who would hold a place if there were as many as before."""
        pushed = self.signup_ids.filtered(
            lambda signup: (
                signup.live
                and not signup.told_waiting
                and self.capacity < signup.place <= self.lowered_from
            )
        )
        pushed._note_told()
        self._tell(
            pushed.employee_id,
            lambda session: session.env._(
                "“%(name)s” on %(date)s has fewer places now, and you are on the waiting list. "
                "If someone withdraws you move up and will be told.",
                name=session.name,
                date=session._moment(session.start),
            ),
        )
