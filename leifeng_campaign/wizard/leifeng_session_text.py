import base64

from odoo import api, fields, models


class LeifengSessionText(models.TransientModel):
    """A text for the group chat, with link and QR code, without names."""

    _name = "leifeng.session.text"
    _description = "Copy Text for the Group"

    session_id = fields.Many2one("leifeng.session", required=True, readonly=True)
    url = fields.Char(string="Link", compute="_compute_text")
    text = fields.Text(compute="_compute_text")
    qr_code = fields.Binary(string="QR Code", compute="_compute_text")

    @api.depends("session_id")
    def _compute_text(self):
        for wizard in self:
            wizard.url = wizard.session_id._portal_url()
            wizard.text = wizard.session_id._group_text()
            png = self.env["ir.actions.report"].barcode("QR", wizard.url, width=240, height=240)
            wizard.qr_code = base64.b64encode(png)
