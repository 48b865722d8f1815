import base64

from odoo import api, fields, models


class LeifengAwardText(models.TransientModel):
    """A text about awards for the group chat, with link and QR code, without names."""

    _name = "leifeng.award.text"
    _description = "Copy Text for the Group: Awards"

    award_ids = fields.Many2many("leifeng.award", string="Awards", readonly=True)
    is_draft = fields.Boolean(compute="_compute_is_draft", export_string_translation=False)
    text = fields.Text(compute="_compute_text", store=True, readonly=False)
    url = fields.Char(string="Link", compute="_compute_url")
    qr_code = fields.Binary(string="QR Code", compute="_compute_url")

    @api.model
    def default_get(self, fields):
        """Override: about the awards chosen in the list, or about the one that is open."""
        values = super().default_get(fields)
        if self.env.context.get("active_model") == "leifeng.award":
            chosen = self.env.context.get("active_ids", [])
            values.setdefault("award_ids", [(6, 0, chosen)])
        return values

    @api.depends("award_ids")
    def _compute_is_draft(self):
        for wizard in self:
            wizard.is_draft = "draft" in wizard.award_ids.mapped("state")

    @api.depends("award_ids")
    def _compute_text(self):
        for wizard in self:
            wizard.text = wizard.award_ids._origin._group_text()

    @api.depends("award_ids")
    def _compute_url(self):
        for wizard in self:
            awards = wizard.award_ids._origin
            overview = f"{self.get_base_url()}/my/leifeng/awards"
            wizard.url = awards._portal_url() if len(awards) == 1 else overview
            png = self.env["ir.actions.report"].barcode("QR", wizard.url, width=240, height=240)
            wizard.qr_code = base64.b64encode(png)
