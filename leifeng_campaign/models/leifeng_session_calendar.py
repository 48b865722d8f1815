from odoo import fields, models

from ..tools.calendar_file import CANCELLED, CONFIRMED

# What a calendar shows, and the places: fewer of them turn somebody's entry into a tentative one.
CALENDAR_FIELDS = (
    *("name", "state", "start", "stop"),
    *("location", "meeting_point", "bring", "capacity"),
)
RANKS = 3  # numbers that one change of the session leaves for changes of a person's standing


class LeifengSession(models.Model):
    """A session as an entry in somebody's calendar."""

    _inherit = "leifeng.session"

    ics_sequence = fields.Integer(
        copy=False, readonly=True, groups=fields.NO_ACCESS, export_string_translation=False
    )

    def write(self, vals):
        """Override: a calendar knows by a number that what it shows has changed."""
        asked = {"post_id", *CALENDAR_FIELDS} & vals.keys()
        before = {session: session._calendar_key() for session in self} if asked else {}
        done = super().write(vals)
        changed = [session for session, key in before.items() if session._calendar_key() != key]
        self.browse().union(*changed)._raise_ics_sequence()
        return done

    def _calendar_key(self):
        return tuple(self[name] for name in CALENDAR_FIELDS)

    def _raise_ics_sequence(self):
        # sudo: leifeng.session - the number is nobody's to read or write
        for number, sessions in self.sudo().grouped("ics_sequence").items():
            sessions.write({"ics_sequence": number + 1})

    # ENTRIES

    def _calendar_values(self):
        """Return what every entry of this session says, as ``tools.calendar_file`` takes it.

        No names: neither who else comes nor who leads.
        """
        return {
            "start": self.start,
            "stop": self.stop,
            "changed": self.write_date,
            "location": self.location or "",
            "description": self._calendar_text(),
            "url": self._portal_url(),
        }

    def _calendar_text(self):
        """Return meeting point, what to bring, the office and the page's address, line by line."""
        company = self.company_id
        office = " ".join(filter(None, (company.leifeng_office, company.leifeng_office_phone)))
        facts = [
            (self._fields[name]._description_string(self.env), self[name])
            for name in ("meeting_point", "bring")
        ]
        facts.append((company._fields["leifeng_office"]._description_string(self.env), office))
        lines = [
            self.env._("%(label)s: %(value)s", label=label, value=value)
            for label, value in facts
            if value
        ]
        return "\n".join([*lines, self._portal_url()])

    def _calendar_entry_of_leader(self):
        """Return the entry of whoever leads this session."""
        # sudo: leifeng.session - the number is nobody's to read; the session is one's own to lead
        session = self.sudo()
        cancelled = session.state == "cancelled"
        role = self._fields["leader_id"]._description_string(self.env)
        return {
            **session._calendar_values(),
            "uid": self.env["res.users"]._leifeng_calendar_uid("lead", self),
            "sequence": session.ics_sequence * RANKS,
            "status": CANCELLED if cancelled else CONFIRMED,
            "summary": f"{role} · {self.name}",
        }
