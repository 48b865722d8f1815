from odoo import api, fields, models
from odoo.fields import Domain

from .leifeng_service_record import OWN_HOURS

PERSON = ("employee_id", "employee_name", "employee_number")


class LeifengServiceRecord(models.Model):
    """What sums are made over."""

    _name = "leifeng.service.record"
    _inherit = ["leifeng.service.record", "leifeng.headcount.mixin"]

    # by post, as the shift was planned; a record without a shift has none
    post_id = fields.Many2one(related="session_id.post_id", string="Volunteer Post")
    category = fields.Selection(related="session_id.category", string="Service Category")

    _by_attendance = models.Index("(session_id, employee_id)")

    @api.model
    def fields_get(self, allfields=None, attributes=None):
        """Override so that sums of persons are offered to office and HR alone, who answer for
        each record; coordinators see their department's records and its sum."""
        described = super().fields_get(allfields, attributes)
        if not self._user_answers_for_records():
            for name in PERSON:
                if "groupable" in described.get(name, {}):
                    described[name]["groupable"] = False
        return described

    @api.model
    def _user_answers_for_records(self):
        roles = ("leifeng_campaign.group_leifeng_officer", "hr.group_hr_user")
        return any(self.env.user.has_group(role) for role in roles)

    @api.model
    def _this_year_domain(self):
        """The agency's own service of the current year, without training and partners' records; a
        reversal counts against what it reverses."""
        today = self.env.company._leifeng_today()
        return Domain("date", ">=", today.replace(month=1, day=1)) & Domain(OWN_HOURS)

    @api.model
    def _standing_domain(self):
        """Records that count: neither taken back nor taking back."""
        return Domain("reverses_id", "=", False) & Domain("reversal_ids", "=", False)
