from odoo import fields, models


class LeifengServiceEntryRefuse(models.TransientModel):
    """Say why hours are not recorded."""

    _name = "leifeng.service.entry.refuse"
    _description = "Do Not Record Hours"

    entry_id = fields.Many2one("leifeng.service.entry", required=True, readonly=True)
    answer = fields.Text(string="Why Not Recorded", required=True)

    def action_refuse(self):
        self.entry_id.action_refuse(self.answer)
        return {"type": "ir.actions.act_window_close"}
