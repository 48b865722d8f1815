from odoo import api, fields, models

from ..tools import hours
from ..tools.served_day import Stint, verdict
from .leifeng_service_record import KINDS, RECORD_SOURCES


class LeifengServiceEntry(models.Model):
    """Hours that wait for a second person before they become a record.

    What was entered late (补录), and days of more than 12 hours. Names are copies, as on records.
    """

    _name = "leifeng.service.entry"
    _description = "Hours to Review"
    _inherit = ["leifeng.state.mixin"]
    _order = "id desc"
    _rec_name = "content"
    _state_fields = {
        "state": {"review": ("recorded", "refused"), "recorded": (), "refused": ()},
    }

    state = fields.Selection(
        [
            ("review", "Second Person Needed"),
            ("recorded", "Recorded"),
            ("refused", "Not Agreed"),
        ],
        default="review",
        required=True,
        readonly=True,
        index=True,
    )
    source = fields.Selection(RECORD_SOURCES, required=True, default="late", readonly=True)
    kind = fields.Selection(KINDS, required=True, default="service", readonly=True)
    employee_id = fields.Many2one(
        "hr.employee", required=True, readonly=True, index=True, ondelete="restrict"
    )
    employee_name = fields.Char(string="Full Name", required=True, readonly=True)
    department_id = fields.Many2one("hr.department", readonly=True, ondelete="set null")
    department_name = fields.Char(string="Department on That Day", readonly=True)
    company_id = fields.Many2one("res.company", required=True, readonly=True, ondelete="restrict")
    campaign_id = fields.Many2one("leifeng.campaign", readonly=True, ondelete="restrict")
    session_id = fields.Many2one("leifeng.session", readonly=True, index=True, ondelete="restrict")

    date = fields.Date(required=True, readonly=True)
    start = fields.Datetime(string="From", readonly=True)
    stop = fields.Datetime(string="To", readonly=True)
    break_minutes = fields.Integer(string="Break", readonly=True)
    raw_minutes = fields.Integer(string="Minutes Served", required=True, readonly=True)
    hours = fields.Float(compute="_compute_hours", digits=(10, 2))
    content = fields.Char(string="Service", required=True, readonly=True)
    location = fields.Char(string="Place", readonly=True)
    organizing_unit = fields.Char(required=True, readonly=True)
    recording_unit = fields.Char(required=True, readonly=True)
    leader_name = fields.Char(string="Person in Charge", readonly=True)

    reason = fields.Text(string="Reason for the Late Entry", readonly=True)
    long_day = fields.Boolean(
        string="More Than 12 Hours on That Day",
        readonly=True,
        help="When the hours were entered; the campaign's manager decides.",
    )
    day_warning = fields.Char(compute="_compute_day_warning")
    asked_by_id = fields.Many2one("res.users", required=True, readonly=True, ondelete="restrict")
    asked_by = fields.Char(string="Entered By", required=True, readonly=True)
    decided_by = fields.Char(string="Second Person", readonly=True)
    decided_on = fields.Datetime(readonly=True)
    answer = fields.Text(string="Why Not Recorded", readonly=True)
    record_id = fields.Many2one(
        "leifeng.service.record", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    may_decide = fields.Boolean(compute="_compute_may_decide")

    @api.depends("raw_minutes")
    def _compute_hours(self):
        for entry in self:
            entry.hours = float(hours.as_hours(entry.raw_minutes))

    @api.depends("employee_id", "date", "state")
    def _compute_day_warning(self):
        for entry in self:
            found = entry._verdict() if entry.state == "review" else ""
            entry.day_warning = entry._day_warning_text(found)

    @api.depends_context("uid")
    @api.depends("state", "asked_by_id", "employee_id", "long_day")
    def _compute_may_decide(self):
        for entry in self:
            entry.may_decide = entry.state == "review" and not entry._decision_refusal()

    # BUSINESS

    def _stint(self):
        return Stint(
            self.date,
            self.raw_minutes,
            self.start or None,
            self.stop or None,
            self.kind == "service",
        )

    def _verdict(self):
        """Return what the rules on a day say, with the records that stand now."""
        records = self.env["leifeng.service.record"]
        stints = records._stints(self.employee_id, self.date, self.date)
        return verdict(self._stint(), stints[self.employee_id.id])

    def _day_warning_text(self, found):
        """Return what whoever decides must know about that day, or False."""
        name = self.employee_name
        if found == "long":
            return self.env._("With these hours more than 12 hours on this day: %s.", name)
        if found == "warning":
            return self.env._(
                "More than 8 hours on this day: %(people)s. Please check the times.", people=name
            )
        return self.env["leifeng.service.record"]._verdict_text(found, name) or False

    def _record_values(self):
        """Return the values of the record that these hours become."""
        records, company = self.env["leifeng.service.record"], self.company_id
        times = (
            records._time_values(company, self.start, self.stop, self.break_minutes)
            if self.start
            else records._untimed_values(company, self.raw_minutes)
        )
        copied = ("kind", "date", "content", "location", "organizing_unit", "recording_unit")
        return {
            **records._person_values(self.employee_id, self.date),
            **times,
            **{name: self[name] for name in (*copied, "leader_name", "source")},
            "recorded_by": self.asked_by,
            "company_id": company.id,
            "campaign_id": self._record_campaign().id,
            "session_id": self.session_id.id,
        }

    def _record_campaign(self):
        """Return the campaign in which the hours count: none that was closed since they were
        entered, whose figures stand still."""
        return self.campaign_id.filtered(lambda campaign: campaign.state != "closed")
