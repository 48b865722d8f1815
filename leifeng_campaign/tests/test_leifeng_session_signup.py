from datetime import timedelta

from psycopg2.errors import ExclusionViolation, UniqueViolation

from odoo.exceptions import AccessError, UserError
from odoo.fields import Datetime
from odoo.tools import mute_logger

from .common import LeifengCase


class TestLine(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.session = cls._session(capacity=2)
        cls.crowd = cls._employees(4)

    def _places(self):
        return [(signup.place, signup.holds_place) for signup in self.session.signup_ids]

    def test_the_first_hold_a_place_the_rest_wait(self):
        self._line(self.session, self.crowd)

        self.assertEqual(self._places(), [(1, True), (2, True), (3, False), (4, False)])
        self.assertEqual(
            (self.session.held_count, self.session.waiting_count, self.session.free_count),
            (2, 2, 0),
        )

    def test_a_withdrawal_moves_everyone_up(self):
        line = self._line(self.session, self.crowd)

        line[0].action_withdraw()

        self.assertEqual(self._places(), [(0, False), (1, True), (2, True), (3, False)])

    def test_more_places_let_the_line_move_up(self):
        self._line(self.session, self.crowd)

        self.session.capacity = 3

        self.assertEqual([holds for _place, holds in self._places()], [True, True, True, False])

    def test_search_and_group_by_place(self):
        line = self._line(self.session, self.crowd)
        model = self.env["leifeng.session.signup"]
        here = [("session_id", "=", self.session.id)]

        self.assertEqual(model.search([*here, ("holds_place", "=", True)]), line[:2])
        self.assertEqual(model.search([*here, ("holds_place", "=", False)]), line[2:])
        self.assertEqual(model.search([*here, ("place", ">", 3)]), line[3])
        self.assertEqual(model.search([*here, ("place", "in", [1, 4])]), line[0] | line[3])
        self.assertEqual(model.search(here, order="place desc")[:1], line[3])
        self.assertEqual(
            model._read_group(here, ["holds_place"], ["__count"]), [(False, 2), (True, 2)]
        )

    def test_a_row_keeps_its_person_session_and_number(self):
        signup = self._line(self.session, self.crowd[0])
        other = self._session(name="Other")
        forbidden = [
            {"session_id": other.id},
            {"employee_id": self.crowd[1].id},
            {"line_no": 0},
            {"live": True},
            {"start": self.session.start + timedelta(hours=1)},
        ]
        for vals in forbidden:
            with self.assertRaises(UserError, msg=str(vals)):
                signup.write(vals)

    def test_forged_values_at_creation_are_overwritten(self):
        first = self._line(self.session, self.crowd[0])
        forged = self._line(
            self.session, self.crowd[1], line_no=0, live=False, employee_name="Somebody else"
        )

        self.assertGreater(forged.line_no, first.line_no)
        self.assertTrue(forged.live)
        self.assertEqual(forged.employee_name, "Colleague 1")

    def test_the_session_may_come_from_the_context(self):
        model = self.env["leifeng.session.signup"].with_context(default_session_id=self.session.id)

        signup = model.create({"employee_id": self.crowd[0].id})

        self.assertEqual((signup.session_id, signup.start), (self.session, self.session.start))

    def test_a_batch_of_nobody(self):
        self.assertFalse(self._line(self.session, self.crowd.browse()))

    def test_nobody_is_in_line_twice(self):
        self._line(self.session, self.crowd[0])

        with self.assertRaises(UniqueViolation), mute_logger("odoo.sql_db"):
            self._line(self.session, self.crowd[0])

    def test_nobody_is_in_two_lines_at_one_time(self):
        self._line(self.session, self.crowd[0])
        overlapping = self._session(name="Other", hours_ahead=25)

        with self.assertRaises(ExclusionViolation), mute_logger("odoo.sql_db"):
            self._line(overlapping, self.crowd[0])

    def test_touching_sessions_are_fine(self):
        self._line(self.session, self.crowd[0])
        next_one = self._session(name="Next", hours_ahead=26)

        self.assertTrue(self._line(next_one, self.crowd[0]).holds_place)

    def test_unpublished_and_cancelled_sessions_have_no_line(self):
        draft = self._session(publish=False)
        with self.assertRaises(UserError):
            self._line(draft, self.crowd[0])
        self.session.action_cancel("Rain")
        with self.assertRaises(UserError):
            self._line(self.session, self.crowd[0])

    def test_a_batch_locks_and_counts_once(self):
        """The number of queries doesn't grow with the people who are put in line."""
        queries = []
        for count, ahead in ((1, 40), (10, 50), (60, 60)):  # the first one fills the caches
            session, people = self._session(hours_ahead=ahead), self._employees(count)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self._line(session, people)
            self.env.flush_all()
            queries.append(self.env.cr.sql_log_count - before)

        self.assertEqual(queries[1:], [4, 4])

    def test_copies_stay_when_people_move(self):
        signup = self._line(self.session, self.crowd[0])

        self.crowd[0].write({"name": "New Name", "department_id": self.hall.id})

        self.assertEqual(signup.employee_name, "Colleague 0")
        self.assertEqual(signup.department_id, self.hotline)
        self.assertEqual(signup.department_name, "Hotline")


class TestWithdraw(LeifengCase):
    def test_practice_07_one_step_and_no_mark(self):
        session = self._session()
        self._as("employee", session).action_sign_up()
        own = self._as("employee", session).my_signup_id

        own.action_withdraw()

        self.assertFalse(own.live)
        self.assertEqual(own.attendance, "pending")
        self.assertEqual(self._as("officer", session).signup_ids, session.signup_ids.browse())

    def test_only_the_person_or_those_who_may_act_for_them(self):
        session = self._session()
        signup = self._line(session, self.people["employee"])
        stranger = self._employee("Stranger", department=self.hotline)
        other = self._line(session, stranger)

        for role in ("colleague", "internal"):
            with self.assertRaises(AccessError):
                self._as(role, signup).action_withdraw()
        with self.assertRaises(AccessError):
            self._as("coordinator", other).action_withdraw()
        self._as("coordinator", signup).action_withdraw()

        self.assertFalse(signup.live)

    def test_not_after_the_session_began(self):
        session = self._session(hours_ahead=-1)
        signup = self._line(session, self.people["employee"])

        with self.assertRaisesRegex(UserError, "already begun"):
            self._as("employee", signup).action_withdraw()

    def test_the_leader_hears_of_a_late_one_by_message(self):
        session = self._session(withdraw_until=Datetime.now() - timedelta(hours=1))
        signup = self._line(session, self.people["employee"])

        self._as("employee", signup).action_withdraw()

        told = self.env["leifeng.message"].search([("employee_id", "=", self.people["leader"].id)])
        self.assertEqual(len(told), 1)
        self.assertIn("Employee", told.text)

    def test_the_leader_hears_nothing_of_who_only_waited(self):
        session = self._session(capacity=1, withdraw_until=Datetime.now() - timedelta(hours=1))
        self._line(session, self._employees(1))
        signup = self._line(session, self.people["employee"])

        self._as("employee", signup).action_withdraw()

        self.assertFalse(
            self.env["leifeng.message"].search([("employee_id", "=", self.people["leader"].id)])
        )

    def test_signing_up_again_goes_to_the_end(self):
        session = self._session(capacity=2)
        self._as("employee", session).action_sign_up()
        self._line(session, self._employees(2))
        self._as("employee", session).my_signup_id.action_withdraw()

        again = self._as("employee", session).action_sign_up()

        self.assertEqual((again.place, again.holds_place), (3, False))


class TestSheetRights(LeifengCase):
    def test_attendance_of_a_confirmed_sheet_stands(self):
        session = self._confirmed(self.people["employee"])

        with self.assertRaisesRegex(UserError, "confirmed"):
            session.signup_ids.write({"attendance": "absent"})

    def test_form_of_a_keeper_writes_attendance_alone(self):
        session = self._session(hours_ahead=-3, department_id=self.hall.id)
        signup = self._line(session, self.people["employee"])

        self._as("coordinator", signup).write({"attendance": "present", "break_minutes": 10})

        self.assertEqual((signup.attendance, signup.minutes), ("present", 110))
        with self.assertRaises(AccessError):
            self._as("internal", signup).write({"attendance": "absent"})
