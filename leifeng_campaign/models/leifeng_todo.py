from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

TODO_KINDS = [
    ("start", "Start the campaign"),
    ("phase", "Close the phase"),
    ("publish", "Publish the session"),
    ("sheet", "Confirm the sheet"),
    ("plan_draft", "Write the department's plan"),
    ("plan_head", "Agree to the department's plan"),
    ("plan_submitted", "Read the department's plan"),
    ("correction", "Answer a question about hours"),
    ("request", "Answer the service request"),
    ("request_plan", "Plan a shift for the request"),
    ("request_gone", "The request was taken back: look at its shift"),
    ("entry", "Decide on hours entered late"),
    ("entry_long", "Decide on a day of more than 12 hours"),
    ("sheet_late", "Ask for the overdue sheet"),
]
# Each source gives: number, date since when it waits, the employee who acts, whether officers act.
TODO_SQL = """
SELECT 1 AS source, 'start' AS kind, id, name, date_start::timestamp AS since,
       'leifeng.campaign' AS res_model, id AS campaign_id, company_id,
       NULL::int AS employee_id, true AS for_officer
  FROM leifeng_campaign WHERE state = 'draft' AND active AND date_start <= %(today)s
UNION ALL
SELECT 2, 'phase', p.id, p.name, p.date_stop::timestamp, 'leifeng.campaign.phase', p.campaign_id,
       p.company_id, NULL, true
  FROM leifeng_campaign_phase p JOIN leifeng_campaign c ON c.id = p.campaign_id
 WHERE c.state IN ('running', 'closing') AND p.closed_on IS NULL AND p.date_stop < %(today)s
UNION ALL
SELECT 3, 'publish', s.id, s.name, s.start, 'leifeng.session', s.campaign_id, s.company_id,
       NULL, true
  FROM leifeng_session s JOIN leifeng_campaign c ON c.id = s.campaign_id
 WHERE s.state = 'draft' AND (c.state = 'running' OR (s.all_year AND c.state <> 'draft'))
   AND s.start < (now() AT TIME ZONE 'UTC') + interval '7 days'
UNION ALL
SELECT 4, 'sheet', id, name, stop, 'leifeng.session', campaign_id, company_id, leader_id, true
  FROM leifeng_session WHERE state = 'open' AND stop < (now() AT TIME ZONE 'UTC')
UNION ALL
SELECT 5, CASE state WHEN 'head' THEN 'plan_head' WHEN 'submitted' THEN 'plan_submitted'
                     ELSE 'plan_draft' END,
       p.id, %(department)s, p.write_date, 'leifeng.campaign.department', p.campaign_id,
       p.company_id,
       CASE p.state WHEN 'head' THEN p.head_id WHEN 'submitted' THEN NULL
                    ELSE p.coordinator_id END,
       p.state = 'submitted'
  FROM leifeng_campaign_department p JOIN hr_department d ON d.id = p.department_id
 WHERE p.state <> 'approved'
   AND EXISTS (SELECT FROM leifeng_campaign c WHERE c.id = p.campaign_id AND c.state = 'running')
UNION ALL
SELECT 6, 'correction', q.id, r.employee_name, q.create_date, 'leifeng.service.correction',
       r.campaign_id, q.company_id, NULL, true
  FROM leifeng_service_correction q JOIN leifeng_service_record r ON r.id = q.record_id
 WHERE q.state = 'asked'
UNION ALL
SELECT 7, CASE r.state WHEN 'new' THEN 'request' WHEN 'accepted' THEN 'request_plan'
                       ELSE 'request_gone' END,
       r.id, r.partner_name, coalesce(r.closed_on, r.answered_on, r.asked_on),
       'leifeng.service.request', s.campaign_id, r.company_id, NULL, true
  FROM leifeng_service_request r LEFT JOIN leifeng_session s ON s.id = r.session_id
 WHERE r.state = 'new'
    OR (r.state = 'accepted' AND coalesce(s.state, 'cancelled') IN ('cancelled', 'done'))
    OR (r.state = 'withdrawn' AND s.state IN ('draft', 'open')
        AND s.start > (now() AT TIME ZONE 'UTC'))
UNION ALL
SELECT 8, CASE WHEN long_day THEN 'entry_long' ELSE 'entry' END, id, employee_name, create_date,
       'leifeng.service.entry', campaign_id, company_id, NULL, true
  FROM leifeng_service_entry WHERE state = 'review'
UNION ALL
SELECT 9, 'sheet_late', s.id, s.name, s.stop, 'leifeng.session', s.campaign_id, s.company_id,
       p.coordinator_id, false
  FROM leifeng_session s
  LEFT JOIN hr_employee l ON l.id = s.leader_id
  LEFT JOIN hr_version v ON v.id = l.current_version_id
  JOIN leifeng_campaign_department p ON p.campaign_id = s.campaign_id
       AND p.department_id = coalesce(s.department_id, v.department_id)
 WHERE s.state = 'open' AND s.stop < %(due)s AND p.coordinator_id IS NOT NULL
       AND p.coordinator_id IS DISTINCT FROM s.leader_id
"""


class LeifengTodo(models.Model):
    """What waits for somebody, computed from the records themselves: nobody ticks anything off."""

    _name = "leifeng.todo"
    _description = "To-Do"
    _auto = False
    _order = "since, id"
    _depends = {
        "leifeng.campaign": ["name", "state", "active", "date_start", "company_id"],
        "leifeng.campaign.phase": ["name", "date_stop", "closed_on", "campaign_id", "company_id"],
        "leifeng.session": [
            "name",
            "state",
            "start",
            "stop",
            "leader_id",
            "campaign_id",
            "company_id",
            "all_year",
        ],
        "leifeng.campaign.department": [
            "state",
            "head_id",
            "coordinator_id",
            "department_id",
            "campaign_id",
            "company_id",
        ],
        "leifeng.service.correction": ["state", "record_id", "company_id"],
        "leifeng.service.record": ["employee_name", "campaign_id"],
        "leifeng.service.request": [
            "state",
            "partner_name",
            "session_id",
            "asked_on",
            "answered_on",
            "closed_on",
            "company_id",
        ],
        "leifeng.service.entry": [
            "state",
            "long_day",
            "employee_id",
            "employee_name",
            "asked_by_id",
            "campaign_id",
            "company_id",
        ],
        "hr.employee": ["user_id", "current_version_id"],
        "hr.version": ["department_id"],
        "hr.department": ["name"],
    }

    kind = fields.Selection(TODO_KINDS, string="What to Do", readonly=True)
    name = fields.Char(string="About", readonly=True)
    since = fields.Datetime(string="Waiting Since", readonly=True)
    res_model = fields.Char(readonly=True)
    res_id = fields.Many2oneReference(model_field="res_model", readonly=True)
    campaign_id = fields.Many2one("leifeng.campaign", readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    employee_id = fields.Many2one("hr.employee", readonly=True)
    user_id = fields.Many2one("res.users", readonly=True)
    for_officer = fields.Boolean(string="For the Office", readonly=True)
    who = fields.Char(string="Whose Turn", compute="_compute_who")
    is_mine = fields.Boolean(
        string="Waits for Me", compute="_compute_is_mine", search="_search_is_mine"
    )
    is_late = fields.Boolean(string="Late", compute="_compute_is_late", search="_search_is_late")

    @property
    def _table_query(self):
        return SQL(
            "SELECT t.source * 10000000000 + t.id AS id, t.kind, t.name, t.since, t.res_model, "
            "t.res_id, t.campaign_id, t.company_id, t.employee_id, "
            "coalesce(t.actor_id, e.user_id) AS user_id, t.for_officer, t.role "
            "FROM (%s) t LEFT JOIN hr_employee e ON e.id = t.employee_id",
            SQL(" UNION ALL ").join(self._sources()),
        )

    @api.model
    def _sources(self):
        """Return the queries whose rows are to-dos; other subjects add theirs."""
        return [
            SQL(
                TODO_SQL,
                today=self.env.company._leifeng_today(),
                due=self.env["leifeng.session"]._due_moment(),
                department=self.env["hr.department"]._field_to_sql("d", "name"),
            )
        ]

    @api.depends("employee_id", "for_officer")
    def _compute_who(self):
        # sudo: hr.employee - whose turn it is stands on a record that the user may read
        for todo in self.sudo():
            office = todo.company_id.leifeng_office or self.env._("Campaign Office")
            nobody = office if todo.for_officer else self.env._("Nobody Yet")
            todo.who = todo.employee_id.name or nobody

    @api.depends_context("uid")
    def _compute_is_mine(self):
        mine = self.filtered_domain(self._mine_domain())
        mine.is_mine = True
        (self - mine).is_mine = False

    def _search_is_mine(self, operator, _value):
        return self._mine_domain() if operator == "in" else NotImplemented

    def _compute_is_late(self):
        late = self.filtered_domain(self._late_domain())
        late.is_late = True
        (self - late).is_late = False

    def _search_is_late(self, operator, _value):
        return self._late_domain() if operator == "in" else NotImplemented

    @api.model
    def _mine_domain(self):
        mine = Domain("user_id", "=", self.env.uid)
        if self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            mine |= Domain("for_officer", "=", True) & self._decidable_domain()
        return mine

    @api.model
    def _decidable_domain(self):
        """Hours of a long day wait for managers; nobody is asked to be the second person for the
        own hours or for those that one entered."""
        user = self.env.user
        concerned = Domain("asked_by_id", "=", user.id)
        if user.employee_id:
            concerned |= Domain("employee_id", "=", user.employee_id.id)
        waiting = Domain("state", "=", "review") & concerned
        entries = self.env["leifeng.service.entry"].search(waiting)
        others = Domain("res_model", "!=", "leifeng.service.entry")
        decidable = others | Domain("res_id", "not in", entries.ids)
        if not user.has_group("leifeng_campaign.group_leifeng_manager"):
            decidable &= Domain("kind", "!=", "entry_long")
        return decidable

    @api.model
    def _late_domain(self):
        """What has passed its day: a start, a phase's end, a publication, a sheet's 10 workdays."""
        unpublished = Domain("kind", "=", "publish") & Domain("since", "<", fields.Datetime.now())
        overdue = Domain("kind", "in", ("sheet", "sheet_late"))
        overdue &= Domain("since", "<", self.env["leifeng.session"]._due_moment())
        return Domain("kind", "in", ("start", "phase")) | unpublished | overdue

    def action_open(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self.res_model,
            "res_id": self.res_id,
            "views": [(False, "form")],
        }
