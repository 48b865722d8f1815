from odoo import fields, models
from odoo.tools import SQL

from .leifeng_campaign_activity import CATEGORIES

# Three kinds of rows, each with its own measures: confirmed shifts, requests served, answers of
# those who were served. A shift outside its campaign's days counts in none.
RESULT_SQL = """
SELECT x.id * 3 AS id, x.company_id,
       CASE WHEN x.off_campaign THEN NULL ELSE x.campaign_id END AS campaign_id,
       x.activity_id, x.post_id, x.category, coalesce(x.department_id, a.department_id)
       AS department_id, (x.start AT TIME ZONE 'UTC' AT TIME ZONE c.leifeng_tz)::date AS date,
       1 AS shifts, coalesce(x.people_served, 0) AS people_served,
       coalesce(x.materials_handed_out, 0) AS materials_handed_out, 0 AS requests,
       0 AS answers, NULL::float AS stars
  FROM leifeng_session x
  JOIN res_company c ON c.id = x.company_id
  LEFT JOIN leifeng_campaign_activity a ON a.id = x.activity_id
 WHERE x.state = 'done' AND x.kind = 'service'
UNION ALL
SELECT r.id * 3 + 1, r.company_id, CASE WHEN x.off_campaign THEN NULL ELSE x.campaign_id END,
       x.activity_id, coalesce(x.post_id, r.post_id), x.category,
       coalesce(x.department_id, a.department_id),
       (coalesce(x.start, r.closed_on, r.write_date)
        AT TIME ZONE 'UTC' AT TIME ZONE c.leifeng_tz)::date,
       0, 0, 0, 1, 0, NULL
  FROM leifeng_service_request r
  JOIN res_company c ON c.id = r.company_id
  LEFT JOIN leifeng_session x ON x.id = r.session_id
  LEFT JOIN leifeng_campaign_activity a ON a.id = x.activity_id
 WHERE r.state = 'served'
UNION ALL
SELECT q.id * 3 + 2, q.company_id, CASE WHEN x.off_campaign THEN NULL ELSE q.campaign_id END,
       q.activity_id, q.post_id, x.category, coalesce(x.department_id, a.department_id),
       q.session_date, 0, 0, 0, 0, 1, q.stars::float
  FROM leifeng_service_rating q
  JOIN leifeng_session x ON x.id = q.session_id
  LEFT JOIN leifeng_campaign_activity a ON a.id = q.activity_id
"""


class LeifengServiceResult(models.Model):
    """What came of the service: shifts, people served, requests served, what the served say.

    For sums by post, department in charge and month; persons don't occur in it.
    """

    _name = "leifeng.service.result"
    _description = "Service Results"
    _auto = False
    _order = "date desc, id"
    _rec_name = "post_id"
    _depends = {
        "leifeng.session": [
            "start",
            "state",
            "kind",
            "category",
            "off_campaign",
            "department_id",
            "post_id",
            "activity_id",
            "campaign_id",
            "company_id",
            "people_served",
            "materials_handed_out",
        ],
        "leifeng.service.request": ["state", "session_id", "post_id", "closed_on", "company_id"],
        "leifeng.service.rating": ["stars", "session_id", "post_id", "session_date"],
        "leifeng.campaign.activity": ["department_id"],
        "res.company": ["leifeng_tz"],
    }

    date = fields.Date(readonly=True)
    company_id = fields.Many2one("res.company", readonly=True)
    campaign_id = fields.Many2one("leifeng.campaign", readonly=True)
    activity_id = fields.Many2one("leifeng.campaign.activity", readonly=True)
    post_id = fields.Many2one("leifeng.service.post", string="Volunteer Post", readonly=True)
    category = fields.Selection(CATEGORIES, string="Service Category", readonly=True)
    department_id = fields.Many2one("hr.department", string="Responsible Department", readonly=True)
    shifts = fields.Integer(readonly=True)
    people_served = fields.Integer(readonly=True)
    materials_handed_out = fields.Integer(readonly=True)
    requests = fields.Integer(string="Requests Served", readonly=True)
    answers = fields.Integer(string="Answers of the Served", readonly=True)
    # a float, since an integer's average is shown rounded
    stars = fields.Float(string="Average Stars", digits=(2, 1), readonly=True, aggregator="avg")

    @property
    def _table_query(self):
        return SQL(RESULT_SQL)
