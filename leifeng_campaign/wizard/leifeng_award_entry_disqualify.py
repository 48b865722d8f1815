from odoo import fields, models


class LeifengAwardEntryDisqualify(models.TransientModel):
    """Say why an entry is taken out of the running."""

    _name = "leifeng.award.entry.disqualify"
    _description = "Disqualify an Entry"

    entry_id = fields.Many2one("leifeng.award.entry", required=True, readonly=True)
    reason = fields.Text(string="Reason for This Decision", required=True)

    def action_disqualify_entry(self):
        self.entry_id.action_disqualify(self.reason)
        return {"type": "ir.actions.act_window_close"}
