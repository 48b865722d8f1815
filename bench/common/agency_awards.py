"""Awards of the large agency with their entries: an essay contest and three of persons a year."""

from .staff import FIRST

AWARDS = (("Essays", "essay"), ("Models", "person"), ("Volunteers", "person"), ("Staff", "person"))
# what has become of them this year, and in the years before
STATES = ("judging", "screening", "open", "proposed")
ENTRIES_SQL = """
INSERT INTO leifeng_award_entry
       (award_id, campaign_id, company_id, kind, state, employee_id, employee_name, department_id,
        department_name, origin, title, body, deeds_short, deeds_full, character_count, version,
        consent_considered, consent_named, submitted_on, create_date, write_date)
SELECT a.id, a.campaign_id, a.company_id, a.kind,
       CASE a.state WHEN 'granted' THEN CASE WHEN n %% 10 = 0 THEN 'granted' ELSE 'not_granted' END
                    WHEN 'judging' THEN 'candidate' WHEN 'proposed' THEN 'candidate'
                    ELSE 'submitted' END,
       e.id, e.name, v.department_id, 'Department', 'self', 'Entry ' || n,
       CASE WHEN a.kind = 'essay' THEN repeat(md5(n::text), 20) END,
       CASE WHEN a.kind = 'person' THEN repeat(md5(n::text), 3) END,
       CASE WHEN a.kind = 'person' THEN repeat(md5(n::text), 12) END,
       640, 1, true, true, a.create_date, a.create_date, a.create_date
  FROM leifeng_award a
 CROSS JOIN generate_series(0, %(each)s - 1) n
  JOIN hr_employee e ON e.id = %(first)s + (a.id * 11 + n * %(step)s) %% %(employees)s
  JOIN hr_version v ON v.id = e.current_version_id
 WHERE a.id = ANY(%(awards)s)
"""


def add_awards(env, size):
    """Four awards a campaign, the entries evenly among them; those of past years are granted."""
    campaigns = env["leifeng.campaign"].search([("department_ids.department_id", "=", FIRST)])
    awards = env["leifeng.award"].create(
        [
            {"name": name, "kind": kind, "campaign_id": campaign.id}
            for campaign in campaigns
            for name, kind in AWARDS
        ]
    )
    env.flush_all()
    _set_states(env, awards)
    each = size.entries // len(awards)
    values = {"first": FIRST, "employees": size.employees, "awards": awards.ids, "each": each}
    env.cr.execute(ENTRIES_SQL, {**values, "step": max(1, size.employees // max(1, each))})
    env.invalidate_all()


def _set_states(env, awards):
    """Past states without the acts that lead there: nothing of them is measured."""
    for award in awards:
        past = award.campaign_id.state == "closed"
        state = "granted" if past else STATES[award.id % len(STATES)]
        env.cr.execute("UPDATE leifeng_award SET state = %s WHERE id = %s", [state, award.id])
