from odoo import fields, models


class LeifengAwardTakeOff(models.TransientModel):
    """Take somebody off the list before the approval, with a reason."""

    _name = "leifeng.award.take.off"
    _description = "Take off the List"

    result_id = fields.Many2one("leifeng.award.result", required=True, readonly=True)
    reason = fields.Text(required=True)

    def action_take_off(self):
        self.result_id.action_take_off(self.reason)
        return {"type": "ir.actions.act_window_close"}
