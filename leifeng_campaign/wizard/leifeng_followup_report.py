from odoo import fields, models


class LeifengFollowupReport(models.TransientModel):
    """Report once what was done about a next step."""

    _name = "leifeng.followup.report"
    _description = "Report What Was Done"

    followup_id = fields.Many2one(
        "leifeng.followup", string="What Is to Be Done", required=True, readonly=True
    )
    report = fields.Text(string="What Was Done", required=True)

    def action_report(self):
        self.followup_id.action_report(self.report)
        return {"type": "ir.actions.act_window_close"}
