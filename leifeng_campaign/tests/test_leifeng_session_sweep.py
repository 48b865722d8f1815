from datetime import timedelta

from odoo.exceptions import UserError

from .common import LeifengCase


class TestSweep(LeifengCase):
    def _sweep(self):
        sessions = self.env["leifeng.session"]._sessions_to_sweep()
        for session in sessions:
            session._sweep()
        return sessions

    def _told(self, employee):
        messages = self.env["leifeng.message"].search([("employee_id", "=", employee.id)])
        return messages.mapped("text")

    def test_whoever_read_that_they_wait_hears_of_moving_up_once(self):
        session = self._session(capacity=1)
        first, second, third = self._line(session, self._employees(3))
        (second | third)._note_told()

        first.action_withdraw()
        self._sweep()

        self.assertEqual(len(self._told(second.employee_id)), 1)
        self.assertIn("moved up", self._told(second.employee_id)[0])
        self.assertEqual(self._told(third.employee_id), [])
        self.assertFalse(self._sweep(), "a second sweep has nothing to do")

    def test_more_places_tell_those_who_moved_up(self):
        session = self._session(capacity=1)
        line = self._line(session, self._employees(3))
        line._note_told()
        self.assertEqual(line.mapped("told_waiting"), [False, True, True])

        session.capacity = 2
        self._sweep()

        self.assertEqual(len(self._told(line[1].employee_id)), 1)

    def test_cancelling_frees_everyone_with_the_reason(self):
        session = self._session()
        line = self._line(session, self._employees(3))

        session.action_cancel("Thunderstorm")
        self._sweep()

        self.assertFalse(any(line.mapped("live")))
        self.assertIn("Thunderstorm", self._told(line[2].employee_id)[0])
        self._line(self._session(name="Other"), line.employee_id)

    def test_cancelling_asks_for_a_reason(self):
        with self.assertRaises(UserError):
            self._session().action_cancel("  ")

    def test_moving_carries_the_line_along(self):
        session = self._session()
        line = self._line(session, self._employees(2))

        session.action_move(session.start + timedelta(hours=1), session.stop + timedelta(hours=1))
        self._sweep()

        self.assertEqual(set(line.mapped("start")), {session.start})
        self.assertIn("moved", self._told(line[0].employee_id)[0])
        self.assertFalse(self._sweep())

    def test_moving_names_who_would_collide(self):
        session, later = self._session(), self._session(name="Later", hours_ahead=30)
        person = self._employees(1)
        self._line(session, person)
        self._line(later, person)

        with self.assertRaisesRegex(UserError, "Colleague 0"):
            session.action_move(later.start, later.stop)

    def test_who_joined_elsewhere_in_between_leaves_this_line(self):
        session = self._session()
        person = self._employees(1)
        line = self._line(session, person)
        session.action_move(session.start + timedelta(hours=10), session.stop + timedelta(hours=10))
        self._line(self._session(name="Late", hours_ahead=34), person)

        self._sweep()

        self.assertFalse(line.live)
        self.assertEqual(len(self._told(person)), 1)

    def test_two_lines_may_change_places(self):
        """Two sessions swap their times; whoever is in both lines collides at no moment."""
        morning, evening = self._session(), self._session(name="Evening", hours_ahead=30)
        person = self._employees(1)
        self._line(morning, person)
        self._line(evening, person)
        times = (morning.start, morning.stop), (evening.start, evening.stop)
        morning.write(dict(zip(("start", "stop"), times[1], strict=True)))
        evening.write(dict(zip(("start", "stop"), times[0], strict=True)))

        both = morning.signup_ids | evening.signup_ids
        both._copy_times()

        self.assertEqual(evening.signup_ids.start, times[0][0])
