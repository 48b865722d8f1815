from datetime import timedelta

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.fields import Datetime
from odoo.tests import Form

from .common import LeifengCase


class SheetCase(LeifengCase):
    def _past(self, **vals):
        """Return a session of a Wednesday long ago, from nine to eleven."""
        start = vals.pop("start", self._moment("2025-03-05 09:00"))
        stop = vals.pop("stop", start + timedelta(hours=vals.pop("length", 2)))
        return self._session(**{"start": start, "stop": stop, "capacity": 50, **vals})


class TestKeepingTheSheet(SheetCase):
    def test_practice_11_one_named_person_fills_the_sheet(self):
        session = self._past(leader_id=self.people["internal"].id)
        line = self._line(session, self._employees(3))
        sheet = self._as("internal", session)

        sheet.action_everyone_came()
        sheet.sheet_ids[2].write({"attendance": "absent"})
        sheet.action_confirm({"people_served": 46, "capacity": 99})

        self.assertEqual(line.mapped("attendance"), ["present", "present", "absent"])
        self.assertEqual((session.people_served, session.capacity), (46, 50))
        self.assertEqual((session.state, session.confirmed_by), ("done", "Internal"))
        self.assertEqual(len(session.record_ids), 2)

    def test_a_coordinator_keeps_the_sheet_of_the_own_department(self):
        session = self._past(department_id=self.hall.id, activity_id=self.lecture.id)
        line = self._line(session, self._employees(2))
        sheet = self._as("coordinator", session)

        self.assertTrue(sheet.may_keep_sheet)
        sheet.action_everyone_came()
        sheet.action_confirm()

        self.assertEqual(line.mapped("attendance"), ["present", "present"])

    def test_nobody_else_keeps_it(self):
        session = self._past(department_id=self.hotline.id)
        line = self._line(session, self._employees(1))
        for role in ("coordinator", "internal", "employee", "supervisor"):
            sheet = self._as(role, session)
            self.assertFalse(sheet.may_keep_sheet, role)
            for act in (sheet.action_everyone_came, sheet.action_confirm):
                with self.assertRaises(AccessError, msg=role):
                    act()
            with self.assertRaises(AccessError, msg=role):
                self._as(role, line).write({"attendance": "present"})

    def test_a_leader_writes_attendance_and_nothing_else(self):
        session = self._past(leader_id=self.people["internal"].id)
        line = self._as("internal", self._line(session, self._employees(1)))

        for vals in ({"live": False}, {"employee_name": "X"}, {"told_waiting": True}):
            with self.assertRaises(UserError, msg=vals):
                line.write(vals)
        with self.assertRaises(AccessError):
            self._as("internal", session).write({"people_served": 3})

    def test_a_sheet_is_kept_while_the_session_is_published_only(self):
        done = self._confirmed(self.people["employee"])
        cancelled = self._past()
        line = self._line(cancelled, self._employees(1))
        cancelled.action_cancel("Rain")

        for signup in (done.signup_ids, line):
            with self.assertRaises(UserError):
                self._as("officer", signup).write({"break_minutes": 5})

    def test_everyone_marks_only_holders_of_a_place_not_yet_recorded(self):
        session = self._past(capacity=2)
        absent, present, waiting = self._line(session, self._employees(3))
        absent.attendance = "absent"

        self._as("officer", session).action_everyone_came()

        self.assertEqual(
            (absent | present | waiting).mapped("attendance"), ["absent", "present", "pending"]
        )

    def test_the_list_of_sheets_to_confirm_is_one_s_own(self):
        mine = self._past(leader_id=self.people["internal"].id)
        other = self._past()
        domain = [("may_keep_sheet", "=", True), ("id", "in", (mine | other).ids)]
        found = {
            role: self._as(role, self.env["leifeng.session"]).search(domain)
            for role in ("internal", "officer", "employee")
        }

        self.assertEqual(found["internal"].ids, mine.ids)
        self.assertEqual(set(found["officer"].ids), set((mine | other).ids))
        self.assertFalse(found["employee"])

    def test_the_sheet_s_list_is_edited_as_the_leader(self):
        session = self._past(leader_id=self.people["internal"].id)
        line = self._line(session, self._employees(1))

        with Form(
            self._as("internal", line), "leifeng_campaign.leifeng_session_signup_view_list_sheet"
        ) as row:
            row.attendance = "present"
            row.time_out = Datetime.to_string(session.start + timedelta(minutes=50))
            row.break_minutes = 5

        self.assertEqual(line.minutes, 45)


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


class TestPaper(SheetCase):
    def test_the_blank_sheet_has_names_and_room_for_more(self):
        session = self._past(capacity=2)
        self._line(session, self._employees(3))

        rows = session._sheet_rows()

        self.assertEqual([row["name"] for row in rows[:3]], ["Colleague 0", "Colleague 1", ""])
        self.assertEqual(len(rows), 20)
        self.assertFalse(any(row["time_in"] for row in rows))

    def test_the_filled_sheet_has_times_and_remarks(self):
        start = self._moment("2025-03-05 07:30")
        session = self._past(start=start, stop=start + timedelta(minutes=63))
        came, _absent = self._line(session, self._employees(2))
        came.write({"attendance": "present", "break_minutes": 3})
        _absent.attendance = "absent"
        session.action_add_walk_in(self.people["employee"].id)
        session.action_confirm()

        rows = session._sheet_rows()

        self.assertEqual(
            [(r["time_in"], r["time_out"], r["break"], r["hours"], r["remark"]) for r in rows],
            [
                ("07:30", "08:33", "3", "1", ""),
                ("", "", "", "", "Absent"),
                ("07:30", "08:33", "", "1", "Walk-in"),
            ],
        )


class TestOverdueDay(LeifengCase):
    @freeze_time("2026-11-23 20:00:00")
    def test_the_day_is_the_agency_s_at_any_hour(self):
        """At 4:00 on Tuesday in Beijing it is still Monday in UTC."""
        moment = self.env["leifeng.session"]._due_moment()

        self.assertEqual(moment, self._moment("2026-11-10 00:00"))


class TestTimesOnTheSheet(LeifengCase):
    def _sheet(self, **times):
        session = self._session(hours_ahead=-5, capacity=5)
        moments = {name: session.start + timedelta(hours=hours) for name, hours in times.items()}
        self._line(session, self.people["employee"], attendance="present", **moments)
        return session

    def test_times_that_are_not_of_that_day(self):
        for times in ({"time_out": -1}, {"time_in": -960, "time_out": -950}, {"time_in": 2}):
            with self.assertRaisesRegex(UserError, "check the times of: Employee"):
                self._sheet(**times).action_confirm()
            self.env["leifeng.session.signup"].search([])._leave()

    def test_practice_05_a_record_taken_back_leaves_room_for_another(self):
        person = self.people["employee"]
        hours = [
            {
                "start": self._moment(f"2026-03-05 {hour:02}:00"),
                "stop": self._moment(f"2026-03-05 {hour + 1:02}:00"),
            }
            for hour in (8, 10, 12, 14)
        ]
        first, *_rest = [self._confirmed(person, **each) for each in hours[:3]]
        with self.assertRaisesRegex(UserError, "more than 3"), self.env.cr.savepoint():
            self._confirmed(person, **hours[3])

        first.record_ids.action_correct("Was elsewhere")

        self.assertEqual(self._confirmed(person, **hours[3]).record_ids.minutes, 60)

    def test_nobody_was_present_before_it_begins(self):
        session = self._session(hours_ahead=5)
        line = self._line(session, self.people["employee"])

        with self.assertRaisesRegex(UserError, "not begun"):
            self._as("leader", session).action_everyone_came()
        with self.assertRaisesRegex(UserError, "not begun"):
            self._as("officer", line).write({"attendance": "present"})

        self._as("officer", line).write({"attendance": "excused"})
        self.assertEqual(line.attendance, "excused")

    def test_nobody_of_another_agency_walks_in(self):
        other = self.env["res.company"].create({"name": "Other Agency"})
        guest = self._employee("Guest", company_id=other.id, department=self.hall.browse())
        session = self._session(hours_ahead=-3)
        both = [self.company.id, other.id]
        self.users["officer"].company_ids += other
        officer = self._as("officer", session).with_context(allowed_company_ids=both)

        with self.assertRaises(UserError):
            officer.action_add_walk_in(guest.id)

    def test_no_walk_in_before_it_begins(self):
        with self.assertRaisesRegex(UserError, "not begun"):
            self._session(hours_ahead=3).action_add_walk_in(self._employees(1).id)

    def test_the_second_person_is_not_oneself(self):
        session = self._session(hours_ahead=-15, length=14)
        self._line(session, self.people["manager"], attendance="present")

        self._as("manager", session).action_confirm()

        self.assertEqual(session.entry_ids.state, "review")
        with self.assertRaisesRegex(AccessError, "entered these hours"):
            self._as("manager", session.entry_ids).action_record()
        self.assertFalse(session.record_ids)
