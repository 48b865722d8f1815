from odoo.fields import Datetime, Domain
from odoo.http import request, route

from odoo.addons.portal.controllers.portal import pager as portal_pager

from . import formats, session_values
from .portal import ID, PAGE_SIZE, LeifengPortal, employees_only

URL = "/my/leifeng/lead"


class LeifengLeadPortal(LeifengPortal):
    """Sessions I Lead: which ones wait for their sheet, which are to come."""

    def _leifeng_overview_values(self):
        sessions = request.env["leifeng.session"]
        leads = sessions.search_count(sessions._lead_domain(), limit=1)
        due = sessions.search_count(self._leifeng_due_domain()) if leads else 0
        return {**super()._leifeng_overview_values(), "leads": leads, "sheet_count": due}

    @route([URL, f"{URL}/page/<int:page>"], type="http", auth="user", website=True)
    @employees_only
    def leifeng_lead(self, page=1, **_params):
        sessions = request.env["leifeng.session"]
        former = self._leifeng_former_domain()
        pager = portal_pager(URL, sessions.search_count(former), page, PAGE_SIZE)
        past = sessions.search(
            former, order="start desc, id desc", limit=PAGE_SIZE, offset=pager["offset"]
        )
        return self._leifeng_render(
            "portal_lead",
            due=self._leifeng_lead_cards(sessions.search(self._leifeng_due_domain())),
            coming=self._leifeng_lead_cards(sessions.search(self._leifeng_ahead_domain())),
            former=self._leifeng_lead_cards(past),
            pager=pager,
        )

    @route(f"{URL}/<{ID}:session_id>/print", type="http", auth="user", website=True)
    @employees_only
    def leifeng_print_sheet(self, session_id, **_params):
        session = self._leifeng_find_lead(session_id)
        name = request.env._("Sign-in Sheet")
        return self._leifeng_pdf("action_report_session_sheet", session, f"{name}.pdf")

    # VALUES

    def _leifeng_find_lead(self, session_id):
        """Return a session whose sheet the visitor keeps; anything else is no page."""
        domain = [("id", "=", session_id), ("state", "!=", "draft")]
        session = request.env["leifeng.session"].search(domain)
        if not session or not session._may_keep_sheet():
            raise request.not_found()
        return session

    def _leifeng_due_domain(self):
        begun = Domain("state", "=", "open") & Domain("start", "<=", Datetime.now())
        return request.env["leifeng.session"]._lead_domain() & begun

    def _leifeng_ahead_domain(self):
        ahead = Domain("state", "=", "open") & Domain("start", ">", Datetime.now())
        return request.env["leifeng.session"]._lead_domain() & ahead

    def _leifeng_former_domain(self):
        former = Domain("state", "in", ("done", "cancelled"))
        return request.env["leifeng.session"]._lead_domain() & former

    def _leifeng_lead_cards(self, sessions):
        return [
            {**self._leifeng_lead_card(session), "url": f"{URL}/{session.id}"}
            for session in sessions
        ]

    def _leifeng_lead_card(self, session):
        env, tz = request.env, session._tz()
        name = "badge" if session.badge else "state"
        return {
            "name": session.name,
            "when": formats.span_text(env, session.start, session.stop, tz),
            "location": session.location,
            "department": session_values.department_name(session),
            "held_count": session.held_count,
            "capacity": session.capacity,
            "badge": session[name],
            "badge_text": formats.label(session, name),
        }
