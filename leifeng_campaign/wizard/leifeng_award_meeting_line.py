from odoo import api, fields, models

from ..models.leifeng_award_meeting import VOTES


class LeifengAwardMeetingLine(models.TransientModel):
    """A work on the minutes: what the order says, what the panel proposes, how it voted."""

    _name = "leifeng.award.meeting.line"
    _description = "Work on the Minutes of a Panel"
    _order = "wizard_id, id"

    wizard_id = fields.Many2one("leifeng.award.meeting", required=True, ondelete="cascade")
    award_id = fields.Many2one(related="wizard_id.award_id")
    result_id = fields.Many2one("leifeng.award.result", required=True, readonly=True)
    # read with the reader's own rights
    name = fields.Char(related="result_id.display_name", related_sudo=False, string="Judged Work")
    department_name = fields.Char(related="result_id.department_name", related_sudo=False)
    rank = fields.Integer(related="result_id.rank", related_sudo=False)
    score = fields.Float(related="result_id.score", related_sudo=False)
    spread = fields.Float(related="result_id.spread", related_sudo=False)
    tied = fields.Boolean(related="result_id.tied", related_sudo=False)
    by_order_tier_id = fields.Many2one(related="result_id.by_order_tier_id", related_sudo=False)
    tier_id = fields.Many2one(
        "leifeng.award.tier", string="Proposed Tier", domain="[('award_id', '=', award_id)]"
    )
    recused_count = fields.Integer(string="Recused", compute="_compute_recused_count")
    in_favor = fields.Integer()
    against = fields.Integer()
    abstained = fields.Integer(string="Abstentions")
    reason = fields.Text(string="Reason for the Departure")

    @api.depends("wizard_id.present_ids", "result_id")
    def _compute_recused_count(self):
        for line in self:
            present = line.wizard_id.present_ids._origin
            line.recused_count = len(line.award_id._recused(line.result_id, present))

    def _row(self):
        """Return the line as the award records it."""
        votes = {name: self[name] for name in VOTES}
        return {"tier_id": self.tier_id.id, "departure_reason": self.reason, **votes}
