from odoo import fields, models


class LeifengServiceRequestRefuse(models.TransientModel):
    """Why a request isn't taken; the organization reads it on its page."""

    _name = "leifeng.service.request.refuse"
    _description = "Do Not Take"

    request_id = fields.Many2one("leifeng.service.request", required=True, readonly=True)
    reason = fields.Char(required=True, size=200)

    def action_apply(self):
        self.request_id.action_refuse(self.reason)
        return {"type": "ir.actions.act_window_close"}
