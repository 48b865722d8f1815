from odoo import api, fields, models

from .leifeng_service_request import OFFICER_OR_SUPERVISOR


class LeifengServicePost(models.Model):
    _name = "leifeng.service.post"
    _inherit = ["leifeng.service.post", "leifeng.rating.sums.mixin"]
    _rating_field = "post_id"


class LeifengCampaign(models.Model):
    _name = "leifeng.campaign"
    _inherit = ["leifeng.campaign", "leifeng.rating.sums.mixin"]
    _rating_field = "campaign_id"


class LeifengSession(models.Model):
    _name = "leifeng.session"
    _inherit = ["leifeng.session", "leifeng.rating.sums.mixin"]
    _rating_field = "session_id"

    rating_ids = fields.One2many(
        "leifeng.service.rating",
        "session_id",
        string="Answers of the Served",
        groups=OFFICER_OR_SUPERVISOR,
        copy=False,
    )

    @api.depends("rating_ids")
    def _compute_rating_sums(self):
        return super()._compute_rating_sums()
