"""People, sessions and lines under real commits, for the tests of races."""

from datetime import timedelta

from bench.common.crowd import act_once, environment
from bench.common.people import make_activity, make_people, make_sessions

HOUR = timedelta(hours=1)


def kinds(outcomes):
    """Return the kinds of errors that were met."""
    return {type(outcome.error).__name__ for outcome in outcomes if outcome.error}


class Line:
    """A database with people and sessions, and what the tests ask of it."""

    def __init__(self, registry):
        self.registry = registry
        self.hour = 24
        with registry.cursor() as cr:
            env = environment(cr)
            people = make_people(env, 60, accounts=True)
            self.people, self.users = people.ids, people.user_id.ids
            self.activity = make_activity(env).id

    def session(self, capacity=5):
        """Return the id of a new published session at a time of its own."""
        self.hour += 10
        with self.registry.cursor() as cr:
            env = environment(cr)
            activity = env["leifeng.campaign.activity"].browse(self.activity)
            return make_sessions(env, activity, 1, capacity, self.hour).id

    def join(self, session_id, index):
        """Return the act of person ``index`` signing up in the portal."""
        user = self.users[index]
        return lambda env: (
            env["leifeng.session"].with_user(user).browse(session_id).action_sign_up().id
        )

    def withdraw(self, session_id, index):
        def act(env):
            session = env["leifeng.session"].with_user(self.users[index]).browse(session_id)
            session.my_signup_id.action_withdraw()

        return act

    def cancel(self, session_id):
        return lambda env: env["leifeng.session"].browse(session_id).action_cancel("Rain")

    def move(self, session_id):
        def act(env):
            session = env["leifeng.session"].browse(session_id)
            session.action_move(session.start + HOUR, session.stop + HOUR)

        return act

    def sweep(self):
        def act(env):
            for session in env["leifeng.session"]._sessions_to_sweep():
                session._sweep()

        assert act_once(self.registry, act).error is None

    def rows(self, session_id):
        """Return (employee, place, holds) of those in line, in its order."""
        with self.registry.cursor() as cr:
            line = environment(cr)["leifeng.session.signup"].search(
                [("session_id", "=", session_id), ("live", "=", True)], order="line_no"
            )
            return [(row.employee_id.id, row.place, row.holds_place) for row in line]

    def agrees(self, session_id):
        """Whether a cancelled session is empty, and all in line have the session's times."""
        with self.registry.cursor() as cr:
            session = environment(cr)["leifeng.session"].browse(session_id)
            line = session.signup_ids.filtered("live")
            if session.state == "cancelled":
                return not line
            times = (session.start, session.stop)
            return all((row.start, row.stop) == times for row in line)
