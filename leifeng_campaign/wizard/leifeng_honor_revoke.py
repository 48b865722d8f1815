from odoo import fields, models


class LeifengHonorRevoke(models.TransientModel):
    """Say why an honor is revoked, and by which document."""

    _name = "leifeng.honor.revoke"
    _description = "Revoke an Honor"

    certificate_id = fields.Many2one(
        "leifeng.certificate", string="Honor Certificate", required=True, readonly=True
    )
    reason = fields.Char(required=True)
    document = fields.Char(string="Document of the Revocation", required=True)

    def action_revoke(self):
        self.certificate_id.action_revoke_honor(self.reason, self.document)
        return {"type": "ir.actions.act_window_close"}
