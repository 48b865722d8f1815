"""The large agency of the benchmarks, a thousandth of it: the ORM reads what SQL wrote."""

import pytest

from odoo.modules.registry import Registry
from odoo.sql_db import close_db

from bench.common.agency import make_agency, size_of
from bench.common.agency_files import measured_files
from bench.common.agency_staff import EMPLOYEE, HEAD, OFFICER
from bench.common.crowd import environment

SCALE = 0.001


@pytest.fixture(scope="module")
def registry(new_database, installed):
    name = new_database(installed)
    registry = Registry(name)
    with registry.cursor() as cr:
        make_agency(environment(cr), SCALE)
        cr.commit()
    yield registry
    Registry.delete(name)
    close_db(name)


@pytest.fixture
def env(registry):
    with registry.cursor() as cr:
        yield environment(cr)
        cr.rollback()


def count(env, model, *domain):
    return env[model].search_count(list(domain))


def test_the_full_size():
    size = size_of(1)
    assert (size.employees, size.departments, size.campaigns) == (20_000, 300, 5)
    assert (size.signups, size.records, size.entries) == (400_000, 300_000, 20_000)


def test_as_many_as_asked_for(env):
    size = size_of(SCALE)
    assert count(env, "hr.employee", ("user_id.login", "like", "staff-")) == size.employees
    assert count(env, "leifeng.campaign") == size.campaigns
    assert count(env, "leifeng.session.signup") == size.signups
    assert 0.9 * size.records <= count(env, "leifeng.service.record") <= size.records
    assert count(env, "leifeng.award.entry") == size.entries
    parts = size.campaigns * size.departments
    assert count(env, "leifeng.campaign.department") == parts


def test_the_same_rules_as_for_everybody(env):
    """Nobody is at two places at once, lines are no longer than sessions have places, and hours
    come of service alone."""
    overlaps = """
        SELECT count(*) FROM leifeng_session_signup a JOIN leifeng_session_signup b
            ON a.employee_id = b.employee_id AND a.id < b.id
           AND a.start < b.stop AND a.stop > b.start"""
    env.cr.execute(overlaps)
    assert env.cr.fetchone() == (0,)
    sessions = env["leifeng.session"].search([])
    assert not sessions.filtered("waiting_count")
    assert set(sessions.mapped("state")) == {"open", "done"}
    assert set(env["leifeng.service.record"].search([]).session_id.mapped("kind")) == {"service"}


def test_pages_show_it(env):
    officer = env["res.users"].search([("login", "=", OFFICER)])
    progress = env["leifeng.campaign"].with_user(officer).get_progress()
    assert progress["campaign"]["state"] == "running"
    assert progress["hours"]["whole"] > 0
    assert progress["taking"]["whole"]["times"] > 0
    head = env["res.users"].search([("login", "=", HEAD)])
    part = env["leifeng.campaign.department"].with_user(head)._mine()
    assert part.head_id == head.employee_id
    employee = env["res.users"].search([("login", "=", EMPLOYEE)])
    assert env["leifeng.session"].with_user(employee).search([("state", "=", "open")])


def test_files_about_it(env):
    officer = env["res.users"].search([("login", "=", OFFICER)])
    campaign = env["leifeng.campaign"].search([("state", "=", "running")])
    files = measured_files(env(user=officer), campaign.with_user(officer))
    assert list(files) == ["the campaign's summary", "the workbook"]
    for queries, seconds, memory in files.values():
        assert queries > 10
        assert seconds > 0
        assert memory > 50  # Odoo itself
