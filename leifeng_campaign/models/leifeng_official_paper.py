import io

from markupsafe import Markup

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import file_open, ormcache

from odoo.addons.base.models.report_paperformat import PAPER_SIZES

from ..tools.official_blocks import OfficialBlocks
from ..tools.official_draft import Draft
from ..tools.official_head import fitting
from ..tools.page_numbers import numbered
from ..tools.print_scale import PROBE, room_on, scale_of

PAGE = "leifeng_campaign.official_page"
TABLE_HEADS = "leifeng_campaign/static/src/print/table_heads.js"
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
        # sudo: report.paperformat - portal users can't read it; how large the paper is
        room = self._room_on(self.env.ref(PAPER).sudo())
        page = self._official_html(draft, self._print_scale(), room)
        return numbered(io.BytesIO(self._print(page)))

    def _official_html(self, draft, scale=1, room=None):
        """Return the page that is printed, as text; ``scale``: how much larger it is laid out,
        ``room``: as in ``_room_on``."""
        writer = draft.written_by(OfficialBlocks(draft.title, draft.addressee, draft.head))
        values = {"blocks": writer.rows, "fitting": fitting, "scale": scale, "leifeng_page": room}
        # sudo: ir.ui.view - the template of papers, which portal users can't read
        return "<!DOCTYPE html>" + str(self.env["ir.qweb"].sudo()._render(PAGE, values))

    def _room_on(self, paper):
        """Return what a page needs to repeat the heads of its tables: {"width", "height"} of the
        room on ``paper`` (report.paperformat) in pixels, and the "script" that does it."""
        size = next(each for each in PAPER_SIZES if each["key"] == paper.format)
        sides = [size["width"], size["height"]]
        if paper.orientation == "Landscape":
            sides.reverse()
        margins = (paper.margin_left + paper.margin_right, paper.margin_top + paper.margin_bottom)
        width, height = room_on(sides, margins, self._print_scale())
        with file_open(TABLE_HEADS) as script:
            return {"width": width, "height": height, "script": Markup(script.read())}

    @ormcache()
    def _print_scale(self):
        """Return by how much the program that prints makes pages smaller than they say.

        It shrinks them by a factor of its own, which depends on how it was built; 三号 has to be
        16 points on the paper. Found with a page of which a distance is known.
        """
        return scale_of(io.BytesIO(self._print(PROBE)))

    def _print(self, page):
        # sudo: report.paperformat, ir.actions.report - portal users can't read them, and what is
        # printed is the page given
        paper = self.env.ref(PAPER).sudo()
        report = self.env["ir.actions.report"].sudo().new({"paperformat_id": paper.id})
        if report.get_wkhtmltopdf_state() not in ("ok", "workers"):
            raise UserError(
                self.env._("This server can't make PDF files. Please download the Word file.")
            )
        return report._run_wkhtmltopdf([page])
