from odoo.exceptions import AccessError
from odoo.http import Controller, content_disposition, request, route

from .portal import ID

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STAFF = (
    "leifeng_campaign.group_leifeng_officer",
    "leifeng_campaign.group_leifeng_supervisor",
)


class NoticeDocument(Controller):
    """A notice and what came of it as documents, made when they are fetched."""

    @route(f"/leifeng/notice/<{ID}:notice_id>/document", type="http", auth="user", methods=["GET"])
    def notice(self, notice_id, **_params):
        notice = self._leifeng_notice(notice_id)
        return self._leifeng_docx(notice._document(), notice.name)

    @route(
        f"/leifeng/notice/<{ID}:notice_id>/document.pdf", type="http", auth="user", methods=["GET"]
    )
    def notice_pdf(self, notice_id, **_params):
        notice = self._leifeng_notice(notice_id)
        headers = [
            ("Content-Type", "application/pdf"),
            ("Content-Disposition", content_disposition(f"{notice.name}.pdf")),
        ]
        return request.make_response(notice._document("pdf"), headers)

    @route(f"/leifeng/notice/<{ID}:notice_id>/statement", type="http", auth="user", methods=["GET"])
    def statement(self, notice_id, **_params):
        notice = self._leifeng_notice(notice_id)
        name = request.env._("Statement on “%(name)s”", name=notice.name)
        return self._leifeng_docx(notice._statement(), name)

    def _leifeng_notice(self, notice_id):
        if not any(map(request.env.user.has_group, STAFF)):
            raise AccessError(request.env._("Documents are for the office and supervision."))
        notice = request.env["leifeng.award.notice"].search([("id", "=", notice_id)])
        if not notice:
            raise request.not_found()
        return notice

    def _leifeng_docx(self, content, name):
        headers = [
            ("Content-Type", DOCX),
            ("Content-Disposition", content_disposition(f"{name}.docx")),
        ]
        return request.make_response(content, headers)
