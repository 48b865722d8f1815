import base64

from odoo import api, fields, models


class LeifengAwardNoticeText(models.TransientModel):
    """What is pasted into the group chat about a public notice, without names."""

    _name = "leifeng.award.notice.text"
    _description = "Text for the Group on a Public Notice"

    notice_id = fields.Many2one("leifeng.award.notice", required=True, readonly=True)
    text = fields.Text(compute="_compute_text", store=True, readonly=False)
    url = fields.Char(string="Link", compute="_compute_url")
    qr_code = fields.Binary(string="QR Code", compute="_compute_url")

    @api.depends("notice_id")
    def _compute_text(self):
        for wizard in self:
            wizard.text = wizard.notice_id._origin._group_text() if wizard.notice_id else ""

    @api.depends("notice_id")
    def _compute_url(self):
        for wizard in self:
            wizard.url = wizard.notice_id._origin._portal_url()
            png = self.env["ir.actions.report"].barcode("QR", wizard.url, width=240, height=240)
            wizard.qr_code = base64.b64encode(png)
