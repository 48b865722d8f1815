import re
from datetime import timedelta

from odoo import api, fields, models

from ..tools import secret
from ..tools.calendar_file import calendar_file

TOKEN = re.compile(r"[0-9a-f]{32}")  # 128 bits
KEPT = timedelta(days=365)  # how long the feed shows what is over
CANCELLED_KEPT = timedelta(days=30)  # how long it says that something was cancelled


class ResUsers(models.Model):
    """The calendar of an account: what its person goes to and leads, by a secret link.

    The link belongs to the account that asked for it, not to the employee: an account that is
    closed or given to somebody else shows nothing of the former person.
    """

    _inherit = "res.users"

    leifeng_calendar_token = fields.Char(
        copy=False, readonly=True, groups=fields.NO_ACCESS, export_string_translation=False
    )

    _leifeng_calendar_token = models.UniqueIndex("(leifeng_calendar_token)")

    # ACTIONS

    @api.model
    def action_renew_calendar(self):
        """Give the user's own calendar a new secret link; the former one ends."""
        # sudo: res.users - the token of the user's own account is nobody's to read or write
        self.env.user.sudo().leifeng_calendar_token = secret.new_token()

    @api.model
    def action_stop_calendar(self):
        """End the secret link of the user's own calendar."""
        # sudo: res.users - the token of the user's own account is nobody's to read or write
        self.env.user.sudo().leifeng_calendar_token = False

    # BUSINESS

    def _new_first_code(self):
        """Override: who has lost the password may have lost the link as well."""
        # sudo: res.users - officers have no right on accounts; the caller has checked which it is
        self.sudo().leifeng_calendar_token = False
        return super()._new_first_code()

    @api.model
    def _by_calendar_token(self, token):
        """Return the active account with this token as itself, or no account."""
        if not TOKEN.fullmatch(token):
            return self.browse()
        # sudo: res.users - a calendar program has no session; whoever holds the token may look
        found = secret.holder_of(self.sudo(), "leifeng_calendar_token", token)
        if not found:
            return self.browse()
        return found.with_env(self.with_user(found).with_context(lang=found.lang).env)

    def _leifeng_calendar_url(self):
        """Return the user's own secret link, or ""."""
        # sudo: res.users - shown to the person on the own page
        token = self.sudo().leifeng_calendar_token
        return f"{self.get_base_url()}/leifeng/calendar/{token}.ics" if token else ""

    def _leifeng_calendar_feed(self):
        """Return the bytes of this account's calendar, read with its own rights."""
        self.ensure_one()
        entries = [signup._calendar_entry() for signup in self._leifeng_calendar_signups()]
        entries += [
            session._calendar_entry_of_leader() for session in self._leifeng_calendar_sessions()
        ]
        name = self.env._("Lei Feng Campaign")
        return calendar_file(entries, name, self.company_id.leifeng_tz or "Asia/Shanghai")

    def _leifeng_calendar_signups(self):
        now = fields.Datetime.now()
        mine = [("employee_id", "in", self._leifeng_calendar_people())]
        live = ["&", ("live", "=", True), ("stop", ">", now - KEPT)]
        left = ["&", ("live", "=", False), ("withdrawn_on", ">", now - CANCELLED_KEPT)]
        signups = self.env["leifeng.session.signup"]
        return signups.search([*mine, "|", *live, *left], order="start, id")

    def _leifeng_calendar_sessions(self):
        """Return the sessions that the person leads; when one was cancelled its last write says."""
        now = fields.Datetime.now()
        live = ["&", ("state", "in", ("open", "done")), ("stop", ">", now - KEPT)]
        cancelled = ["&", ("state", "=", "cancelled"), ("write_date", ">", now - CANCELLED_KEPT)]
        lead = [("leader_id", "in", self._leifeng_calendar_people())]
        return self.env["leifeng.session"].search([*lead, "|", *live, *cancelled])

    def _leifeng_calendar_people(self):
        # sudo: hr.employee - the user's own employee, whom portal users can't read
        return self.sudo().employee_ids.ids

    @api.model
    def _leifeng_calendar_uid(self, kind, record):
        """Return the worldwide name of a calendar's entry; it never changes."""
        # sudo: ir.config_parameter - the database's name in calendars is public
        database = self.env["ir.config_parameter"].sudo().get_param("database.uuid")
        return f"leifeng-{kind}-{record.id}@{database}"
