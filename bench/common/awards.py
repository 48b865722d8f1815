"""An award of many works and judges under review, written by SQL: no works are copied."""

from datetime import timedelta

from odoo.fields import Command, Date

from .people import make_activity

CRITERIA = (("Theme", 30), ("Structure", 20), ("Language", 20), ("Originality", 30))


def make_award(env, people, users, scored=True):
    """Return an essay award of an entry of each of ``people``, of which each of ``users`` has a
    sheet: with lines and total, or a draft unless ``scored``."""
    campaign = make_activity(env).campaign_id
    award = env["leifeng.award"].create(award_values(campaign, users))
    add_entries(env, award, people)
    stage(award)
    add_sheets(env, award)
    # without a count of rows the database would read the whole table for each of them
    env.cr.execute("ANALYZE leifeng_award_entry, leifeng_award_review")
    if scored:
        add_scores(env, award)
    env.invalidate_all()
    return award


def award_values(campaign, users):
    today = Date.today()
    return {
        "name": "Essays",
        "kind": "essay",
        "campaign_id": campaign.id,
        "max_characters": 1500,
        "date_open": today - timedelta(days=20),
        "date_deadline": today - timedelta(days=10),
        "date_judging": today,
        "tier_ids": [
            Command.create({"name": name, "quota": quota, "sequence": number})
            for number, (name, quota) in enumerate((("First", 5), ("Second", 15), ("Third", 40)))
        ],
        "criterion_ids": [
            Command.create({"name": name, "weight": weight, "sequence": number})
            for number, (name, weight) in enumerate(CRITERIA)
        ],
        "judge_ids": [Command.create({"name": user.name, "user_id": user.id}) for user in users],
    }


def add_entries(env, award, people):
    """Write an essay of 1,500 characters for each of ``people``, put forward."""
    env.flush_all()
    env.cr.execute(
        """
        INSERT INTO leifeng_award_entry (
            award_id, kind, campaign_id, company_id, state, employee_id, department_id,
            employee_name, department_name, title, body, origin, version)
        SELECT a.id, 'essay', a.campaign_id, a.company_id, 'candidate', p, %s, 'Person ' || p,
               'Crowd', 'Work ' || p, repeat('志愿服务', 375), 'self', 1
          FROM leifeng_award a, unnest(%s) p WHERE a.id = %s
        """,
        [people.department_id.id, people.ids, award.id],
    )


def stage(award):
    """Open the review: rules frozen, states walked."""
    award._freeze_rules()
    for state in ("open", "screening", "judging"):
        award._set_state(state)
    award.flush_recordset()


def add_sheets(env, award):
    """Write a sheet of every judge for every entry, in an order of each judge's own."""
    env.cr.execute(
        """
        INSERT INTO leifeng_award_review (
            award_id, company_id, judge_id, user_id, entry_id, judge_label, sequence, code, kind,
            title, body, state, version)
        SELECT e.award_id, e.company_id, j.id, j.user_id, e.id, j.id,
               (e.id * 7919 + j.id * 104729) %% 100003, 'W' || e.id || '-' || j.id, 'essay',
               e.title, e.body, 'draft', 1
          FROM leifeng_award_entry e JOIN leifeng_award_judge j ON j.award_id = e.award_id
         WHERE e.award_id = %s
        """,
        [award.id],
    )


def add_scores(env, award):
    """Submit all sheets: lines of 60 to 100 percent of the points, and their totals."""
    env.cr.execute(
        """
        INSERT INTO leifeng_award_review_line (
            review_id, criterion_id, sequence, name, maximum, value)
        SELECT r.id, c.id, c.sequence, c.name, c.weight,
               round((c.weight * (60 + (r.entry_id * 31 + r.judge_id * 17 + c.id * 7) %% 41)
                      / 100.0)::numeric, 1)
          FROM leifeng_award_review r
          JOIN leifeng_award_criterion c ON c.award_id = r.award_id WHERE r.award_id = %s
        """,
        [award.id],
    )
    env.cr.execute("ANALYZE leifeng_award_review_line")
    env.cr.execute(
        """
        UPDATE leifeng_award_review r
           SET state = 'submitted', submitted_on = now() AT TIME ZONE 'UTC', total = x.total
          FROM (SELECT review_id, sum(value) AS total FROM leifeng_award_review_line
                 GROUP BY review_id) x
         WHERE x.review_id = r.id AND r.award_id = %s
        """,
        [award.id],
    )
