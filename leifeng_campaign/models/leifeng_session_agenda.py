from odoo import api, fields, models
from odoo.exceptions import ValidationError

AGENDA_KINDS = [
    ("decision", "Decision Read Out"),
    ("awards", "Awards Presented"),
    ("speech", "Speech"),
    ("deployment", "Deployment"),
    ("other", "Other"),
]
# Who arranges the conference and who supervises it; colleagues read titles, times and speakers.
STAFF = "leifeng_campaign.group_leifeng_officer,leifeng_campaign.group_leifeng_supervisor"
LONGEST = 240  # minutes of an item


class LeifengSessionAgenda(models.Model):
    """An item of a conference: what, how long, who speaks; its time follows from those before it.

    Meeting order of agencies: decision, awards, speeches, deployment (practice.md section 3).
    """

    _name = "leifeng.session.agenda"
    _description = "Item of an Agenda"
    _order = "session_id, sequence, id"

    name = fields.Char(string="Agenda Item", required=True)
    sequence = fields.Integer(default=1000)
    session_id = fields.Many2one("leifeng.session", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="session_id.company_id", store=True)
    kind = fields.Selection(AGENDA_KINDS, required=True, default="other")
    minutes = fields.Integer(default=5, aggregator=None)
    start = fields.Datetime(compute="_compute_start")
    clock = fields.Char(string="Begins At", compute="_compute_start")

    # What is read out or presented
    decision_id = fields.Many2one(
        "leifeng.award.decision", groups=STAFF, ondelete="set null", check_company=True
    )
    award_ids = fields.Many2many("leifeng.award", string="Awards", groups=STAFF, check_company=True)
    tier_id = fields.Many2one(
        "leifeng.award.tier",
        string="Only the Tier",
        groups=STAFF,
        ondelete="set null",
        domain="[('award_id', 'in', award_ids)]",
    )
    presenter = fields.Char(string="Presented By", groups=STAFF)

    # Who speaks: a colleague, somebody for a department, or a guest whose name is typed
    employee_id = fields.Many2one(
        "hr.employee", string="Colleague Who Speaks", groups=STAFF, ondelete="restrict"
    )
    department_id = fields.Many2one(
        "hr.department", string="Speaks for the Department", groups=STAFF, ondelete="restrict"
    )
    speaker = fields.Char(
        compute="_compute_speaker",
        store=True,
        readonly=False,
        precompute=True,
        help="As it is printed. Type the name of a guest here.",
    )

    _minutes_possible = models.Constraint(
        f"CHECK (minutes BETWEEN 0 AND {LONGEST})", "An item takes between 0 and 240 minutes."
    )

    @api.depends("session_id.start", "session_id.agenda_ids.minutes", "sequence")
    def _compute_start(self):
        self.start = self.clock = False
        for session in self.session_id:
            session._set_agenda_times()

    @api.depends("employee_id", "department_id")
    def _compute_speaker(self):
        """Names as they are now; a guest's name, typed, stays."""
        for item in self:
            item.speaker = item._speaker_name() or item.speaker

    def _speaker_name(self):
        if self.employee_id:
            department = self.department_id or self.employee_id.department_id
            return " ".join(filter(None, (department.name, self.employee_id.name)))
        if self.department_id:
            return self.env._(
                "Representative of %(department)s", department=self.department_id.name
            )
        return ""

    @api.constrains("session_id")
    def _check_ceremony(self):
        if any(item.session_id.kind != "ceremony" for item in self):
            raise ValidationError(self.env._("Only a conference has an agenda."))

    def _spoken(self):
        """Return the items in which somebody speaks about the own work."""
        return self.filtered(lambda item: item.kind == "speech")
