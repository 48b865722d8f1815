from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command, Datetime
from odoo.tests import Form

from .common import LeifengCase

HOUR = timedelta(hours=1)


class EntryCase(LeifengCase):
    """A confirmed session from nine to eleven at which somebody else was."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.start = cls._moment("2025-03-05 09:00")
        cls.stop = cls.start + 2 * HOUR
        cls.session = cls._confirmed(cls.people["colleague"], start=cls.start, stop=cls.stop)
        cls.person = cls.people["employee"]
        cls.entries = cls.env["leifeng.service.entry"]

    def _ask(self, role="leader", person=None, times=None, reason="Forgot to sign out", **about):
        about = about or {"session": self.session}
        about = {name: self._as(role, record) for name, record in about.items()}
        times = times or (self.start, self.stop, 0)
        entries = self._as(role, self.entries)
        return entries.ask((person or self.person).id, times, reason, **about).sudo()

    def _long(self):
        """Return an entry that brings the person over 12 hours, asked for by the leader."""
        self._confirmed(self.person, start=self.stop, stop=self.stop + 11 * HOUR)
        return self._ask()


class TestAsking(EntryCase):
    def test_practice_06_a_late_entry_waits_with_reason_and_says_who_entered_it(self):
        entry = self._ask(times=(self.start, self.stop, 10))

        self.assertRecordValues(
            entry,
            [
                {
                    "state": "review",
                    "source": "late",
                    "employee_name": "Employee",
                    "department_name": "Service Hall",
                    "content": "Shift",
                    "location": "Corner",
                    "leader_name": "Leader",
                    "raw_minutes": 110,
                    "reason": "Forgot to sign out",
                    "asked_by": "Leader",
                    "long_day": False,
                    "session_id": self.session.id,
                    "campaign_id": self.campaign.id,
                }
            ],
        )
        self.assertEqual(self.session.record_ids.employee_id, self.people["colleague"])

    def test_practice_06_without_a_reason_there_is_none(self):
        for reason in ("", "  ", None, "x" * 501):
            with self.assertRaises(UserError, msg=reason):
                self._ask(reason=reason)

    def test_leader_coordinator_head_and_office_may_ask(self):
        for role in ("leader", "coordinator", "head", "officer", "manager"):
            self.assertEqual(self._ask(role).state, "review", role)
            self.entries.search([]).unlink()

    def test_others_may_not(self):
        for role in ("employee", "colleague", "internal", "supervisor", "hr"):
            with self.assertRaises(AccessError, msg=role):
                self._ask(role)

    def test_a_coordinator_asks_for_the_own_department_alone(self):
        other = self._employees(1, department=self.hotline)

        with self.assertRaises(AccessError):
            self._ask("coordinator", other)
        with self.assertRaises(AccessError):
            self._ask("leader", self.person, activity=self.service)

    def test_the_sheet_comes_first(self):
        over = self._session(start=self.stop, stop=self.stop + HOUR)
        times = (over.start, over.stop, 0)

        with self.assertRaisesRegex(UserError, "on the sheet"):
            self._ask(session=over, times=times)

    def test_practice_04_only_service_and_training_yield_hours(self):
        lecture = self._confirmed(self.people["colleague"], activity_id=self.lecture.id)
        times = (lecture.start, lecture.stop, 0)

        with self.assertRaisesRegex(UserError, "yield hours"):
            self._ask(session=lecture, times=times)
        with self.assertRaisesRegex(UserError, "yield hours"):
            self._ask("officer", activity=self.lecture)
        with self.assertRaises(UserError):
            self._ask("officer", activity=self.env["leifeng.campaign.activity"])

    def test_practice_02_the_times_make_sense(self):
        future = Datetime.now() + HOUR
        bad = (
            (self.stop, self.start, 0),
            (self.start, self.start, 0),
            (self.start, False, 0),
            (self.start, self.stop, -10),
            (self.start, self.stop, 120),
            (self.start - 13 * HOUR, self.stop, 0),
            (future - 2 * HOUR, future, 0),
        )
        for times in bad:
            with self.assertRaises(UserError, msg=times):
                self._ask(times=times)
        with self.assertRaisesRegex(UserError, "fit the service"):
            self._ask(
                "officer", activity=self.service, times=(self.start, self.stop + 23 * HOUR, 0)
            )

    def test_practice_05_no_time_counts_twice(self):
        self._confirmed(self.person, start=self.stop, stop=self.stop + HOUR)

        with self.assertRaisesRegex(UserError, "covers part"), self.env.cr.savepoint():
            self._ask(times=(self.start, self.stop + HOUR / 2, 0))
        self._ask()
        with self.assertRaisesRegex(UserError, "already"):
            self._ask()

    def test_practice_05_at_most_three_sessions_a_day(self):
        for hour in range(3):
            start = self.stop + hour * HOUR
            self._confirmed(self.person, start=start, stop=start + HOUR)

        with self.assertRaisesRegex(UserError, "more than 3"):
            self._ask()

    def test_practice_05_over_eight_hours_warn_and_over_twelve_need_the_manager(self):
        self._confirmed(self.person, start=self.stop, stop=self.stop + 7 * HOUR)
        warned = self._ask()
        self.assertIn("8 hours", warned.day_warning)
        self.assertFalse(warned.long_day)
        warned.unlink()
        start = self.stop + 7 * HOUR
        self._confirmed(self.person, start=start, stop=start + 4 * HOUR)

        long = self._ask()

        self.assertTrue(long.long_day)
        self.assertIn("12 hours", long.day_warning)

    def test_a_closed_campaign_stands_still(self):
        self.campaign.phase_ids.action_close()
        self.campaign.action_wrap_up()
        self.campaign.action_close()

        with self.assertRaisesRegex(UserError, "closed"):
            self._ask("officer")

    def test_without_a_session_activity_and_post_say_what_it_was(self):
        post = self.env["leifeng.service.post"].create(
            {"name": "Station", "location": "Harmony 18"}
        )

        entry = self._ask("coordinator", activity=self.service, post=post)

        self.assertEqual(
            (entry.content, entry.location, entry.kind, entry.date),
            ("Community · Station", "Harmony 18", "service", self.start.date()),
        )

    def test_the_wizard_from_a_done_session(self):
        wizards = self._as("officer", self.env["leifeng.service.entry.add"])
        form = Form(wizards.with_context(default_session_id=self.session.id))
        self.assertEqual((form.start, form.stop), (self.start, self.stop))
        form.employee_id = self.person
        form.break_minutes = 15
        form.reason = "Forgot to sign out"

        action = form.save().action_add()

        self.assertEqual(self.entries.browse(action["res_id"]).raw_minutes, 105)

    def test_a_coordinator_uses_the_wizard_without_a_session(self):
        form = Form(self._as("coordinator", self.env["leifeng.service.entry.add"]))
        form.activity_id = self.service
        form.employee_id = self.person
        form.start, form.stop = self.start, self.stop
        form.content = "Moved boxes"
        form.reason = "Came at short notice"

        action = form.save().action_add()

        self.assertEqual(self.entries.browse(action["res_id"]).content, "Moved boxes")

    def test_training_waits_as_training(self):
        self.campaign.phase_ids.activity_ids = [
            Command.create({"name": "Training", "kind": "training"})
        ]
        training = self.campaign.plan_activity_ids.filtered(lambda each: each.kind == "training")

        self.assertEqual(self._ask("officer", activity=training).kind, "training")


class TestReading(EntryCase):
    def test_who_sees_them(self):
        entry = self._ask()
        for role in ("employee", "leader", "coordinator", "head", "officer", "supervisor"):
            self.assertTrue(self._as(role, self.entries).search([]), role)
        for role in ("colleague", "internal", "hr"):
            self.assertFalse(self._as(role, self.entries).search([]), role)
            with self.assertRaises(AccessError, msg=role):
                self._as(role, entry).read(["content"])

    def test_nobody_writes_them_by_hand(self):
        entry = self._ask()
        for role in ("employee", "leader", "coordinator", "officer", "manager", "supervisor"):
            own = self._as(role, entry)
            with self.assertRaises(UserError, msg=role):
                own.write({"state": "recorded"})
            with self.assertRaises(AccessError, msg=role):
                own.write({"raw_minutes": 600})
            with self.assertRaises(AccessError, msg=role):
                own.unlink()
            with self.assertRaises(AccessError, msg=role):
                own.copy()
