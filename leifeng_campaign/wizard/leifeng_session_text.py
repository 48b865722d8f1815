import base64

from odoo import api, fields, models

from ..models.leifeng_session_group_text import OCCASIONS


class LeifengSessionText(models.TransientModel):
    """A text for the group chat, with link and QR code, without names."""

    _name = "leifeng.session.text"
    _description = "Copy Text for the Group"

    session_ids = fields.Many2many("leifeng.session", string="Sessions", readonly=True)
    is_draft = fields.Boolean(compute="_compute_is_draft", export_string_translation=False)
    occasion = fields.Selection(OCCASIONS, required=True)
    reason = fields.Char(string="Reason of the Change")
    text = fields.Text(compute="_compute_text", store=True, readonly=False)
    url = fields.Char(string="Link", compute="_compute_url")
    qr_code = fields.Binary(string="QR Code", compute="_compute_url")

    @api.model
    def default_get(self, fields):
        """Override: about the sessions chosen in the list, or about the one that is open."""
        values = super().default_get(fields)
        if self.env.context.get("active_model") == "leifeng.session":
            chosen = self.env.context.get("active_ids", [])
            values.setdefault("session_ids", [(6, 0, chosen)])
        sessions = self.new({"session_ids": values.get("session_ids")}).session_ids._origin
        values.setdefault("occasion", sessions._group_occasion() if sessions else "announced")
        return values

    @api.depends("session_ids")
    def _compute_is_draft(self):
        for wizard in self:
            wizard.is_draft = "draft" in wizard.session_ids.mapped("state")

    @api.depends("session_ids", "occasion", "reason")
    def _compute_text(self):
        for wizard in self:
            sessions = wizard.session_ids._origin.sorted("start")
            wizard.text = sessions._group_text(wizard.occasion, wizard.reason)

    @api.depends("session_ids", "occasion")
    def _compute_url(self):
        for wizard in self:
            wizard.url = wizard.session_ids._origin._group_url(wizard.occasion)
            png = self.env["ir.actions.report"].barcode("QR", wizard.url, width=240, height=240)
            wizard.qr_code = base64.b64encode(png)
