from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .common import LeifengCase


class TestPlaces(LeifengCase):
    """Lowering the capacity says who would move to waiting, and asks."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.session = cls._session(capacity=3)
        cls.line = cls._line(cls.session, cls._employees(4))

    def _told(self, signup):
        people = signup.employee_id
        return self.env["leifeng.message"].search([("employee_id", "in", people.ids)])

    def _sweep(self):
        sessions = self.env["leifeng.session"]._sessions_to_sweep()
        for session in sessions:
            session._sweep()
        return sessions

    def test_a_plain_write_that_takes_a_place_names_the_button(self):
        officer = self._as("officer", self.session)
        call = ("location", "risks", "contact", "contact_phone")
        post = self.env["leifeng.service.post"].create(
            {"name": "Small", "capacity": 1, **{name: self.session[name] for name in call}}
        )

        with self.assertRaisesRegex(UserError, "Change Places"), self.cr.savepoint():
            officer.write({"capacity": 2})
        with self.assertRaisesRegex(UserError, "Change Places"), self.cr.savepoint():
            officer.write({"post_id": post.id})
        self.assertEqual(self.session.capacity, 3)

    def test_a_plain_write_that_takes_nobody_s_place_passes(self):
        officer = self._as("officer", self.session)

        officer.write({"capacity": 9})
        officer.write({"capacity": 4})

        self.assertEqual(self.session.capacity, 4)
        draft = self._as("officer", self._session(publish=False, capacity=5))
        draft.capacity = 1

    def test_the_wizard_says_who_would_wait_and_each_is_told_once(self):
        wizards = self._as("officer", self.env["leifeng.session.capacity"])
        form = Form(wizards.with_context(default_session_id=self.session.id))
        self.assertFalse(form.would_wait)
        form.capacity = 1
        self.assertIn("Colleague 1 and Colleague 2", form.would_wait)
        self.assertNotIn("Colleague 3", form.would_wait)

        form.save().action_apply()
        self.assertEqual(self.session.capacity, 1)
        self.assertEqual(self._sweep(), self.session)

        self.assertEqual(self.line.mapped("holds_place"), [True, False, False, False])
        self.assertEqual(len(self._told(self.line[1])), 1)
        self.assertEqual(len(self._told(self.line[2])), 1)
        self.assertFalse(self._told(self.line[0] | self.line[3]))
        self.assertFalse(self._sweep(), "a second sweep has nothing to do")

    def test_who_lost_a_place_hears_of_moving_up_again(self):
        self._as("officer", self.session).action_change_places(2)
        self._sweep()
        self.line[0].action_withdraw()
        self._sweep()

        self.assertIn("moved up", self._told(self.line[2])[0].text)

    def test_lowered_twice_before_the_sweep(self):
        officer = self._as("officer", self.session)
        officer.action_change_places(2)
        officer.action_change_places(1)
        self._sweep()

        self.assertEqual(len(self._told(self.line[1] | self.line[2])), 2)

    def test_who_withdrew_meanwhile_made_room(self):
        self._as("officer", self.session).action_change_places(2)
        self.line[0].action_withdraw()
        self._sweep()

        self.assertTrue(self.line[2].holds_place)
        self.assertFalse(self._told(self.line[:3]))

    def test_the_office_alone_and_not_what_is_over(self):
        for role in ("coordinator", "leader", "employee", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.session).action_change_places(1)
        with self.assertRaisesRegex(UserError, "fill in first"), self.cr.savepoint():
            self._as("officer", self.session).action_change_places(0)
        self.session.action_cancel("Rain")
        with self.assertRaisesRegex(UserError, "cancelled"):
            self._as("officer", self.session).action_change_places(1)
