from datetime import timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import format_list

from ..tools import layout


class LeifengSession(models.Model):
    """Cancelling and moving several sessions in one act, after which everyone hears once."""

    _inherit = "leifeng.session"

    # the act by which it was cancelled or moved: its sessions are swept together
    change_ref = fields.Char(string="Change Reference", readonly=True, copy=False)
    asked_count = fields.Integer(string="Not Answered Yet", compute="_compute_asked_count")

    @api.depends("signup_ids.asked_again", "signup_ids.live")
    def _compute_asked_count(self):
        lines = self.env["leifeng.session.signup"]
        asked = [("session_id", "in", self.ids), ("live", "=", True), ("asked_again", "=", True)]
        counts = dict(lines._read_group(asked, ["session_id"], ["__count"]))
        for session in self:
            session.asked_count = counts.get(session._origin, 0)

    # ACTIONS

    def action_move_days(self, days):
        """Move all of these sessions by so many days, at the same time of day.

        Refused while people in line would collide with another session. The ends of sign-up and
        withdrawal move along; when sign-up opens stays as announced.
        """
        self._check_can_be_moved(days)
        times = {session: session._times_after(days) for session in self}
        self._refuse_collisions(self._would_collide_at(times))
        reference = uuid4().hex
        for session, (start, stop) in times.items():
            moved = session._ends_after(start)
            session.write({"start": start, "stop": stop, "change_ref": reference, **moved})
        self._request_sweep()

    # BUSINESS

    def _in_scope(self, scope):
        """Return the sessions to come that go with this one: itself, its post's of the day, or all
        of the same kind on the day ("session", "post_day", "day")."""
        self.ensure_one()
        if scope == "session" or (scope == "post_day" and not self.post_id):
            return self
        day = self._local_date()
        first = self.company_id._leifeng_midnight(day)
        stop = self.company_id._leifeng_midnight(day + timedelta(days=1))
        domain = Domain("company_id", "=", self.company_id.id) & Domain("kind", "=", self.kind)
        domain &= Domain("start", ">=", first) & Domain("start", "<", stop)
        domain &= Domain("state", "in", ("draft", "open"))
        domain &= Domain("start", ">", fields.Datetime.now())
        if scope == "post_day":
            domain &= Domain("post_id", "=", self.post_id.id)
        return (self | self.search(domain)).sorted()

    def _check_can_be_moved(self, days):
        if not days:
            raise UserError(self.env._("Please choose another day."))
        if any(session.state not in ("draft", "open") for session in self):
            raise UserError(self.env._("Only sessions to come can be moved."))

    def _times_after(self, days):
        """Return start and end ``days`` later by the clock on the wall."""
        zone = ZoneInfo(self._tz())
        return tuple(layout.shifted(moment, days, zone) for moment in (self.start, self.stop))

    def _ends_after(self, start):
        """Return when sign-up and withdrawal end once the session begins at ``start``."""
        ends = ("closes", "withdraw_until")
        return {name: self[name] + (start - self.start) for name in ends if self[name]}

    @api.model
    def _would_collide_at(self, times):
        """Return the sign-ups of people who would be in two places.

        ``times``: {session: (start, stop)} after the change. Lines of sessions that move count at
        their new times, all others as they are.
        """
        if not times:
            return self.env["leifeng.session.signup"]
        moving = self.union(*times)
        line = moving.signup_ids.filtered("live")
        spans = [(signup, *times[signup.session_id]) for signup in line]
        elsewhere = self._lines_elsewhere(line.employee_id, times)
        busy = spans + [(signup, signup.start, signup.stop) for signup in elsewhere]
        by_person = {}
        for signup, start, stop in busy:
            by_person.setdefault(signup.employee_id.id, []).append((signup, start, stop))
        return line.filtered(
            lambda signup: any(
                other != signup
                and start < times[signup.session_id][1]
                and stop > times[signup.session_id][0]
                for other, start, stop in by_person[signup.employee_id.id]
            )
        )

    def _lines_elsewhere(self, employees, times):
        starts, stops = zip(*times.values(), strict=True)
        return self.env["leifeng.session.signup"].search(
            [
                ("employee_id", "in", employees.ids),
                ("session_id", "not in", self.union(*times).ids),
                ("live", "=", True),
                ("start", "<", max(stops)),
                ("stop", ">", min(starts)),
            ]
        )

    def _refuse_collisions(self, people):
        if people:
            names = dict.fromkeys(people.mapped("employee_name"))
            raise UserError(
                self.env._(
                    "In line elsewhere at that time: %(people)s. Please speak with them first.",
                    people=format_list(self.env, list(names)),
                )
            )
