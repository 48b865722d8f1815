"""The line under real commits: whoever comes together, in whatever order."""

import random

import pytest
from lines import HOUR, Line, kinds
from psycopg2.errors import SerializationFailure

from odoo import api
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.sql_db import close_db
from odoo.tools import mute_logger

from bench.common.crowd import act_at_once, act_once, environment


@pytest.fixture(scope="module")
def line(new_database, installed):
    name = new_database(installed)
    yield Line(Registry(name))
    Registry.delete(name)
    close_db(name)


def test_rush_holds_exactly_the_places_and_refuses_nobody(line):
    session = line.session(capacity=20)

    outcomes, _seconds = act_at_once(
        line.registry, [line.join(session, index) for index in range(60)]
    )

    rows = line.rows(session)
    assert kinds(outcomes) == set()
    assert len({employee for employee, _place, _holds in rows}) == len(rows) == 60
    assert [place for _employee, place, _holds in rows] == list(range(1, 61))
    assert [holds for _employee, _place, holds in rows] == [True] * 20 + [False] * 40


@mute_logger("odoo.sql_db")
def test_two_first_certificates_of_a_year_never_draw_the_same_number(line):
    def draw(cr):
        env = environment(cr)
        today = env.company._leifeng_today()
        return env["leifeng.certificate"]._number_values(env.company, "service", today)["number"]

    with line.registry.cursor() as first, line.registry.cursor() as second:
        second.execute("SELECT 1")  # its snapshot is from before the sequence
        number = draw(first)
        first.commit()
        with pytest.raises(SerializationFailure):
            draw(second)
        second.rollback()  # Odoo runs it again
        assert draw(second) != number


@mute_logger("odoo.sql_db")
def test_two_devices_of_one_person_take_one_place(line):
    session = line.session()

    outcomes, _seconds = act_at_once(line.registry, [line.join(session, 0)] * 8, threads=8)

    assert len(line.rows(session)) == 1
    assert sum(1 for outcome in outcomes if not outcome.error) == 1
    assert kinds(outcomes) <= {"UserError", "ValidationError"}


@mute_logger("odoo.sql_db")
def test_one_person_in_overlapping_sessions_is_in_one_line(line):
    sessions = [line.session() for _index in range(6)]
    with line.registry.cursor() as cr:
        records = environment(cr)["leifeng.session"].browse(sessions)
        records.write({"start": records[0].start, "stop": records[0].stop})

    outcomes, _seconds = act_at_once(
        line.registry, [line.join(session, 1) for session in sessions], threads=6
    )

    assert sum(len(line.rows(session)) for session in sessions) == 1
    assert sum(1 for outcome in outcomes if not outcome.error) == 1


@pytest.mark.parametrize("change", ["cancel", "move"])
def test_change_committed_after_the_snapshot_runs_the_sign_up_again(line, change):
    session = line.session()
    with line.registry.cursor() as cr:
        env = environment(cr, line.users[2])
        env["leifeng.session"].browse(session).mapped("name")  # the snapshot is taken
        assert act_once(line.registry, getattr(line, change)(session)).error is None

        with mute_logger("odoo.sql_db"), pytest.raises(SerializationFailure):
            line.join(session, 2)(env)
        cr.rollback()

    again = act_once(line.registry, line.join(session, 2))
    line.sweep()
    assert isinstance(again.error, UserError) == (change == "cancel")
    assert line.agrees(session)


@pytest.mark.parametrize("change", ["cancel", "move"])
def test_sign_up_committed_after_the_change_s_snapshot_is_swept(line, change):
    session = line.session()
    with line.registry.cursor() as cr:
        env = api.Environment(cr, 1, {})
        env["leifeng.session"].browse(session).signup_ids.mapped("live")  # the snapshot: nobody
        assert act_once(line.registry, line.join(session, 3)).error is None

        getattr(line, change)(session)(env)
        env.flush_all()

    assert len(line.rows(session)) == 1
    assert not line.agrees(session)
    line.sweep()
    assert line.agrees(session)


@pytest.mark.parametrize("change", ["cancel", "move"])
@mute_logger("odoo.sql_db")
def test_rush_against_a_change(line, change):
    session = line.session(capacity=10)
    acts = [line.join(session, index) for index in range(40)]
    acts.insert(20, getattr(line, change)(session))

    outcomes, _seconds = act_at_once(line.registry, acts)
    line.sweep()

    assert kinds(outcomes) <= {"UserError"}
    assert outcomes[20].error is None
    assert line.agrees(session)


@mute_logger("odoo.sql_db")
def test_withdrawals_while_the_line_moves(line):
    session = line.session(capacity=10)
    act_at_once(line.registry, [line.join(session, index) for index in range(30)])
    acts = [line.withdraw(session, index) for index in range(15)]
    acts += [line.join(session, index) for index in range(30, 60)]
    random.Random(1).shuffle(acts)

    outcomes, _seconds = act_at_once(line.registry, acts)

    rows = line.rows(session)
    gone = set(line.people[:15])
    assert kinds(outcomes) == set()
    assert {employee for employee, _place, _holds in rows} == set(line.people) - gone
    assert [place for _employee, place, _holds in rows] == list(range(1, 46))


def test_whoever_waited_is_told_once_by_two_sweeps_at_once(line):
    session = line.session(capacity=1)
    for index in (4, 5):
        assert act_once(line.registry, line.join(session, index)).error is None
    with line.registry.cursor() as cr:
        environment(cr)["leifeng.session"].browse(session).signup_ids._note_told()
    assert act_once(line.registry, line.withdraw(session, 4)).error is None

    def sweep(env):
        for found in env["leifeng.session"]._sessions_to_sweep():
            found._sweep()

    with mute_logger("odoo.sql_db"):
        outcomes, _seconds = act_at_once(line.registry, [sweep] * 4, threads=4)

    with line.registry.cursor() as cr:
        told = environment(cr)["leifeng.message"].search_count(
            [("employee_id", "=", line.people[5]), ("url", "=", f"/my/leifeng/sessions/{session}")]
        )
    assert kinds(outcomes) == set()
    assert told == 1


def test_journal_doesn_t_fork(line):
    """Facts and sealings at once: afterwards one chain through every row."""
    with line.registry.cursor() as cr:
        company = environment(cr).company.id

    def fact(env):
        env["leifeng.journal"].record("purged", env["res.company"].browse(company), {})

    outcomes, _seconds = act_at_once(line.registry, [fact] * 60)

    with line.registry.cursor() as cr:
        env = environment(cr)
        env["leifeng.journal"]._seal_rows()
        rows = env["leifeng.journal"].search([], order="id")
        assert kinds(outcomes) == set()
        assert len(rows) >= 60 and all(rows.mapped("hash"))
        assert not env["leifeng.journal"]._first_break()
        assert len(set(rows.mapped("previous_hash"))) == len(rows)


def test_one_sheet_is_confirmed_once(line):
    session = line.session()
    assert act_once(line.registry, line.join(session, 6)).error is None
    with line.registry.cursor() as cr:
        env = environment(cr)
        record = env["leifeng.session"].browse(session)
        record.write({"start": record.start - 1000 * HOUR, "stop": record.stop - 1000 * HOUR})
        record._sweep()
        record.action_everyone_came()

    def confirm(env):
        env["leifeng.session"].browse(session).action_confirm()

    with mute_logger("odoo.sql_db"):
        outcomes, _seconds = act_at_once(line.registry, [confirm] * 4, threads=4)

    with line.registry.cursor() as cr:
        count = environment(cr)["leifeng.service.record"].search_count(
            [("session_id", "=", session)]
        )
    assert count == 1
    assert kinds(outcomes) <= {"UserError"}


def past_session(line, *people):
    """Return the id of a session long over at which ``people`` (numbers) are on the sheet."""
    session = line.session()
    for index in people:
        assert act_once(line.registry, line.join(session, index)).error is None
    with line.registry.cursor() as cr:
        record = environment(cr)["leifeng.session"].browse(session)
        start = record.start.replace(year=2026, month=3, day=5, hour=1)
        record.write({"start": start, "stop": start + 2 * HOUR})
        record._sweep()
        record.action_everyone_came()
    return session


@pytest.mark.parametrize("first", ["confirm", "absent"])
def test_attendance_against_confirming(line, first):
    session = past_session(line, 7)

    def confirm(env):
        env["leifeng.session"].browse(session).action_confirm()

    def absent(env):
        env["leifeng.session"].browse(session).signup_ids.write({"attendance": "absent"})

    act, other = (confirm, absent) if first == "confirm" else (absent, confirm)
    with line.registry.cursor() as cr:
        env = environment(cr)
        env["leifeng.session"].browse(session).signup_ids.mapped("attendance")  # the snapshot
        assert act_once(line.registry, act).error is None
        with mute_logger("odoo.sql_db"), pytest.raises(SerializationFailure):
            other(env)
            env.flush_all()
        cr.rollback()


def test_two_sheets_of_one_person_at_once(line):
    """Whoever confirms second sees the first one's records, and refuses the overlap."""
    sessions = past_session(line, 8), line.session()
    with line.registry.cursor() as cr:
        env = environment(cr)
        one, two = env["leifeng.session"].browse(sessions)
        two.write({"start": one.stop, "stop": one.stop + 2 * HOUR})
        values = {"session_id": two.id, "employee_id": line.people[8], "attendance": "present"}
        env["leifeng.session.signup"].create({**values, "time_in": one.start + HOUR})
    acts = [
        (lambda env, each=each: env["leifeng.session"].browse(each).action_confirm().ids)
        for each in sessions
    ]

    with mute_logger("odoo.sql_db"):
        outcomes, _seconds = act_at_once(line.registry, acts, threads=2)

    assert sorted(type(outcome.error).__name__ for outcome in outcomes) == [
        "NoneType",
        "UserError",
    ]


def late_entry(line, session, index, *times):
    """Return the id of hours of person ``index`` that the administrator entered late."""
    with line.registry.cursor() as cr:
        env = environment(cr)
        record = env["leifeng.session"].browse(session)
        entries = env["leifeng.service.entry"].with_user(env.ref("base.user_admin"))
        return entries.ask(
            line.people[index], (*times, 0), "Forgot to sign out", activity=record.activity_id
        ).id


@mute_logger("odoo.sql_db")
def test_two_second_persons_agree_at_once(line):
    session = past_session(line, 9)
    with line.registry.cursor() as cr:
        stop = environment(cr)["leifeng.session"].browse(session).stop
    entry = late_entry(line, session, 9, stop, stop + HOUR)

    outcomes, _seconds = act_at_once(
        line.registry,
        [lambda env: env["leifeng.service.entry"].browse(entry).action_record()] * 4,
        threads=4,
    )

    with line.registry.cursor() as cr:
        late = [("employee_id", "=", line.people[9]), ("source", "=", "late")]
        assert environment(cr)["leifeng.service.record"].search_count(late) == 1
    assert sum(1 for outcome in outcomes if not outcome.error) == 1
    assert kinds(outcomes) <= {"UserError"}


@pytest.mark.parametrize("first", ["sheet", "entry"])
def test_agreeing_against_a_new_sheet_of_the_same_person(line, first):
    """Whoever comes second is run again, sees the other's record and refuses the overlap."""
    person = {"sheet": 10, "entry": 11}[first]
    session = past_session(line, person)
    with line.registry.cursor() as cr:
        record = environment(cr)["leifeng.session"].browse(session)
        times = record.start + HOUR, record.stop + HOUR
    entry = late_entry(line, session, person, *times)

    def agree(env):
        env["leifeng.service.entry"].browse(entry).action_record()

    def confirm(env):
        env["leifeng.session"].browse(session).action_confirm()

    act, other = (confirm, agree) if first == "sheet" else (agree, confirm)
    with line.registry.cursor() as cr:
        env = environment(cr)
        env["leifeng.service.entry"].browse(entry).mapped("state")  # the snapshot is taken
        assert act_once(line.registry, act).error is None
        with mute_logger("odoo.sql_db"), pytest.raises(SerializationFailure):
            other(env)
            env.flush_all()
        cr.rollback()

    assert isinstance(act_once(line.registry, other).error, UserError)
