from odoo import fields, models
from odoo.exceptions import UserError


class LeifengAwardSimilarityDecide(models.TransientModel):
    """Decide about two similar essays, with a reason."""

    _name = "leifeng.award.similarity.decide"
    _description = "Decision on Similar Essays"

    pair_id = fields.Many2one("leifeng.award.similarity", required=True, readonly=True)
    act = fields.Selection(
        [("keep", "No Copy"), ("copied", "Copied")],
        string="Conclusion",
        required=True,
        readonly=True,
    )
    same_award = fields.Boolean(related="pair_id.same_award")
    which = fields.Selection(
        [("entry", "The Essay on the Left"), ("other", "The Essay on the Right")],
        string="Which One Is the Copy",
    )
    reason = fields.Text(string="Reason for This Decision", required=True)

    def action_decide(self):
        pair = self.pair_id
        if self.act == "keep":
            pair.action_keep(self.reason)
        else:
            pair.action_copied(self._copy().id, self.reason)
        return {"type": "ir.actions.act_window_close"}

    def _copy(self):
        """Return the copy: of another year's essay it can only be the one of this contest."""
        if not self.pair_id.same_award:
            return self.pair_id.entry_id
        if not self.which:
            raise UserError(self.env._("Please choose which of the two is the copy."))
        return self.pair_id.entry_id if self.which == "entry" else self.pair_id.other_id
