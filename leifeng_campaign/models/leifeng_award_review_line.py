from odoo import fields, models


class LeifengAwardReviewLine(models.Model):
    """A score: written once, when the sheet is submitted."""

    _name = "leifeng.award.review.line"
    _description = "Score"
    _inherit = ["leifeng.append.only.mixin"]
    _order = "review_id, sequence, id"
    _append_only = ("review_id", "criterion_id", "name", "maximum", "value")

    review_id = fields.Many2one(
        "leifeng.award.review", required=True, readonly=True, index=True, ondelete="restrict"
    )
    criterion_id = fields.Many2one(
        "leifeng.award.criterion", required=True, readonly=True, ondelete="restrict"
    )
    sequence = fields.Integer(readonly=True)
    name = fields.Char(string="What Is Scored", required=True, readonly=True)
    maximum = fields.Float(required=True, readonly=True, digits=(5, 1), aggregator=None)
    value = fields.Float(string="Score", required=True, readonly=True, digits=(5, 1))

    _append_only_guard = models.Constraint(
        "CHECK (true)", "A score doesn't change. Please write a correction instead."
    )
    _within_the_maximum = models.Constraint(
        "CHECK (value BETWEEN 0 AND maximum)", "A score lies between 0 and the criterion's points."
    )
    _once = models.UniqueIndex("(review_id, criterion_id)")
