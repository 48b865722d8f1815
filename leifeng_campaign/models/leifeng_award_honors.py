from odoo import fields, models


class LeifengAward(models.Model):
    """From the award to its decision, and to the honors that it granted."""

    _inherit = "leifeng.award"

    honor_count = fields.Integer(string="Honors", compute="_compute_honor_count")

    def _compute_honor_count(self):
        counts = self.env["leifeng.certificate"]._honor_counts("award_id", self._origin)
        for award in self:
            award.honor_count = counts.get(award._origin.id, 0)

    # ACTIONS

    def action_decide(self):
        """Open the decision that grants the honors: the draft that covers the award, or a new one
        that covers all awards of the campaign that are on public notice."""
        self.ensure_one()
        draft = self.decision_ids.filtered(lambda decision: decision.state == "draft")[:1]
        peers = self.search([("campaign_id", "=", self.campaign_id.id), ("state", "=", "notice")])
        return {
            "type": "ir.actions.act_window",
            "res_model": "leifeng.award.decision",
            "res_id": draft.id,
            "views": [(False, "form")],
            "context": {
                "default_award_ids": (self | peers).ids,
                "default_campaign_id": self.campaign_id.id,
                "default_company_id": self.company_id.id,
            },
        }

    def action_print_certificates(self):
        """Print the valid certificates of these awards as one file."""
        return self.env["leifeng.certificate"]._print_valid([("award_id", "in", self.ids)])

    def action_view_honors(self):
        return self.env["leifeng.certificate"]._open_honors([("award_id", "in", self.ids)])

    # BUSINESS

    def _honor_year(self, day):
        """Return the year that certificates name: the award's, else the campaign's, else that of
        ``day``, the decision's date."""
        return self.year or (self.campaign_id.date_start or day).year


class LeifengAwardDecision(models.Model):
    _inherit = "leifeng.award.decision"

    honor_count = fields.Integer(string="Honors", compute="_compute_honor_count")

    def _compute_honor_count(self):
        counts = self.env["leifeng.certificate"]._honor_counts("decision_id", self._origin)
        for decision in self:
            decision.honor_count = counts.get(decision._origin.id, 0)

    def action_print_certificates(self):
        """Print the valid certificates of these decisions as one file."""
        return self.env["leifeng.certificate"]._print_valid([("decision_id", "in", self.ids)])

    def action_view_honors(self):
        return self.env["leifeng.certificate"]._open_honors([("decision_id", "in", self.ids)])
