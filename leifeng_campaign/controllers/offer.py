import time

from odoo.exceptions import UserError
from odoo.fields import Datetime
from odoo.http import request, route

from ..tools.rate_limit import RateLimit
from . import formats, offer_values, session_values
from .portal import ID, employees_only, id_of, text_of
from .signup import URL as SIGNUPS_URL
from .signup import LeifengSignupPortal

URL = "/my/leifeng/offers"
FOUND = 20  # names that a search shows; who isn't among them is searched more closely
MIN_NAME = 2
MINUTES = 10

# Searches and questions of a person; nobody reads the staff list through the search.
by_person = RateLimit(30, MINUTES * 60)


class LeifengOfferPortal(LeifengSignupPortal):
    """Answering an offer, and finding a stand-in for the own place."""

    @route(
        f"{URL}/<{ID}:offer_id>/accept", type="http", auth="user", methods=["POST"], website=True
    )
    @employees_only
    def leifeng_accept_offer(self, offer_id, **_params):
        offer = self._leifeng_find_offer(offer_id)
        return self._leifeng_act(offer.action_accept, self._leifeng_offer_url(offer))

    @route(
        f"{URL}/<{ID}:offer_id>/decline", type="http", auth="user", methods=["POST"], website=True
    )
    @employees_only
    def leifeng_decline_offer(self, offer_id, **_params):
        offer = self._leifeng_find_offer(offer_id)
        return self._leifeng_act(offer.action_decline, "/my/leifeng")

    @route(
        f"{URL}/<{ID}:offer_id>/take_back", type="http", auth="user", methods=["POST"], website=True
    )
    @employees_only
    def leifeng_take_back_offer(self, offer_id, **_params):
        offer = request.env["leifeng.session.offer"].search([("id", "=", offer_id)])
        if not offer:
            raise request.not_found()
        page = f"{session_values.url_of(offer.session_id)}/invite"
        return self._leifeng_act(
            offer.action_take_back, SIGNUPS_URL if offer.kind == "stand_in" else page
        )

    @route(f"{SIGNUPS_URL}/<{ID}:signup_id>/stand_in", type="http", auth="user", website=True)
    @employees_only
    def leifeng_stand_in(self, signup_id, **params):
        signup = self._leifeng_find_signup(signup_id)
        if request.httprequest.method == "POST":
            asked = id_of(params, "employee_id")
            return self._leifeng_act(lambda: self._leifeng_ask(signup, asked), SIGNUPS_URL)
        if offer_values.given_values(signup) or not self._leifeng_may_give(signup):
            return request.redirect(SIGNUPS_URL)
        return self._leifeng_stand_in_page(signup, text_of(params, "name").strip()[:50])

    # VALUES

    def _leifeng_find_offer(self, offer_id):
        domain = [*self._leifeng_mine(), ("id", "=", offer_id)]
        offer = request.env["leifeng.session.offer"].search(domain)
        if not offer:
            raise request.not_found()
        return offer

    def _leifeng_find_signup(self, signup_id):
        domain = [*self._leifeng_mine(), ("id", "=", signup_id), ("live", "=", True)]
        signup = request.env["leifeng.session.signup"].search(domain)
        if not signup:
            raise request.not_found()
        return signup

    def _leifeng_offer_url(self, offer):
        # sudo: leifeng.session - it may have been taken off the page since
        session = offer.sudo().session_id
        return session_values.url_of(session) if session.state != "draft" else "/my/leifeng"

    def _leifeng_may_give(self, signup):
        return signup.holds_place and signup.start > Datetime.now()

    def _leifeng_ask(self, signup, employee_id):
        if not by_person.allows(request.env.uid, time.monotonic()):
            raise UserError(self._leifeng_too_many_text())
        signup.action_ask_stand_in(employee_id)

    def _leifeng_stand_in_page(self, signup, name):
        session, people, error, status = signup.session_id, [], "", 200
        if len(name) >= MIN_NAME:
            if by_person.allows(request.env.uid, time.monotonic()):
                people = session._stand_in_rows(name, FOUND + 1)
            else:
                error, status = self._leifeng_too_many_text(), 429
        return self._leifeng_render(
            "portal_stand_in",
            status=status,
            session=self._leifeng_stand_in_session(session),
            url=f"{SIGNUPS_URL}/{signup.id}/stand_in",
            name=name,
            error=error,
            people=people[:FOUND],
            more=len(people) > FOUND,
            min_name=MIN_NAME,
        )

    def _leifeng_too_many_text(self):
        return request.env._(
            "You have searched very often. Please try again in %(minutes)s minutes.",
            minutes=MINUTES,
        )

    def _leifeng_stand_in_session(self, session):
        return {
            "name": session.name,
            "when": formats.span_text(request.env, session.start, session.stop, session._tz()),
        }
