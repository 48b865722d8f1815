from functools import partial

from odoo import api, models


class IrActionsReport(models.Model):
    """What the papers of ``report_paper`` know of the page that they are printed on."""

    _inherit = "ir.actions.report"

    @api.model
    def _render_qweb_pdf_prepare_streams(self, report_ref, data, res_ids=None):
        """Override: tables that go on over several pages repeat their heads on each."""
        # sudo: ir.actions.report - portal users can't read it; how large the paper is
        report = self._get_report(report_ref).sudo()
        if report.report_name.startswith("leifeng_campaign.") and report.paperformat_id:
            room_on = self.env["leifeng.official.paper"]._room_on
            data = {**(data or {}), "leifeng_room": partial(room_on, report.paperformat_id)}
        return super()._render_qweb_pdf_prepare_streams(report_ref, data, res_ids)
