from odoo.exceptions import AccessError
from odoo.http import Controller, content_disposition, request, route

from .document import DOCX
from .portal import ID


class Conference(Controller):
    """Seating list and minutes of a conference, made when they are fetched."""

    @route(
        f"/leifeng/conference/<{ID}:session_id>/seating", type="http", auth="user", methods=["GET"]
    )
    def seating(self, session_id, **_params):
        session = self._leifeng_conference(session_id)
        name = request.env._("Seating List of “%(name)s”", name=session.name)
        return self._leifeng_docx(session._seating_list(), name)

    @route(
        f"/leifeng/conference/<{ID}:session_id>/minutes", type="http", auth="user", methods=["GET"]
    )
    def minutes(self, session_id, **_params):
        session = self._leifeng_conference(session_id)
        name = request.env._("Minutes of “%(name)s”", name=session.name)
        return self._leifeng_docx(session._conference_minutes(), name)

    def _leifeng_conference(self, session_id):
        if not request.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(
                request.env._("Lists of the conference are for the campaign's office.")
            )
        domain = [("id", "=", session_id), ("kind", "=", "ceremony")]
        session = request.env["leifeng.session"].search(domain)
        if not session:
            raise request.not_found()
        return session

    def _leifeng_docx(self, content, name):
        headers = [
            ("Content-Type", DOCX),
            ("Content-Disposition", content_disposition(f"{name}.docx")),
        ]
        return request.make_response(content, headers)
