from odoo import models

from ..tools.calendar_file import CANCELLED, CONFIRMED, TENTATIVE
from .leifeng_session_calendar import RANKS

# Standing: (status, rank). While a session stays as it is the rank only rises: a place in line only
# gets better, and who withdrew joins again with another row.
STATUSES = {"waiting": (TENTATIVE, 0), "signed_up": (CONFIRMED, 1), "withdrawn": (CANCELLED, 2)}


class LeifengSessionSignup(models.Model):
    """A sign-up as an entry in the person's calendar."""

    _inherit = "leifeng.session.signup"

    def _calendar_entry(self):
        """Return the entry as ``tools.calendar_file`` takes it.

        The number of the entry comes from the session's and from where the person stands; nothing
        is stored for it, since sign-ups must not write on their session.
        """
        # sudo: leifeng.session - one's own sign-up may be for a session that was taken back
        session = self.sudo().session_id
        cancelled = session.state == "cancelled"
        status, rank = STATUSES["withdrawn" if cancelled else self.standing]
        values = session._calendar_values()
        return {
            **values,
            "uid": self.env["res.users"]._leifeng_calendar_uid("signup", self),
            "sequence": session.ics_sequence * RANKS + rank,
            "status": status,
            "changed": max(values["changed"], self.write_date),
            "summary": self._calendar_summary(session),
        }

    def _calendar_summary(self, session):
        """Return the session's name, with a word before it when the person isn't to come."""
        word = ""
        if session.state == "cancelled":
            word = dict(session._fields["state"]._description_selection(self.env))["cancelled"]
        elif self.standing != "signed_up":
            word = dict(self._fields["standing"]._description_selection(self.env))[self.standing]
        return f"{word} · {session.name}" if word else session.name
