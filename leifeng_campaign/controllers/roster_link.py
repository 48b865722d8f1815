import re
import time

from odoo.http import Controller, request, route

from ..tools.rate_limit import RateLimit
from . import formats
from .public_page import MINUTES, PublicPage

TOKEN = re.compile(r"[0-9a-f]{32}")
# A crossing's duty room looks a few times a day; whoever guesses is stopped.
looks = RateLimit(60, MINUTES * 60)


class LeifengRosterLink(PublicPage, Controller):
    """The partner's roster: who stands at a post on the coming days, by a secret link."""

    @route(
        "/leifeng/roster/<string:token>", type="http", auth="public", website=True, sitemap=False
    )
    def leifeng_roster(self, token, **_params):
        if not looks.allows(request.httprequest.remote_addr, time.monotonic()):
            return self._render("roster_too_many", status=429, minutes=MINUTES)
        posts = request.env["leifeng.service.post"]
        post_sudo = posts._by_roster_token(token) if TOKEN.fullmatch(token) else posts
        if not post_sudo:
            return self._render("roster_unknown", status=404)
        return self._render("roster_page", **self._roster_values(post_sudo))

    # VALUES

    def _roster_values(self, post_sudo):
        company = post_sudo.company_id
        sessions_sudo = post_sudo.env["leifeng.session"]._roster_ahead(post_sudo)
        return {
            "post": post_sudo.name,
            "company": company.name,
            "office": company.leifeng_office,
            "office_phone": company.leifeng_office_phone,
            "until": formats.date_text(request.env, post_sudo.roster_until),
            "days": [
                {**line, "day": formats.date_text(request.env, line["day"])}
                for line in sessions_sudo._roster_lines(post_sudo.roster_masked)
            ],
        }
