from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from odoo import fields, models

ROUNDINGS = [
    ("tenth", "Cut Down to 0.1 Hours"),
    ("half", "Cut Down to 0.5 Hours"),
    ("minute", "To the Minute"),
]


class ResCompany(models.Model):
    _inherit = "res.company"

    leifeng_office = fields.Char(string="Campaign Office")
    leifeng_office_address = fields.Char(string="Office Address")
    leifeng_office_phone = fields.Char(string="Office Phone")
    leifeng_tz = fields.Selection(
        "_leifeng_tz_options",
        string="Time Zone of the Agency",
        default="Asia/Shanghai",
        required=True,
    )
    leifeng_rounding = fields.Selection(
        ROUNDINGS, string="Rounding of Service Hours", default="tenth", required=True
    )
    leifeng_certificate_format = fields.Char(
        string="Format of Certificate Numbers",
        default="〔%(year)s〕%(number)03d号",
        help="%(year)s is the year, %(number)03d the number of the year with three digits.",
    )
    leifeng_honor_format = fields.Char(
        string="Format of Honor Numbers",
        default="荣〔%(year)s〕%(number)03d号",
        help="%(year)s is the year, %(number)03d the number of the year with three digits.",
    )
    leifeng_notice_days = fields.Integer(
        string="Workdays of a Public Notice", default=5, required=True
    )
    leifeng_notice_first = fields.Boolean(string="The First Day of a Notice Counts", default=True)
    leifeng_notice_masked = fields.Boolean(string="Names Masked in Public Notices")
    leifeng_office_hours = fields.Char(string="Office Hours")
    leifeng_mail = fields.Boolean(
        string="Daily Mail of Messages",
        default=True,
        help="One mail a day with messages not yet read, for people who have an address.",
    )
    leifeng_reminders = fields.Boolean(string="Reminders by the Office", default=True)
    leifeng_summary_limit = fields.Integer(
        string="Longest Department Summary, Characters", default=1500, required=True
    )
    leifeng_red_head = fields.Boolean(string="Red Head on Documents")
    leifeng_opens_days = fields.Integer(string="Sign-up Opens, Days Before")
    leifeng_closes_hours = fields.Integer(string="Sign-up Closes, Hours Before")
    leifeng_withdraw_hours = fields.Integer(
        string="Withdrawal Without a Word, Hours Before", default=12
    )
    leifeng_signup_months = fields.Integer(
        string="Months Until Sign-ups Are Deleted", default=36, required=True
    )
    leifeng_message_months = fields.Integer(
        string="Months Until Messages Are Deleted", default=12, required=True
    )

    leifeng_request_months = fields.Integer(
        string="Months Until Contacts of Requests Are Removed", default=12, required=True
    )

    def _leifeng_tz_options(self):
        return self.env["res.partner"]._fields["tz"]._description_selection(self.env)

    def _leifeng_today(self):
        """Return the agency's date of today, wherever the user's browser says it is."""
        zoned = self.with_context(tz=self.leifeng_tz or "Asia/Shanghai")
        return fields.Date.context_today(zoned)

    def _leifeng_midnight(self, day):
        """Return the UTC moment at which ``day`` begins at the agency."""
        zone = ZoneInfo(self.leifeng_tz or "Asia/Shanghai")
        local = datetime.combine(day, time.min, tzinfo=zone)
        return local.astimezone(ZoneInfo("UTC")).replace(tzinfo=None)

    def _leifeng_working_spans(self, start, stop):
        """Return the agency's working time between two UTC datetimes as (start, stop) UTC pairs."""
        zone = ZoneInfo(self.leifeng_tz or "Asia/Shanghai")
        utc = ZoneInfo("UTC")
        first = start.replace(tzinfo=utc).astimezone(zone).date()
        last = stop.replace(tzinfo=utc).astimezone(zone).date()
        spans = [
            span
            for day in self.env["leifeng.workday"].calendar(self).between(first, last)
            for span in self._leifeng_hours_of(day)
        ]
        return [
            tuple(
                moment.replace(tzinfo=zone).astimezone(utc).replace(tzinfo=None) for moment in span
            )
            for span in spans
        ]

    def _leifeng_hours_of(self, day):
        """Return the local working hours of a workday; a make-up day follows Friday's hours."""
        # sudo: resource.calendar - records are confirmed by people who can't read it
        lines = self.sudo().resource_calendar_id.attendance_ids
        weekday = str(min(day.weekday(), 4))
        midnight = datetime.combine(day, time.min)
        return [
            (midnight + timedelta(hours=line.hour_from), midnight + timedelta(hours=line.hour_to))
            for line in lines
            if line.dayofweek == weekday and line.day_period != "lunch"
        ]
