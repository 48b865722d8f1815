from odoo import fields, models


class LeifengAwardJudge(models.Model):
    """A member of a panel: a user, from outside too, or somebody who scores on paper."""

    _name = "leifeng.award.judge"
    _description = "Member of a Review Panel"
    _inherit = ["leifeng.award.rule.mixin"]
    _order = "award_id, sequence, id"
    _free_fields = frozenset({"label"})

    award_id = fields.Many2one("leifeng.award", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="award_id.company_id", store=True)
    sequence = fields.Integer(default=10)
    user_id = fields.Many2one("res.users", string="Account", index=True, ondelete="restrict")
    name = fields.Char(string="Full Name", required=True)
    title = fields.Char(string="Post or Unit")
    chair = fields.Boolean(string="Head of the Panel")
    # What officers call the judge once sheets may be read: names stay away from scores.
    label = fields.Integer(string="Number Drawn", readonly=True, copy=False)

    _unique_user = models.UniqueIndex(
        "(award_id, user_id) WHERE user_id IS NOT NULL", "This person is on the panel already."
    )
