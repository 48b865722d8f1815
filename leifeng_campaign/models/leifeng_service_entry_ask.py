from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..tools import hours
from .leifeng_campaign_activity import RECORD_KINDS
from .leifeng_session_sheet_check import HALF_DAY

DAY = timedelta(hours=24)
MAX_REASON = 500  # characters


class LeifengServiceEntry(models.Model):
    """Entering hours late: what a colleague served and no sheet says (补录)."""

    _inherit = "leifeng.service.entry"

    @api.model
    @api.private
    def ask(self, employee_id, times, reason, session=None, activity=None, post=None, content=""):
        """Enter hours late; returns the entry, which waits for a second person.

        ``times``: (start, stop, break minutes). Either ``session``, which is over and whose sheet
        is confirmed, or ``activity``, with ``post`` and ``content`` as far as they are known.
        Bonus hours don't exist: minutes are out − in − break (民政部令67 art. 3, 7).
        """
        # sudo: hr.employee - leaders and coordinators can't read hr
        employee = self.env["hr.employee"].sudo().browse(employee_id).exists()
        session = session or self.env["leifeng.session"]
        self._check_may_ask(employee, session)
        self._check_what(session, activity)
        self._check_times(session, *times)
        reason = self._clean_reason(reason)
        about = (
            self._about_session(session)
            if session
            else self._about_activity(activity, post, content, times[0])
        )
        # sudo: leifeng.service.entry - nobody has write access, this act writes it
        entry = self.sudo().create(self._ask_values(employee, times, reason, about))
        entry._check_new()
        return entry.sudo(False)

    # BUSINESS

    def _check_may_ask(self, employee, session):
        """The office; the on-site leader for the own session; coordinator and head for the own
        department."""
        user = self.env.user
        if session:
            session.check_access("read")
        allowed = bool(employee) and employee.company_id in self.env.companies
        # sudo: leifeng.session - who leads a session that one may read, an employee
        leads = session and session.sudo().leader_id == user.employee_id and user.employee_id
        if not allowed or not (
            user.has_group("leifeng_campaign.group_leifeng_officer")
            or leads
            or employee.department_id in user._leifeng_departments()
        ):
            raise AccessError(
                self.env._(
                    "You can enter hours for sessions that you lead and for colleagues of your "
                    "own department only."
                )
            )

    def _check_what(self, session, activity):
        """Only service and training yield hours, and a closed campaign stands still."""
        source = session or activity
        if not source:
            raise UserError(self.env._("Please choose the session or the activity."))
        if source.kind not in RECORD_KINDS:
            raise UserError(
                self.env._("Only volunteer service and volunteer training yield hours.")
            )
        all_year = bool(session) and session.all_year
        # sudo: leifeng.campaign - whether it is closed is asked for all its sessions
        if source.sudo().campaign_id.state == "closed" and not all_year:
            raise UserError(self.env._("This campaign is closed; its figures stand still."))
        if session and session.state != "done":
            raise UserError(
                self.env._(
                    "The sheet of this session is not confirmed yet. "
                    "Please put the person on the sheet instead."
                )
            )

    def _check_times(self, session, start, stop, break_minutes):
        if not (start and stop and start < stop and break_minutes >= 0):
            raise UserError(
                self.env._("Leaving comes after arriving, and a break can't be negative.")
            )
        if stop > fields.Datetime.now():
            raise UserError(self.env._("Hours are entered when they have been served."))
        near = not session or (
            abs(start - session.start) < HALF_DAY and abs(stop - session.stop) < HALF_DAY
        )
        if not near or stop - start > DAY or not hours.served_minutes(start, stop, break_minutes):
            raise UserError(self.env._("Please check the times: they don't fit the service."))

    def _clean_reason(self, reason):
        reason = (reason or "").strip()
        if not reason:
            raise UserError(self.env._("Please say why these hours are entered late."))
        if len(reason) > MAX_REASON:
            raise UserError(
                self.env._("Please use at most %(count)s characters.", count=MAX_REASON)
            )
        return reason

    def _check_new(self):
        """Refuse what can never become a record, and note who has to decide."""
        found = self._verdict()
        if refusal := self.env["leifeng.service.record"]._verdict_text(found, self.employee_name):
            raise UserError(refusal)
        waiting = self.search(
            [
                ("id", "!=", self.id),
                ("employee_id", "=", self.employee_id.id),
                ("state", "=", "review"),
                ("start", "<", self.stop),
                ("stop", ">", self.start),
            ]
        )
        if waiting:
            raise UserError(
                self.env._(
                    "Hours of %(name)s for this time wait for a second person already.",
                    name=self.employee_name,
                )
            )
        self.long_day = found == "long"

    def _about_session(self, session):
        # sudo: leifeng.session - words of a session that was checked, its leader's name among them
        session = session.sudo()
        return {
            "session_id": session.id,
            "kind": session.kind,
            "date": session._local_date(),
            "content": session.name,
            "location": session.location,
            "leader_name": session.leader_id.name,
            "company_id": session.company_id.id,
            "campaign_id": session._record_campaign().id,
        }

    def _about_activity(self, activity, post, content, start):
        # sudo: leifeng.campaign.activity - words of the activity that was checked
        activity, names = activity.sudo(), [activity.name, post.name if post else ""]
        company = activity.company_id
        zoned = self.with_context(tz=company.leifeng_tz)
        return {
            "kind": activity.kind,
            "date": fields.Datetime.context_timestamp(zoned, start).date(),
            "content": (content or "").strip() or " · ".join(filter(None, names)),
            "location": post.location if post else False,
            "company_id": company.id,
            "campaign_id": activity.campaign_id.id,
        }

    def _ask_values(self, employee, times, reason, about):
        start, stop, break_minutes = times
        company = self.env["res.company"].browse(about["company_id"])
        person = self.env["leifeng.service.record"]._person_values(employee, about["date"])
        person.pop("employee_number")
        return {
            **person,
            **about,
            "start": start,
            "stop": stop,
            "break_minutes": break_minutes,
            "raw_minutes": hours.served_minutes(start, stop, break_minutes),
            "organizing_unit": company.name,
            "recording_unit": company.name,
            "source": "late",
            "reason": reason,
            "asked_by_id": self.env.uid,
            "asked_by": self.env.user.name,
        }
