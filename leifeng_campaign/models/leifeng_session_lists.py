from datetime import timedelta

from odoo import models

from ..tools import names
from ..tools.masking import masked_name

ROSTER_DAYS = 14  # that a partner sees ahead


class LeifengSession(models.Model):
    """Lists for the day: who stands where, what to bring, whom to insure."""

    _inherit = "leifeng.session"

    def _list_places(self):
        """Return {name of post or place: its sessions that aren't cancelled, in order of time}."""
        standing = self.filtered(lambda session: session.state != "cancelled")
        return standing.sorted("start").grouped(
            lambda session: session.post_id.name or session.location or session.name
        )

    def _list_days(self):
        """Return {date: sessions} in the agency's time zone."""
        return self.sorted("start").grouped(lambda session: session._local_date())

    def _times_text(self):
        """Return '07:30–08:30'."""
        return f"{self._clock(self.start)}–{self._clock(self.stop)}"

    def _roster_names(self, masked):
        """Return {session: names of who holds a place}, which is all that a partner is told.

        No sudo: Odoo prints a report for everybody who may read what it is about, so that the
        names are those that the reader may see. The partner's page comes with sudo.
        """
        holders = self.signup_ids.filtered("holds_place")
        return {
            session.id: [
                masked_name(each) if masked else each for each in held.mapped("employee_name")
            ]
            for session, held in holders.grouped("session_id").items()
        }

    def _roster_lines(self, masked=False):
        """Return a partner's roster: [{"day", "shifts": [{"name", "times", "names"}]}]."""
        people = self._roster_names(masked)
        return [
            {
                "day": day,
                "shifts": [
                    {
                        "name": session.name,
                        "times": session._times_text(),
                        "names": people.get(session.id, []),
                    }
                    for session in sessions
                ],
            }
            for day, sessions in self._list_days().items()
        ]

    def _roster_ahead(self, post):
        """Return the published sessions of ``post`` from today on, ``ROSTER_DAYS`` days long."""
        company = post.company_id
        today = company._leifeng_today()
        end = company._leifeng_midnight(today + timedelta(days=ROSTER_DAYS))
        return self.search(
            [
                ("post_id", "=", post.id),
                ("state", "=", "open"),
                ("start", ">=", company._leifeng_midnight(today)),
                ("start", "<", end),
            ]
        )

    def _equipment_lines(self):
        """Return what to bring to one shift, as a list of things; [""] leaves a line to fill in."""
        return names.things(self.bring or "") or [""]

    def _insured_rows(self):
        """Return whom an insurer has to know: [{"name", "department", "unit"
        (agency and department), "date", "times", "place"}].

        ID numbers are never stored here (practice point 16): the list has an empty column.
        """
        standing = self.filtered(lambda session: session.state != "cancelled").sorted("start")
        return [
            {
                "name": signup.employee_name,
                "department": signup.department_name or "",
                "unit": " ".join(filter(None, (session.company_id.name, signup.department_name))),
                "date": session._local_date(),
                "times": session._times_text(),
                "place": session.location or "",
            }
            for session in standing
            for signup in session._on_sheet()  # no sudo: see _roster_names
            if signup.attendance not in ("absent", "excused")
        ]

    # ACTIONS

    def action_insured_xlsx(self):
        """Download the insurer's list as a workbook."""
        numbers = ",".join(map(str, self.ids))
        url = f"/leifeng/insured.xlsx?sessions={numbers}"
        return {"type": "ir.actions.act_url", "url": url, "target": "download"}

    def _insured_xlsx(self):
        """Return the insurer's list as the bytes of a workbook."""
        columns = [
            (self.env._("No."), 6),
            (self.env._("Full Name"), 14),
            (self.env._("Unit and Department"), 36),
            (self.env._("Date"), 12),
            (self.env._("Time"), 14),
            (self.env._("Place"), 30),
            (self.env._("ID Number (by hand, not stored)"), 30),
        ]
        rows = [
            (str(number), *(str(row[name]) for name in ("name", "unit", "date", "times", "place")))
            for number, row in enumerate(self._insured_rows(), 1)
        ]
        return names.workbook(self.env._("Insurance List"), columns, [(*row, "") for row in rows])
