from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..tools import hours

# First keys of the advisory locks; the second is a bucket of ids, since one lock per person of a
# large batch would exhaust the server's lock table.
PERSON_LOCK, SESSION_LOCK, BUCKETS = 0x4C46_0001, 0x4C46_0002, 1024

SOURCES = [
    ("self", "By Oneself"),
    ("behalf", "On Behalf"),
    ("invitation", "Invitation"),
    ("stand_in", "Stand-in"),
    ("walk_in", "Walk-in"),
]
ATTENDANCES = [
    ("pending", "Not Recorded"),
    ("present", "Present"),
    ("absent", "Absent"),
    ("excused", "Excused"),
]


# What the keeper of the sheet writes; everything else belongs to acts.
SHEET_FIELDS = {"attendance", "time_in", "time_out", "break_minutes"}


class LeifengSessionSignup(models.Model):
    """Somebody's position in the line for a session.

    The first ``capacity`` live rows by ``line_no`` hold a place, the rest wait; nobody counts when
    signing up, and a withdrawal moves everyone up by itself. No mail.thread: it would double the
    cost and show to all who follows what.
    """

    _name = "leifeng.session.signup"
    _description = "Sign-up"
    _order = "session_id, line_no"
    _rec_name = "employee_name"

    session_id = fields.Many2one(
        "leifeng.session", required=True, readonly=True, index=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="session_id.company_id")
    campaign_id = fields.Many2one(related="session_id.campaign_id")
    employee_id = fields.Many2one(
        "hr.employee", required=True, readonly=True, index=True, ondelete="restrict"
    )
    employee_name = fields.Char(string="Full Name", required=True, readonly=True)
    department_id = fields.Many2one("hr.department", readonly=True, index=True, ondelete="set null")
    department_name = fields.Char(string="Department at Sign-up", readonly=True)
    start = fields.Datetime(required=True, readonly=True, index=True)
    stop = fields.Datetime(string="End", required=True, readonly=True)
    source = fields.Selection(SOURCES, required=True, default="self", readonly=True)
    signed_by = fields.Char(string="Signed Up By", readonly=True)

    # The line
    line_no = fields.Integer(required=True, readonly=True)
    live = fields.Boolean(string="In Line", default=True, required=True, readonly=True)
    told_waiting = fields.Boolean(
        readonly=True, help="The person read that they wait, and must hear when they move up."
    )
    asked_again = fields.Boolean(
        string="Not Answered Yet",
        readonly=True,
        help="The session was moved, and the person has not said whether they take part.",
    )
    withdrawn_on = fields.Datetime(readonly=True)

    # Attendance
    session_state = fields.Selection(related="session_id.state", string="Session State")
    attendance = fields.Selection(ATTENDANCES, required=True, default="pending")
    time_in = fields.Datetime(string="Arrived")
    time_out = fields.Datetime(string="Left")
    break_minutes = fields.Integer(string="Break")
    minutes = fields.Integer(string="Minutes Served", compute="_compute_minutes")

    _one_live = models.UniqueIndex(
        "(session_id, employee_id) WHERE live", "You are signed up already."
    )
    _line_order = models.UniqueIndex("(session_id, line_no) WHERE live", "Please try again.")
    _no_overlap = models.Constraint(
        "EXCLUDE USING gist (int4range(employee_id, employee_id, '[]') WITH =, "
        "tsrange(start, stop, '[)') WITH &&) WHERE (live) DEFERRABLE INITIALLY IMMEDIATE",
        "This person is in line for another session at that time.",
    )
    _attendance_in_order = models.Constraint(
        "CHECK (time_out >= time_in AND break_minutes >= 0)",
        "Leaving comes after arriving, and a break can't be negative.",
    )
    # the words in which a domain asks for it, without which PostgreSQL doesn't look here
    _in_line = models.Index("(session_id) WHERE live IS TRUE")
    _waiting_told = models.Index("(session_id) WHERE told_waiting AND live")

    def init(self):
        self.env.cr.execute(
            "CREATE SEQUENCE IF NOT EXISTS leifeng_session_signup_line_no_seq "
            "OWNED BY leifeng_session_signup.line_no"
        )
        return super().init()

    # COMPUTES

    @api.depends("attendance", "time_in", "time_out", "break_minutes", "start", "stop")
    def _compute_minutes(self):
        for signup in self:
            signup.minutes = signup._served_minutes()

    def _served_minutes(self):
        """Minutes between arriving and leaving less the break."""
        if self.attendance != "present" or not (self.start and self.stop):
            return 0
        return hours.served_minutes(*self._served_span(), self.break_minutes)

    def _served_span(self):
        """Return when the person came and left; who was there from start to end has no times."""
        return self.time_in or self.start, self.time_out or self.stop

    # CRUD

    @api.model_create_multi
    def create(self, vals_list):
        if not vals_list:
            return super().create(vals_list)
        vals_list = [self._with_defaults(vals) for vals in vals_list]
        # Somebody may leave one line and join another in one transaction.
        self.flush_model(["live"])
        employee_ids = [vals["employee_id"] for vals in vals_list]
        session_ids = sorted({vals["session_id"] for vals in vals_list})
        self._lock_line(employee_ids, session_ids)
        sessions = self._locked_sessions(session_ids)
        positions = self._next_positions(employee_ids)
        return super().create(
            [
                {
                    **vals,
                    **sessions[vals["session_id"]],
                    **position,
                    "live": True,
                    **self._inherited(vals),
                }
                for vals, position in zip(vals_list, positions, strict=True)
            ]
        )

    @api.model
    def _with_defaults(self, vals):
        """Return ``vals`` with person and session, which may come from the context."""
        if "session_id" in vals and "employee_id" in vals:
            return vals
        return self._add_missing_default_values(vals)

    @api.model
    def _lock_line(self, employee_ids, session_ids):
        """Lock persons, then sessions, each in order: always before the first insert."""
        self.env.cr.execute(
            SQL(
                "SELECT count(pg_advisory_xact_lock(key, bucket)) FROM ("
                "SELECT DISTINCT %(person)s::int AS key, e %% %(buckets)s AS bucket "
                "FROM unnest(%(employees)s) e UNION ALL "
                "SELECT DISTINCT %(session)s::int, s %% %(buckets)s FROM unnest(%(sessions)s) s "
                "ORDER BY 1, 2) locks",
                person=PERSON_LOCK,
                session=SESSION_LOCK,
                buckets=BUCKETS,
                employees=list(employee_ids),
                sessions=list(session_ids),
            )
        )

    @api.model
    def _locked_sessions(self, session_ids):
        """Return {id: start and stop}; a session that changed since the snapshot raises 40001, and
        Odoo runs the request again."""
        self.env["leifeng.session"].flush_model(["state", "start", "stop"])
        rows = self.env.execute_query(
            SQL(
                "SELECT id, state, start, stop FROM leifeng_session WHERE id IN %s "
                "ORDER BY id FOR SHARE",
                tuple(session_ids),
            )
        )
        if any(state != "open" for _id, state, _start, _stop in rows):
            raise UserError(self.env._("Only published sessions have a line to join."))
        return {row_id: {"start": start, "stop": stop} for row_id, _state, start, stop in rows}

    @api.model
    def _next_positions(self, employee_ids):
        """Return, in the order of ``employee_ids``, the next line numbers with the persons' copies.

        The numbers are drawn under the lock: within a session, line order is commit order.
        """
        # sudo: hr.department - its name is copied for people who can't read departments
        department = self.env["hr.department"].sudo()
        self.env["hr.employee"].flush_model(["name", "current_version_id"])
        self.env["hr.version"].flush_model(["department_id"])
        department.flush_model(["name"])
        rows = self.env.execute_query_dict(
            SQL(
                """
                SELECT nextval('leifeng_session_signup_line_no_seq')::int AS line_no, people.*
                  FROM (SELECT e.name AS employee_name, d.id AS department_id,
                               %s AS department_name
                          FROM unnest(%s) WITH ORDINALITY asked (employee_id, position)
                          JOIN hr_employee e ON e.id = asked.employee_id
                          LEFT JOIN hr_version v ON v.id = e.current_version_id
                          LEFT JOIN hr_department d ON d.id = v.department_id
                         ORDER BY asked.position) people
                """,
                department._field_to_sql("d", "name"),
                list(employee_ids),
            )
        )
        if len(rows) != len(employee_ids):
            raise UserError(self.env._("One of these people is no longer an employee."))
        return rows

    def write(self, vals):
        self._check_frozen(vals)
        done = super().write(vals)
        if SHEET_FIELDS & vals.keys():
            self.session_id._touch_sheet()
        if vals.get("attendance") == "present":
            self._check_begun()
        return done

    def _check_frozen(self, vals):
        fixed = {"session_id", "employee_id", "line_no", "start", "stop", "source"} & vals.keys()
        foreign = not self.env.su and vals.keys() - SHEET_FIELDS
        if fixed or foreign or vals.get("live"):
            raise UserError(
                self.env._("A position in the line can't be changed. Please sign up again instead.")
            )
        if SHEET_FIELDS & vals.keys():
            self._check_sheet_open()

    def _check_begun(self):
        if any(session._is_too_early() for session in self.session_id):
            raise UserError(self.env._("This session has not begun yet."))

    def _check_sheet_open(self):
        states = set(self.session_id.mapped("state"))
        if "done" in states:
            raise UserError(
                self.env._("This sheet is confirmed. Please correct the service record instead.")
            )
        if states - {"open"}:
            raise UserError(self.env._("Only published sessions have a sheet."))
