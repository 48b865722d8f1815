from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from .leifeng_campaign_department_summary import DAYS_BEFORE

# Columns as in ``leifeng_todo_award_sql``
SUMMARY_SQL = """
SELECT 30, CASE p.summary_state WHEN 'head' THEN 'summary_head'
                                WHEN 'submitted' THEN 'summary_submitted'
                                ELSE 'summary_draft' END,
       p.id, %(department)s,
       CASE WHEN p.summary_state = 'draft'
            THEN coalesce((c.summary_due - %(before)s)::timestamp, p.create_date)
            ELSE p.write_date END,
       'leifeng.campaign.department', p.campaign_id, p.company_id,
       CASE p.summary_state WHEN 'head' THEN p.head_id WHEN 'submitted' THEN NULL
                            ELSE p.coordinator_id END,
       p.summary_state = 'submitted', p.id, NULL::int, NULL::varchar
  FROM leifeng_campaign_department p
  JOIN hr_department d ON d.id = p.department_id
  JOIN leifeng_campaign c ON c.id = p.campaign_id
 WHERE p.summary_state <> 'approved' AND c.state IN ('running', 'closing')
   AND (p.summary_state <> 'draft' OR c.state = 'closing'
        OR c.summary_due <= %(today)s::date + %(before)s)
"""
SUMMARY_KINDS = [
    ("summary_draft", "Write the department's summary"),
    ("summary_head", "Agree to the department's summary"),
    ("summary_submitted", "Read the department's summary"),
]


class LeifengTodo(models.Model):
    """The departments' summaries, from two weeks before their day."""

    _inherit = "leifeng.todo"
    _depends = {
        "leifeng.campaign": ["state", "summary_due"],
        "leifeng.campaign.department": ["summary_state", "head_id", "coordinator_id"],
    }

    kind = fields.Selection(selection_add=SUMMARY_KINDS)

    @api.model
    def _sources(self):
        department = self.env["hr.department"]._field_to_sql("d", "name")
        today = self.env.company._leifeng_today()
        mine = SQL(SUMMARY_SQL, department=department, before=DAYS_BEFORE, today=today)
        return [*super()._sources(), mine]

    @api.model
    def _late_domain(self):
        """Override: also summaries that were due before today."""
        waiting = Domain("kind", "in", ("summary_draft", "summary_head"))
        due = Domain("campaign_id.summary_due", "<", self.env.company._leifeng_today())
        return super()._late_domain() | (waiting & due)

    def action_open(self):
        """Override: a summary opens as a summary."""
        self.ensure_one()
        if self.kind in dict(SUMMARY_KINDS):
            return self.env[self.res_model].browse(self.res_id).action_open_summary()
        return super().action_open()
