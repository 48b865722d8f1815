from odoo import api, fields, models
from odoo.tools import SQL, format_list

from ..tools import chain, hours
from .res_company import ROUNDINGS

RECORD_SOURCES = [
    ("sheet", "From Sign-in Sheet"),
    ("late", "Late Entry"),
    ("partner", "Partner's Record"),
]
# Training is a list of its own (民政部令67 art. 4–10): its hours are no service hours.
KINDS = [("service", "Volunteer Service"), ("training", "Volunteer Training")]
# What is added up apart, and never together: the agency's own hours, those that a partner
# recorded, and training. Reversals have the kind and source of what they reverse.
OWN_HOURS = [("kind", "=", "service"), ("source", "!=", "partner")]
PARTNER_HOURS = [("kind", "=", "service"), ("source", "=", "partner")]
TRAINING_HOURS = [("kind", "=", "training")]
# The columns that no one changes once a record is written.
FINAL = (
    "employee_id",
    "employee_name",
    "employee_number",
    "department_name",
    "kind",
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
    employee_name = fields.Char(string="Full Name", required=True, readonly=True)
    employee_number = fields.Char(string="Staff Number", readonly=True)
    # For grouping and rights; the words of the day are in department_name.
    department_id = fields.Many2one("hr.department", readonly=True, index=True, ondelete="set null")
    department_name = fields.Char(string="Department on That Day", readonly=True)
    kind = fields.Selection(KINDS, required=True, default="service", readonly=True)
    date = fields.Date(required=True, readonly=True, index=True)
    # Partners often hand on the hours of a day alone; every other record has both.
    start = fields.Datetime(string="From", readonly=True)
    stop = fields.Datetime(string="To", readonly=True)
    break_minutes = fields.Integer(string="Break", readonly=True)
    raw_minutes = fields.Integer(string="Minutes Served", readonly=True)
    minutes = fields.Integer(string="Minutes Recorded", required=True, readonly=True)
    hours = fields.Float(compute="_compute_hours", digits=(10, 2))
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
    # counted up by certificates and corrections, so that two at a time meet on this row
    touch = fields.Integer(readonly=True, groups=fields.NO_ACCESS)
    correction_ids = fields.One2many("leifeng.service.correction", "record_id", readonly=True)
    entry_ids = fields.One2many("leifeng.service.entry", "record_id", readonly=True)
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
    _times_known = models.Constraint(
        "CHECK (source = 'partner' OR (start IS NOT NULL AND stop IS NOT NULL))",
        "Only a partner's record may lack the times of coming and going.",
    )
    # a campaign's hours, without reading the wide rows of tens of thousands of records
    _by_campaign = models.Index("(campaign_id, kind, source, company_id) INCLUDE (minutes)")
    _reversed_once = models.UniqueIndex(
        "(reverses_id) WHERE reverses_id IS NOT NULL", "This record has been corrected already."
    )
    _by_person = models.Index("(employee_id, date)")
    _taken_back = models.Index(
        "(session_id, employee_id) WHERE reverses_id IS NOT NULL OR minutes <= 0"
    )

    @api.depends("minutes")
    def _compute_hours(self):
        for record in self:
            record.hours = float(hours.as_hours(record.minutes))

    def _field_to_sql(self, alias, field_expr, query=None):
        """Override so that hours can be summed in pivots without being stored."""
        if field_expr == "hours":
            minutes = super()._field_to_sql(alias, "minutes", query)
            return SQL("(%s / 60.0)", minutes)
        return super()._field_to_sql(alias, field_expr, query)

    @api.depends("reverses_id", "reversal_ids")
    def _compute_state(self):
        for record in self:
            record.state = (
                "reversal"
                if record.reverses_id
                else "reversed"
                if record.reversal_ids
                else "recorded"
            )

    # BUSINESS

    @api.model
    def _time_values(self, company, start, stop, break_minutes, spans=None):
        """Return the figures of a record; minutes are cut down by the company's rule, never up.

        ``spans``: the working time around it, where it is known for a whole sheet.
        """
        raw = hours.served_minutes(start, stop, break_minutes)
        rule = company.leifeng_rounding
        minutes = hours.round_down(raw, rule)
        if spans is None:
            spans = company._leifeng_working_spans(start, stop)
        inside = hours.overlap_minutes(start, stop, spans)
        return {
            "start": start,
            "stop": stop,
            "break_minutes": break_minutes,
            "raw_minutes": raw,
            "minutes": minutes,
            "work_minutes": hours.round_down(min(inside, minutes), rule),
            "rounding": rule,
        }

    @api.model
    def _untimed_values(self, company, raw):
        """As ``_time_values`` where only the minutes are known: how many of them lay within working
        hours nobody knows."""
        rule = company.leifeng_rounding
        return {
            "raw_minutes": raw,
            "minutes": hours.round_down(raw, rule),
            "work_minutes": 0,
            "rounding": rule,
        }

    @api.model
    def _from_signups(self, signups):
        """Write one record for each sign-up present; called with the sheet confirmed."""
        if not signups:
            return self.browse()
        starts, stops = zip(*(signup._served_span() for signup in signups), strict=True)
        company = signups.session_id.company_id
        spans = company._leifeng_working_spans(min(starts), max(stops))
        return self.create([self._values_from_signup(signup, spans) for signup in signups])

    @api.model
    def _values_from_signup(self, signup, spans=None):
        session, company = signup.session_id, signup.session_id.company_id
        start, stop = signup._served_span()
        return {
            **self._person_values(signup.employee_id, session._local_date()),
            **self._time_values(company, start, stop, signup.break_minutes, spans),
            "kind": session.kind,
            "date": session._local_date(),
            "content": session.name,
            "location": session.location,
            "organizing_unit": company.name,
            "recording_unit": company.name,
            "leader_name": session.leader_id.name,
            "recorded_by": self.env.user.name,
            "company_id": company.id,
            "campaign_id": session._record_campaign().id,
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

    def _sum_text(self, name="minutes"):
        """Return the sum of ``name`` in hours as printed."""
        return hours.hours_text(sum(self.mapped(name)))

    def _clock_text(self):
        """Return 'from–to' in the agency's time zone, as printed; '' where a partner gave none."""
        if not (self.start and self.stop):
            return ""
        zoned = self.with_context(tz=self.company_id.leifeng_tz)
        start, stop = (
            fields.Datetime.context_timestamp(zoned, moment) for moment in (self.start, self.stop)
        )
        return f"{start:%H:%M}–{stop:%H:%M}"

    def _today(self):
        return (self.company_id[:1] or self.env.company)._leifeng_today()

    def _list_parts(self):
        """Return [(kind of sum, records)] of a list of one person's records: the agency's own
        service first, then what partners recorded and training, each summed up apart."""
        parts = (("own", OWN_HOURS), ("partner", PARTNER_HOURS), ("training", TRAINING_HOURS))
        found = [(name, self.filtered_domain(domain)) for name, domain in parts]
        return [(name, records) for name, records in found if records]

    def _rounding_text(self):
        """Return the rounding rules that these records were cut down by."""
        return self._rules_text(self.mapped("rounding"))

    @api.model
    def _rules_text(self, rules):
        """Return the names of rounding rules, each once: 'Cut Down to 0.1 Hours'."""
        labels = dict(self._fields["rounding"]._description_selection(self.env))
        return format_list(self.env, sorted({labels[rule] for rule in rules}))

    def _remark(self):
        """What a reader of a list must know: corrected, or not from a sheet."""
        name = "state" if self.state != "recorded" else "source"
        labels = dict(self._fields[name]._description_selection(self.env))
        return "" if self[name] == "sheet" else labels[self[name]]

    @api.model
    def _standing_between(self, employees, start, stop):
        """Return the records of ``employees`` that overlap [start, stop) and count: neither
        reversed nor reversals."""
        return self.search(
            [
                ("employee_id", "in", employees.ids),
                ("start", "<", stop),
                ("stop", ">", start),
                ("reverses_id", "=", False),
                ("reversal_ids", "=", False),
            ]
        )

    def _overlaps(self, start, stop):
        return self.start < stop and self.stop > start

    def _digest(self, salt):
        """Return the salted digest by which the journal can prove this record's figures."""
        return chain.digest(
            salt, self.id, self.employee_id.id, str(self.date), self.minutes, self.content
        )
