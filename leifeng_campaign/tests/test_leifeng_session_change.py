from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command, Datetime
from odoo.tests import Form

from .common import LeifengCase

WEEK = timedelta(days=7)


class TestChange(LeifengCase):
    """Cancelling and moving a shift, a post's day, a whole day."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.west, cls.east = cls.env["leifeng.service.post"].create(
            [{"name": name, "location": name, "withdraw_hours": 0} for name in ("West", "East")]
        )
        cls.ann, cls.bo, cls.cy = cls._employees(3)
        cls.morning = cls._shift(cls.west, "2099-03-05 07:30")
        cls.evening = cls._shift(cls.west, "2099-03-05 17:20")
        cls.far = cls._shift(cls.east, "2099-03-05 17:20")
        cls.later = cls._shift(cls.west, "2099-03-06 07:30")
        cls.day = cls.morning | cls.evening | cls.far

    @classmethod
    def _shift(cls, post, text, **vals):
        start = cls._moment(text)
        times = {"start": start, "stop": start + timedelta(hours=1)}
        return cls._session(post_id=post.id, name=f"{post.name} {text}", **times, **vals)

    def _form(self, session, **vals):
        wizard = self._as("officer", self.env["leifeng.session.change"])
        form = Form(wizard.with_context(default_session_id=session.id))
        for name, value in vals.items():
            form[name] = value
        return form

    def _sweep(self):
        for sessions in self.env["leifeng.session"]._sessions_to_sweep()._by_change():
            sessions._sweep()

    def _told(self, person):
        messages = self.env["leifeng.message"].search([("employee_id", "=", person.id)])
        return messages.mapped("text")

    def test_what_each_scope_takes_in(self):
        times = {"start": self.morning.start, "stop": self.morning.stop}
        self._session(name="Talk", activity_id=self.lecture.id, **times)
        self._shift(self.west, "2099-03-05 12:00").action_cancel("Rain")
        draft = self._shift(self.east, "2099-03-05 20:00", publish=False)

        self.assertEqual(self.morning._in_scope("session"), self.morning)
        self.assertEqual(self.morning._in_scope("post_day"), self.morning | self.evening)
        self.assertEqual(self.morning._in_scope("day"), self.day | draft)

    def test_the_wizard_shows_who_is_told_before_the_click(self):
        self._line(self.morning, [self.ann, self.bo])
        self._line(self.evening, [self.ann])
        self._line(self.far, [self.cy])
        form = self._form(self.morning, what="cancel")
        self.assertEqual((form.people_count, form.people), (2, "Colleague 0 and Colleague 1"))

        form.scope = "day"

        self.assertEqual(form.people_count, 3)
        self.assertEqual(form.people, "Colleague 0, Colleague 1, and Colleague 2")

    def test_cancelling_a_day_tells_everyone_once_with_the_reason(self):
        """practice point 10: people are told; nothing is credited and nobody is blamed"""
        self._line(self.morning, [self.ann, self.bo])
        self._line(self.evening, [self.ann])

        self._form(self.morning, what="cancel", scope="day", reason="Storm").save().action_apply()
        self._sweep()

        self.assertEqual(set(self.day.mapped("state")), {"cancelled"})
        self.assertEqual(self.later.state, "open")
        self.assertEqual(
            self._told(self.ann),
            [
                "Cancelled: Storm\n“West 2099-03-05 07:30” on Thu, Mar 5, 2099 07:30\n"
                "“West 2099-03-05 17:20” on Thu, Mar 5, 2099 17:20"
            ],
        )
        self.assertEqual(
            self._told(self.bo),
            ["“West 2099-03-05 07:30” on Thu, Mar 5, 2099 07:30 has been cancelled: Storm"],
        )
        rows = self.day.signup_ids
        self.assertEqual(set(rows.mapped("attendance")), {"pending"})
        self.assertFalse(any(rows.mapped("live")))
        self.assertFalse(self.day.record_ids)
        self._sweep()
        self.assertEqual(len(self._told(self.ann)), 1)

    def test_what_was_taken_out_of_the_list_stays(self):
        form = self._form(self.morning, what="cancel", scope="day", reason="Storm")
        form.session_ids.remove(id=self.far.id)
        form.save().action_apply()

        self.assertEqual(self.far.state, "open")
        self.assertEqual(self.evening.state, "cancelled")

    def test_nothing_left_is_said(self):
        wizard = self._form(self.morning, what="cancel", scope="day", reason="Storm").save()
        wizard.session_ids = [Command.clear()]

        with self.assertRaises(UserError):
            wizard.action_apply()

    def test_moving_a_day_keeps_the_clock_and_the_windows(self):
        self.morning.closes = self.morning.start - timedelta(hours=2)

        form = self._form(self.morning, what="move", scope="post_day", new_date="2099-03-12")
        form.save().action_apply()

        self.assertEqual(self.morning.start, self._moment("2099-03-12 07:30"))
        self.assertEqual(self.morning.closes, self._moment("2099-03-12 05:30"))
        self.assertEqual(self.evening.stop, self._moment("2099-03-12 18:20"))
        self.assertEqual(self.far.start, self._moment("2099-03-05 17:20"))

    def test_moving_lists_first_who_would_collide(self):
        self._line(self.morning, [self.ann])
        self._line(self.evening, [self.ann, self.bo])
        self._line(self.later, [self.ann, self.cy])

        form = self._form(self.morning, what="move", scope="day", new_date="2099-03-06")
        self.assertIn("Colleague 0", form.collisions)
        self.assertNotIn("Colleague 1", form.collisions)
        wizard = form.save()
        with self.assertRaises(UserError):
            wizard.action_apply()
        self.assertEqual(self.morning.start, self._moment("2099-03-05 07:30"))
        form.new_date = "2099-03-07"
        self.assertFalse(form.collisions)
        form.save().action_apply()

        self.assertEqual(self.far.start, self._moment("2099-03-07 17:20"))

    def test_the_same_day_is_no_move(self):
        wizard = self._form(self.morning, scope="day", new_date="2099-03-05").save()

        with self.assertRaises(UserError):
            wizard.action_apply()

    def test_moving_asks_everyone_again_once(self):
        own = self._line(self.morning, [self.people["employee"]])
        others = self._line(self.evening, [self.ann, self.people["employee"]])

        self.day.action_move_days(7)
        self._sweep()

        self.assertEqual((own | others).mapped("asked_again"), [True] * 3)
        self.assertEqual(own.start, self.morning.start)
        self.assertEqual(len(self._told(self.people["employee"])), 1)
        self.assertEqual(self.evening.asked_count, 2)
        self.assertTrue(all((own | others).mapped("holds_place")), "the place stays")
        self.assertIn("moved", self._told(self.ann)[0])

    def test_count_me_in_answers_and_moving_twice_asks_again(self):
        signup = self._line(self.morning, [self.people["employee"]])
        self.morning.action_move(self.morning.start + WEEK, self.morning.stop + WEEK)
        self._sweep()
        seen = Datetime.to_string(signup.start)

        self._as("employee", signup).action_confirm_again(seen)
        self.assertFalse(signup.asked_again)
        self.morning.action_move_days(1)
        with self.assertRaises(UserError):
            self._as("employee", signup).action_confirm_again(seen)
        self._sweep()

        self.assertTrue(signup.asked_again)
        self._as("employee", signup).action_withdraw()
        self.assertFalse(signup.asked_again)

    def test_only_the_person_or_the_office_answers(self):
        signup = self._line(self.morning, [self.people["employee"]])
        self.morning.action_move_days(7)
        self._sweep()

        for role in ("colleague", "internal", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, signup).action_confirm_again()
        with self.assertRaises(UserError):
            self._as("employee", signup).write({"asked_again": False})
        self._as("officer", signup).action_confirm_again()

        self.assertFalse(signup.asked_again)

    def test_who_joined_elsewhere_meanwhile_leaves_and_reads_why(self):
        line = self._line(self.morning, [self.ann, self.bo])
        self.morning.action_move_days(1)
        self.later.action_move_days(-1)
        other = self._shift(self.east, "2099-03-06 08:00")
        self._line(other, [self.ann])

        self._sweep()

        self.assertEqual(line.mapped("live"), [False, True])
        self.assertIn("no longer", self._told(self.ann)[0])

    def test_only_the_office_changes_days(self):
        for role in ("coordinator", "leader", "supervisor", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.env["leifeng.session.change"]).create(
                    {"session_id": self.morning.id, "scope": "day"}
                )

    def test_others_like_it_are_offered(self):
        cancelled = self._session(hours_ahead=24, capacity=1)
        same = self._session(hours_ahead=48)
        full = self._session(hours_ahead=50, capacity=1)
        self._line(full, [self.ann])
        far = self._session(hours_ahead=24 * 15)
        talk = self._session(hours_ahead=60, activity_id=self.lecture.id)
        self._session(hours_ahead=70, publish=False)
        mine = self._session(hours_ahead=80)
        self._line(mine, [self.bo])
        clash = self._session(hours_ahead=81)
        many = [self._session(hours_ahead=100 + 3 * index) for index in range(6)]
        cancelled.action_cancel("Rain")

        offered = cancelled._others_for(self.bo)

        self.assertEqual(offered, same.union(*many[:4]))
        self.assertFalse(offered & (full | far | talk | mine | clash))
        self._line(same, [self.cy])
        form = self._form(self._session(hours_ahead=30), what="cancel")
        self.assertEqual(len(form.offers.splitlines()), 5)
        self.assertIn("Shift", form.offers)

    def test_the_message_says_where_the_others_are(self):
        cancelled = self._session()
        self._line(cancelled, [self.ann])
        self._session(hours_ahead=48)
        cancelled.action_cancel("Rain")

        self._sweep()

        message = self.env["leifeng.message"].search([("employee_id", "=", self.ann.id)])
        self.assertEqual(message.url, f"/my/leifeng/sessions/{cancelled.id}")
        self.assertIn("free places", message.text)

    def test_looking_for_others_costs_the_same_for_many(self):
        cancelled = self._session()
        counts = []
        for size in (2, 10):
            for index in range(size):
                self._session(hours_ahead=40 + len(counts) * 60 + 3 * index)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            cancelled._others_for(self.bo)
            counts.append(self.env.cr.sql_log_count - before)

        self.assertEqual(counts[0], counts[1])
