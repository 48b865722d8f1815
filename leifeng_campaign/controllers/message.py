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
        return self._leifeng_render(
            "portal_messages", messages=values, pager=pager, mail=self._leifeng_mail_values()
        )

    @route(f"{URL}/mail_on", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_mail_on(self, **_params):
        return self._leifeng_act(request.env["leifeng.message"].action_mail_on, URL)

    @route(f"{URL}/mail_off", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_mail_off(self, **_params):
        return self._leifeng_act(request.env["leifeng.message"].action_mail_off, URL)

    def _leifeng_mail_values(self):
        """Return how the visitor gets mail, or None where the agency sends none."""
        messages = request.env["leifeng.message"]
        # sudo: hr.employee - the visitor's own address and switch
        employee = request.env.user.employee_id.sudo()
        if not (employee.company_id.leifeng_mail and messages._can_mail()):
            return None
        return {"on": employee.leifeng_mail, "address": employee._leifeng_mail_address()}

    def _leifeng_message_values(self, message):
        tz = message.company_id.leifeng_tz
        return {
            "text": message.text,
            "url": message.url,
            "when": formats.moment_text(request.env, message.create_date, tz),
            "unread": not message.read_on,
        }
