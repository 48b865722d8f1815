"""Pages of the portal, a form and a calendar's feed, at 10 and at 1,000 sessions."""

import re
import statistics
import time

from odoo.tests import Form

from bench.common.crowd import environment
from bench.common.database import open_registry
from bench.common.people import make_activity, make_people, make_sessions
from bench.common.serving import portal_visitor, serving
from bench.common.table import print_table

SIZES = (10, 1000)
ROUNDS = 7
# "GET /my/… HTTP/1.1" 200 - <queries> <seconds in the database> <seconds in Python>
REQUEST = re.compile(r'"GET (\S+) HTTP/[^"]*" 200 - (\d+) ([\d.]+) ([\d.]+)')


def run(registry):
    """Print queries and time of the pages at both sizes."""
    with registry.cursor() as cr:
        env = environment(cr)
        activity = make_activity(env)
        user, eager = make_people(env, 2, accounts=True).user_id
        env["res.users"].with_user(eager).action_renew_calendar()
        lead_department(activity.campaign_id, user.employee_id)
        pages = {
            "the sessions page": "/my/leifeng/sessions",
            "My Department": "/my/leifeng/department",
            "a calendar's feed": f"/leifeng/calendar/{eager.leifeng_calendar_token}.ics",
        }
        cr.commit()
        rows, made = [], 0
        for size in SIZES:
            sessions = make_sessions(env, activity, size - made, 20, first_hour=24 + made)
            join_all(sessions, eager.employee_id)
            made = size
            cr.commit()
            for name, path in pages.items():
                rows.append((name, size, *portal_page(registry, user.id, path)))
            rows.append(("the campaign's form", size, *campaign_form(env, activity)))
    rows.sort()
    print_table(
        ["page", "sessions", "queries", "ms"],
        [(name, size, queries, f"{1000 * seconds:.0f}") for name, size, queries, seconds in rows],
    )
    return rows


def lead_department(campaign, head):
    """Let ``head`` answer for the own department in ``campaign``."""
    department = head.department_id
    campaign.env["leifeng.campaign.department"].create(
        {"campaign_id": campaign.id, "department_id": department.id, "head_id": head.id}
    )


def join_all(sessions, employee):
    """Put ``employee`` into the line of each of ``sessions``."""
    sessions.env["leifeng.session.signup"].create(
        [{"session_id": session.id, "employee_id": employee.id} for session in sessions]
    )


def portal_page(registry, user_id, path):
    """Return (queries, seconds) of the page as the server logs them, warm."""
    with serving(registry.db_name) as server:
        visitor = portal_visitor(registry, server, user_id)
        for _index in range(ROUNDS):
            visitor.get(path).raise_for_status()
        log = server.log.read_text(encoding="utf-8")
    hits = [hit for hit in REQUEST.findall(log) if hit[0] == path][-ROUNDS + 2 :]
    times = [float(database) + float(python) for _path, _count, database, python in hits]
    return int(hits[-1][1]), statistics.median(times)


def campaign_form(env, activity):
    """Return (queries, seconds) of reading all that the form shows, as its officer."""
    campaign = activity.campaign_id
    spec = Form(campaign)._view["fields_spec"]
    times = []
    for _index in range(ROUNDS):
        env.invalidate_all()
        before, begun = env.cr.sql_log_count, time.perf_counter()
        campaign.web_read(spec)
        times.append(time.perf_counter() - begun)
        queries = env.cr.sql_log_count - before
    return queries, statistics.median(times)


if __name__ == "__main__":
    run(open_registry())
