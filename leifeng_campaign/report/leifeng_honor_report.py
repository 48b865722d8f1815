from odoo import api, models

HONORS = "leifeng_campaign.report_honor"


class LeifengHonorReport(models.AbstractModel):
    """The certificates of a batch, which come as data: see below."""

    _name = "report.leifeng_campaign.report_honor"
    _description = "Honor Certificates to Print"

    @api.model
    def _get_report_values(self, docids, data=None):
        docs = self.env["leifeng.certificate"].browse(docids or (data or {}).get("honor_ids"))
        return {"doc_ids": docs.ids, "doc_model": docs._name, "docs": docs}


class IrActionsReport(models.Model):
    _inherit = "ir.actions.report"

    @api.model
    def _render_qweb_pdf_prepare_streams(self, report_ref, data, res_ids=None):
        """Override: Odoo cuts what was printed into a file for each record and joins them again,
        whereby each page gets fonts of its own: 300 certificates of a batch stay one file."""
        if self._get_report(report_ref).report_name != HONORS:
            return super()._render_qweb_pdf_prepare_streams(report_ref, data, res_ids)
        batch = {**(data or {}), "honor_ids": res_ids}
        return super()._render_qweb_pdf_prepare_streams(report_ref, batch, None)
