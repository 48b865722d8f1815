"""The portal under a rush, on several server processes, and killed in its middle."""

import time
from threading import Thread

import pytest
import requests

from bench.common.people import make_activity, make_people, make_sessions
from bench.common.visitors import Visitor, all_at_once

PEOPLE, PLACES = 200, 20
MIDDLE = 60  # people answered when the server is killed


class Crowd:
    """A server of several processes, and people who are signed in."""

    def __init__(self, server):
        self.server, self.hour = server, 24
        with server.env() as env:
            users = make_people(env, PEOPLE, accounts=True).user_id
            self.activity = make_activity(env).id
            env.cr.commit()
            self.visitors = [Visitor(server, env, user) for user in users]
            self.employees = users.employee_id.ids

    def session(self):
        """Return the id of a new session at a time of its own."""
        self.hour += 1
        with self.server.env() as env:
            activity = env["leifeng.campaign.activity"].browse(self.activity)
            return make_sessions(env, activity, 1, PLACES, self.hour).id


class Rush:
    """A crowd before one session."""

    def __init__(self, crowd):
        self.crowd, self.server, self.employees = crowd, crowd.server, crowd.employees
        self.session = crowd.session()
        self.path = f"/my/leifeng/sessions/{self.session}"

    def sign_up(self, number):
        """Person ``number`` presses the button; the page that answers."""
        return self.crowd.visitors[number].post(f"{self.path}/sign_up")

    def line(self):
        """Return (employee, holds a place) in the order of the line."""
        with self.server.env() as env:
            line = env["leifeng.session.signup"].search(
                [("session_id", "=", self.session), ("live", "=", True)], order="line_no"
            )
            return [(signup.employee_id.id, signup.holds_place) for signup in line]


@pytest.fixture(scope="module")
def crowd(start_server):
    return Crowd(start_server(workers=2))


@pytest.fixture
def rush(crowd):
    return Rush(crowd)


def test_rush_through_the_portal(rush):
    pages = all_at_once(rush.sign_up, range(PEOPLE))

    line = rush.line()
    assert {page.status_code for page in pages} == {200}
    assert all(page.url.endswith(rush.path) for page in pages)
    assert len({employee for employee, _holds in line}) == len(line) == PEOPLE
    assert [holds for _employee, holds in line] == [True] * PLACES + [False] * (PEOPLE - PLACES)


def test_double_clicks_are_harmless(rush):
    pages = all_at_once(rush.sign_up, [number // 4 for number in range(40)])

    assert {page.status_code for page in pages} == {200}
    assert len(rush.line()) == 10
    rush.server.claims += [r"bad query: .*leifeng_session_signup"] * _any_error(rush.server)


def test_killed_in_the_middle(rush):
    """Whatever was answered is there once, whatever wasn't is there once or not at all."""
    answered = []

    def press(number):
        try:
            page = rush.sign_up(number)
        except requests.RequestException:
            return  # the server was killed
        if page.status_code == 200:
            answered.append(rush.employees[number])

    killer = Thread(target=_kill_after, args=(rush.server, answered, MIDDLE))
    killer.start()
    all_at_once(press, range(PEOPLE))
    killer.join()
    rush.server.start()

    line = [employee for employee, _holds in rush.line()]
    assert MIDDLE <= len(answered) < PEOPLE
    assert len(set(line)) == len(line)
    assert set(answered) <= set(line)
    assert set(line) <= set(rush.employees)
    all_at_once(rush.sign_up, range(PEOPLE))
    assert {employee for employee, _holds in rush.line()} == set(rush.employees)
    holders = [holds for _employee, holds in rush.line()]
    assert holders == [True] * PLACES + [False] * (PEOPLE - PLACES)


def _kill_after(server, answered, count):
    """Kill the server once ``count`` people were answered, or after a minute."""
    end = time.monotonic() + 60
    while len(answered) < count and time.monotonic() < end:
        time.sleep(0.005)
    server.kill()


def _any_error(server):
    """Whether a constraint was hit, which Odoo logs as an error: it depends on who came first."""
    return "bad query" in server.log.read_text(encoding="utf-8")
