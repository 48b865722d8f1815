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
