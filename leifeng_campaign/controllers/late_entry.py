from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from odoo.exceptions import UserError
from odoo.http import request, route

from ..models.leifeng_service_entry_ask import MAX_REASON
from . import formats
from .portal import ID, LeifengPortal, employees_only, text_of

URL = f"/my/leifeng/sessions/<{ID}:session_id>/late_entry"
FIELDS = ("person", "time_in", "time_out", "break_minutes", "reason")
ONE_DAY = timedelta(days=1)


class LeifengLateEntryPortal(LeifengPortal):
    """Hours entered late (补录) by whoever led the session, or for the own department."""

    @route(URL, type="http", auth="user", website=True)
    @employees_only
    def leifeng_late_entry(self, session_id, **_params):
        session = self._leifeng_late_session(session_id)
        tz = session._tz()
        times = {
            "time_in": formats.clock_text(session.start, tz),
            "time_out": formats.clock_text(session.stop, tz),
        }
        return self._leifeng_late_page(session, **times)

    @route(f"{URL}/add", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_add_late_entry(self, session_id, **params):
        session = self._leifeng_late_session(session_id)
        typed = {name: text_of(params, name).strip() for name in FIELDS}
        if refusal := self._leifeng_refusal(lambda: self._leifeng_ask_late(session, typed)):
            return self._leifeng_late_page(session, **typed, error=refusal, status=422)
        request.session["leifeng_notice"] = request.env._(
            "Sent for review. The hours become a record when a second person agrees."
        )
        return request.redirect(f"/my/leifeng/sessions/{session.id}/late_entry")

    # VALUES

    def _leifeng_late_session(self, session_id):
        """Return a session that is over, to those who may enter hours for it."""
        domain = [("id", "=", session_id), ("state", "=", "done")]
        session = request.env["leifeng.session"].search(domain)
        if not session or not request.env["leifeng.service.entry"]._may_enter_for(session):
            raise request.not_found()
        return session

    def _leifeng_ask_late(self, session, typed):
        entries = request.env["leifeng.service.entry"]
        times = self._leifeng_late_times(session, **typed)
        person = entries._find_person(typed["person"])
        entries.ask(person.id, times, typed["reason"], session=session)

    def _leifeng_late_times(self, session, time_in, time_out, break_minutes, **_typed):
        """Return (start, stop, break) from what a browser sent: '07:30', '08:30', '10'."""
        tz = session._tz()
        day = formats.local(session.start, tz).date()
        try:
            clocks = [datetime.strptime(text, "%H:%M").time() for text in (time_in, time_out)]
            minutes = int(break_minutes[:5] or 0)
        except ValueError:
            raise UserError(
                request.env._("Please write times like 07:30, and the break in minutes.")
            ) from None
        start, stop = (self._leifeng_moment(day, clock, tz) for clock in clocks)
        over_midnight = stop <= start and formats.local(session.stop, tz).date() > day
        return start, stop + ONE_DAY if over_midnight else stop, minutes

    def _leifeng_moment(self, day, clock, tz):
        local = datetime.combine(day, clock, ZoneInfo(tz))
        return local.astimezone(UTC).replace(tzinfo=None)

    def _leifeng_late_page(self, session, status=200, **values):
        entries = request.env["leifeng.service.entry"].search(
            [("session_id", "=", session.id), ("source", "=", "late")], limit=50
        )
        return self._leifeng_render(
            "portal_late_entry",
            status=status,
            session={
                "id": session.id,
                "name": session.name,
                "when": formats.span_text(request.env, session.start, session.stop, session._tz()),
            },
            entries=[self._leifeng_entry_values(entry) for entry in entries],
            people=request.env["leifeng.service.entry"]._people_without_record(session),
            max_reason=MAX_REASON,
            **values,
        )
