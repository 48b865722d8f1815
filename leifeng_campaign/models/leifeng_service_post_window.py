from odoo import fields, models


class LeifengServicePost(models.Model):
    """How long before a shift one signs up and withdraws; new posts begin with the agency's."""

    _inherit = "leifeng.service.post"

    opens_days = fields.Integer(
        string="Sign-up Opens, Days Before",
        default=lambda self: self.env.company.leifeng_opens_days,
        help="0: as soon as the shift is published.",
    )
    closes_hours = fields.Integer(
        string="Sign-up Closes, Hours Before",
        default=lambda self: self.env.company.leifeng_closes_hours,
        help="0: when the shift begins.",
    )
    withdraw_hours = fields.Integer(
        string="Withdrawal Without a Word, Hours Before",
        default=lambda self: self.env.company.leifeng_withdraw_hours,
        help="Whoever withdraws later than that still can; the on-site leader is told. 0: never.",
    )

    _window_not_negative = models.Constraint(
        "CHECK (opens_days >= 0 AND closes_hours >= 0 AND withdraw_hours >= 0)",
        "Days and hours before a shift can't be negative.",
    )
