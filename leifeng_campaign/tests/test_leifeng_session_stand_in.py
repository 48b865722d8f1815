from odoo.exceptions import AccessError, UserError

from ..models.leifeng_session_signup_stand_in import _PlacePass
from .common import LeifengCase


class TestStandIn(LeifengCase):
    """My place to one named colleague; I stay in until it is taken."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]
        cls.session = cls._session(capacity=2)
        cls.first, cls.mine, cls.waiting = cls._line(
            cls.session, [cls.people["hr"], cls.me, cls.people["internal"]]
        )

    def _ask(self, person=None, role="employee", signup=None):
        person = person or self.colleague
        return self._as(role, signup or self.mine).action_ask_stand_in(person.id)

    def _told(self, person):
        return self.env["leifeng.message"].search([("employee_id", "=", person.id)]).mapped("text")

    def test_the_stand_in_takes_the_same_place_in_one_step(self):
        offer = self._ask()
        self.assertTrue(self.mine.holds_place, "who asks stays in")
        self.assertIn("Employee asks", self._told(self.colleague)[0])

        signup = self._as("colleague", offer).action_accept()

        signup = signup.sudo()
        self.assertEqual((signup.line_no, signup.place), (self.mine.line_no, 2))
        self.assertEqual((signup.employee_id, signup.source), (self.colleague, "stand_in"))
        self.assertTrue(signup.holds_place)
        self.assertFalse(self.mine.live)
        self.assertFalse(self.waiting.holds_place)
        self.assertEqual(offer.state, "accepted")
        self.assertIn("Colleague takes over your place", self._told(self.me)[0])

    def test_a_place_that_is_gone_can_not_be_taken_over(self):
        offer = self._ask()
        self.session.action_change_places(1)
        self.env.invalidate_all()
        self.assertFalse(self.mine.holds_place)

        with self.assertRaises(UserError):
            self._as("colleague", offer).action_accept()

        self.assertTrue(self.mine.live)

    def test_who_signs_up_beside_it_takes_over_nothing(self):
        offer = self._ask()

        self._as("colleague", self.session).action_sign_up()

        self.assertEqual(offer.state, "expired")
        self.assertTrue(self.mine.live and self.mine.holds_place)
        self._ask(self.people["manager"])

    def test_declining_changes_nothing_and_another_may_be_asked(self):
        self._as("colleague", self._ask()).action_decline()

        self.assertTrue(self.mine.holds_place)
        self.assertFalse(self._as("employee", self.mine).offer_ids)
        self.assertEqual(self._told(self.me), [])
        self._ask(self.people["manager"])

    def test_one_colleague_at_a_time(self):
        self._ask()

        with self.assertRaisesRegex(Exception, "asked a colleague already"):
            self._ask(self.people["manager"])

    def test_withdrawing_voids_the_offer(self):
        offer = self._ask()
        self._as("employee", self.mine).action_withdraw()

        self.assertEqual(offer.state, "withdrawn")
        with self.assertRaisesRegex(UserError, "no longer open"):
            self._as("colleague", offer).action_accept()
        self.assertTrue(self.waiting.holds_place, "the place went down the line")

    def test_taking_it_back_is_for_whoever_asked(self):
        offer = self._ask()
        for role in ("officer", "leader", "coordinator"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, offer).action_take_back()

        self._as("employee", offer).action_take_back()

        self.assertEqual(offer.state, "withdrawn")
        self._ask()

    def test_only_the_own_place_that_is_held(self):
        for role in ("officer", "leader", "coordinator"):
            with self.assertRaises(AccessError, msg=role):
                self._ask(role=role)
        with self.assertRaises(AccessError):
            self._ask(role="colleague")
        with self.assertRaisesRegex(UserError, "Only a place can be handed on"):
            self._ask(role="internal", signup=self.waiting)

    def test_only_who_could_come(self):
        tag = self.env["hr.employee.category"].create({"name": "Barber"})
        self.session.tag_ids = tag
        with self.assertRaisesRegex(UserError, "can't be asked"):
            self._ask()
        self.colleague.category_ids = tag
        self._line(self._session(name="Elsewhere"), self.colleague)
        with self.assertRaisesRegex(UserError, "can't be asked"):
            self._ask()
        for nobody in (2**31 - 1, 0, "1", None, [1]):
            with self.assertRaisesRegex(UserError, "can't be asked"):
                self._as("employee", self.mine).action_ask_stand_in(nobody)

    def test_after_the_start_places_stay(self):
        begun = self._session(hours_ahead=-1)
        signup = self._line(begun, self.me)

        with self.assertRaisesRegex(UserError, "already begun"):
            self._ask(signup=signup)

    def test_it_works_after_sign_up_has_closed_and_with_a_full_waiting_list(self):
        self.session.write({"closes": self.session.start.replace(year=2020), "waiting_max": 1})

        self._as("colleague", self._ask()).action_accept()

        self.assertFalse(self.mine.live)

    def test_someone_busy_since_is_refused(self):
        offer = self._ask()
        self._line(self._session(name="Elsewhere"), self.colleague)

        with self.assertRaisesRegex(UserError, "in line for “Elsewhere”"):
            self._as("colleague", offer).action_accept()
        self.assertTrue(self.mine.live)

    def test_a_line_number_can_not_be_chosen(self):
        lines = self.env["leifeng.session.signup"]
        forged = lines.with_context(
            leifeng_place_pass={"employee_id": self.colleague.id, "line_no": 1}
        )
        values = {"session_id": self.session.id, "employee_id": self.colleague.id}

        signup = forged.create({**values, "line_no": 1})

        self.assertGreater(signup.line_no, self.waiting.line_no)

    def test_the_right_to_a_place_is_for_one_person_alone(self):
        permission = _PlacePass(self.mine, self.colleague)
        lines = self.env["leifeng.session.signup"].with_context(leifeng_place_pass=permission)

        other = lines.create(
            {"session_id": self.session.id, "employee_id": self.people["manager"].id}
        )

        self.assertGreater(other.line_no, self.waiting.line_no)
