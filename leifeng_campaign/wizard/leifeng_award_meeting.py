from odoo import Command, api, fields, models


class LeifengAwardMeeting(models.TransientModel):
    """The minutes of a panel's meeting: who was there, how it voted, what it proposes and why."""

    _name = "leifeng.award.meeting"
    _description = "Record Panel Proposal"

    award_id = fields.Many2one("leifeng.award", required=True, readonly=True)
    date = fields.Date(
        string="Day of the Meeting",
        required=True,
        default=lambda self: self.env.company._leifeng_today(),
    )
    present_ids = fields.Many2many(
        "leifeng.award.judge", string="Judges Present", domain="[('award_id', '=', award_id)]"
    )
    kind = fields.Selection(related="award_id.kind")
    majority = fields.Selection(related="award_id.majority")
    scale_decides = fields.Boolean(related="award_id.scale_decides", related_sudo=False)
    note = fields.Text(string="Note of the Meeting")
    line_ids = fields.One2many("leifeng.award.meeting.line", "wizard_id")

    @api.model_create_multi
    def create(self, vals_list):
        """Override: the minutes begin with the order, or with what was proposed before."""
        meetings = super().create(vals_list)
        for meeting in meetings.filtered(lambda each: not each.line_ids):
            # the reader's own rights: results can be read once scoring is closed
            results = meeting.award_id.result_ids.filtered(lambda each: not each.struck_reason)
            meeting.line_ids = [Command.create(meeting._line_values(each)) for each in results]
        return meetings

    def _line_values(self, result):
        proposed = self.award_id.state == "proposed"
        tier = result.tier_id if proposed else result.by_order_tier_id
        return {"result_id": result.id, "tier_id": tier.id, "reason": result.departure_reason}

    # ACTIONS

    def action_all_in_favor(self):
        """Fill in a unanimous vote where somebody is proposed and no vote is entered yet."""
        for line in self.line_ids:
            if line.tier_id and not (line.in_favor or line.against or line.abstained):
                line.in_favor = len(self.present_ids) - line.recused_count
        return self._open_again()

    def action_record(self):
        self.award_id._record_proposal(
            self.date,
            self.present_ids,
            {line.result_id: line._row() for line in self.line_ids},
            (self.note or "").strip(),
        )
        return {"type": "ir.actions.act_window_close"}

    def _open_again(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Record Panel Proposal"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
            "context": {"dialog_size": "extra-large"},
        }
