from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools import chain, hours
from .res_company import ROUNDINGS

RECORD_SOURCES = [
    ("sheet", "From Sign-in Sheet"),
    ("late", "Late Entry"),
    ("partner", "Partner's Record"),
]
# The columns that no one changes once a record is written.
FINAL = (
    "employee_id",
    "employee_name",
    "employee_number",
    "department_name",
    "date",
    "start",
    "stop",
    "break_minutes",
    "raw_minutes",
    "minutes",
    "work_minutes",
    "rounding",
    "content",
    "location",
    "organizing_unit",
    "recording_unit",
    "leader_name",
    "source",
    "recorded_by",
    "session_id",
    "campaign_id",
    "reverses_id",
    "reason",
)


class LeifengServiceRecord(models.Model):
    """Attested service time of a person, final once written.

    Every word on it is a copy, so that transfers, renamings and closed campaigns change nothing.
    A mistake is reversed by a record with the opposite minutes, and written again.
    """

    _name = "leifeng.service.record"
    _description = "Service Record"
    _inherit = ["leifeng.append.only.mixin"]
    _order = "date desc, id desc"
    _rec_name = "content"
    _append_only = FINAL

    employee_id = fields.Many2one(
        "hr.employee", required=True, readonly=True, index=True, ondelete="restrict"
    )
    employee_name = fields.Char(string="Name", required=True, readonly=True)
    employee_number = fields.Char(string="Staff Number", readonly=True)
    # For grouping and rights; the words of the day are in department_name.
    department_id = fields.Many2one("hr.department", readonly=True, index=True, ondelete="set null")
    department_name = fields.Char(string="Department on That Day", readonly=True)
    date = fields.Date(required=True, readonly=True, index=True)
    start = fields.Datetime(string="From", required=True, readonly=True)
    stop = fields.Datetime(string="To", required=True, readonly=True)
    break_minutes = fields.Integer(string="Break", readonly=True)
    raw_minutes = fields.Integer(string="Minutes Served", readonly=True)
    minutes = fields.Integer(string="Minutes Recorded", required=True, readonly=True)
    hours = fields.Float(string="Hours", compute="_compute_hours", digits=(10, 2))
    work_minutes = fields.Integer(string="Minutes Within Working Hours", readonly=True)
    rounding = fields.Selection(ROUNDINGS, required=True, readonly=True)
    content = fields.Char(string="Service", required=True, readonly=True)
    location = fields.Char(string="Place", readonly=True)
    organizing_unit = fields.Char(required=True, readonly=True)
    recording_unit = fields.Char(required=True, readonly=True)
    leader_name = fields.Char(string="Person in Charge", readonly=True)
    source = fields.Selection(RECORD_SOURCES, required=True, default="sheet", readonly=True)
    recorded_by = fields.Char(readonly=True)
    company_id = fields.Many2one("res.company", required=True, readonly=True, ondelete="restrict")
    campaign_id = fields.Many2one(
        "leifeng.campaign", readonly=True, index=True, ondelete="restrict"
    )
    session_id = fields.Many2one("leifeng.session", readonly=True, index=True, ondelete="restrict")
    reverses_id = fields.Many2one(
        "leifeng.service.record", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    reversal_ids = fields.One2many("leifeng.service.record", "reverses_id", readonly=True)
    reason = fields.Char(string="Reason for the Correction", readonly=True)
    correction_ids = fields.One2many("leifeng.service.correction", "record_id", readonly=True)
    state = fields.Selection(
        [
            ("recorded", "Recorded"),
            ("reversed", "Corrected"),
            ("reversal", "Correction Entry"),
        ],
        compute="_compute_state",
    )

    _append_only_guard = models.Constraint(
        "CHECK (true)", "A service record is final. Please correct it by a correction entry."
    )
    _reversed_once = models.UniqueIndex(
        "(reverses_id) WHERE reverses_id IS NOT NULL", "This record has been corrected already."
    )
    _by_person = models.Index("(employee_id, date)")

    @api.depends("minutes")
    def _compute_hours(self):
        for record in self:
            record.hours = float(hours.as_hours(record.minutes))

    @api.depends("reverses_id", "reversal_ids")
    def _compute_state(self):
        for record in self:
            record.state = (
                "reversal"
                if record.reverses_id
                else "reversed" if record.reversal_ids else "recorded"
            )

    # ACTIONS

    def action_correct(self, reason, start=None, stop=None, break_minutes=0):
        """Reverse the record and, if times are given, write it again with them.

        Returns the new record, or an empty recordset when nothing remains.
        """
        self.ensure_one()
        self._check_can_correct(reason)
        # sudo: leifeng.service.record - nobody has write access to records, acts write them
        record = self.sudo()
        record.create(record._reversal_values(reason))
        again = record.browse()
        if start and stop:
            again = record.create(record._again_values(reason, start, stop, break_minutes))
        self.env["leifeng.journal"].record(
            "record_reversed", record, {"again": again.ids, "minutes": again.minutes}
        )
        record._tell_corrected()
        return again

    # BUSINESS

    def _check_can_correct(self, reason):
        self.check_access("read")
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise UserError(self.env._("Only the campaign's office can correct a record."))
        if self.employee_id == self.env.user.employee_id:
            raise UserError(
                self.env._("Nobody corrects the own record. Please ask a colleague of the office.")
            )
        if not (reason or "").strip():
            raise UserError(self.env._("Please say why the record is corrected."))
        if self.state != "recorded":
            raise UserError(self.env._("This record has been corrected already."))

    def _reversal_values(self, reason):
        return {
            **self._copied_values(),
            "raw_minutes": -self.raw_minutes,
            "minutes": -self.minutes,
            "work_minutes": -self.work_minutes,
            "reverses_id": self.id,
            "reason": reason.strip(),
            "recorded_by": self.env.user.name,
        }

    def _again_values(self, reason, start, stop, break_minutes):
        return {
            **self._copied_values(),
            **self._time_values(self.company_id, start, stop, break_minutes),
            "reason": reason.strip(),
            "recorded_by": self.env.user.name,
        }

    def _copied_values(self):
        names = (*FINAL, "department_id", "company_id")
        return {
            name: self[name].id if self._fields[name].type == "many2one" else self[name]
            for name in names
        }

    def _tell_corrected(self):
        content, date = self.content, self.date
        self.env["leifeng.message"].tell(
            self.employee_id,
            lambda env: env._(
                "Your service record “%(content)s” of %(date)s has been corrected.",
                content=content,
                date=date,
            ),
            url="/my/leifeng/records",
        )

    @api.model
    def _time_values(self, company, start, stop, break_minutes):
        """Return the figures of a record; minutes are cut down by the company's rule, never up."""
        raw = hours.served_minutes(start, stop, break_minutes)
        rule = company.leifeng_rounding
        minutes = hours.round_down(raw, rule)
        inside = hours.overlap_minutes(start, stop, company._leifeng_working_spans(start, stop))
        return {
            "start": start,
            "stop": stop,
            "break_minutes": break_minutes,
            "raw_minutes": raw,
            "minutes": minutes,
            "work_minutes": min(inside, minutes),
            "rounding": rule,
        }

    @api.model
    def _from_signups(self, signups):
        """Write one record for each sign-up present; called with the sheet confirmed."""
        return self.create([self._values_from_signup(signup) for signup in signups])

    @api.model
    def _values_from_signup(self, signup):
        session, company = signup.session_id, signup.session_id.company_id
        start, stop = signup.time_in or session.start, signup.time_out or session.stop
        return {
            **self._person_values(signup.employee_id, session._local_date()),
            **self._time_values(company, start, stop, signup.break_minutes),
            "date": session._local_date(),
            "content": session.name,
            "location": session.location,
            "organizing_unit": company.name,
            "recording_unit": company.name,
            "leader_name": session.leader_id.name,
            "recorded_by": self.env.user.name,
            "company_id": company.id,
            "campaign_id": session.campaign_id.id,
            "session_id": session.id,
        }

    @api.model
    def _person_values(self, employee, date):
        department = employee._get_version(date).department_id
        return {
            "employee_id": employee.id,
            "employee_name": employee.name,
            "employee_number": employee.barcode,
            "department_id": department.id,
            "department_name": department.name,
        }

    def _digest(self, salt):
        """Return the salted digest by which the journal can prove this record's figures."""
        return chain.digest(
            salt, self.id, self.employee_id.id, str(self.date), self.minutes, self.content
        )
