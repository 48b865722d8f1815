from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain

OTHER_DAYS = 14
OTHERS = 5
LOOK_AT = 40  # sessions with free places, of which some collide or ask for more


class LeifengSession(models.Model):
    """What else one can sign up for: other shifts of a station, and in place of a cancelled one."""

    _inherit = "leifeng.session"

    @api.model
    def _coming_domain(self):
        """Published sessions that take part now, from those under way on."""
        coming = Domain("state", "=", "open") & Domain("stop", ">", fields.Datetime.now())
        return coming & self._signing_campaign_domain()

    @api.model
    def _taking_domain(self):
        """Return what the badge calls Places Free, as a domain."""
        now = fields.Datetime.now()
        return (
            Domain("state", "=", "open")
            & Domain("free_count", ">", 0)
            & Domain("start", ">", now)
            & (Domain("opens", "=", False) | Domain("opens", "<=", now))
            & (Domain("closes", "=", False) | Domain("closes", ">", now))
        )

    def _other_places(self):
        """Return sessions like these with free places in the next days, the soonest first."""
        soon = fields.Datetime.now() + timedelta(days=OTHER_DAYS)
        like = Domain("activity_id", "in", self.activity_id.ids)
        if categories := set(filter(None, self.mapped("category"))):
            like |= Domain("category", "in", list(categories))
        others = like & Domain("id", "not in", self.ids) & Domain("start", "<", soon)
        domain = self._coming_domain() & self._taking_domain() & others
        return self.search(domain, limit=LOOK_AT)

    def _others_for(self, employee):
        """Return at most five other sessions that ``employee`` could join in one step."""
        return self._other_places()._open_to(employee)[:OTHERS]

    def _open_to(self, employee):
        """Return those of these sessions whose line ``employee`` can join now, in a few queries."""
        busy = self._busy_lines(employee)
        return self.filtered(
            lambda session: (
                session._takes(employee) and not any(session._meets(signup) for signup in busy)
            )
        )

    def _busy_lines(self, employee):
        # sudo: leifeng.session.signup - asked for colleagues too, whose lines one can't read
        lines = self.env["leifeng.session.signup"].sudo()
        if not self:
            return lines
        return lines.search(
            [
                *(("employee_id", "=", employee.id), ("live", "=", True)),
                *(
                    ("start", "<", max(self.mapped("stop"))),
                    ("stop", ">", min(self.mapped("start"))),
                ),
            ]
        )

    def _meets(self, signup):
        """Whether ``signup`` is for this session or overlaps it."""
        overlap = signup.start < self.stop and signup.stop > self.start
        return overlap or signup.session_id.id == self.id

    def _takes(self, employee):
        """Whether nothing but another line keeps ``employee`` from joining; asks no query a row."""
        checks = (
            self._refusal_by_state,
            self._refusal_by_clock,
            self._refusal_by_condition,
            self._refusal_by_waiting_list,
        )
        return not any(check(employee) for check in checks)
