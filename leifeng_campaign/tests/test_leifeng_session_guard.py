from datetime import timedelta

from odoo.exceptions import AccessError, UserError

from .common import LeifengCase


class TestGuard(LeifengCase):
    """What an officer can't do to a session that people know of."""

    def test_a_published_session_is_cancelled_not_deleted(self):
        session = self._session()
        self._line(session, self._employees(1))

        with self.assertRaisesRegex(UserError, "cancel"):
            self._as("officer", session).unlink()

        draft = self._session(publish=False)
        self._as("officer", draft).unlink()
        self.assertFalse(draft.exists())

    def test_the_call_stays_complete(self):
        session = self._as("officer", self._session())

        for vals in ({"location": False}, {"risks": " "[:0]}, {"dangerous": True}):
            with self.assertRaisesRegex(UserError, "Shift"), self.env.cr.savepoint():
                session.write(vals)
        session.write({"dangerous": True, "insured": True, "briefed": True})

    def test_what_is_over_stands(self):
        done = self._confirmed(self.people["employee"])
        gone = self._session()
        gone.action_cancel("Rain")

        for session in (done, gone):
            with self.assertRaises(UserError):
                self._as("officer", session).write({"start": session.start - timedelta(days=1)})
        self._as("officer", done).message_post(body="Thank you")

    def test_dragging_in_the_calendar_is_moving(self):
        session, later = self._session(), self._session(name="Later", hours_ahead=30)
        person = self._employees(1)
        self._line(session, person)
        self._line(later, person)

        with self.assertRaisesRegex(UserError, "Colleague 0"):
            self._as("officer", session).write({"start": later.start, "stop": later.stop})
        span = timedelta(hours=10)
        self._as("officer", session).write(
            {"start": session.start + span, "stop": session.stop + span}
        )
        self.env["leifeng.session"]._sessions_to_sweep()._sweep()

        self.assertEqual(session.signup_ids.start, session.start)

    def test_whoever_joined_while_it_was_taken_off_keeps_it_published(self):
        session = self._session()
        line = self._line(session, self._employees(1))
        session._set_state("draft")  # as if the sign-up had been committed a moment later

        self.env["leifeng.session"]._sessions_to_sweep()._sweep()

        self.assertEqual((session.state, line.live), ("open", True))

    def test_a_plan_without_owner_is_nobody_s(self):
        self.part.write({"coordinator_id": False})
        self.part.write({"line_ids": [(0, 0, {"name": "Clean up"})]})
        self.people["supervisor"].user_id = False

        with self.assertRaises(AccessError):
            self._as("supervisor", self.part).action_send_to_head()
