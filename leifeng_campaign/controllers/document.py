from odoo.exceptions import AccessError, UserError
from odoo.http import Controller, content_disposition, request, route

from .notice_document import DOCX
from .portal import ID
from .roster import XLSX

TYPES = {"docx": DOCX, "pdf": "application/pdf", "xlsx": XLSX, "zip": "application/zip"}
STAFF = (
    "leifeng_campaign.group_leifeng_officer",
    "leifeng_campaign.group_leifeng_supervisor",
    "hr.group_hr_user",
)
KIND = "any(docx,pdf,xlsx):kind"
PAPER = "any(docx,pdf):kind"
PAPERS = f"/leifeng/document/<{ID}:document_id>/<{KIND}>"
SUMMARY = f"/leifeng/department/<{ID}:part_id>/summary/<{PAPER}>"


class Document(Controller):
    """Papers of a campaign, made when they are fetched: nothing is left behind on the server."""

    @route(
        f"/leifeng/document/<{ID}:document_id>/<{KIND}>", type="http", auth="user", methods=["GET"]
    )
    def leifeng_document(self, document_id, kind, **_params):
        if not any(map(request.env.user.has_group, STAFF)):
            raise AccessError(request.env._("Documents are for the office and supervision."))
        document = request.env["leifeng.document"].search([("id", "=", document_id)])
        return self._leifeng_paper_file(document, document._file, kind)

    @route(SUMMARY, type="http", auth="user", methods=["GET"])
    def leifeng_department_summary(self, part_id, kind, **_params):
        """A department's summary: the office's, and the department's own people's."""
        part = request.env["leifeng.campaign.department"].search([("id", "=", part_id)])
        return self._leifeng_paper_file(part, part._summary_download, kind)

    def _leifeng_paper_file(self, record, make, kind):
        """Return the (name, content) that ``make`` gives as a download; not found is not found."""
        if not record:
            raise request.not_found()
        try:
            name, content = make(kind)
        except UserError as error:
            if isinstance(error, AccessError):
                raise
            return request.make_response(str(error), [("Content-Type", "text/plain")], status=422)
        headers = [
            ("Content-Type", TYPES[name.rsplit(".", 1)[-1]]),
            ("Content-Disposition", content_disposition(name)),
            ("X-Content-Type-Options", "nosniff"),
        ]
        return request.make_response(content, headers)
