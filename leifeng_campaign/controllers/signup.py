from odoo.fields import Datetime, Domain
from odoo.http import request, route

from odoo.addons.portal.controllers.portal import pager as portal_pager

from . import formats, offer_values, session_values
from .portal import ID, PAGE_SIZE, employees_only, text_of
from .session import URL as SESSIONS_URL
from .session import LeifengSessionPortal

URL = "/my/leifeng/signups"


class LeifengSignupPortal(LeifengSessionPortal):
    """Signing up, withdrawing, and the list of one's own sign-ups."""

    @route(
        f"{SESSIONS_URL}/<{ID}:session_id>/sign_up",
        type="http",
        auth="user",
        methods=["POST"],
        website=True,
    )
    @employees_only
    def leifeng_sign_up(self, session_id, **_params):
        session = self._leifeng_find_session(session_id)
        return self._leifeng_act(session.action_sign_up, session_values.url_of(session))

    @route(
        f"{SESSIONS_URL}/<{ID}:session_id>/withdraw",
        type="http",
        auth="user",
        methods=["POST"],
        website=True,
    )
    @employees_only
    def leifeng_leave_session(self, session_id, **_params):
        session = self._leifeng_find_session(session_id)
        act = session.my_signup_id.action_withdraw
        return self._leifeng_act(act, session_values.url_of(session))

    @route(
        f"{URL}/<{ID}:signup_id>/withdraw",
        type="http",
        auth="user",
        methods=["POST"],
        website=True,
    )
    @employees_only
    def leifeng_withdraw(self, signup_id, **_params):
        return self._leifeng_act(self._leifeng_my_signup(signup_id).action_withdraw, URL)

    @route(
        f"{SESSIONS_URL}/<{ID}:session_id>/count_me_in",
        type="http",
        auth="user",
        methods=["POST"],
        website=True,
    )
    @employees_only
    def leifeng_session_count_me_in(self, session_id, **params):
        session = self._leifeng_find_session(session_id)
        return self._leifeng_confirm_again(
            session.my_signup_id, params, session_values.url_of(session)
        )

    @route(
        f"{URL}/<{ID}:signup_id>/count_me_in",
        type="http",
        auth="user",
        methods=["POST"],
        website=True,
    )
    @employees_only
    def leifeng_count_me_in(self, signup_id, **params):
        return self._leifeng_confirm_again(self._leifeng_my_signup(signup_id), params, URL)

    @route([URL, f"{URL}/page/<int:page>"], type="http", auth="user", website=True)
    @employees_only
    def leifeng_signups(self, page=1, **_params):
        signups = request.env["leifeng.session.signup"]
        mine, ahead = Domain(self._leifeng_mine()), self._leifeng_ahead()
        coming = signups.search(mine & ahead, order="start, id")
        coming._note_told()
        former = mine & ~ahead
        pager = portal_pager(URL, signups.search_count(former), page, PAGE_SIZE)
        rows = signups.search(
            former, order="start desc, id desc", limit=PAGE_SIZE, offset=pager["offset"]
        )
        return self._leifeng_render(
            "portal_signups",
            offers=offer_values.mine(request.env),
            coming=[self._leifeng_signup_values(signup) for signup in coming],
            former=[self._leifeng_signup_values(signup) for signup in rows],
            pager=pager,
        )

    # VALUES

    def _leifeng_ahead(self):
        """Return the domain of what one still goes to; a session is called off before its line is
        swept."""
        live = Domain("live", "=", True) & Domain("stop", ">", Datetime.now())
        return live & ~Domain("session_id", "any", [("state", "=", "cancelled")])

    def _leifeng_my_signup(self, signup_id):
        domain = [*self._leifeng_mine(), ("id", "=", signup_id)]
        signup = request.env["leifeng.session.signup"].search(domain)
        if not signup:
            raise request.not_found()
        return signup

    def _leifeng_confirm_again(self, signup, params, url):
        """Take part at the time that the visitor's page showed."""
        seen = text_of(params, "seen")
        return self._leifeng_act(lambda: signup.action_confirm_again(seen), url)

    def _leifeng_signup_values(self, signup):
        # sudo: leifeng.session - one's own sign-up may be for a session that was taken back
        session = signup.sudo().session_id
        env, tz = request.env, session._tz()
        return {
            "id": signup.id,
            "name": session.name,
            "url": session_values.url_of(session) if session.state != "draft" else "",
            "when": formats.span_text(env, signup.start, signup.stop, tz),
            "location": session.location,
            "begun": signup.start <= Datetime.now(),
            "cancelled": session.state == "cancelled",
            "attendance": signup.attendance,
            "attendance_text": formats.label(signup, "attendance"),
            "given": offer_values.given_values(signup),
            "withdrawn_on": formats.moment_text(env, signup.withdrawn_on, tz),
            **session_values.standing_values(signup),
        }
