from odoo import fields, models


class LeifengAwardTier(models.Model):
    """A grade of an award and its places: a number, or a share of what is judged."""

    _name = "leifeng.award.tier"
    _description = "Tier of an Award"
    _inherit = ["leifeng.award.rule.mixin"]
    _order = "award_id, sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    award_id = fields.Many2one("leifeng.award", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="award_id.company_id", store=True)
    quota_kind = fields.Selection(
        [("number", "Fixed Number"), ("share", "Share in Percent")],
        string="Places As",
        required=True,
        default="number",
    )
    quota = fields.Float(string="Places", required=True, default=1, digits=(8, 2))

    _quota_positive = models.Constraint(
        "CHECK (quota > 0 AND (quota_kind = 'number' OR quota <= 100))",
        "A tier has at least one place, and at most 100 percent.",
    )
    _whole_places = models.Constraint(
        "CHECK (quota_kind <> 'number' OR quota = floor(quota))",
        "Places are given as a whole number.",
    )
