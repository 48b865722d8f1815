from odoo import fields, models


class LeifengAwardClose(models.TransientModel):
    """Close Scoring: what is still outstanding, and why it isn't waited for."""

    _name = "leifeng.award.close"
    _description = "Close Scoring"

    award_id = fields.Many2one("leifeng.award", required=True, readonly=True)
    open_sheet_count = fields.Integer(related="award_id.open_sheet_count", related_sudo=False)
    reason = fields.Text(string="Why They Aren't Waited For")

    def action_close_scoring(self):
        self.award_id.action_close_scoring(self.reason)
        return self.award_id.action_view_results()
