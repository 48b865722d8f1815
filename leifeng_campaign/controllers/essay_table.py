from odoo.http import request, route

from .nomination_paper import LeifengNominationPrints
from .portal import ID, id_of
from .roster import XLSX


class LeifengEssayTable(LeifengNominationPrints):
    """The table of essays: a department's for who answers for it, all of it for the office."""

    @route(f"/leifeng/essays/<{ID}:award_id>/pdf", type="http", auth="user", methods=["GET"])
    def leifeng_essay_table_pdf(self, award_id, **params):
        award, department_id, masked = self._leifeng_essay_table(award_id, params)
        data = {"department_id": department_id, "unmasked": not masked}
        content = self._leifeng_render_pdf("essay_table", award.ids, data)
        return self._leifeng_download(content, "application/pdf", award._essay_table_file("pdf"))

    @route(f"/leifeng/essays/<{ID}:award_id>/xlsx", type="http", auth="user", methods=["GET"])
    def leifeng_essay_table_xlsx(self, award_id, **params):
        award, department_id, masked = self._leifeng_essay_table(award_id, params)
        content = award._essay_workbook(department_id, masked)
        return self._leifeng_download(content, XLSX, award._essay_table_file("xlsx"))

    # VALUES

    def _leifeng_essay_table(self, award_id, params):
        """Return (award, department's id or False, whether phones are masked)."""
        domain = [("id", "=", award_id), ("kind", "=", "essay"), ("state", "!=", "draft")]
        award, part_id = request.env["leifeng.award"].search(domain), id_of(params, "part_id")
        part = award._own_parts().filtered(lambda each: each.id == part_id)
        if not award or (part_id and not part):
            raise request.not_found()
        choice = self._leifeng_choice(award, id_of(params, "list_id"))
        department_id = (choice or part).department_id.id
        award._check_nominees(department_id)
        return award, department_id, not choice or choice._is_masked()

    def _leifeng_choice(self, award, list_id):
        """Return the dialog in which the office chose what to show; one's own, or nothing."""
        choices = request.env["leifeng.award.essay.list"]
        if not list_id or not choices.has_access("read"):
            return choices
        return choices.search([("id", "=", list_id), ("award_id", "=", award.id)])
