from odoo import api, fields, models


class LeifengAwardSimilarity(models.Model):
    """Two essays that share passages: a flag for a person, never a verdict.

    ``passages``: {"versions": [of the essay, of the other], "spans": [[start in the essay, stop,
    start in the other, stop]]}, places in the texts of those versions.
    """

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
    reason = fields.Text(string="Reason for This Decision", readonly=True)
    decided_by_id = fields.Many2one("res.users", readonly=True, ondelete="restrict")

    _once = models.UniqueIndex("(entry_id, other_id)")

    @api.depends("entry_id", "other_id")
    def _compute_display_name(self):
        for pair in self:
            # sudo: leifeng.award.entry - titles, to whoever may read the flag
            one, other = pair.sudo().entry_id, pair.sudo().other_id
            pair.display_name = f"{one.display_name} ↔ {other.display_name}"

    def _keep(self, award, matches):
        """Write down what was found for ``award``; ``self``: its pairs so far, as the system.

        A decided pair stays as it is; an open one that isn't found any more goes.
        """
        pairs = {frozenset((pair.entry_id.id, pair.other_id.id)): pair for pair in self}
        new = []
        for match in matches:
            pair = pairs.pop(frozenset((match.one, match.other)), None)
            values = {"award_id": award.id, **self._match_values(match)}
            if pair is None:
                new.append(values)
            elif pair.state == "open":
                pair.write(values)
        self.create(new)
        left = self.browse().union(*pairs.values())
        left.filtered(lambda pair: pair.state == "open").unlink()

    def _match_values(self, match):
        entries = self.env["leifeng.award.entry"].browse((match.one, match.other))
        spans = [list(passage) for passage in match.passages]
        return {
            "entry_id": match.one,
            "other_id": match.other,
            "containment": match.containment,
            "run": match.run,
            "passages": {"versions": entries.mapped("version"), "spans": spans},
        }
