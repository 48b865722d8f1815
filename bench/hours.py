"""Confirming a sheet of 500 beside the bare creation of the same 500 records, in one run."""

import statistics
import time

from odoo.fields import Command

from bench.common.crowd import environment
from bench.common.database import open_registry
from bench.common.people import make_activity, make_people, make_sessions
from bench.common.table import print_table

SIZES = (50, 500)
ROUNDS = 3  # the median of three rounds in one run


def run(registry):
    """Print the comparison; returns {size: how many times bare create() confirming takes}."""
    rows = []
    with registry.cursor() as cr:
        env = environment(cr)
        activity, people = make_activity(env), make_people(env, max(SIZES))
        for size in SIZES:
            rounds = [_round(env, activity, people[:size], index) for index in range(ROUNDS)]
            confirmed, bare, queries = map(statistics.median, zip(*rounds, strict=True))
            rows.append((size, confirmed, bare, queries))
    print_table(
        ["people on the sheet", "confirming, ms", "bare create(), ms", "times", "queries"],
        [
            (size, f"{1000 * ours:.0f}", f"{1000 * bare:.0f}", f"{ours / bare:.1f}", f"{count:.0f}")
            for size, ours, bare, count in rows
        ],
    )
    return {size: ours / bare for size, ours, bare, _count in rows}


def _round(env, activity, people, index):
    """Return (seconds of confirming, seconds of bare create(), queries of confirming)."""
    session = _past_sheet(env, activity, people, index)
    before = env.cr.sql_log_count
    confirmed = _timed(env, session.action_confirm)
    queries = env.cr.sql_log_count - before
    records = session.record_ids
    values = [record._copied_values() for record in records]
    return confirmed, _timed(env, lambda: records.create(values)), queries


def _past_sheet(env, activity, people, index):
    """Return a session of its own day in the past at which ``people`` were present."""
    first_hour = -24 * (40 + index + len(people))
    session = make_sessions(env, activity, 1, len(people), first_hour)
    session.signup_ids = [
        Command.create({"employee_id": person.id, "attendance": "present"}) for person in people
    ]
    return session


def _timed(env, act):
    env.flush_all()
    env.invalidate_all()
    begun = time.perf_counter()
    act()
    env.flush_all()
    return time.perf_counter() - begun


if __name__ == "__main__":
    run(open_registry())
