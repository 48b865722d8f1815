from odoo import api, models

SECRET = (
    "leifeng.award.entry",
    "leifeng.award.review",
    "leifeng.award.review.line",
    "leifeng.award.opinion",
    "leifeng.award.objection",
    "leifeng.award.result",
    "leifeng.award.recusal",
    "leifeng.award.similarity",
)


class LeifengAwardReview(models.Model):
    _inherit = "leifeng.award.review"

    @api.model
    def _wall_off_ratings(self):
        """Deny ratings of secret models as followers and notifications are denied, at install and
        at every update; the addon that has ratings need not be there."""
        if "rating.rating" not in self.env:
            return
        values = {
            "name": "Ratings: everyone: none of entries, sheets, opinions, objections",
            "model_id": self.env["ir.model"]._get_id("rating.rating"),
            "domain_force": repr(["|", ("res_model", "=", False), ("res_model", "not in", SECRET)]),
        }
        xml_id = "leifeng_campaign.leifeng_award_wall_rule_rating"
        self.env["ir.rule"]._load_records([{"xml_id": xml_id, "values": values}])
