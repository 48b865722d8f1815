import io

from odoo import models
from odoo.exceptions import UserError

from ..tools.official_blocks import OfficialBlocks
from ..tools.official_draft import Draft
from ..tools.official_head import fitting
from ..tools.page_numbers import numbered

PAGE = "leifeng_campaign.official_page"
PAPER = "leifeng_campaign.paperformat_official"


class LeifengOfficialPaper(models.AbstractModel):
    """An official document after GB/T 9704 as an editable file and as PDF, from one draft.

    No report of Odoo's: those are shown as pages to whoever may read what they are about. What is
    written here is fetched through routes of our own, which ask who wants it.
    """

    _name = "leifeng.official.paper"
    _description = "Official Document"

    def _new_draft(self, company, title, addressee="", number="", issuer="", red=True):
        """Return an empty draft; with a red head where the agency wants one and ``red`` is so."""
        # sudo: res.company - how the agency's documents look, whoever fetches one
        company = company.sudo()
        red = red and company.leifeng_red_head
        head = (issuer or company.name, number or "") if red else None
        return Draft(title, addressee or "", head)

    def _official_file(self, draft, kind):
        """Return the content of the file of ``draft``; ``kind``: docx or pdf."""
        return draft.docx() if kind == "docx" else self._official_pdf(draft)

    def _official_pdf(self, draft):
        page = self._official_html(draft)
        # sudo: report.paperformat - the paper is no secret; portal users can't read it
        paper = self.env.ref(PAPER).sudo()
        report = self.env["ir.actions.report"].sudo().new({"paperformat_id": paper.id})
        if report.get_wkhtmltopdf_state() not in ("ok", "workers"):
            raise UserError(
                self.env._("This server can't make PDF files. Please download the Word file.")
            )
        file = io.BytesIO(report._run_wkhtmltopdf([page]))
        return numbered(file)

    def _official_html(self, draft):
        """Return the page that is printed, as text."""
        writer = draft.written_by(OfficialBlocks(draft.title, draft.addressee, draft.head))
        # sudo: ir.ui.view - the template of papers, which portal users can't read
        values = {"blocks": writer.rows, "fitting": fitting}
        return "<!DOCTYPE html>" + str(self.env["ir.qweb"].sudo()._render(PAGE, values))
