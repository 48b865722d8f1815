"""Invite Colleagues and the search for a stand-in, in an agency of 20,000 people."""

import statistics
import time

from bench.common.crowd import environment
from bench.common.database import open_registry
from bench.common.people import make_activity, make_people, make_sessions
from bench.common.serving import portal_visitor, serving
from bench.common.staff import add_lines, add_records, add_staff
from bench.common.table import print_table

SIZES = (2_000, 20_000)
ROUNDS = 7
PAGE = 20


def run(registry):
    """Print queries and time at both sizes."""
    rows, made = [], 0
    with registry.cursor() as cr:
        env = environment(cr)
        activity, leader = make_activity(env), make_people(env, 1, accounts=True)
        session, other = make_sessions(env, activity, 1, 20), make_sessions(env, activity, 1, 20)
        session.leader_id = leader
        cr.commit()
        for size in SIZES:
            added = add_staff(env, leader, made, size)
            add_records(env, added)
            add_lines(env, other, added)
            made = size
            cr.execute("ANALYZE")
            cr.commit()
            rows += [(what, size, *timed(env, act)) for what, act in acts(session, leader)]
            rows.append(("the portal's page, over HTTP", size, "", page(registry, session, leader)))
    rows.sort(key=lambda row: row[0])
    print_table(
        ["what", "people", "queries", "ms"],
        [(what, size, queries, f"{1000 * seconds:.0f}") for what, size, queries, seconds in rows],
    )
    return rows


def acts(session, leader):
    """Return (name, act) of what an on-site leader, who may ask the whole agency, does."""
    own = session.with_user(leader.user_id)
    listed = session.env["leifeng.session.candidate"].with_context(leifeng_session_id=session.id)
    listed = listed.with_user(session.env.ref("base.user_admin"))
    return [
        ("a page of the list, in fair order", lambda: own._candidate_rows("", PAGE, 0)),
        ("part of a name", lambda: own._candidate_rows("777", PAGE, 0)),
        ("everyone who can be invited", own._invitable_ids),
        ("a stand-in by name", lambda: own._stand_in_rows("777", PAGE)),
        ("the office's list", lambda: listed.web_search_read([], {"name": {}}, limit=40)),
    ]


def timed(env, act):
    """Return (statements, seconds) of ``act`` with caches of rights and nothing else."""
    times = []
    for _index in range(ROUNDS):
        env.invalidate_all()
        env.user.has_group("base.group_user")
        before, begun = env.cr.sql_log_count, time.perf_counter()
        act()
        times.append(time.perf_counter() - begun)
        queries = env.cr.sql_log_count - before
    return queries, statistics.median(times)


def page(registry, session, leader):
    """Return the seconds of the page from click to answer, warm."""
    path, times = f"/my/leifeng/sessions/{session.id}/invite", []
    with serving(registry.db_name) as server:
        visitor = portal_visitor(registry, server, leader.user_id.id)
        for _index in range(ROUNDS):
            begun = time.perf_counter()
            visitor.get(path).raise_for_status()
            times.append(time.perf_counter() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    run(open_registry())
