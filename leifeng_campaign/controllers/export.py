import tempfile

from werkzeug.wsgi import FileWrapper

from odoo.exceptions import AccessError
from odoo.http import Controller, content_disposition, request, route

from .portal import ID
from .roster import XLSX


class Export(Controller):
    """Workbooks, made when they are fetched: nothing is left behind on the server."""

    @route(f"/leifeng/ledger/<{ID}:export_id>", type="http", auth="user", methods=["GET"])
    def ledger(self, export_id, **_params):
        return self._leifeng_workbook("leifeng.ledger.export", export_id)

    @route(f"/leifeng/layout/<{ID}:export_id>", type="http", auth="user", methods=["GET"])
    def layout(self, export_id, **_params):
        return self._leifeng_workbook("leifeng.report.export", export_id)

    @route(f"/leifeng/workbook/<{ID}:workbook_id>", type="http", auth="user", methods=["GET"])
    def workbook(self, workbook_id, **_params):
        return self._leifeng_workbook("leifeng.workbook", workbook_id)

    def _leifeng_workbook(self, model, export_id):
        """Return the workbook of the visitor's own dialog as a download."""
        if not request.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(request.env._("Ledgers are exported by the campaign's office."))
        export = request.env[model].search([("id", "=", export_id)])
        if not export:
            raise request.not_found()
        file = tempfile.TemporaryFile()  # noqa: SIM115  the response closes it, and it is gone
        export._write(file)
        size = file.tell()
        file.seek(0)
        headers = [
            ("Content-Type", XLSX),
            ("Content-Length", size),
            ("Content-Disposition", content_disposition(export._file_name())),
        ]
        response = request.make_response(FileWrapper(file), headers)
        response.direct_passthrough = True
        return response
