from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.fields import Datetime

from .common import LeifengCase


class TestRefusals(LeifengCase):
    """Each reason of menu_and_states.md section 5, and their order."""

    def _refusal(self, session, role="employee"):
        return self._as(role, session).refusal

    def test_nothing_stands_against_it(self):
        self.assertFalse(self._refusal(self._session()))

    def test_signed_up_already_comes_first(self):
        session = self._session()
        self._line(session, self.people["employee"])
        session.action_cancel("Rain")

        self.assertEqual(self._refusal(session), "You are signed up already.")

    def test_cancelled(self):
        session = self._session(hours_ahead=-5)
        session.action_cancel("Rain")

        self.assertEqual(self._refusal(session), "This session has been cancelled.")

    def test_begun(self):
        session = self._session(hours_ahead=-1, closes=Datetime.now() - timedelta(hours=3))

        self.assertEqual(self._refusal(session), "This session has already begun.")

    def test_not_open_yet_says_when_in_the_agency_s_time(self):
        session = self._session(hours_ahead=90, opens=self._moment("2099-03-05 07:30"))

        self.assertEqual(self._refusal(session), "Sign-up opens on Thu, Mar 5, 2099 07:30.")

    def test_closed_says_since_when(self):
        session = self._session(closes=self._moment("2025-03-05 00:30"))

        self.assertEqual(self._refusal(session), "Sign-up closed on Wed, Mar 5, 2025 00:30.")

    def test_in_another_line_at_that_time(self):
        self._line(self._session(name="Crossing"), self.people["employee"])

        refusal = self._refusal(self._session(name="Park", hours_ahead=25))

        self.assertEqual(refusal, "You are in line for “Crossing” at that time.")

    def test_condition_by_tag(self):
        tag = self.env["hr.employee.category"].create({"name": "Barber"})
        session = self._session(tag_ids=tag.ids)

        self.assertEqual(self._refusal(session), "This place asks for: Barber.")
        self.people["employee"].category_ids = tag
        self.assertFalse(self._refusal(session))

    def test_waiting_list_full(self):
        session = self._session(capacity=1, waiting_max=1)
        self._line(session, self._employees(2))

        self.assertEqual(self._refusal(session), "The waiting list is full.")

    def test_signing_up_when_refused_raises_the_same_sentence(self):
        session = self._session(hours_ahead=-1)

        with self.assertRaisesRegex(UserError, "already begun"):
            self._as("employee", session).action_sign_up()

    def test_unstarted_campaigns_and_drafts_are_not_even_seen(self):
        with self.assertRaises(AccessError):
            self._as("employee", self._session(publish=False)).action_sign_up()


class TestSignUp(LeifengCase):
    def test_the_person_comes_from_the_account(self):
        session = self._session()

        signup = self._as("employee", session).action_sign_up()

        self.assertEqual(signup.sudo().employee_id, self.people["employee"])
        self.assertEqual((signup.place, signup.source), (1, "self"))

    def test_an_account_without_employee_is_told_so(self):
        self.people["employee"].user_id = False

        with self.assertRaisesRegex(UserError, "belongs to no employee"):
            self._as("employee", self._session()).action_sign_up()

    def test_on_behalf_is_marked_and_says_by_whom(self):
        quiet = self._employee("Quiet")

        signup = self._as("coordinator", self._session()).action_sign_up_for(quiet.id)

        self.assertEqual((signup.source, signup.signed_by), ("behalf", "Coordinator"))

    def test_on_behalf_is_for_one_s_own_department(self):
        session = self._session()
        foreign = self._employee("Foreign", department=self.hotline)

        for role, person in (
            ("coordinator", foreign),
            ("employee", self.people["colleague"]),
            ("internal", self.people["colleague"]),
        ):
            with self.assertRaisesRegex(UserError, "own department"):
                self._as(role, session).action_sign_up_for(person.id)

    def test_on_behalf_of_nobody(self):
        with self.assertRaises(UserError):
            self._as("officer", self._session()).action_sign_up_for(2**31 - 1)

    def test_portal_users_can_write_nothing_themselves(self):
        session = self._session()
        signup = self._line(session, self.people["employee"])
        own = self._as("employee", signup)

        for act in (
            lambda: own.write({"attendance": "present"}),
            own.unlink,
            lambda: own.copy({"session_id": session.id}),
            lambda: own.create({"session_id": session.id, "employee_id": own.employee_id.id}),
            lambda: self._as("employee", session).write({"capacity": 99}),
        ):
            with self.assertRaises(AccessError):
                act()

    def test_counts_are_public_names_are_not(self):
        session = self._session()
        self._line(session, self._employees(2))

        seen = self._as("employee", session)

        self.assertEqual((seen.live_count, seen.free_count), (2, 0))
        self.assertFalse(seen.signup_ids)

    def test_the_list_of_sessions_asks_constantly_many_queries(self):
        def queries(sessions):
            seen = self._as("employee", sessions)
            before = self.env.cr.sql_log_count
            seen.mapped(lambda session: (session.badge, session.my_signup_id, session.name))
            return self.env.cr.sql_log_count - before

        few = self.env["leifeng.session"].union(*[self._session() for _index in range(3)])
        many = few.union(*[self._session(hours_ahead=30) for _index in range(20)])

        queries(few)  # fills the caches of rules and groups
        self.assertEqual(queries(few), queries(many))
