import re

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..models.res_company import ROUNDINGS

PLACEHOLDER = re.compile(r"%\(year\)[sd]|%\(number\)(?:s|0?[1-9]?d)")
COMPANY_FIELDS = (
    "leifeng_office",
    "leifeng_office_address",
    "leifeng_office_phone",
    "leifeng_tz",
    "leifeng_rounding",
    "leifeng_certificate_format",
    "leifeng_mail",
    "leifeng_opens_days",
    "leifeng_closes_hours",
    "leifeng_withdraw_hours",
)


class LeifengSettings(models.TransientModel):
    """The campaign's rules in this agency, for the campaign's manager.

    Not part of res.config.settings: those only a system administrator may save.
    """

    _name = "leifeng.settings"
    _description = "Campaign Settings"

    leifeng_office = fields.Char(string="Campaign Office")
    leifeng_office_address = fields.Char(string="Office Address")
    leifeng_office_phone = fields.Char(string="Office Phone")
    leifeng_tz = fields.Selection(
        lambda self: self.env["res.company"]._leifeng_tz_options(),
        string="Time Zone of the Agency",
        required=True,
    )
    leifeng_rounding = fields.Selection(
        ROUNDINGS, string="Rounding of Service Hours", required=True
    )
    leifeng_certificate_format = fields.Char(
        string="Format of Certificate Numbers",
        required=True,
        help="%(year)s is the year, %(number)03d the number of the year with three digits.",
    )

    leifeng_mail = fields.Boolean(
        string="Daily Mail of Messages",
        help="One mail a day with messages not yet read, for people who have an address. It needs "
        "a mail server in Odoo's settings; without one, messages stay in the portal.",
    )
    leifeng_opens_days = fields.Integer(
        string="Sign-up Opens, Days Before", help="0: as soon as the shift is published."
    )
    leifeng_closes_hours = fields.Integer(
        string="Sign-up Closes, Hours Before", help="0: when the shift begins."
    )
    leifeng_withdraw_hours = fields.Integer(
        string="Withdrawal Without a Word, Hours Before",
        help="Whoever withdraws later than that still can; the on-site leader is told. 0: never.",
    )

    _window_not_negative = models.Constraint(
        "CHECK (leifeng_opens_days >= 0 AND leifeng_closes_hours >= 0 "
        "AND leifeng_withdraw_hours >= 0)",
        "Days and hours before a shift can't be negative.",
    )

    @api.model
    def default_get(self, fields):
        company = self.env.company
        return {**super().default_get(fields), **{name: company[name] for name in COMPANY_FIELDS}}

    @api.constrains("leifeng_certificate_format")
    def _check_certificate_format(self):
        """The format must take a year and a number, or no certificate could be issued."""
        for settings in self:
            words = PLACEHOLDER.sub("", settings.leifeng_certificate_format)
            if "%" in words or "%(number)" not in settings.leifeng_certificate_format:
                raise ValidationError(
                    self.env._(
                        "This format gives no number to a certificate. A good one: %(example)s",
                        example="〔%(year)s〕%(number)03d号",
                    )
                )

    def action_save(self):
        self.check_access("write")
        # sudo: res.company - the manager sets these fields of the agency and no other
        self.env.company.sudo().write({name: self[name] for name in COMPANY_FIELDS})
        return {"type": "ir.actions.client", "tag": "soft_reload"}
