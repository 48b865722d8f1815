from odoo.http import request, route

from odoo.addons.portal.controllers.portal import pager as portal_pager

from . import formats
from .portal import PAGE_SIZE, LeifengPortal, employees_only

URL = "/my/leifeng/messages"


class LeifengMessagePortal(LeifengPortal):
    """What the product tells a person; looking at the page is reading."""

    @route([URL, f"{URL}/page/<int:page>"], type="http", auth="user", website=True)
    @employees_only
    def leifeng_messages(self, page=1, **_params):
        messages, mine = request.env["leifeng.message"], self._leifeng_mine()
        pager = portal_pager(URL, messages.search_count(mine), page, PAGE_SIZE)
        found = messages.search(mine, limit=PAGE_SIZE, offset=pager["offset"])
        values = [self._leifeng_message_values(message) for message in found]
        found.action_read()
        return self._leifeng_render("portal_messages", messages=values, pager=pager)

    def _leifeng_message_values(self, message):
        tz = message.company_id.leifeng_tz
        return {
            "text": message.text,
            "url": message.url,
            "when": formats.moment_text(request.env, message.create_date, tz),
            "unread": not message.read_on,
        }
