from odoo import fields, models


class LeifengAwardRecusal(models.Model):
    """Which judge doesn't judge which entry, and why (公务员法 art. 76). Judges can't read it."""

    _name = "leifeng.award.recusal"
    _description = "Recusal"
    _order = "award_id, judge_id, id"
    _rec_name = "judge_id"

    award_id = fields.Many2one("leifeng.award", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="award_id.company_id", store=True)
    judge_id = fields.Many2one(
        "leifeng.award.judge", required=True, index=True, ondelete="restrict"
    )
    entry_id = fields.Many2one(
        "leifeng.award.entry", required=True, index=True, ondelete="restrict"
    )
    reason = fields.Selection(
        [
            ("self", "Own Entry"),
            ("nominator", "Own Nomination"),
            ("department", "Own Department"),
            ("kin", "Relative"),
            ("other", "Other Reason"),
        ],
        required=True,
    )
    origin = fields.Selection(
        [("found", "Found from Records"), ("declared", "Declared")], required=True
    )
    note = fields.Char()

    _once = models.UniqueIndex("(judge_id, entry_id)", "This recusal is recorded already.")
