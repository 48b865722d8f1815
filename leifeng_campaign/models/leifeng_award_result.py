from odoo import api, fields, models

DECIMALS = ("raw_mean", "judged", "computed", "score", "spread")
FIGURES = ("sheet_count", *DECIMALS, "rank")


class LeifengAwardResult(models.Model):
    """What the sheets of an entry came to, then what the panel's meeting made of it.

    Figures are written once, when scoring is closed. An essay shows its code until the panel's
    proposal is recorded: codes first, names then.
    """

    _name = "leifeng.award.result"
    _description = "Result of an Entry"
    _inherit = ["leifeng.append.only.mixin"]
    _order = "award_id, rank, code"
    _rec_name = "code"
    _append_only = (
        "award_id",
        "entry_id",
        "code",
        "sheet_count",
        "raw_mean",
        "judged",
        "computed",
        "score",
        "spread",
        "method",
        "rank",
    )

    award_id = fields.Many2one(
        "leifeng.award", required=True, readonly=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    entry_id = fields.Many2one(
        "leifeng.award.entry",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
        groups=fields.NO_ACCESS,
    )
    code = fields.Char(required=True, readonly=True)
    # Copied when the names may be seen
    entry_name = fields.Char(string="Name or Title", readonly=True)
    employee_name = fields.Char(string="Full Name", readonly=True)
    department_name = fields.Char(string="Department", readonly=True)
    sheet_count = fields.Integer(string="Sheets", readonly=True, aggregator=None)
    raw_mean = fields.Float(readonly=True, digits=(6, 2), aggregator=None)
    judged = fields.Float(string="Points by Judges", readonly=True, digits=(6, 2), aggregator=None)
    computed = fields.Float(
        string="Points from Records", readonly=True, digits=(6, 2), aggregator=None
    )
    score = fields.Float(readonly=True, digits=(6, 2), aggregator=None)
    spread = fields.Float(readonly=True, digits=(6, 2), aggregator=None)
    method = fields.Selection(
        [
            ("trimmed", "Mean Without Highest and Lowest"),
            ("mean", "Plain Mean"),
            ("adjusted", "Adjusted for Judges"),
        ],
        readonly=True,
    )
    rank = fields.Integer(string="Place by Score", readonly=True, aggregator=None)
    tied = fields.Boolean(readonly=True)
    by_order_tier_id = fields.Many2one(
        "leifeng.award.tier", string="Tier by the Order", readonly=True, ondelete="restrict"
    )
    # The meeting
    tier_id = fields.Many2one(
        "leifeng.award.tier", string="Proposed Tier", readonly=True, ondelete="restrict"
    )
    departure_reason = fields.Text(string="Reason for the Departure", readonly=True)
    recused_count = fields.Integer(string="Recused", readonly=True, aggregator=None)
    in_favor = fields.Integer(readonly=True, aggregator=None)
    against = fields.Integer(readonly=True, aggregator=None)
    abstained = fields.Integer(string="Abstentions", readonly=True, aggregator=None)
    struck_reason = fields.Text(string="Taken off the List Because", readonly=True)

    _append_only_guard = models.Constraint(
        "CHECK (true)", "The figures of a result come from the sheets and don't change."
    )
    _once = models.UniqueIndex("(award_id, entry_id)")

    def _figures(self):
        """Return what was computed, as values that never vary."""
        values = {name: self[name] for name in FIGURES}
        return self._figures_of({**values, "entry_id": self.entry_id.id})

    @api.model
    def _figures_of(self, values):
        """``values``: those of a result, stored or just computed."""
        numbers = (values[name] for name in DECIMALS)
        texts = [f"{number:.2f}" for number in numbers]
        return [values["entry_id"], values["sheet_count"], *texts, values["rank"]]

    @api.model
    def _winner_domain(self):
        return [("tier_id", "!=", False), ("struck_reason", "=", False)]

    @api.depends("code", "entry_name")
    def _compute_display_name(self):
        for result in self:
            result.display_name = result.entry_name or result.code
