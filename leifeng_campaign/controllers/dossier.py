from odoo.http import Controller, content_disposition, request, route

from .portal import ID


class Dossier(Controller):
    """The dossier of an award, made when it is fetched."""

    @route(f"/leifeng/award/<{ID}:award_id>/dossier", type="http", auth="user", methods=["GET"])
    def leifeng_dossier(self, award_id, **_params):
        award = request.env["leifeng.award"].search([("id", "=", award_id)])
        if not award:
            raise request.not_found()
        headers = [
            ("Content-Type", "application/zip"),
            ("Content-Disposition", content_disposition(award._dossier_name())),
        ]
        return request.make_response(award._dossier(), headers)
