from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

# Columns as in ``leifeng_todo_award_sql``. Next steps are shown from two weeks before their day on;
# one that was carried on in a campaign that has begun is asked for there.
CONFERENCE_SQL = """
SELECT 40 AS source, 'followup' AS kind, f.id, f.name, f.date_due::timestamp AS since,
       'leifeng.followup' AS res_model, f.campaign_id, f.company_id,
       coalesce(f.employee_id, p.coordinator_id, p.head_id) AS employee_id,
       false AS for_officer, f.id AS res_id, NULL::int AS actor_id, NULL::varchar AS role
  FROM leifeng_followup f
  JOIN leifeng_campaign c ON c.id = f.campaign_id AND c.state <> 'draft'
  LEFT JOIN leifeng_campaign_department p ON p.id = f.part_id
 WHERE f.state = 'open' AND f.date_due < %(today)s + 14
   AND NOT EXISTS (SELECT FROM leifeng_followup n JOIN leifeng_campaign d ON d.id = n.campaign_id
                    WHERE n.origin_id = f.id AND d.state <> 'draft')
UNION ALL
SELECT 41, 'speech_write', s.id, a.name, s.create_date, 'leifeng.session.speech', n.campaign_id,
       s.company_id, s.employee_id, false, s.id, NULL, NULL
  FROM leifeng_session_speech s
  JOIN leifeng_session_agenda a ON a.id = s.agenda_id
  JOIN leifeng_session n ON n.id = s.session_id
 WHERE s.state IN ('draft', 'returned') AND n.state IN ('draft', 'open')
UNION ALL
SELECT 42, 'speech_read', s.id, a.name, s.submitted_on, 'leifeng.session.speech', n.campaign_id,
       s.company_id, NULL, true, s.id, NULL, NULL
  FROM leifeng_session_speech s
  JOIN leifeng_session_agenda a ON a.id = s.agenda_id
  JOIN leifeng_session n ON n.id = s.session_id
 WHERE s.state = 'submitted' AND n.state IN ('draft', 'open')
UNION ALL
SELECT 43, 'agenda', n.id, n.name, n.start - interval '14 days', 'leifeng.session', n.campaign_id,
       n.company_id, NULL, true, n.id, NULL, NULL
  FROM leifeng_session n JOIN leifeng_campaign c ON c.id = n.campaign_id
 WHERE n.kind = 'ceremony' AND n.state IN ('draft', 'open') AND c.state IN ('running', 'closing')
   AND n.start > (now() AT TIME ZONE 'UTC')
   AND n.start < (now() AT TIME ZONE 'UTC') + interval '14 days'
   AND NOT EXISTS (SELECT FROM leifeng_session_agenda a WHERE a.session_id = n.id)
"""


class LeifengTodo(models.Model):
    """What the conference and the next steps wait for; titles alone, no outline's words."""

    _inherit = "leifeng.todo"
    _depends = {
        "leifeng.followup": [
            "name",
            "state",
            "date_due",
            "campaign_id",
            "company_id",
            "employee_id",
            "part_id",
            "origin_id",
        ],
        "leifeng.session.speech": ["state", "agenda_id", "session_id", "employee_id", "company_id"],
        "leifeng.session.agenda": ["name", "session_id"],
        "leifeng.session": ["kind"],
    }

    kind = fields.Selection(
        selection_add=[
            ("followup", "Carry out the next step and report it"),
            ("speech_write", "Write the outline of your speech"),
            ("speech_read", "Read the outline of a speech"),
            ("agenda", "Draft the agenda of the conference"),
        ]
    )

    def _sources(self):
        today = self.env.company._leifeng_today()
        return [*super()._sources(), SQL(CONFERENCE_SQL, today=today)]

    @api.model
    def _late_domain(self):
        """Override: also next steps whose day has passed."""
        today = self.env.company._leifeng_today()
        overdue = Domain("kind", "=", "followup") & Domain("since", "<", f"{today} 00:00:00")
        return super()._late_domain() | overdue

    def action_open(self):
        """Override: outlines are written in the portal and read in a dialog."""
        self.ensure_one()
        if self.kind == "speech_write":
            url = f"/my/leifeng/speeches/{self.res_id}"
            return {"type": "ir.actions.act_url", "url": url, "target": "self"}
        if self.kind == "speech_read":
            return self.env["leifeng.session.speech"].browse(self.res_id).action_read_outline()
        return super().action_open()
