from datetime import date

from psycopg2 import IntegrityError
from psycopg2.errors import RestrictViolation

from odoo.exceptions import AccessError, UserError, ValidationError

from ..models.leifeng_campaign_activity import KINDS
from .test_practice import MINUTE, PracticeCase


class TestRecords(PracticeCase):
    def test_point_01_a_record_holds_what_the_law_asks(self):
        record = self._confirm(self._past(), self.me, "leader")
        asked = {
            "content": "Shift",
            "date": date(2025, 3, 5),
            "location": "Corner",
            "hours": 2,
            "organizing_unit": self.company.name,
            "recording_unit": self.company.name,
            "leader_name": "Leader",
            "kind": "service",
        }

        self.assertRecordValues(record, [asked])
        training = dict(self.records._fields["kind"].selection)
        self.assertIn("training", training, "training is a list beside it")
        self.assertIn("leifeng.service.rating", self.env, "and so is what the served say")

    def test_point_02_hours_are_in_minus_out_minus_breaks_and_cut_down(self):
        session = self._past(minutes=180)
        row = self._line(session, self.me)
        self._as("officer", row).write(
            {
                "attendance": "present",
                "time_in": self.start + 10 * MINUTE,
                "time_out": self.start + 150 * MINUTE,
                "break_minutes": 10,
            }
        )
        self._as("officer", session).action_confirm()
        record = session.record_ids

        self.assertEqual((record.raw_minutes, record.hours), (130, 2.1), "130 minutes, 0.1 h down")
        self.assertIn("Cut Down to 0.1 Hours", self._paper(self._issue()))
        self.company.leifeng_rounding = "half"
        other = self._confirm(self._past(minutes=130), self.colleague)
        self.assertEqual(other.hours, 2)

    def test_point_03_overdue_after_ten_workdays_for_the_coordinator_only(self):
        workdays = self.env["leifeng.workday"].calendar(self.company)
        today = self.company._leifeng_today()
        told = {}
        for days in (10, 11):
            day = workdays.add(today, -days)
            session = self._past(start=self._moment(f"{day} 10:00"))
            for role in ("coordinator", "employee", "leader", "internal"):
                told[days, role] = self._as(role, session).is_late

        self.assertEqual([key for key, late in told.items() if late], [(11, "coordinator")])

    def test_point_04_nothing_but_service_yields_hours_of_service(self):
        served = {}
        for kind, _label in KINDS:
            vals = {"name": kind, "kind": kind, "phase_id": self.campaign.phase_ids.id}
            activity = self.env["leifeng.campaign.activity"].create(vals)
            session = self._past(activity_id=activity.id, name=kind)
            person = self._employee(f"At {kind}")
            self._confirm(session, person)
            served[kind] = person.leifeng_hours

        self.assertEqual({kind: hours for kind, hours in served.items() if hours}, {"service": 2})

    def test_point_05_days_have_limits(self):
        nine = self._past(minutes=540, start=self._moment("2025-03-05 08:00"))
        self._line(nine, self.me, attendance="present")
        self.assertIn("More than 8 hours", self._as("officer", nine).sheet_warning)
        self._as("officer", nine).action_confirm()
        self.assertFalse(nine.entry_ids)

        # 4 hours more make 13: they wait for a second person, whoever confirms
        self._confirm(self._past(minutes=240), self.me)
        waiting = self.env["leifeng.service.entry"].search([("employee_id", "=", self.me.id)])
        self.assertEqual((waiting.state, waiting.long_day), ("review", True))
        with self.assertRaises(AccessError):
            self._as("officer", waiting).action_record()
        self._as("manager", waiting).action_record()
        self.assertEqual(self.me.leifeng_hours, 13)

    def test_point_05_one_place_at_a_time_and_three_sessions_a_day(self):
        self._as("employee", self._session()).action_sign_up()
        with self.assertRaisesRegex(UserError, "in line for"):
            self._as("employee", self._session()).action_sign_up()
        for hour in (8, 9, 10):
            start = self._moment(f"2025-03-05 {hour:02}:00")
            self._confirm(self._past(minutes=30, start=start), self.me)

        with self.assertRaisesRegex(UserError, "more than 3"):
            self._confirm(self._past(minutes=30), self.me)

    def test_point_06_no_bonus_and_late_entries_stay_marked(self):
        leader = self.people["leader"]
        session = self._past()
        records = self._confirm(session, self.me | leader)
        self.assertEqual(set(records.mapped("minutes")), {120}, "leading adds nothing")
        row = self._line(self._past(start=self._moment("2025-03-06 18:30")), self.me)
        with self._database_refuses(IntegrityError):
            row.write({"attendance": "present", "break_minutes": -60})
            row.flush_recordset()

        ask = self._as("leader", self.env["leifeng.service.entry"]).ask
        times = (session.start, session.stop, 0)
        about = {"session": self._as("leader", session)}
        with self.assertRaises(UserError):
            ask(self.colleague.id, times, " ", **about)
        entry = ask(self.colleague.id, times, "Was not on the sheet", **about).sudo()
        with self.assertRaises(AccessError):
            self._as("leader", entry).action_record()
        self._as("officer", entry).action_record()

        self.assertEqual((entry.record_id.source, entry.record_id.minutes), ("late", 120))

    def test_point_14_everyone_sees_and_contests_the_own_record(self):
        record = self._confirm(self._past(), self.me)
        self._login("employee")
        self._has(self._page("/my/leifeng/records"), "//div[@data-state='recorded']")
        questions = self._as("employee", self.env["leifeng.service.correction"])
        question = questions.ask(self._as("employee", record), "I left at 19:30")

        self._as("officer", question).action_answer("You are right.")
        self._as("officer", record).action_correct("Left", record.start, record.start + 60 * MINUTE)

        self.env.invalidate_all()
        self.assertEqual((record.state, record.minutes), ("reversed", 120), "the old value stays")
        self.assertEqual((question.answer, self.me.leifeng_hours), ("You are right.", 1))

    def test_point_15_records_stay_ten_years_and_sign_up_lists_go_earlier(self):
        record = self._confirm(self._past(), self.me)
        session = record.session_id
        retention = self.env["leifeng.retention"]

        with self._database_refuses(RestrictViolation):
            record.sudo().unlink()
        with self.assertRaises(ValidationError):
            retention.create({"record_years": 9})
        self.assertTrue(session.signup_ids)
        self.company.leifeng_signup_months = 1
        retention._purge(self.company)

        self.assertFalse(session.signup_ids.exists())
        self.assertTrue(record.exists())
