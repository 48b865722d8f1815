from odoo import api, fields, models

from .leifeng_award import AWARD_STATES


class LeifengAward(models.Model):
    """Counters on the award's own form; nobody can search or group by them."""

    _inherit = "leifeng.award"

    state = fields.Selection(group_expand="_expand_states")
    entry_count = fields.Integer(string="Entries", compute="_compute_entry_count")
    judge_count = fields.Integer(string="Judges", compute="_compute_judge_count")
    weight_sum = fields.Float(
        string="Points Altogether", compute="_compute_weight_sum", digits=(5, 1)
    )

    def _compute_entry_count(self):
        """Count what the user may read: for the office all but drafts."""
        counts = dict(
            self.env["leifeng.award.entry"]._read_group(
                [("award_id", "in", self._origin.ids)], ["award_id"], ["__count"]
            )
        )
        for award in self:
            award.entry_count = counts.get(award._origin, 0)

    @api.depends("judge_ids")
    def _compute_judge_count(self):
        for award in self:
            award.judge_count = len(award.judge_ids)

    @api.depends("criterion_ids.weight")
    def _compute_weight_sum(self):
        for award in self:
            award.weight_sum = sum(award.criterion_ids.mapped("weight"))

    @api.model
    def _expand_states(self, states, _domain):
        """Return the stages in their order, for columns side by side."""
        return [state for state, _label in AWARD_STATES if state != "cancelled" or state in states]

    def action_view_entries(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Entries"),
            "res_model": "leifeng.award.entry",
            "views": [(False, "list"), (False, "form")],
            "domain": [("award_id", "=", self.id)],
        }


class LeifengCampaign(models.Model):
    _inherit = "leifeng.campaign"

    award_ids = fields.One2many("leifeng.award", "campaign_id")
    award_count = fields.Integer(string="Awards", compute="_compute_award_count")

    def _year(self):
        """Return the year of the campaign as a number, 0 where no date is known."""
        return self.date_start.year if self.date_start else 0

    def _compute_award_count(self):
        counts = dict(
            self.env["leifeng.award"]._read_group(
                [("campaign_id", "in", self._origin.ids)], ["campaign_id"], ["__count"]
            )
        )
        for campaign in self:
            campaign.award_count = counts.get(campaign._origin, 0)

    def action_view_awards(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Awards"),
            "res_model": "leifeng.award",
            "views": [(False, "list"), (False, "kanban"), (False, "form")],
            "domain": [("campaign_id", "=", self.id)],
            "context": {"default_campaign_id": self.id},
        }
