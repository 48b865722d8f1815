"""Pages on the demo agency and on one of 20,000 employees: queries, milliseconds, how many times.

``bin/bench agency [scale]``: a scale below 1 makes a smaller one of the same shape. A campaign's
summary and workbook come with the memory that they take.
"""

import statistics
import sys
import time

from odoo.modules.registry import Registry
from odoo.tests import Form
from odoo.tools import config

from bench.common.agencies import demo_agency, large_agency
from bench.common.agency_files import measured_files
from bench.common.agency_staff import EMPLOYEE, HEAD, OFFICER
from bench.common.crowd import environment
from bench.common.serving import portal_visitor, serving
from bench.common.table import print_table
from bench.pages import REQUEST

ROUNDS = 9
LIMIT = 3  # times what the demo agency takes
LOGINS = {
    "demo": {"officer": "officer", "head": "head", "employee": "employee"},
    "large": {"officer": OFFICER, "head": HEAD, "employee": EMPLOYEE},
}
# page of the portal: (who looks at it, its address)
PORTAL = {
    "a department's page": ("head", "/my/leifeng/department"),
    "the portal's home": ("employee", "/my/leifeng"),
    "the sessions page": ("employee", "/my/leifeng/sessions"),
}


def run(scale=1.0):
    """Print the tables; returns {page: times what the demo agency takes}."""
    config.parse_config(["--no-http", "--log-level=critical"], setup_logging=True)
    demo, demo_files = measured("demo", demo_agency())
    large, large_files = measured("large", large_agency(scale))
    ratios = {page: large[page][1] / demo[page][1] for page in demo}
    print_pages(demo, large, ratios)
    print()
    print_files(demo_files, large_files)
    return ratios


def print_pages(demo, large, ratios):
    rows = []
    for page, (queries, seconds) in demo.items():
        more, longer = large[page]
        times = (f"{1000 * seconds:.0f}", f"{1000 * longer:.0f}", f"{ratios[page]:.1f}")
        rows.append((page, queries, more, *times))
    print_table(["page", "queries, demo", "large", "ms, demo", "large", "times"], rows)


def print_files(demo, large):
    rows = []
    for name, figures in demo.items():
        pairs = zip(figures, large[name], ("d", ".1f", ".0f"), strict=True)
        rows.append((name, *(format(each, style) for *both, style in pairs for each in both)))
    head = ["file", "queries, demo", "large", "s, demo", "large", "peak MB, demo", "large"]
    print_table(head, rows)


def measured(kind, database):
    """Return ({page: (queries, seconds)}, {file: (queries, seconds, MB)}) of the agency in
    ``database``."""
    registry = Registry(database)
    with registry.cursor() as cr:
        env = environment(cr)
        users = {who: user_of(env, login).id for who, login in LOGINS[kind].items()}
        officer = environment(cr, users["officer"])
        pages = {
            "Progress": warm(officer, progress(officer)),
            "the campaign's form": warm(officer, campaign_form(officer)),
        }
        files = measured_files(officer, going_on(officer))
        cr.rollback()
    return {**pages, **portal_pages(registry, users)}, files


def user_of(env, login):
    return env["res.users"].search([("login", "=", login)])


# in this process: what the client asks for


def going_on(env):
    return env["leifeng.campaign"].search([("state", "=", "running")], limit=1)


def progress(env):
    """Return the act of opening *Progress*."""
    return env["leifeng.campaign"].get_progress


def campaign_form(env):
    """Return the act of reading all that the form of the campaign going on shows."""
    campaign = going_on(env)
    spec = Form(campaign)._view["fields_spec"]
    return lambda: campaign.web_read(spec)


def warm(env, act):
    """Return (queries, median seconds) of ``act``, the first rounds left out."""
    times = []
    for _round in range(ROUNDS):
        env.invalidate_all()
        before, begun = env.cr.sql_log_count, time.perf_counter()
        act()
        times.append(time.perf_counter() - begun)
        queries = env.cr.sql_log_count - before
    return queries, statistics.median(times[2:])


# over HTTP: what the server logs


def portal_pages(registry, users):
    with serving(registry.db_name) as server:
        return {
            page: portal_page(registry, server, users[who], path)
            for page, (who, path) in PORTAL.items()
        }


def portal_page(registry, server, user_id, path):
    """Return (queries, median seconds) of the page, warm."""
    visitor = portal_visitor(registry, server, user_id)
    for _round in range(ROUNDS):
        page = visitor.get(path)
        page.raise_for_status()
    if page.history:
        raise RuntimeError(f"{path} led to {page.url}: the visitor isn't signed in")
    log = server.log.read_text(encoding="utf-8")
    hits = [hit for hit in REQUEST.findall(log) if hit[0] == path][2 - ROUNDS :]
    times = [float(database) + float(python) for _path, _count, database, python in hits]
    return int(hits[-1][1]), statistics.median(times)


if __name__ == "__main__":
    run(*map(float, sys.argv[1:]))
