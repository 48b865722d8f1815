"""A whole day is cancelled or moved, and shifts are laid out, while others act."""

from datetime import timedelta

import pytest
from lines import HOUR, Line, kinds
from psycopg2.errors import SerializationFailure

from odoo.modules.registry import Registry
from odoo.sql_db import close_db
from odoo.tools import mute_logger

from bench.common.crowd import act_at_once, act_once, environment

DAY = timedelta(days=1)
CHANGES = ["cancel_day", "move_day"]
EVERY_DAY = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Days(Line):
    """Days with three sessions each, and the acts of an officer on a whole day."""

    count = 0

    def day(self, capacity=5):
        """Return the ids of three published sessions of a day of their own."""
        self.count += 1
        session_ids = [self.session(capacity) for _index in range(3)]
        with self.registry.cursor() as cr:
            sessions = environment(cr)["leifeng.session"].browse(session_ids)
            midnight = sessions[0].start.replace(hour=0, minute=0, second=0)
            for index, session in enumerate(sessions):
                start = midnight + (400 + self.count) * DAY + 2 * index * HOUR
                session.write({"start": start, "stop": start + HOUR})
        return session_ids

    def cancel_day(self, session_ids):
        return lambda env: self._change(env, session_ids, what="cancel", reason="Storm")

    def move_day(self, session_ids):
        def act(env):
            session = env["leifeng.session"].browse(session_ids[0])
            new_date = session._local_date() + 200 * DAY
            self._change(env, session_ids, what="move", new_date=new_date)

        return act

    def _change(self, env, session_ids, **vals):
        values = {"session_id": session_ids[0], "scope": "day", **vals}
        wizard = env["leifeng.session.change"].create(values)
        assert set(wizard.session_ids.ids) == set(session_ids)
        wizard.action_apply()

    def sweep(self):
        def act(env):
            for sessions in env["leifeng.session"]._sessions_to_sweep()._by_change():
                sessions._sweep()

        assert act_once(self.registry, act).error is None


@pytest.fixture(scope="module")
def line(new_database, installed):
    name = new_database(installed)
    yield Days(Registry(name))
    Registry.delete(name)
    close_db(name)


@pytest.mark.parametrize("change", CHANGES)
@mute_logger("odoo.sql_db")
def test_rush_against_a_day_s_change(line, change):
    sessions = line.day(capacity=10)
    acts = [line.join(session, index) for index in range(20) for session in sessions]
    acts.insert(30, getattr(line, change)(sessions))

    outcomes, _seconds = act_at_once(line.registry, acts)
    line.sweep()

    assert kinds(outcomes) <= {"UserError"}
    assert outcomes[30].error is None
    assert all(map(line.agrees, sessions))
    with line.registry.cursor() as cr:
        signups = environment(cr)["leifeng.session"].browse(sessions).signup_ids
        live = signups.filtered("live")
        told = environment(cr)["leifeng.message"].search(
            [("employee_id", "in", signups.employee_id.ids), ("text", "like", "Storm")]
        )
        if change == "cancel_day":
            assert not live
            assert len(told) == len(told.employee_id) == len(signups.employee_id)


@pytest.mark.parametrize("change", CHANGES)
def test_sign_up_committed_after_the_day_s_snapshot_is_swept(line, change):
    sessions = line.day()
    with line.registry.cursor() as cr:
        env = environment(cr)
        env["leifeng.session"].browse(sessions).signup_ids.mapped("live")  # the snapshot: nobody
        for session in sessions:
            assert act_once(line.registry, line.join(session, 9)).error is None

        getattr(line, change)(sessions)(env)
        env.flush_all()

    assert not any(map(line.agrees, sessions))
    line.sweep()
    assert all(map(line.agrees, sessions))
    with line.registry.cursor() as cr:
        signups = environment(cr)["leifeng.session"].browse(sessions).signup_ids
        assert set(signups.mapped("asked_again")) == {change == "move_day"}


@pytest.mark.parametrize("change", CHANGES)
def test_day_s_change_committed_after_the_snapshot_runs_the_sign_up_again(line, change):
    sessions = line.day()
    with line.registry.cursor() as cr:
        env = environment(cr, line.users[10])
        env["leifeng.session"].browse(sessions[1]).mapped("name")  # the snapshot is taken
        assert act_once(line.registry, getattr(line, change)(sessions)).error is None

        with mute_logger("odoo.sql_db"), pytest.raises(SerializationFailure):
            line.join(sessions[1], 10)(env)
        cr.rollback()


def test_two_officers_lay_out_the_same_shifts_once(line):
    with line.registry.cursor() as cr:
        post = environment(cr)["leifeng.service.post"].create({"name": "X", "location": "X"}).id

    def lay_out(env):
        activity = env["leifeng.campaign.activity"].browse(line.activity)
        day = activity.campaign_id.date_start
        values = {"activity_id": activity.id, "post_ids": [(6, 0, [post])], "times": "bands"}
        days = {"which_days": "weekdays", **dict.fromkeys(EVERY_DAY, True)}
        dates = {"date_first": day, "date_last": day + 9 * DAY}
        env["leifeng.session.layout"].create({**values, **days, **dates}).action_lay_out()

    with mute_logger("odoo.sql_db"):
        outcomes, _seconds = act_at_once(line.registry, [lay_out] * 4, threads=4)

    with line.registry.cursor() as cr:
        shifts = environment(cr)["leifeng.session"].search([("post_id", "=", post)])
        assert len(shifts) == len(set(shifts.mapped("start"))) == 20
    assert kinds(outcomes) == set()
