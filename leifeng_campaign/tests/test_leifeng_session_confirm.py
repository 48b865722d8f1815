from datetime import timedelta

from odoo.exceptions import UserError

from .test_leifeng_session_sheet import SheetCase


class TestConfirming(SheetCase):
    def test_practice_04_no_hours_for_study(self):
        session = self._past(activity_id=self.lecture.id)
        self._line(session, self._employees(2), attendance="present")

        records = self._as("officer", session).action_confirm()

        self.assertFalse(records)
        self.assertEqual((session.state, session.record_count), ("done", 0))

    def test_whoever_is_not_recorded_is_named(self):
        session = self._past()
        self._line(session, self._employees(2))

        with self.assertRaisesRegex(UserError, "Colleague 0.+Colleague 1"):
            self._as("officer", session).action_confirm()

    def test_a_session_to_come_is_not_confirmed(self):
        with self.assertRaises(UserError):
            self._as("officer", self._session()).action_confirm()

    def test_practice_05_warns_over_eight_hours_a_day(self):
        session = self._past(length=9)
        self._line(session, self._employees(1), attendance="present")
        self.assertIn("Colleague 0", self._as("officer", session).sheet_warning)

        session.signup_ids.break_minutes = 60
        self.assertFalse(self._as("officer", session).sheet_warning)

    def test_practice_05_over_twelve_hours_wait_for_the_manager_and_the_others_don_t(self):
        session = self._past(length=13)
        long, short = self._line(session, self._employees(2), attendance="present")
        short.time_out = session.start + timedelta(hours=2)

        self._as("officer", session).action_confirm()

        self.assertEqual(session.state, "done")
        self.assertEqual(session.record_ids.employee_id, short.employee_id)
        self.assertRecordValues(
            session.entry_ids,
            [
                {
                    "employee_id": long.employee_id.id,
                    "state": "review",
                    "source": "sheet",
                    "raw_minutes": 13 * 60,
                    "long_day": True,
                    "asked_by": "Officer",
                }
            ],
        )

    def test_practice_05_a_manager_who_confirms_is_the_second_person(self):
        session = self._past(length=13)
        self._line(session, self._employees(1), attendance="present")

        self._as("manager", session).action_confirm()

        self.assertEqual(session.record_ids.minutes, 13 * 60)
        self.assertFalse(session.entry_ids)

    def test_practice_05_whoever_confirms_knows_what_goes_to_review(self):
        session = self._past(length=13)
        self._line(session, self._employees(1), attendance="present")

        self.assertIn("12 hours", self._as("officer", session).sheet_warning)
        self.assertIn("8 hours", self._as("manager", session).sheet_warning)

    def test_practice_05_three_sessions_a_day_at_most(self):
        start = self._moment("2025-03-05 08:00")
        person = self._employees(1)
        for hour in range(3):
            at = {"start": start + timedelta(hours=hour), "stop": start + timedelta(hours=hour + 1)}
            session = self._past(**at)
            self._line(session, person, attendance="present")
            session.action_confirm()
        fourth = self._past(start=start + timedelta(hours=5), stop=start + timedelta(hours=6))
        self._line(fourth, person, attendance="present")

        with self.assertRaisesRegex(UserError, "more than 3 sessions"):
            self._as("officer", fourth).action_confirm()

    def test_practice_05_times_already_recorded_elsewhere_are_refused(self):
        person = self._employees(1)
        first = self._past()
        self._line(first, person, attendance="present")
        first.action_confirm()
        second = self._past(start=first.stop, stop=first.stop + timedelta(hours=1))
        row = self._line(second, person, attendance="present")
        row.time_in = first.stop - timedelta(minutes=20)

        with self.assertRaisesRegex(UserError, "Colleague 0"):
            self._as("officer", second).action_confirm()

    def test_practice_03_overdue_after_ten_workdays_for_who_keeps_the_sheet(self):
        late, fresh = self._past(), self._session(hours_ahead=-30)
        sessions = self._as("officer", self.env["leifeng.session"])

        self.assertTrue(self._as("officer", late).is_late)
        self.assertFalse(self._as("officer", fresh).is_late)
        found = sessions.search([("is_late", "=", True), ("id", "in", (late | fresh).ids)])
        self.assertEqual(found.ids, late.ids)

    def test_confirming_takes_the_same_queries_for_many_as_for_few(self):
        counts = []
        for size in (3, 15):
            session = self._past(start=self._moment(f"2025-03-{size:02d} 09:00"))
            self._line(session, self._employees(size), attendance="present")
            officer = self._as("officer", session)
            before = self.env.cr.sql_log_count
            officer.action_confirm()
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)

        self.assertLessEqual(counts[1], counts[0] + 2, counts)
