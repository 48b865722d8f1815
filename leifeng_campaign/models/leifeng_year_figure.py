from odoo import fields, models
from odoo.tools import SQL

from .leifeng_participation import PARTICIPATION_SQL, LeifengParticipation
from .leifeng_service_request import OFFICER_OR_SUPERVISOR
from .leifeng_service_result import RESULT_SQL, LeifengServiceResult

# Rows of four kinds, each with its own measures: who took part in what; shifts, requests and
# answers; essays and nominations; honors. All of a campaign belongs to the year in which it began,
# what lies between campaigns to the year of its day.
YEAR_SQL = """
WITH figures AS (
SELECT p.id::bigint * 4 AS id, p.people, p.times, p.session_id, p.campaign_id, p.company_id,
       p.activity_id, p.post_id, p.kind, p.category, p.department_id, p.date,
       p.hours, p.work_hours, p.partner_hours, p.training_hours,
       0 AS requests, 0 AS people_served, NULL::float AS stars,
       0 AS essays, 0 AS nominations, 0 AS honors
  FROM (%(participation)s) p
UNION ALL
SELECT r.id::bigint * 4 + 1, NULL, 0, NULL, r.campaign_id, r.company_id, r.activity_id, r.post_id,
       'service', r.category, r.department_id, r.date, 0, 0, 0, 0,
       r.requests, r.people_served, r.stars, 0, 0, 0
  FROM (%(result)s) r
UNION ALL
SELECT e.id::bigint * 4 + 2, NULL, 0, NULL, e.campaign_id, e.company_id, a.activity_id, NULL,
       CASE e.kind WHEN 'essay' THEN 'essay' ELSE 'selection' END, NULL, e.department_id,
       e.submitted_on::date, 0, 0, 0, 0, 0, 0, NULL,
       (e.kind = 'essay')::int, (e.kind <> 'essay')::int, 0
  FROM leifeng_award_entry e
  JOIN leifeng_award a ON a.id = e.award_id
 WHERE e.state IN ('submitted', 'returned', 'candidate', 'dropped', 'granted', 'not_granted')
UNION ALL
SELECT h.id::bigint * 4 + 3, NULL, 0, NULL, a.campaign_id, h.company_id, a.activity_id, NULL,
       'selection', NULL, h.holder_department_id, h.issued_on, 0, 0, 0, 0, 0, 0, NULL, 0, 0, 1
  FROM leifeng_certificate h
  JOIN leifeng_award a ON a.id = h.award_id
 WHERE h.kind = 'honor' AND h.state = 'valid'
)
SELECT f.*, to_char(coalesce(c.date_start, f.date), 'YYYY') AS year
  FROM figures f
  LEFT JOIN leifeng_campaign c ON c.id = f.campaign_id
"""


class LeifengYearFigure(models.Model):
    """Figures beside those of other years, by department; nobody is listed or put in order.

    Sums of people count everybody once, whichever departments and sessions they are summed over.
    """

    _name = "leifeng.year.figure"
    _description = "Year Comparison"
    _inherit = ["leifeng.participation"]
    _auto = False
    _order = "date desc, id"
    _rec_name = "year"
    _depends = {
        **LeifengServiceResult._depends,
        **LeifengParticipation._depends,
        "leifeng.session": [
            *LeifengParticipation._depends["leifeng.session"],
            *LeifengServiceResult._depends["leifeng.session"],
        ],
        "leifeng.campaign": ["date_start"],
        "leifeng.award": ["campaign_id", "activity_id"],
        "leifeng.award.entry": [
            "state",
            "kind",
            "award_id",
            "campaign_id",
            "company_id",
            "department_id",
            "submitted_on",
        ],
        "leifeng.certificate": [
            "state",
            "kind",
            "award_id",
            "company_id",
            "holder_department_id",
            "issued_on",
        ],
    }

    # a word, since a number would be written with a mark for thousands
    year = fields.Char(readonly=True)
    # Results stand with the department in charge alone, so that they can be added up; a
    # department's own page counts the shifts at which its people served, which others may share.
    requests = fields.Integer(
        string="Requests Served (Responsible Department)",
        readonly=True,
        groups=OFFICER_OR_SUPERVISOR,
    )
    people_served = fields.Integer(
        string="People Served (Responsible Department)",
        readonly=True,
        groups=OFFICER_OR_SUPERVISOR,
    )
    # a float, since an integer's average is shown rounded
    stars = fields.Float(
        string="Average Stars (Responsible Department)",
        digits=(2, 1),
        readonly=True,
        aggregator="avg",
        groups=OFFICER_OR_SUPERVISOR,
    )
    essays = fields.Integer(readonly=True)
    nominations = fields.Integer(readonly=True)
    honors = fields.Integer(readonly=True)

    @property
    def _table_query(self):
        parts = {"participation": SQL(PARTICIPATION_SQL), "result": SQL(RESULT_SQL)}
        return SQL(YEAR_SQL, **parts)
