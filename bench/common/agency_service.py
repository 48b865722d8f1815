"""Sessions, lines, records and what came of them in the large agency."""

from .agency_plan import BEFORE, DAYS
from .staff import FIRST

# Sessions of 90 minutes every two hours, up to 20 at the same time; those of a day behind are
# confirmed, those ahead published. The n-th session has the same people everywhere, and nobody is
# in two of them at the same time.
SESSIONS_SQL = """
INSERT INTO leifeng_session
       (name, activity_id, campaign_id, company_id, kind, category, state, start, stop, capacity,
        minimum, waiting_max, location, contact, contact_phone, leader_id, people_served,
        materials_handed_out, all_year, off_campaign, create_date, write_date)
SELECT a.name || ' ' || n, a.id, a.campaign_id, a.company_id, a.kind, a.category,
       CASE WHEN t.day < %(before)s OR c.state = 'closed' THEN 'done' ELSE 'open' END,
       t.start, t.start + interval '90 minutes', %(seats)s, 1, 0, 'Corner', 'Office', '0000',
       %(first)s + n %% %(employees)s,
       CASE WHEN a.kind = 'service' AND t.day < %(before)s THEN n %% 30 ELSE 0 END, 0,
       false, false, now(), now()
  FROM leifeng_campaign c
 CROSS JOIN generate_series(0, %(sessions)s - 1) n
 CROSS JOIN LATERAL (
       SELECT n / %(beside)s AS slot, n / %(beside)s * %(days)s / %(slots)s AS day) s
 CROSS JOIN LATERAL (
       SELECT s.day, c.date_start + s.day + interval '1 hour' + s.slot %% 5 * interval '2 hours'
              AS start) t
  JOIN LATERAL (
       SELECT x.*, row_number() OVER (ORDER BY x.id) - 1 AS place
         FROM leifeng_campaign_activity x WHERE x.campaign_id = c.id) a ON a.place = n %% 5
 WHERE c.id IN (SELECT campaign_id FROM leifeng_campaign_department WHERE department_id = %(first)s)
 ORDER BY c.id, n
"""
# Everybody who was there but each ninetieth; ahead nobody has been anywhere.
SIGNUPS_SQL = """
INSERT INTO leifeng_session_signup
       (session_id, employee_id, employee_name, department_id, department_name, source, line_no,
        live, attendance, break_minutes, start, stop, create_date, write_date)
SELECT s.id, e.id, e.name, v.department_id, 'Department', 'self',
       nextval('leifeng_session_signup_line_no_seq'), true,
       CASE WHEN s.state <> 'done' THEN 'pending' WHEN (s.n + seat) %% 90 = 0 THEN 'absent'
            ELSE 'present' END,
       0, s.start, s.stop, s.create_date, s.create_date
  FROM (SELECT x.*, row_number() OVER (PARTITION BY campaign_id ORDER BY id) - 1 AS n
          FROM leifeng_session x
         WHERE x.leader_id >= %(first)s) s
 CROSS JOIN generate_series(0, %(seats)s - 1) seat
  JOIN hr_employee e ON e.id = %(first)s
       + (s.n / %(beside)s * 397 + s.n %% %(beside)s * %(seats)s + seat) %% %(employees)s
  JOIN hr_version v ON v.id = e.current_version_id
 ORDER BY s.id, seat
"""
RECORDS_SQL = """
INSERT INTO leifeng_service_record
       (employee_id, employee_name, employee_number, department_id, department_name, kind, date,
        start, stop, break_minutes, raw_minutes, minutes, work_minutes, rounding, content, location,
        organizing_unit, recording_unit, leader_name, source, recorded_by, company_id, campaign_id,
        session_id, create_date, write_date)
SELECT p.employee_id, p.employee_name, 'S' || p.employee_id, p.department_id, p.department_name,
       'service', (s.start AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Shanghai')::date, s.start, s.stop,
       0, 90, 90, CASE WHEN s.id %% 4 = 0 THEN 90 ELSE 0 END, 'tenth', s.name, s.location,
       'Agency', 'Agency', 'Person', 'sheet', 'Officer', s.company_id, s.campaign_id, s.id,
       s.stop, s.stop
  FROM leifeng_session s
  JOIN leifeng_session_signup p ON p.session_id = s.id AND p.attendance = 'present'
 WHERE s.state = 'done' AND s.kind = 'service' AND p.employee_id >= %(first)s
 ORDER BY s.start, p.id
 LIMIT %(records)s
"""
ASKED_SQL = """
INSERT INTO leifeng_service_request
       (company_id, partner_id, partner_name, state, source, served, need, asked_on, closed_on,
        session_id, create_date, write_date)
SELECT s.company_id, %(partner)s, 'Committee', 'served', 'office', 'residents', 'Cleaning',
       s.start - interval '3 days', s.stop, s.id, now(), now()
  FROM leifeng_session s
 WHERE s.state = 'done' AND s.kind = 'service' AND s.id %% 10 = 0 AND s.leader_id >= %(first)s
"""
ANSWERS_SQL = """
INSERT INTO leifeng_service_rating
       (session_id, request_id, company_id, campaign_id, activity_id, session_date, stars,
        create_date, write_date)
SELECT s.id, r.id, s.company_id, s.campaign_id, s.activity_id, s.start::date, 3 + s.id % 3,
       now(), now()
  FROM leifeng_service_request r JOIN leifeng_session s ON s.id = r.session_id
"""


def values_of(size):
    """Return what the statements above ask for."""
    beside = max(1, min(20, size.employees // size.seats, size.sessions))
    return {
        "first": FIRST,
        "before": BEFORE,
        "days": DAYS,
        "seats": size.seats,
        "employees": size.employees,
        "sessions": size.sessions,
        "records": size.records,
        "beside": beside,  # sessions at the same time
        "slots": -(-size.sessions // beside),
    }


def add_sessions(env, size):
    env.cr.execute("ANALYZE hr_employee, hr_version, leifeng_campaign, leifeng_campaign_activity")
    env.cr.execute(SESSIONS_SQL, values_of(size))


def add_signups(env, size):
    env.cr.execute("ANALYZE leifeng_session")
    env.cr.execute(SIGNUPS_SQL, values_of(size))
    env.cr.execute("ANALYZE leifeng_session_signup")


def add_records(env, size):
    env.cr.execute(RECORDS_SQL, values_of(size))


def add_results(env, size):
    """Requests that were served, each answered once."""
    partner = env["res.partner"].create({"name": "Committee", "is_company": True})
    env.flush_all()
    env.cr.execute(ASKED_SQL, {**values_of(size), "partner": partner.id})
    env.cr.execute(ANSWERS_SQL)
