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
    "leifeng_honor_format",
    "leifeng_notice_days",
    "leifeng_notice_first",
    "leifeng_notice_masked",
    "leifeng_office_hours",
    "leifeng_summary_limit",
    "leifeng_reminders",
    "leifeng_red_head",
)
FORMATS = ("leifeng_certificate_format", "leifeng_honor_format")


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

    leifeng_honor_format = fields.Char(
        string="Format of Honor Numbers",
        required=True,
        help="%(year)s is the year, %(number)03d the number of the year with three digits.",
    )
    leifeng_notice_days = fields.Integer(string="Workdays of a Public Notice", required=True)
    leifeng_notice_first = fields.Boolean(
        string="The First Day of a Notice Counts", help="Practice differs from place to place."
    )
    leifeng_notice_masked = fields.Boolean(
        string="Names Masked in Public Notices",
        help="For notices that are also shown outside the agency.",
    )
    leifeng_office_hours = fields.Char(
        string="Office Hours", help="When objections are taken, as public notices say it."
    )
    leifeng_reminders = fields.Boolean(string="Reminders by the Office")
    leifeng_summary_limit = fields.Integer(string="Longest Department Summary, Characters")

    leifeng_red_head = fields.Boolean(
        string="Red Head on Documents",
        help="The agency's name and the document number in red above the text. Usually the office "
        "that issues a document adds them once it is signed.",
    )

    # The usual period, and never a shorter one
    _five_workdays = models.Constraint(
        "CHECK (leifeng_notice_days >= 5)", "A public notice stays for at least five workdays."
    )
    _window_not_negative = models.Constraint(
        "CHECK (leifeng_opens_days >= 0 AND leifeng_closes_hours >= 0 "
        "AND leifeng_withdraw_hours >= 0)",
        "Days and hours before a shift can't be negative.",
    )

    _summary_limit_not_negative = models.Constraint(
        "CHECK (leifeng_summary_limit >= 0)", "A number of characters can't be negative."
    )

    @api.model
    def default_get(self, fields):
        company = self.env.company
        return {**super().default_get(fields), **{name: company[name] for name in COMPANY_FIELDS}}

    @api.constrains(*FORMATS)
    def _check_formats(self):
        """A format must take a year and a number, or no certificate could be issued."""
        for text in (settings[name] for settings in self for name in FORMATS):
            if "%" in PLACEHOLDER.sub("", text) or "%(number)" not in text:
                raise ValidationError(
                    self.env._(
                        "This format gives no number to a certificate. A good one: %(example)s",
                        example="〔%(year)s〕%(number)03d号",
                    )
                )

    @api.constrains(*FORMATS)
    def _check_formats_differ(self):
        """No number of an honor is one of a service record."""
        for settings in self:
            if len({settings[name] for name in FORMATS}) < len(FORMATS):
                raise ValidationError(
                    self.env._("Honors and service records need numbers that differ.")
                )

    def action_save(self):
        self.check_access("write")
        # sudo: res.company - the manager sets these fields of the agency and no other
        self.env.company.sudo().write({name: self[name] for name in COMPANY_FIELDS})
        return {"type": "ir.actions.client", "tag": "soft_reload"}
