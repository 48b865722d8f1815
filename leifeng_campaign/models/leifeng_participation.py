from odoo import api, fields, models
from odoo.tools import SQL

from .leifeng_campaign_activity import CATEGORIES, KINDS

# Who was present at what, with the hours that came of it, added up line by line, so that the years
# before don't cost anything; then the records that no sheet is left for: late entries, partners'
# records, and those whose sign-ups were deleted in time. What was corrected away altogether is no
# participation: looked for among the few records that take back or have no minutes, so that who
# asks for people alone doesn't add up any hours. OFFSET 0 looks each line up by its index;
# PostgreSQL would rather read all lines of all years.
PARTICIPATION_SQL = """
SELECT s.id * 2 AS id, s.employee_id AS people, 1 AS times, s.session_id,
       CASE WHEN x.off_campaign THEN NULL ELSE x.campaign_id END AS campaign_id,
       x.company_id, x.activity_id, x.post_id, x.kind, x.category, s.department_id,
       (x.start AT TIME ZONE 'UTC' AT TIME ZONE c.leifeng_tz)::date AS date,
       coalesce(h.service, 0) / 60.0 AS hours, coalesce(h.inside, 0) / 60.0 AS work_hours,
       coalesce(h.partner, 0) / 60.0 AS partner_hours,
       coalesce(h.training, 0) / 60.0 AS training_hours
  FROM leifeng_session_signup s
  JOIN leifeng_session x ON x.id = s.session_id
  JOIN res_company c ON c.id = x.company_id
  LEFT JOIN LATERAL (
       SELECT sum(minutes) FILTER (WHERE own) AS service,
              sum(work_minutes) FILTER (WHERE own) AS inside,
              sum(minutes) FILTER (WHERE kind = 'service' AND NOT own) AS partner,
              sum(minutes) FILTER (WHERE kind = 'training') AS training
         FROM (SELECT *, kind = 'service' AND source <> 'partner' AS own
                 FROM leifeng_service_record
                WHERE session_id = s.session_id AND employee_id = s.employee_id) own_records
       ) h ON true
 WHERE s.live AND s.attendance = 'present' AND x.state = 'done'
   AND NOT EXISTS (SELECT FROM (
       SELECT r.session_id, r.employee_id
         FROM (SELECT DISTINCT session_id, employee_id FROM leifeng_service_record
                WHERE reverses_id IS NOT NULL OR minutes <= 0) few
         JOIN leifeng_service_record r USING (session_id, employee_id)
        GROUP BY r.session_id, r.employee_id HAVING sum(r.minutes) <= 0) gone
        WHERE gone.session_id = s.session_id AND gone.employee_id = s.employee_id)
UNION ALL
SELECT r.id * 2 + 1, r.employee_id, 1, r.session_id, r.campaign_id, r.company_id,
       x.activity_id, x.post_id, r.kind, x.category, r.department_id, r.date,
       CASE WHEN r.kind = 'service' AND r.source <> 'partner' THEN r.minutes / 60.0 ELSE 0 END,
       CASE WHEN r.kind = 'service' AND r.source <> 'partner' THEN r.work_minutes / 60.0 ELSE 0 END,
       CASE WHEN r.kind = 'service' AND r.source = 'partner' THEN r.minutes / 60.0 ELSE 0 END,
       CASE WHEN r.kind = 'training' THEN r.minutes / 60.0 ELSE 0 END
  FROM leifeng_service_record r
  LEFT JOIN leifeng_session x ON x.id = r.session_id
 WHERE r.reverses_id IS NULL
   AND NOT EXISTS (SELECT FROM leifeng_service_record b WHERE b.reverses_id = r.id)
   AND NOT EXISTS (SELECT FROM leifeng_session_signup s
                    WHERE s.session_id = r.session_id AND s.employee_id = r.employee_id
                      AND s.live AND s.attendance = 'present' OFFSET 0)
"""


class LeifengParticipation(models.Model):
    """Who took part in what, for sums alone: a row a person and session, and no name to be seen.

    People are counted, never listed or put in order; the head-count of the departments stands
    beside them (力戒形式主义: sums, no ranks).
    """

    _name = "leifeng.participation"
    _description = "Participation"
    _inherit = ["leifeng.headcount.mixin"]
    _auto = False
    _order = "date desc, id"
    _rec_name = "session_id"
    _depends = {
        "leifeng.session.signup": [
            "employee_id",
            "session_id",
            "department_id",
            "live",
            "attendance",
        ],
        "leifeng.session": [
            "start",
            "state",
            "kind",
            "category",
            "post_id",
            "activity_id",
            "campaign_id",
            "off_campaign",
            "company_id",
        ],
        "leifeng.service.record": ["minutes", "reverses_id", "department_id"],
        "hr.employee": ["leifeng_away", "active"],
        "hr.version": ["department_id"],
        "res.company": ["leifeng_tz"],
    }

    date = fields.Date(readonly=True)
    campaign_id = fields.Many2one("leifeng.campaign", readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    department_id = fields.Many2one("hr.department", readonly=True)
    activity_id = fields.Many2one("leifeng.campaign.activity", readonly=True)
    post_id = fields.Many2one("leifeng.service.post", readonly=True)
    session_id = fields.Many2one("leifeng.session", readonly=True)
    kind = fields.Selection(KINDS, readonly=True)
    category = fields.Selection(CATEGORIES, string="Service Category", readonly=True)
    people = fields.Integer(readonly=True, aggregator="count_distinct")
    times = fields.Integer(string="Times Taken Part", readonly=True)
    hours = fields.Float(string="Service Hours", readonly=True)
    work_hours = fields.Float(string="Of These Within Working Hours", readonly=True)
    partner_hours = fields.Float(string="Hours Recorded by Partners", readonly=True)
    training_hours = fields.Float(readonly=True)

    @property
    def _table_query(self):
        return SQL(PARTICIPATION_SQL)

    @api.model
    def fields_get(self, allfields=None, attributes=None):
        """Override so that nobody is offered to list people one by one."""
        described = super().fields_get(allfields, attributes)
        if "groupable" in described.get("people", {}):
            described["people"]["groupable"] = False
        return described

    def _read_group_groupby(self, alias, groupby_spec, query):
        """Override: sums of persons aren't made, in whatever order."""
        if groupby_spec == "people":
            raise ValueError("People are counted, not listed.")
        return super()._read_group_groupby(alias, groupby_spec, query)
