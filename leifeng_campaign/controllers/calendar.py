import re
import time
from hashlib import sha256

from odoo.http import Controller, content_disposition, request, route

from ..tools.calendar_file import calendar_file
from ..tools.rate_limit import RateLimit
from .portal import ID, LeifengPortal, employees_only
from .signup import URL as SIGNUPS_URL

URL = "/my/leifeng/calendar"
MINUTES = 10

# A calendar program asks every few minutes at most; each process counts for itself. Not by address:
# an agency's people share one.
by_token = RateLimit(60, MINUTES * 60)


def calendar_response(content, filename):
    """Return a calendar that nobody keeps on the way; who has it already is told so."""
    headers = [
        ("Content-Type", "text/calendar; charset=utf-8"),
        ("Content-Disposition", content_disposition(filename)),
        ("Cache-Control", "private, no-store"),
        ("X-Robots-Tag", "noindex, nofollow"),
    ]
    response = request.make_response(content, headers)
    response.set_etag(sha256(content).hexdigest()[:32])
    return response.make_conditional(request.httprequest.environ)


class LeifengCalendarFeed(Controller):
    """A person's calendar for programs, which have a secret link instead of a login."""

    @route(
        "/leifeng/calendar/<string:calendar_token>.ics",
        type="http",
        auth="public",
        methods=["GET"],
        save_session=False,
        readonly=True,
    )
    def leifeng_calendar_feed(self, calendar_token, **_params):
        user = request.env["res.users"]._by_calendar_token(calendar_token)
        if not user:
            raise request.not_found()
        if not by_token.allows(calendar_token, time.monotonic()):
            return request.make_response("", status=429)
        return calendar_response(user._leifeng_calendar_feed(), "leifeng.ics")


class LeifengCalendarPortal(LeifengPortal):
    """One sign-up as a file, and the page on which a person makes, renews and ends the link."""

    @route(
        f"{SIGNUPS_URL}/<{ID}:signup_id>/calendar.ics",
        type="http",
        auth="user",
        methods=["GET"],
        website=True,
    )
    @employees_only
    def leifeng_signup_calendar(self, signup_id, **_params):
        domain = [*self._leifeng_mine(), ("id", "=", signup_id)]
        signup = request.env["leifeng.session.signup"].search(domain)
        if not signup:
            raise request.not_found()
        content = calendar_file([signup._calendar_entry()])
        return calendar_response(content, f"leifeng-{signup_id}.ics")

    @route(URL, type="http", auth="user", website=True)
    @employees_only
    def leifeng_calendar(self, **_params):
        link = request.env.user._leifeng_calendar_url()
        return self._leifeng_render(
            "portal_calendar", link=link, app_link=re.sub("^https?", "webcal", link)
        )

    @route(f"{URL}/renew", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_calendar_renew(self, **_params):
        return self._leifeng_act(request.env["res.users"].action_renew_calendar, URL)

    @route(f"{URL}/stop", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_calendar_stop(self, **_params):
        return self._leifeng_act(request.env["res.users"].action_stop_calendar, URL)
