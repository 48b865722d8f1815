import base64

from odoo import fields, models


class LeifengAwardObjectionAdd(models.TransientModel):
    """Enter an objection that came by letter or telephone; supervision alone."""

    _name = "leifeng.award.objection.add"
    _description = "Enter an Objection"

    notice_id = fields.Many2one(
        "leifeng.award.notice",
        string="Public Notice",
        required=True,
        domain="[('state', 'in', ('published', 'ended'))]",
    )
    line_id = fields.Many2one(
        "leifeng.award.notice.line",
        string="Line of the Notice",
        domain="[('notice_id', '=', notice_id)]",
        help="Empty: the list as a whole, or somebody who is missing on it.",
    )
    name = fields.Char(string="Objector Name", help="Empty: without a name.")
    contact = fields.Char(string="Objector Contact")
    received_on = fields.Date(
        string="Postmark or Day of the Call",
        required=True,
        default=lambda self: self.env.company._leifeng_today(),
    )
    text = fields.Text(string="Objection", required=True)
    scan = fields.Binary(string="Scan of the Letter")

    def action_add(self):
        files = [base64.b64decode(self.scan)] if self.scan else []
        self.env["leifeng.award.objection"].enter(
            self.notice_id,
            self.line_id.id or 0,
            self.text,
            self.name,
            self.contact,
            self.received_on,
            files,
        )
        return {"type": "ir.actions.act_window_close"}
