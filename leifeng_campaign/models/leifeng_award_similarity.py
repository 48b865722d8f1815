from odoo import fields, models


class LeifengAwardSimilarity(models.Model):
    """Two essays that share passages: a flag for a person, never a verdict."""

    _name = "leifeng.award.similarity"
    _description = "Similar Essays"
    _inherit = ["leifeng.state.mixin"]
    _order = "award_id, containment desc, id"
    _state_fields = {"state": {"open": ("kept", "copied"), "kept": ("copied",), "copied": ()}}

    award_id = fields.Many2one("leifeng.award", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="award_id.company_id", store=True)
    entry_id = fields.Many2one(
        "leifeng.award.entry", string="Essay", required=True, index=True, ondelete="cascade"
    )
    other_id = fields.Many2one(
        "leifeng.award.entry",
        string="Other Essay",
        required=True,
        index=True,
        ondelete="cascade",
    )
    containment = fields.Float(string="Shared", digits=(4, 3), readonly=True, aggregator=None)
    run = fields.Integer(string="Longest Common Passage", readonly=True, aggregator=None)
    passages = fields.Json(readonly=True)
    state = fields.Selection(
        [("open", "To Be Looked At"), ("kept", "No Copy"), ("copied", "Copied")],
        default="open",
        required=True,
        readonly=True,
    )
    reason = fields.Text(readonly=True)
    decided_by_id = fields.Many2one("res.users", readonly=True, ondelete="restrict")

    _once = models.UniqueIndex("(entry_id, other_id)")
