from odoo.http import request, route

from ..tools.volunteer_number import LENGTH
from .portal import LeifengPortal, employees_only, text_of

URL = "/my/leifeng/volunteer_number"


class LeifengVolunteerNumberPortal(LeifengPortal):
    """The number that a platform outside knows one by: optional, seen by oneself and HR."""

    @route(URL, type="http", auth="user", website=True, methods=["GET", "POST"])
    @employees_only
    def leifeng_volunteer_number(self, **params):
        users = request.env["res.users"]
        if request.httprequest.method != "POST":
            return self._leifeng_number_page(users.leifeng_volunteer_number())
        number = text_of(params, "number")
        keep = lambda: users.action_leifeng_volunteer_number(number)  # noqa: E731
        if refusal := self._leifeng_refusal(keep):
            return self._leifeng_number_page(number, error=refusal, status=422)
        request.session["leifeng_notice"] = request.env._("Your volunteer number has been saved.")
        return request.redirect("/my/leifeng/records")

    def _leifeng_number_page(self, number, error="", status=200):
        return self._leifeng_render(
            "portal_volunteer_number", status, number=number, error=error, length=LENGTH
        )
