from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.fields import Datetime

from .common import LeifengCase


class TestInvitation(LeifengCase):
    """Practice point 7: an invitation is not enrolment, and declining leaves no mark."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me, cls.session = cls.people["employee"], cls._session()

    def _invite(self, role="officer", session=None, person=None):
        session = self._as(role, session or self.session)
        return session.action_invite([(person or self.me).id])

    def _line_of(self, session):
        return session.signup_ids.filtered("live").employee_id

    def _told(self, person):
        return self.env["leifeng.message"].search([("employee_id", "=", person.id)]).mapped("text")

    def test_an_invitation_enrols_nobody(self):
        offer = self._invite()

        seen = (offer.state, offer.kind, offer.invited_by)
        self.assertEqual(seen, ("open", "invitation", "Officer"))
        self.assertFalse(self.session.signup_ids)
        self.assertIn("Officer invites you", self._told(self.me)[0])

    def test_one_step_accepts_at_the_end_of_the_line(self):
        self._line(self.session, self._employees(2))
        offer = self._invite()

        signup = self._as("employee", offer).action_accept()

        self.assertEqual((signup.place, signup.source, signup.live), (3, "invitation", True))
        self.assertEqual(offer.state, "accepted")

    def test_one_step_declines_and_leaves_no_mark(self):
        offer = self._invite()
        told = self.env["leifeng.message"].search_count([])

        self._as("employee", offer).action_decline()

        self.assertEqual(offer.state, "declined")
        self.assertFalse(self.session.signup_ids)
        self.assertEqual(self.env["leifeng.message"].search_count([]), told)
        for role in ("officer", "manager", "leader", "coordinator", "head"):
            seen = self._as(role, offer)
            self.assertFalse(seen.search([("id", "=", offer.id)]), role)
            self.assertEqual(self._as(role, self.session).offer_count, 0, role)
        self.assertEqual(self._as("employee", offer).state, "declined")

    def test_who_declined_is_not_asked_again_but_may_sign_up(self):
        self._as("employee", self._invite()).action_decline()

        with self.assertRaisesRegex(UserError, "Nobody was invited"):
            self._invite()
        self.assertTrue(self._as("employee", self.session).action_sign_up().live)

    def test_answering_twice_is_harmless(self):
        offer = self._invite()
        mine = self._as("employee", offer)
        mine.action_accept()

        with self.assertRaisesRegex(UserError, "signed up already"):
            mine.action_accept()
        mine.action_decline()
        self.assertEqual(offer.state, "accepted")
        self.assertEqual(len(self.session.signup_ids), 1)

    def test_declining_first_is_final_for_the_button(self):
        mine = self._as("employee", self._invite())
        mine.action_decline()
        mine.action_decline()

        with self.assertRaisesRegex(UserError, "still sign up yourself"):
            mine.action_accept()

    def test_accepting_obeys_every_refusal(self):
        offer = self._invite()
        self._line(self._session(name="Elsewhere"), self.me)

        with self.assertRaisesRegex(UserError, "in line for “Elsewhere”"):
            self._as("employee", offer).action_accept()
        self.assertEqual(offer.state, "open")

    def test_signing_up_oneself_closes_the_invitation(self):
        offer = self._invite()

        signup = self._as("employee", self.session).action_sign_up()

        self.assertEqual((signup.source, offer.state), ("self", "accepted"))

    def test_taking_back(self):
        offer = self._invite("coordinator")
        for role in ("employee", "internal", "colleague"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, offer).action_take_back()

        self._as("coordinator", offer).action_take_back()

        self.assertEqual(offer.state, "withdrawn")
        with self.assertRaisesRegex(UserError, "no longer open"):
            self._as("employee", offer).action_accept()
        self._invite()

    def test_who_may_invite_whom(self):
        stranger = self._employee("Stranger", self.hotline, user_id=self._user().id)
        for role in ("officer", "manager", "leader"):
            self._invite(role, self._session(), stranger)
        for role in ("coordinator", "head"):
            self._invite(role, self._session())
            with self.assertRaisesRegex(UserError, "Nobody was invited", msg=role):
                self._invite(role, person=stranger)
        for role in ("employee", "colleague", "internal", "supervisor", "hr"):
            with self.assertRaises(AccessError, msg=role):
                self._invite(role)

    def _user(self):
        return self.users["employee"].copy({"login": "lf_stranger", "name": "Stranger"})

    def test_who_sees_an_open_invitation(self):
        offer = self._invite()
        stranger = self._invite(person=self._employee("S", self.hotline, user_id=self._user().id))
        seen = {"officer", "manager", "leader"}

        for role in self.users:
            visible = self._as(role, offer).search([("session_id", "=", self.session.id)])
            mine = offer if role in seen | {"coordinator", "head", "employee"} else offer.browse()
            self.assertEqual(visible, mine | (stranger if role in seen else offer.browse()), role)

    def test_nobody_writes_an_offer(self):
        offer = self._invite()

        for role in self.users:
            for operation in ("write", "create", "unlink"):
                self.assertFalse(self._as(role, offer).has_access(operation), role)
        with self.assertRaises(UserError):
            offer.sudo().write({"state": "declined"})

    def test_a_whole_department(self):
        busy, free = self.people["colleague"], self.people["hr"]
        self._line(self._session(name="Elsewhere"), busy)
        silent = self._employee("No Account")

        offers = self._as("coordinator", self.session).action_invite_department(self.hall.id)

        asked = offers.sudo().employee_id
        self.assertIn(free, asked)
        self.assertIn(self.me, asked)
        self.assertFalse(asked & (busy | silent | self.people["leader"]))
        with self.assertRaisesRegex(UserError, "Nobody was invited"):
            self._as("coordinator", self.session).action_invite_department(self.hotline.id)

    def test_nothing_to_accept_no_invitation(self):
        now = Datetime.now()
        for session, why in (
            (self._session(hours_ahead=-1), "already begun"),
            (self._session(closes=now - timedelta(hours=1)), "Sign-up closed"),
            (self._session(opens=now + timedelta(hours=1)), "Sign-up opens"),
        ):
            with self.assertRaisesRegex(UserError, why):
                self._invite(session=session)
            self.assertFalse(self._as("officer", session).may_invite)

    def test_offers_end_with_their_session(self):
        offers = self.env["leifeng.session.offer"]
        cancelled, over, alive = (self._session(hours_ahead=24 * day) for day in (2, 3, 4))
        made = [self._invite(session=each) for each in (cancelled, over, alive)]
        cancelled.action_cancel("Rain")
        over.write({"start": Datetime.now() - timedelta(hours=5)})

        self.assertEqual(self._as("employee", offers)._mine(), made[2])
        with self.assertRaisesRegex(UserError, "cancelled"):
            self._as("employee", made[0]).action_accept()
        offers._expire()

        self.assertEqual([each.state for each in made], ["expired", "expired", "open"])
        with self.assertRaisesRegex(UserError, "already begun"):
            self._as("employee", made[1]).action_accept()

    def test_closed_offers_expire_after_the_session(self):
        gone, kept = self._invite(), self._invite(person=self.people["colleague"])
        self._as("employee", gone).action_decline()
        offers = self.env["leifeng.session.offer"]

        domain = offers._expired_domain(self.session.stop + timedelta(days=1))

        self.assertEqual(offers.search(domain) & (gone | kept), gone)

    def test_only_the_person_asked_answers(self):
        offer = self._invite()

        for role in ("officer", "leader", "coordinator", "colleague"):
            for act in ("action_accept", "action_decline"):
                with self.assertRaises(AccessError, msg=f"{role} {act}"):
                    getattr(self._as(role, offer), act)()
        self.assertEqual(offer.state, "open")
