from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_list

from ..tools import hours

HALF_DAY = timedelta(hours=12)  # times on the sheet lie no farther from the session's


class LeifengSession(models.Model):
    """What a sheet has to satisfy before hours follow from it."""

    _inherit = "leifeng.session"

    sheet_warning = fields.Text(compute="_compute_sheet_warning")

    entry_ids = fields.One2many("leifeng.service.entry", "session_id", string="Hours to Review")

    @api.depends("signup_ids.minutes", "signup_ids.attendance")
    @api.depends_context("uid")
    def _compute_sheet_warning(self):
        for session in self:
            totals = session._day_totals() if session.state == "open" else {}
            long = session._long_signups(totals)
            many = [row for row, (minutes, _count) in totals.items() if minutes > hours.DAY_WARNING]
            texts = [
                session._long_warning(long),
                session._many_warning([signup for signup in many if signup not in long]),
            ]
            session.sheet_warning = "\n".join(filter(None, texts))

    def _many_warning(self, signups):
        if not signups:
            return ""
        return self.env._(
            "More than 8 hours on this day: %(people)s. Please check the times.",
            people=format_list(self.env, [signup.employee_name for signup in signups]),
        )

    def _long_warning(self, signups):
        if not signups:
            return ""
        return self.env._(
            "More than 12 hours on this day: %(people)s. Their hours go to the campaign's manager "
            "for review; the others are recorded.",
            people=format_list(self.env, [signup.employee_name for signup in signups]),
        )

    def _check_sheet_complete(self):
        if self.state != "open":
            raise UserError(self.env._("Only the sheet of a published session can be confirmed."))
        if self.start > fields.Datetime.now():
            raise UserError(self.env._("This session has not begun yet."))
        missing = self._on_sheet().filtered(lambda signup: signup.attendance == "pending")
        if missing:
            raise UserError(
                self.env._(
                    "Not recorded yet: %(people)s. Please say for each whether they came.",
                    people=format_list(self.env, missing.mapped("employee_name")),
                )
            )
        if self._yields_records():
            self._present().employee_id._leifeng_touch()
            self._check_times()
            self._check_session_count()
            self._check_served_elsewhere()

    def _check_times(self):
        """Times on the sheet are of that day, and give minutes."""
        wrong = self._present().filtered(lambda signup: not self._fits(signup))
        if wrong:
            names = format_list(self.env, wrong.mapped("employee_name"))
            raise UserError(self.env._("Please check the times of: %(people)s.", people=names))

    def _fits(self, signup):
        came, left = signup._served_span()
        near = abs(came - self.start) < HALF_DAY and abs(left - self.stop) < HALF_DAY
        return near and signup.minutes > 0

    def _check_session_count(self):
        for signup, (_minutes, count) in self._day_totals().items():
            if count > hours.SESSIONS_A_DAY:
                raise UserError(
                    self.env["leifeng.service.record"]._verdict_text(
                        "sessions", signup.employee_name
                    )
                )

    def _long_signups(self, totals=None):
        """Return the sign-ups whose day exceeds 12 hours, unless a second person confirms."""
        totals = self._day_totals() if totals is None else totals
        return self.signup_ids.browse(
            signup.id
            for signup, (minutes, _count) in totals.items()
            if minutes > hours.DAY_SECOND_PERSON and not self._is_second_person(signup)
        )

    def _check_served_elsewhere(self):
        """Nobody serves at two places at a time, whatever the plan was."""
        present = self._present()
        if not present:
            return
        spans = {signup.employee_id.id: signup._served_span() for signup in present}
        starts, stops = zip(*spans.values(), strict=True)
        # sudo: leifeng.service.record - records of other sessions count without being shown
        records = self.env["leifeng.service.record"].sudo()
        near = records._standing_between(present.employee_id, min(starts), max(stops))
        if busy := near.filtered(lambda record: record._overlaps(*spans[record.employee_id.id])):
            names = format_list(self.env, busy.mapped("employee_name"))
            raise UserError(near._verdict_text("overlap", names))

    def _is_second_person(self, signup):
        """A manager who neither led the session nor confirms the own hours."""
        user = self.env.user
        concerned = self.leader_id | signup.employee_id
        return user.employee_id not in concerned and user.has_group(
            "leifeng_campaign.group_leifeng_manager"
        )

    def _day_totals(self):
        """Return {sign-up present here: (minutes, sessions) of service of that person on that day}.

        Training isn't service: it adds to no day.
        """
        present = self._present() if self._is_service() else self.signup_ids.browse()
        # sudo: leifeng.service.record - the day's records of others count without being shown
        records = self.env["leifeng.service.record"].sudo()
        day = records._read_group(
            [
                ("employee_id", "in", present.employee_id.ids),
                ("date", "=", self._local_date()),
                ("session_id", "!=", self.id),
                ("kind", "=", "service"),
                ("reverses_id", "=", False),
                ("reversal_ids", "=", False),
            ],
            ["employee_id"],
            ["raw_minutes:sum", "__count"],
        )
        before = {employee.id: (minutes, count) for employee, minutes, count in day}
        totals = {}
        for signup in present:
            minutes, count = before.get(signup.employee_id.id, (0, 0))
            totals[signup] = (minutes + signup.minutes, count + 1)
        return totals
