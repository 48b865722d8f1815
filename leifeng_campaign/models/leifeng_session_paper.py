from odoo import fields, models

from ..tools import hours, moments

EMPTY_ROWS = 5  # at least, for whoever comes without a sign-up
FULL_PAGE = 20  # rows of a printed page


class LeifengSession(models.Model):
    """The sign-in sheet on paper."""

    _inherit = "leifeng.session"

    def _sheet_rows(self, page=FULL_PAGE, spare=EMPTY_ROWS):
        """Return the rows of the printed sheet as dicts of texts: filled once it is confirmed,
        before that the names of those who hold a place and empty rows below: up to ``page`` rows,
        and at least ``spare`` empty ones."""
        sheet = self._on_sheet()
        if self.state == "done":
            return [self._filled_row(signup) for signup in sheet]
        blank = dict.fromkeys(("time_in", "time_out", "break", "hours", "remark"), "")
        empty = max(page - len(sheet), spare)
        names = [
            {**blank, "name": signup.employee_name, "department": signup.department_name or ""}
            for signup in sheet
        ]
        return names + [{**blank, "name": "", "department": ""}] * empty

    def _filled_row(self, signup):
        row = {
            "name": signup.employee_name,
            "department": signup.department_name or "",
            "remark": self._row_remark(signup),
        }
        if signup.attendance != "present":
            return {**row, **dict.fromkeys(("time_in", "time_out", "break", "hours"), "")}
        came, left = signup._served_span()
        return {
            **row,
            "time_in": self._clock(came),
            "time_out": self._clock(left),
            "break": str(signup.break_minutes or ""),
            "hours": self._hours_text(signup.minutes),
        }

    def _hours_text(self, minutes):
        """Return the hours as they are recorded; study and meetings yield none."""
        if not self._yields_records():
            return ""
        return hours.hours_text(hours.round_down(minutes, self.company_id.leifeng_rounding))

    def _row_remark(self, signup):
        """What is not as planned: who did not come, who came without a sign-up."""
        if signup.attendance != "present":
            return dict(signup._fields["attendance"]._description_selection(self.env))[
                signup.attendance
            ]
        sources = dict(signup._fields["source"]._description_selection(self.env))
        return sources["walk_in"] if signup.source == "walk_in" else ""

    def _clock(self, moment):
        """Return the agency's time of day: '07:30'."""
        local = fields.Datetime.context_timestamp(self.with_context(tz=self._tz()), moment)
        return f"{local:%H:%M}"

    def _moment_in_full(self, moment):
        return moments.full_text(self.env, moment, self._tz())

    def _leader_name(self):
        # sudo: hr.employee - the leader's name stands on the sheet of a session one can read
        return self.sudo().leader_id.name or ""
