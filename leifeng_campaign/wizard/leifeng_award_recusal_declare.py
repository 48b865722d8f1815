from odoo import fields, models


class LeifengAwardRecusalDeclare(models.TransientModel):
    """A judge told the office of a conflict before judging opened."""

    _name = "leifeng.award.recusal.declare"
    _description = "Record a Recusal"

    award_id = fields.Many2one("leifeng.award", required=True, readonly=True)
    judge_id = fields.Many2one(
        "leifeng.award.judge",
        required=True,
        domain="[('award_id', '=', award_id)]",
    )
    entry_id = fields.Many2one(
        "leifeng.award.entry",
        required=True,
        domain="[('award_id', '=', award_id), ('state', 'in', ('submitted', 'candidate'))]",
    )
    reason = fields.Selection(
        [("kin", "Relative"), ("other", "Other Reason")], required=True, default="kin"
    )
    note = fields.Char()

    def action_declare(self):
        self.award_id._declare_recusal(self.judge_id, self.entry_id, self.reason, self.note)
