from odoo.http import Controller, content_disposition, request, route

from ..models.leifeng_award_entry_paper import MAX_COPIES
from .nomination import ENTRY_URL, LeifengNominationPortal
from .portal import ID, employees_only, id_of, number_of, text_of
from .roster import XLSX


class LeifengNominationPapers(LeifengNominationPortal):
    """Files of a nomination, and the signed papers that come back."""

    @route(f"{ENTRY_URL}/files/<{ID}:file_id>", type="http", auth="user", website=True)
    @employees_only
    def leifeng_nomination_file(self, entry_id, file_id, **_params):
        file = self._leifeng_find_nomination(entry_id)._file(file_id)
        if not file:
            raise request.not_found()
        return request.env["ir.binary"]._get_stream_from(file).get_response(as_attachment=True)

    @route(f"{ENTRY_URL}/paper", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_file_paper(self, entry_id, **params):
        entry, act = self._leifeng_find_nomination(entry_id), text_of(params, "act")
        file = next(iter(self._leifeng_nomination_files("paper")), ("", b""))
        ticks = {name: bool(params.get(name)) for name in ("named", "publicized")}
        acts = {
            "form": lambda: entry._file_form(*file),
            "consent": lambda: entry._consent_on_paper(*file, **ticks),
        }
        return self._leifeng_act_on_nomination(entry, acts, act)


class LeifengNominationPrints(Controller):
    """Papers for who has a page in the portal and for who works in the office alike."""

    @route(f"/leifeng/nominations/<{ID}:entry_id>/form", type="http", auth="user")
    def leifeng_nomination_form(self, entry_id, **params):
        domain = [("id", "=", entry_id), ("state", "not in", ("draft", "withdrawn"))]
        entry = request.env["leifeng.award.entry"].search([*domain, ("kind", "=", "person")])
        if not entry:
            raise request.not_found()
        entry._note_printed()
        copies = min(max(number_of(params.get("copies", 1)), 1), MAX_COPIES)
        form = request.env._("Nomination Form")
        name = f"{form} {entry.employee_name}.pdf"
        content = self._leifeng_render_pdf("nomination_form", entry.ids, {"copies": copies})
        return self._leifeng_download(content, "application/pdf", name)

    @route(f"/leifeng/nominees/<{ID}:award_id>/pdf", type="http", auth="user", methods=["GET"])
    def leifeng_nominees_pdf(self, award_id, **params):
        award, department_id = self._leifeng_nominees(award_id, params)
        data = {"department_id": department_id}
        content = self._leifeng_render_pdf("nominees", award.ids, data)
        return self._leifeng_download(content, "application/pdf", award._nominees_file("pdf"))

    @route(f"/leifeng/nominees/<{ID}:award_id>/xlsx", type="http", auth="user", methods=["GET"])
    def leifeng_nominees_xlsx(self, award_id, **params):
        award, department_id = self._leifeng_nominees(award_id, params)
        content = award._nominees_workbook(department_id)
        return self._leifeng_download(content, XLSX, award._nominees_file("xlsx"))

    # VALUES

    def _leifeng_nominees(self, award_id, params):
        """Return (award, id of one of the visitor's departments or False for all of it)."""
        domain = [("id", "=", award_id), ("kind", "=", "person"), ("state", "!=", "draft")]
        award, part_id = request.env["leifeng.award"].search(domain), id_of(params, "part_id")
        part = award._own_parts().filtered(lambda each: each.id == part_id)
        if not award or (part_id and not part):
            raise request.not_found()
        award._check_nominees(part.department_id.id)
        return award, part.department_id.id

    def _leifeng_render_pdf(self, report, ids, data=None):
        # sudo: ir.actions.report - portal users can't read reports; the records were checked
        reports = request.env["ir.actions.report"].sudo()
        ref = f"leifeng_campaign.action_report_{report}"
        return reports._render_qweb_pdf(ref, ids, data=data)[0]

    def _leifeng_download(self, content, kind, name):
        headers = [("Content-Type", kind), ("Content-Disposition", content_disposition(name))]
        return request.make_response(content, headers)
