from odoo.exceptions import AccessError
from odoo.http import Controller, content_disposition, request, route

from .portal import id_of, text_of
from .roster import XLSX

MAX_SESSIONS = 1000


class LeifengInsured(Controller):
    """The insurer's list as a workbook."""

    @route("/leifeng/insured.xlsx", type="http", auth="user")
    def leifeng_insured(self, **params):
        if not request.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(request.env._("This list is made by the campaign's office."))
        texts = text_of(params, "sessions").split(",")[:MAX_SESSIONS]
        numbers = [id_of({"id": text}, "id") for text in texts]
        sessions = request.env["leifeng.session"].search([("id", "in", numbers)])
        name = request.env._("Insurance List")
        headers = [
            ("Content-Type", XLSX),
            ("Content-Disposition", content_disposition(f"{name}.xlsx")),
        ]
        return request.make_response(sessions._insured_xlsx(), headers)
