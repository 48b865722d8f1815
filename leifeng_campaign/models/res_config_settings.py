from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    leifeng_office = fields.Char(related="company_id.leifeng_office", readonly=False)
    leifeng_office_address = fields.Char(
        related="company_id.leifeng_office_address", readonly=False
    )
    leifeng_office_phone = fields.Char(related="company_id.leifeng_office_phone", readonly=False)
    leifeng_tz = fields.Selection(related="company_id.leifeng_tz", readonly=False)
    leifeng_rounding = fields.Selection(related="company_id.leifeng_rounding", readonly=False)
    leifeng_certificate_format = fields.Char(
        related="company_id.leifeng_certificate_format", readonly=False
    )
    leifeng_signup_months = fields.Integer(
        related="company_id.leifeng_signup_months", readonly=False
    )
    leifeng_record_years = fields.Integer(
        string="Years for Which Records Are Kept",
        config_parameter="leifeng_campaign.record_years",
        default=10,
    )
