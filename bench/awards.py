"""Awards: closing, a judge's page, and sealing the journal."""

import statistics
import time

from bench.common.awards import make_award
from bench.common.crowd import environment
from bench.common.database import open_registry
from bench.common.people import make_people
from bench.common.table import print_table
from bench.pages import portal_page

WORKS, JUDGES = 500, 9
FEW = 10
ROUNDS = 3  # the median of three rounds in one run
ROWS = 10_000
PAGE = "/my/leifeng/sheets"


def run(registry):
    """Print the three tables; returns {what: seconds}."""
    found = {"closing": closing(registry), "sealing": sealing(registry)}
    judge_pages(registry)
    return found


# closing


def closing(registry):
    """Close scoring beside the bare creation of the same results; returns its seconds."""
    rows = []
    with registry.cursor() as cr:
        env = environment(cr)
        people, users = make_people(env, WORKS), make_people(env, JUDGES, accounts=True).user_id
        for works in (FEW, WORKS):
            rounds = [close_once(env, people[:works], users) for _round in range(ROUNDS)]
            rows.append((works, *map(statistics.median, zip(*rounds, strict=True))))
        cr.rollback()
    print_table(
        ["works × 9 judges", "closing, s", "bare create(), s", "times", "queries"],
        [
            (works, f"{ours:.2f}", f"{bare:.2f}", f"{ours / bare:.1f}", f"{queries:.0f}")
            for works, ours, bare, queries in rows
        ],
    )
    return rows[-1][1]


def close_once(env, people, users):
    """Return (seconds of closing, seconds of create() of the same rows alone, queries)."""
    award = make_award(env, people, users)
    before = env.cr.sql_log_count
    ours = timed(env, award.action_close_scoring)
    queries = env.cr.sql_log_count - before
    other = make_award(env, people, users)
    values = result_values(award, other)
    return ours, timed(env, lambda: env["leifeng.award.result"].create(values)), queries


def result_values(award, other):
    """Return the values of the results of ``award``, for the entries of ``other``."""
    names = ("code", "sheet_count", "raw_mean", "judged", "computed", "score", "spread", "rank")
    common = {"award_id": other.id, "company_id": other.company_id.id}
    return [
        {**common, "entry_id": entry.id, **{name: result[name] for name in names}}
        for result, entry in zip(award.result_ids, other.entry_ids, strict=True)
    ]


def timed(env, act):
    env.flush_all()
    env.invalidate_all()
    begun = time.perf_counter()
    act()
    env.flush_all()
    return time.perf_counter() - begun


# a judge's page


def judge_pages(registry):
    """Print queries and time of a judge's pages with few works and with many."""
    rows = []
    for works in (FEW, WORKS):
        with registry.cursor() as cr:
            env = environment(cr)
            users = make_people(env, JUDGES, accounts=True).user_id
            award = make_award(env, make_people(env, works), users, scored=False)
            judge = users[0].id
            sheet = (
                env["leifeng.award.review"]
                .search([("award_id", "=", award.id), ("user_id", "=", judge)], limit=1)
                .id
            )
            cr.commit()
        for path in (PAGE, f"{PAGE}/{sheet}"):
            queries, seconds = portal_page(registry, judge, path)
            name = "a judge's list" if path == PAGE else "a judge's sheet"
            rows.append((name, works, queries, f"{1000 * seconds:.0f}"))
    print_table(["page", "works", "queries", "ms"], sorted(rows))


# the journal


def sealing(registry):
    """Print what sealing takes beside one bare UPDATE of as many rows; returns its seconds."""
    rounds = [seal_once(registry) for _round in range(ROUNDS)]
    ours, bare = map(statistics.median, zip(*rounds, strict=True))
    print_table(
        ["rows", "sealing, s", "one UPDATE, s", "times"],
        [(ROWS, f"{ours:.2f}", f"{bare:.2f}", f"{ours / bare:.1f}")],
    )
    return ours


def seal_once(registry):
    """Return (seconds of sealing, seconds of an UPDATE that writes as much)."""
    with registry.cursor() as cr:
        journal = environment(cr)["leifeng.journal"]
        add_rows(cr)
        cr.commit()
        ours = clocked(lambda: (journal._seal_rows(), cr.commit()))
        bare = clocked(lambda: (rewrite(cr), cr.commit()))
        cr.execute("DROP TABLE bare_journal")
        cr.commit()
    return ours, bare


def clocked(act):
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def add_rows(cr):
    """Write unsealed rows, and the same ones in a table without guards."""
    cr.execute(
        """
        INSERT INTO leifeng_journal (kind, res_model, res_id, payload, company_id, user_id,
                                     create_date)
        SELECT 'score_sheet', 'leifeng.award.review', n, json_build_object(
                   'about', json_build_array('leifeng.award.review', n), 'kind', 'score_sheet',
                   'salt', md5(n::text), 'digest', md5(n::text) || md5((n + 1)::text))::text,
               (SELECT min(id) FROM res_company), 1, now() AT TIME ZONE 'UTC'
          FROM generate_series(1, %s) n
        """,
        [ROWS],
    )
    cr.execute("CREATE TABLE bare_journal AS SELECT * FROM leifeng_journal WHERE hash IS NULL")


def rewrite(cr):
    cr.execute(
        "UPDATE bare_journal SET previous_hash = md5(payload) || md5(payload), "
        "hash = md5(payload) || md5(payload), sealed_on = now() AT TIME ZONE 'UTC'"
    )


if __name__ == "__main__":
    run(open_registry())
