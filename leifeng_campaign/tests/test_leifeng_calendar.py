from datetime import timedelta

import vobject

from odoo.exceptions import AccessError
from odoo.fields import Datetime

from .common import LeifengCase


class TestCalendar(LeifengCase):
    """Entries of a calendar (RFC 5545): who may read which, and what changes in them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]
        cls.company.write({"leifeng_office": "Party Office", "leifeng_office_phone": "8801312"})

    def _events(self, role="employee"):
        """Return {uid: event} of the feed of ``role``."""
        feed = self._as(role, self.env["res.users"]).browse(self.users[role].id)
        calendar = vobject.readOne(feed._leifeng_calendar_feed().decode())
        return {event.uid.value: event for event in calendar.contents.get("vevent", [])}

    def _event(self, record, kind="signup", role="employee"):
        database = self.env["ir.config_parameter"].get_param("database.uuid")
        return self._events(role)[f"leifeng-{kind}-{record.id}@{database}"]

    def _state(self, record, **kwargs):
        event = self._event(record, **kwargs)
        return event.status.value, int(event.sequence.value)

    def test_a_morning_in_beijing_is_that_moment_everywhere(self):
        session = self._session(
            start=self._moment("2099-03-05 07:30"), stop=self._moment("2099-03-05 08:30")
        )
        event = self._event(self._line(session, self.me))

        self.assertEqual(event.dtstart.value.isoformat(), "2099-03-04T23:30:00+00:00")
        self.assertEqual(event.dtend.value.isoformat(), "2099-03-05T00:30:00+00:00")
        self.assertEqual(event.dtstart.serialize(), "DTSTART:20990304T233000Z\r\n")

    def test_it_says_where_and_what_to_bring_and_nobody_s_name(self):
        session = self._session(
            meeting_point="East gate", bring="Red cap, water", contact="Zhao", contact_phone="1"
        )
        mine, _other = self._line(session, [self.me, self.colleague])

        event = self._event(mine)

        self.assertEqual((event.summary.value, event.location.value), ("Shift", "Corner"))
        text = event.description.value
        for words in ("East gate", "Red cap, water", "Party Office 8801312", session._portal_url()):
            self.assertIn(words, text)
        self.assertEqual(event.url.value, session._portal_url())
        for name in ("Colleague", "Leader", "Employee", "Zhao"):
            self.assertNotIn(name, event.serialize())

    def test_waiting_is_tentative_and_the_number_rises_with_a_place(self):
        session = self._session(capacity=1)
        first, mine = self._line(session, [self.colleague, self.me])
        status, number = self._state(mine)
        self.assertEqual(status, "TENTATIVE")

        first._leave()

        self.assertEqual(self._state(mine)[0], "CONFIRMED")
        self.assertGreater(self._state(mine)[1], number)
        number = self._state(mine)[1]
        self._as("employee", mine).action_withdraw()
        self.assertEqual(self._state(mine)[0], "CANCELLED")
        self.assertGreater(self._state(mine)[1], number)

    def test_fewer_places_never_lower_the_number(self):
        session = self._session(capacity=2)
        _first, mine = self._line(session, [self.colleague, self.me])
        status, number = self._state(mine)
        self.assertEqual(status, "CONFIRMED")

        self._as("officer", session).action_change_places(1)

        self.assertEqual(self._state(mine)[0], "TENTATIVE")
        self.assertGreater(self._state(mine)[1], number)

    def test_each_change_that_a_calendar_shows_raises_the_number(self):
        session = self._session()
        mine = self._line(session, self.me)
        number = self._state(mine)[1]
        later = session.start + timedelta(days=1)
        for vals in (
            {"name": "Another name"},
            {"location": "Square"},
            {"meeting_point": "West gate"},
            {"start": later, "stop": later + timedelta(hours=1)},
        ):
            self._as("officer", session).write(vals)
            status, after = self._state(mine)
            self.assertGreater(after, number, vals)
            number = after

        self._as("officer", session).write({"contact": "Somebody", "name": "Another name"})
        self.assertEqual(self._state(mine), ("CONFIRMED", number), "nothing to see")
        self._as("officer", session).action_cancel("Rain")
        status, after = self._state(mine)
        self.assertEqual(status, "CANCELLED", "before the sweep")
        self.assertGreater(after, number)
        session._sweep()
        self.assertEqual(self._state(mine), ("CANCELLED", after), "after it")

    def test_many_sessions_at_once_count_each_by_itself(self):
        sessions = self._session() + self._session()
        sessions[0].name = "First"
        before = sessions.sudo().mapped("ics_sequence")

        sessions.write({"location": "Square"})

        self.assertEqual(sessions.sudo().mapped("ics_sequence"), [each + 1 for each in before])

    def test_signing_up_writes_nothing_on_the_session(self):
        session = self._session()
        number = session.sudo().ics_sequence

        self._as("employee", session).action_sign_up().action_withdraw()

        self.assertEqual(session.sudo().ics_sequence, number)

    def test_what_was_left_stays_for_thirty_days(self):
        kept = self._line(self._session(), self.me)
        gone = self._line(self._session(hours_ahead=50), self.me)
        for signup, days in ((kept, 29), (gone, 31)):
            signup._leave()
            signup.withdrawn_on = Datetime.now() - timedelta(days=days)

        events = self._events()

        self.assertEqual([event.status.value for event in events.values()], ["CANCELLED"])
        self.assertIn(f"leifeng-signup-{kept.id}@", next(iter(events)))

    def test_signing_up_again_is_a_new_entry(self):
        session = self._session()
        self._line(session, self.me)._leave()
        again = self._line(session, self.me)

        self.assertEqual(
            sorted(event.status.value for event in self._events().values()),
            ["CANCELLED", "CONFIRMED"],
        )
        self.assertEqual(self._state(again)[0], "CONFIRMED")

    def test_what_one_leads_is_there_until_it_is_cancelled(self):
        session, draft = self._session(), self._session(publish=False)
        self._line(session, [self.me, self.people["leader"]])

        events = self._events("leader")

        self.assertEqual(len(events), 2, "the own sign-up and what one leads")
        status, number = self._state(session, kind="lead", role="leader")
        self.assertEqual(status, "CONFIRMED")
        self._as("officer", session).action_cancel("Rain")
        status, after = self._state(session, kind="lead", role="leader")
        self.assertEqual(status, "CANCELLED")
        self.assertGreater(after, number)
        self.assertNotIn(draft, session)
        session.flush_recordset()
        old = Datetime.now() - timedelta(days=31)
        self.env.cr.execute(
            "UPDATE leifeng_session SET write_date = %s WHERE id = %s", [old, session.id]
        )
        self.assertFalse([uid for uid in self._events("leader") if "-lead-" in uid])

    def test_the_feed_has_own_things_only(self):
        """A head, an officer and a leader may read sign-ups of others; they are not theirs."""
        session = self._session()
        self._line(session, [self.me, self.colleague])

        for role in ("head", "officer", "coordinator", "supervisor", "manager", "hr"):
            self.assertFalse(self._events(role), role)
        self.assertEqual(len(self._events("employee")), 1)
        self.assertEqual(len(self._events("leader")), 1)

    def test_who_has_left_the_agency_has_an_empty_calendar(self):
        self._line(self._session(), self.me)
        self.me.active = False

        self.assertFalse(self._events())

    def test_an_account_given_to_somebody_else_has_no_link_of_before(self):
        user = self.users["employee"]
        self._as("employee", self.env["res.users"]).action_renew_calendar()
        token = user.sudo().leifeng_calendar_token
        self.me.write({"user_id": user.id})
        self.assertTrue(self.env["res.users"]._by_calendar_token(token))

        self.me.user_id = False
        self._employee("Successor").user_id = user

        self.assertFalse(self.env["res.users"]._by_calendar_token(token))

    def test_a_new_code_ends_the_link(self):
        self._as("colleague", self.env["res.users"]).action_renew_calendar()
        token = self.users["colleague"].sudo().leifeng_calendar_token

        self.users["colleague"]._new_first_code()

        self.assertFalse(self.env["res.users"]._by_calendar_token(token))

    def test_the_token_is_nobody_s_to_read(self):
        self._as("employee", self.env["res.users"]).action_renew_calendar()
        token = self.users["employee"].sudo().leifeng_calendar_token
        self.assertRegex(token, r"^[0-9a-f]{32}$")

        for role in ("employee", "officer", "manager", "hr"):
            user = self._as(role, self.env["res.users"]).browse(self.users["employee"].id)
            with self.assertRaises(AccessError, msg=role):
                user.read(["leifeng_calendar_token"])
            with self.assertRaises(AccessError, msg=role):
                user.search([("leifeng_calendar_token", "=like", "a%")])
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.env["leifeng.session"]).search([("ics_sequence", "=", 0)])

    def test_only_a_whole_token_of_an_active_account_opens(self):
        users = self._as("colleague", self.env["res.users"])
        users.action_renew_calendar()
        owner = self.users["colleague"]
        token = owner.sudo().leifeng_calendar_token
        self.assertEqual(self.env["res.users"]._by_calendar_token(token).id, owner.id)

        for wrong in ("", token[:-1], token + "0", token.upper() + "x", "0" * 32, f"{token}\n"):
            self.assertFalse(self.env["res.users"]._by_calendar_token(wrong), wrong)
        owner.active = False
        self.assertFalse(self.env["res.users"]._by_calendar_token(token))
