"""The campaigns of the large agency: one going on, and one in each of the years before."""

from datetime import timedelta

from odoo import Command
from odoo.fields import Date

from .staff import FIRST

BEFORE, AFTER = 30, 10  # days of the campaign that lie behind and ahead
DAYS = BEFORE + AFTER
ACTIVITIES = (
    ("Lecture", "lecture", False),
    ("Community", "service", "community"),
    ("Environment", "service", "environment"),
    ("Traffic", "service", "traffic"),
    ("Other", "service", "other_service"),
)
# a part of each department in each campaign: head and coordinator are its first two people
PARTS_SQL = """
INSERT INTO leifeng_campaign_department
       (campaign_id, company_id, department_id, sequence, state, summary_state, head_id,
        coordinator_id, create_date, write_date)
SELECT c.id, c.company_id, d.id, 10, 'approved', 'draft', p.head, p.coordinator, now(), now()
  FROM leifeng_campaign c
 CROSS JOIN hr_department d
  LEFT JOIN LATERAL (
       SELECT min(e.employee_id) AS head, min(e.employee_id) + %(departments)s AS coordinator
         FROM hr_version e WHERE e.department_id = d.id) p ON true
 WHERE d.id >= %(first)s
"""


def first_days(size):
    """Return the first day of each campaign, that of the one going on first."""
    begun = Date.today() - timedelta(days=BEFORE)
    return [begun - timedelta(days=364 * years) for years in range(size.campaigns)]


def add_campaigns(env, size):
    """Campaigns of 40 days with a part for each department; all but the first are closed."""
    campaigns = env["leifeng.campaign"].create([_campaign(day) for day in first_days(size)])
    campaigns.action_start()
    env.flush_all()
    env.cr.execute(PARTS_SQL, {"first": FIRST, "departments": size.departments})
    # the guard of states asks whether sheets wait, which come later
    env.cr.execute(
        "UPDATE leifeng_campaign SET state = 'closed' WHERE id = ANY(%s)", [campaigns[1:].ids]
    )
    env.invalidate_all()


def _campaign(day):
    dates = {"date_start": day, "date_stop": day + timedelta(days=DAYS - 1)}
    activities = [
        Command.create({"name": name, "kind": kind, "category": category})
        for name, kind, category in ACTIVITIES
    ]
    phase = {"name": "Phase", **dates, "activity_ids": activities}
    return {"name": f"Campaign of {day.year}", **dates, "phase_ids": [Command.create(phase)]}
