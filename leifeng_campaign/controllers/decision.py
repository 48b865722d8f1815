from odoo.exceptions import AccessError
from odoo.http import Controller, content_disposition, request, route

from .document import PAPER, TYPES
from .portal import ID


class Decision(Controller):
    """A commendation decision as a file, made when it is fetched."""

    @route(
        f"/leifeng/decision/<{ID}:decision_id>/<{PAPER}>",
        type="http",
        auth="user",
        methods=["GET"],
    )
    def document(self, decision_id, kind, **_params):
        if not request.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(request.env._("Decisions are written by the campaign's office."))
        decision = request.env["leifeng.award.decision"].search([("id", "=", decision_id)])
        if not decision:
            raise request.not_found()
        headers = [
            ("Content-Type", TYPES[kind]),
            ("Content-Disposition", content_disposition(f"{decision.name}.{kind}")),
        ]
        return request.make_response(decision._document(kind), headers)
