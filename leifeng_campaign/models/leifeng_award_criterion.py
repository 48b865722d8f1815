from odoo import fields, models

# What is computed from records, beside what judges score: for persons, then for departments.
SOURCES = [
    ("judged", "Scored by Judges"),
    ("hours", "Service Hours"),
    ("attendance", "Activities Joined"),
    ("requests", "Requests Served"),
    ("ratings", "Service Ratings"),
    ("people", "Share of People Taking Part"),
    ("summary", "Summary on Time"),
]


class LeifengAwardCriterion(models.Model):
    """What is scored and how much it weighs; the weights of an award add up to 100."""

    _name = "leifeng.award.criterion"
    _description = "Criterion of an Award"
    _inherit = ["leifeng.award.rule.mixin"]
    _order = "award_id, sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    award_id = fields.Many2one("leifeng.award", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="award_id.company_id", store=True)
    weight = fields.Float(string="Points at Most", required=True, digits=(5, 1))
    source = fields.Selection(SOURCES, required=True, default="judged")
    target = fields.Float(
        string="Full Points From",
        digits=(8, 1),
        help="Of what is computed: points grow up to this value and not beyond, so that nobody "
        "gains by more hours or more people.",
    )
    description = fields.Text()

    def _full_value(self):
        """Return the value that gives full points; a summary is on time or not."""
        return 1 if self.source == "summary" else self.target

    _weight_positive = models.Constraint("CHECK (weight > 0)", "A criterion weighs more than 0.")
    _target_positive = models.Constraint(
        "CHECK (source IN ('judged', 'summary') OR target > 0)",
        "Please say from which value on a computed criterion gives full points.",
    )
