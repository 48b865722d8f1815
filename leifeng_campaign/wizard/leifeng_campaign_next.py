from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_list

from ..tools import next_year


class LeifengCampaignNext(models.TransientModel):
    """Prepare Next Year: shows what will be made and on which days, then makes it."""

    _name = "leifeng.campaign.next"
    _description = "Prepare Next Year"

    campaign_id = fields.Many2one("leifeng.campaign", required=True, readonly=True)
    name = fields.Char(
        string="Title", required=True, compute="_compute_name", store=True, readonly=False
    )
    days = fields.Integer(compute="_compute_preview", export_string_translation=False)
    preview = fields.Html(
        compute="_compute_preview", sanitize=False, export_string_translation=False
    )
    existing = fields.Char(string="There Already", compute="_compute_existing")
    make_anyway = fields.Boolean(string="Make another one all the same")

    @api.depends("campaign_id")
    def _compute_name(self):
        for wizard in self:
            campaign = wizard.campaign_id
            wizard.name = campaign and next_year.next_name(campaign.name, campaign._year())

    @api.depends("campaign_id")
    def _compute_preview(self):
        for wizard in self:
            campaign = wizard.campaign_id
            wizard.days = campaign._days_to_next_year() if campaign.date_start else 0
            wizard.preview = campaign.date_start and wizard._preview()

    @api.depends("campaign_id")
    def _compute_existing(self):
        for wizard in self:
            names = wizard._existing().mapped("name")
            wizard.existing = format_list(self.env, names) if names else False

    # ACTIONS

    def action_make(self):
        self.ensure_one()
        self._check_can_make()
        campaign = self.campaign_id._make_next_year(self.name.strip())
        return {
            "type": "ir.actions.act_window",
            "res_model": "leifeng.campaign",
            "res_id": campaign.id,
            "views": [(False, "form")],
        }

    # BUSINESS

    def _check_can_make(self):
        self.campaign_id.check_access("write")
        if self.campaign_id.state not in ("closing", "closed"):
            raise UserError(self.env._("The next year is prepared when this campaign wraps up."))
        if not self.campaign_id.date_start:
            raise UserError(
                self.env._("Please enter the first and the last day of the campaign first.")
            )
        if self.existing and not self.make_anyway:
            raise UserError(
                self.env._(
                    "There is a campaign of that year already: %(names)s. "
                    "Please tick that another one is to be made.",
                    names=self.existing,
                )
            )

    def _existing(self):
        """Return the campaigns of the year after, or made of this one before."""
        campaign = self.campaign_id
        if not campaign.date_start:
            return campaign.browse()
        year = campaign._year() + 1
        return campaign.with_context(active_test=False).search(
            [
                ("company_id", "=", campaign.company_id.id),
                ("id", "!=", campaign.id),
                "|",
                ("previous_id", "=", campaign.id),
                "&",
                ("date_start", ">=", f"{year}-01-01"),
                ("date_start", "<=", f"{year}-12-31"),
            ]
        )
