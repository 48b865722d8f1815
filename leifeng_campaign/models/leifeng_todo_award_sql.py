"""What awards wait for, from their states alone. Columns as in ``leifeng_todo.TODO_SQL``, then:
the record to open, the user who acts where that is no employee, the body or role that acts.

Names of candidates and scores are in none of it: an award's name, a department's, a judge's count.
"""

# The office, by the award's own state and dates
CALLS = """
SELECT 20 AS source,
       CASE state WHEN 'draft' THEN 'award_open' WHEN 'approved' THEN 'award_notice'
                  ELSE CASE WHEN kind = 'department' THEN 'award_judging' ELSE 'award_end' END END
           AS kind,
       id, name,
       CASE state WHEN 'draft' THEN date_open WHEN 'approved' THEN approval_date
                  ELSE date_deadline END::timestamp AS since,
       'leifeng.award' AS res_model, campaign_id, company_id,
       NULL::int AS employee_id, true AS for_officer,
       id AS res_id, NULL::int AS actor_id, NULL::varchar AS role
  FROM leifeng_award a
 WHERE active AND NOT coalesce(is_template, false) AND NOT coalesce(is_earlier, false)
   AND ((state = 'draft' AND date_open <= %(today)s)
        OR (state = 'open' AND date_deadline < %(today)s)
        OR (state = 'approved' AND NOT EXISTS (
            SELECT FROM leifeng_award_leifeng_award_notice_rel l
              JOIN leifeng_award_notice n ON n.id = l.leifeng_award_notice_id
             WHERE l.leifeng_award_id = a.id AND n.state = 'published')))
"""
# Heads and coordinators, one row an award and department however many wait: counted before
# anything is joined, for thousands may have been handed in
SCREENING = """
SELECT 21, 'award_screening', 2 * e.id + w.second, a.name, e.since,
       'leifeng.award', a.campaign_id, a.company_id, w.employee_id, false, a.id, NULL, NULL
  FROM (SELECT award_id, department_id, min(id) AS id, min(submitted_on) AS since
          FROM leifeng_award_entry WHERE state = 'submitted' GROUP BY 1, 2) e
  JOIN leifeng_award a ON a.id = e.award_id
  JOIN leifeng_campaign_department p
       ON p.campaign_id = a.campaign_id AND p.department_id = e.department_id
 CROSS JOIN LATERAL (VALUES (p.coordinator_id, 0), (p.head_id, 1)) w (employee_id, second)
 WHERE a.state IN ('open', 'screening') AND w.employee_id IS NOT NULL
"""
SIMILAR = """
SELECT 22, 'award_similar', a.id, a.name, min(s.create_date), 'leifeng.award', a.campaign_id,
       a.company_id, NULL, true, a.id, NULL, NULL
  FROM leifeng_award_similarity s JOIN leifeng_award a ON a.id = s.award_id
 WHERE s.state = 'open' AND a.state IN ('open', 'screening')
 GROUP BY a.id
"""
# Nobody has to say a word any more, or the day for it has passed
START = """
SELECT 23, 'award_judging', a.id, a.name, a.date_screening::timestamp, 'leifeng.award',
       a.campaign_id, a.company_id, NULL, true, a.id, NULL, NULL
  FROM leifeng_award a
 WHERE a.state = 'screening'
   AND (a.date_screening < %(today)s
        OR NOT EXISTS (SELECT FROM leifeng_award_entry e
                        WHERE e.award_id = a.id AND e.state = 'submitted'))
"""
# Judges with a seat in the office; a judge from outside reads of it in the portal
SCORING = """
SELECT 24, 'award_scoring', j.id, a.name, a.judging_on, 'leifeng.award', a.campaign_id,
       a.company_id, NULL, false, a.id, u.id, NULL
  FROM leifeng_award_judge j
  JOIN leifeng_award a ON a.id = j.award_id
  JOIN res_users u ON u.id = j.user_id AND NOT u.share
 WHERE a.state = 'judging' AND a.scoring_closed_on IS NULL
   AND EXISTS (SELECT FROM leifeng_award_review r
                WHERE r.judge_id = j.id AND r.state = 'draft')
"""
# All sheets are in; then the meeting
MEETING = """
SELECT 25, CASE WHEN a.scoring_closed_on IS NULL THEN 'award_close' ELSE 'award_proposal' END,
       a.id, a.name,
       coalesce(a.scoring_closed_on, (SELECT max(r.submitted_on) FROM leifeng_award_review r
                                       WHERE r.award_id = a.id), a.judging_on),
       'leifeng.award', a.campaign_id, a.company_id, NULL, true, a.id, NULL, NULL
  FROM leifeng_award a
 WHERE a.state = 'judging'
   AND (a.scoring_closed_on IS NOT NULL
        OR (EXISTS (SELECT FROM leifeng_award_review r WHERE r.award_id = a.id)
            AND NOT EXISTS (SELECT FROM leifeng_award_review r
                             WHERE r.award_id = a.id AND r.state = 'draft')))
"""
# Each body its own requests; the manager records the approval when nothing is outstanding
OPINIONS = """
SELECT 26, 'award_opinion', min(o.id), a.name, min(o.create_date), 'leifeng.award.opinion',
       a.campaign_id, a.company_id, NULL, false, a.id, NULL,
       CASE o.body WHEN 'hr' THEN 'hr' ELSE 'supervisor' END
  FROM leifeng_award_opinion o JOIN leifeng_award a ON a.id = o.award_id
 WHERE o.state = 'requested' AND a.state = 'proposed'
 GROUP BY a.id, o.body
"""
APPROVAL = """
SELECT 27, 'award_approval', a.id, a.name, a.meeting_date::timestamp, 'leifeng.award',
       a.campaign_id, a.company_id, NULL, false, a.id, NULL, 'manager'
  FROM leifeng_award a
 WHERE a.state = 'proposed'
   AND NOT EXISTS (SELECT FROM leifeng_award_opinion o
                    WHERE o.award_id = a.id AND o.state = 'requested')
"""
NOTICES = """
SELECT 28, 'award_decision', n.id, n.name, n.date_stop::timestamp, 'leifeng.award.notice',
       n.campaign_id, n.company_id, NULL, true, n.id, NULL, NULL
  FROM leifeng_award_notice n
 WHERE (n.state = 'ended' OR (n.state = 'published' AND n.date_stop < %(today)s))
   AND EXISTS (SELECT FROM leifeng_award_leifeng_award_notice_rel l
                 JOIN leifeng_award a ON a.id = l.leifeng_award_id AND a.state = 'notice'
                WHERE l.leifeng_award_notice_id = n.id)
"""
OBJECTIONS = """
SELECT 29, 'award_objection', o.id, n.name, o.received_on::timestamp, 'leifeng.award.objection',
       n.campaign_id, o.company_id, NULL, false, o.id, NULL, 'supervisor'
  FROM leifeng_award_objection o JOIN leifeng_award_notice n ON n.id = o.notice_id
 WHERE o.state IN ('received', 'checking')
"""
AWARD_SQL = " UNION ALL ".join(
    (
        CALLS,
        SCREENING,
        SIMILAR,
        START,
        SCORING,
        MEETING,
        OPINIONS,
        APPROVAL,
        NOTICES,
        OBJECTIONS,
    )
)
