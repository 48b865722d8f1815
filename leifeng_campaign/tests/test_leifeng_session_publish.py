from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .common import LeifengCase


class TestPublish(LeifengCase):
    def test_practice_08_place_risk_and_contact_come_before_publishing(self):
        for name in ("location", "risks", "contact", "contact_phone"):
            session = self._as("officer", self._session(publish=False, **{name: False}))
            label = session._fields[name].string or name

            with self.assertRaises(UserError, msg=name):
                session.action_publish()
            self.assertIn(label.lower(), session.publish_refusal.lower())
            self.assertEqual(session.state, "draft")

    def test_a_session_without_places_is_not_published(self):
        session = self._as("officer", self._session(publish=False, capacity=0))

        self.assertIn("Places", session.publish_refusal)

    def test_study_needs_no_risk_notice(self):
        session = self._session(
            publish=False,
            activity_id=self.lecture.id,
            risks=False,
            contact=False,
            contact_phone=False,
        )

        self._as("officer", session).action_publish()

        self.assertEqual(session.state, "open")

    def test_practice_09_danger_needs_insurance_and_briefing_or_a_reason(self):
        session = self._session(publish=False, dangerous=True)
        officer = self._as("officer", session)
        with self.assertRaises(UserError):
            officer.action_publish()
        officer.insured = True
        with self.assertRaises(UserError):
            officer.action_publish()
        officer.briefed = True
        officer.action_publish()
        self.assertEqual(session.state, "open")

        other = self._session(publish=False, dangerous=True, safety_reason="Indoors today")
        self._as("officer", other).action_publish()
        self.assertEqual(other.state, "open")

    def test_the_reason_stands_on_the_form_before_the_click(self):
        session = self._session(publish=False, risks=False)

        with Form(self._as("officer", session)) as form:
            self.assertIn("Risk Notice", form.publish_refusal)
            form.risks = "Stay on the pavement"
            self.assertFalse(form.publish_refusal)

    def test_many_are_published_at_once_or_none(self):
        good, bad = self._session(publish=False), self._session(publish=False, risks=False)

        with self.assertRaises(UserError), self.env.cr.savepoint():
            self._as("officer", good | bad).action_publish()

        self.assertEqual((good | bad).mapped("state"), ["draft", "draft"])

    def test_only_the_office_publishes_cancels_and_moves(self):
        session = self._session(publish=False, leader_id=self.people["internal"].id)
        acts = (
            lambda own: own.action_publish(),
            lambda own: own.action_cancel("Rain"),
            lambda own: own.action_move(own.start, own.stop + timedelta(hours=1)),
        )
        for act in acts:
            with self.assertRaises(AccessError):
                act(self._as("internal", session))

    def test_a_session_with_a_line_is_not_taken_off_the_page(self):
        session = self._session()
        self._line(session, self.people["employee"])

        with self.assertRaises(UserError):
            self._as("officer", session).action_unpublish()


class TestMove(LeifengCase):
    def test_ends_of_sign_up_move_along(self):
        session = self._session()
        session.closes = session.start - timedelta(hours=2)
        session.withdraw_until = session.start - timedelta(hours=1)
        day = timedelta(days=1)

        self._as("officer", session).action_move(session.start + day, session.stop + day)

        self.assertEqual(session.start - session.closes, timedelta(hours=2))
        self.assertEqual(session.start - session.withdraw_until, timedelta(hours=1))

    def test_a_session_does_not_end_before_it_begins(self):
        session = self._as("officer", self._session())

        with self.assertRaises(UserError):
            session.action_move(session.stop, session.start)
