from odoo.http import Controller, content_disposition, request, route

from .portal import id_of, text_of
from .roster import XLSX

MOST = 5000


class LeifengHonorRegister(Controller):
    """The register of honors as a workbook."""

    @route("/leifeng/honors.xlsx", type="http", auth="user")
    def leifeng_honor_register(self, **params):
        texts = filter(None, text_of(params, "certificates").split(",")[:MOST])
        domain = [("kind", "=", "honor"), ("company_id", "in", request.env.companies.ids)]
        if chosen := [id_of({"id": text}, "id") for text in texts]:
            domain.append(("id", "in", chosen))
        honors = request.env["leifeng.certificate"].search(domain)
        name = request.env._("Honors")
        headers = [
            ("Content-Type", XLSX),
            ("Content-Disposition", content_disposition(f"{name}.xlsx")),
        ]
        return request.make_response(honors._register_xlsx(), headers)
