from odoo import fields, models


class LeifengAwardEntryScreen(models.TransientModel):
    """Give the department's opinion, or say why an entry is returned or not put forward."""

    _name = "leifeng.award.entry.screen"
    _description = "Preliminary Review of an Entry"

    entry_id = fields.Many2one("leifeng.award.entry", required=True, readonly=True)
    act = fields.Selection(
        [
            ("put_forward", "Pass"),
            ("return", "Return with Remark"),
            ("drop", "Do Not Put Forward"),
        ],
        string="Result",
        required=True,
        readonly=True,
    )
    text = fields.Text(string="Opinion or Reason", required=True)

    def action_screen(self):
        acts = {
            "put_forward": self.entry_id.action_put_forward,
            "return": self.entry_id.action_return,
            "drop": self.entry_id.action_drop,
        }
        acts[self.act](self.text)
        return {"type": "ir.actions.act_window_close"}
