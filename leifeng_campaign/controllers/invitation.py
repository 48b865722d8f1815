from urllib.parse import urlencode

from odoo.http import request, route

from odoo.addons.portal.controllers.portal import pager as portal_pager

from . import session_values
from .portal import ID, PAGE_SIZE, employees_only, id_of, text_of
from .session import URL as SESSIONS_URL
from .session import LeifengSessionPortal

PAGE = f"{SESSIONS_URL}/<{ID}:session_id>/invite"
MANY = 200  # boxes that one page could have ticked, generously


class LeifengInvitationPortal(LeifengSessionPortal):
    """Inviting colleagues on a phone: coordinator, head, on-site leader and office."""

    @route(
        [PAGE, f"{PAGE}/page/<int:page>"], type="http", auth="user", methods=["GET"], website=True
    )
    @employees_only
    def leifeng_invite(self, session_id, page=1, **params):
        session = self._leifeng_session_to_fill(session_id)
        name = text_of(params, "name").strip()[:50]
        pager, rows = self._leifeng_candidates(session, name, page)
        return self._leifeng_render(
            "portal_invite",
            session=session_values.card_values(session),
            url=self._leifeng_invite_url(session),
            refusal=session._invitation_refusal(),
            name=name,
            people=rows,
            pager=pager,
            waiting=self._leifeng_waiting_for(session),
            departments=self._leifeng_departments(),
        )

    @route(PAGE, type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_send_invitations(self, session_id, **params):
        session = self._leifeng_session_to_fill(session_id)
        chosen = self._leifeng_chosen(params)
        return self._leifeng_invite(
            lambda: session.action_invite(chosen), self._leifeng_invite_url(session, params)
        )

    @route(f"{PAGE}/department", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_invite_department(self, session_id, **params):
        session = self._leifeng_session_to_fill(session_id)
        department = id_of(params, "department_id")
        return self._leifeng_invite(
            lambda: session.action_invite_department(department), self._leifeng_invite_url(session)
        )

    @route(f"{PAGE}/sign_up", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_sign_up_colleague(self, session_id, **params):
        session = self._leifeng_session_to_fill(session_id)
        person = id_of(params, "employee_id")
        return self._leifeng_act(
            lambda: session.action_sign_up_for(person), self._leifeng_invite_url(session, params)
        )

    # VALUES

    def _leifeng_invite(self, act, url):
        """Invite, and say how many were; whose turn it was moves to the foot of the page."""
        invited = []
        answer = self._leifeng_act(lambda: invited.extend(act()), url)
        if invited:
            request.session["leifeng_notice"] = request.env._(
                "Invitations sent: %(number)s", number=len(invited)
            )
        return answer

    def _leifeng_session_to_fill(self, session_id):
        """Return a session to which the visitor may invite somebody; anything else is no page."""
        session = self._leifeng_find_session(session_id)
        if not (session._may_invite_all() or request.env.user._leifeng_departments()):
            raise request.not_found()
        return session

    def _leifeng_invite_url(self, session, params=None):
        """Return the address of the list, with what was searched for."""
        url = f"{session_values.url_of(session)}/invite"
        name = text_of(params or {}, "name").strip()[:50]
        return f"{url}?{urlencode({'name': name})}" if name else url

    def _leifeng_candidates(self, session, name, page):
        """Return (pager, rows); a page past the end shows the last one."""
        url, args = self._leifeng_invite_url(session), {"name": name} if name else {}
        page = min(max(page, 1), 2**20)
        rows, count = session._candidate_rows(name, PAGE_SIZE, PAGE_SIZE * (page - 1))
        if not rows and page > 1:
            return self._leifeng_candidates(session, name, 1)
        return portal_pager(url, count, page, PAGE_SIZE, url_args=args), rows

    def _leifeng_chosen(self, params):
        """Return the one whose button was pressed, or all that are ticked."""
        if one := id_of(params, "employee_id"):
            return [one]
        ticked = request.httprequest.form.getlist("ticked")[:MANY]
        return [id_of({"id": each}, "id") for each in ticked]

    def _leifeng_waiting_for(self, session):
        offers = request.env["leifeng.session.offer"].search(session._invited_domain())
        return [
            {"id": offer.id, "name": offer.employee_name, "department": offer.department_name}
            for offer in offers
        ]

    def _leifeng_departments(self):
        # sudo: hr.department - names of one's own departments
        departments = request.env.user._leifeng_departments().sudo()
        return [{"id": each.id, "name": each.name} for each in departments]
