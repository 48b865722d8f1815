from odoo import fields, models


class LeifengAwardCancel(models.TransientModel):
    """Say why an award is called off."""

    _name = "leifeng.award.cancel"
    _description = "Cancel an Award"

    award_id = fields.Many2one("leifeng.award", required=True, readonly=True)
    reason = fields.Text(string="Cancel Reason", required=True)

    def action_cancel_award(self):
        self.award_id.action_cancel(self.reason)
        return {"type": "ir.actions.act_window_close"}
