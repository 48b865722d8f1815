from datetime import timedelta

from odoo.exceptions import AccessError

from .test_leifeng_session_sheet import SheetCase

PENDING, PRESENT = "pending|||0", "present|||0"


class KeepCase(SheetCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.session = cls._past(cls)
        cls.line = cls._line(cls.session, cls._employees(3))

    def _save(self, *rows, role="leader", session=None, **parts):
        return self._as(role, session or self.session).action_save_sheet(list(rows), **parts)

    def _row(self, number, attendance="present", seen=PENDING, **cells):
        return {"id": self.line[number].id, "attendance": attendance, "seen": seen, **cells}

    def _status(self, outcome, part="rows"):
        return [each["status"] for each in outcome[part]]


class TestSavingRows(KeepCase):
    def test_practice_11_a_leader_with_a_portal_account_is_full_proof(self):
        """Ticks and times of one named person make the hours; nothing else is asked for."""
        outcome = self._save(
            self._row(0),
            self._row(1, time_in="09:10", time_out="10:40", break_minutes="15"),
            self._row(2, "absent", time_in="09:10"),
        )
        self._as("leader", self.session).action_confirm()

        self.assertEqual(self._status(outcome), ["saved"] * 3)
        self.assertEqual(self.line.mapped("attendance"), ["present", "present", "absent"])
        self.assertEqual(sorted(self.session.record_ids.mapped("raw_minutes")), [75, 120])
        self.assertEqual(self.session.confirmed_by, "Leader")
        self.assertFalse(self.line[0].time_in or self.line[2].time_in)

    def test_sent_twice_is_saved_once(self):
        message = (self._row(0, time_in="09:10"), self._row(1, "excused"))
        first, again = self._save(*message), self._save(*message)

        self.assertEqual(first, again)
        self.assertEqual(self._status(again), ["saved", "saved"])

    def test_two_keepers_of_one_row_are_asked(self):
        self._save(self._row(0, "absent"), role="officer")

        outcome = self._save(self._row(0), self._row(1))

        self.assertEqual(self._status(outcome), ["conflict", "saved"])
        self.assertEqual(outcome["rows"][0]["values"]["attendance"], "absent")
        self.assertIn("Absent", outcome["rows"][0]["message"])
        self.assertEqual(self.line.mapped("attendance"), ["absent", "present", "pending"])
        mine = self._save(self._row(0, seen=outcome["rows"][0]["values"]["seen"]))
        self.assertEqual((self._status(mine), self.line[0].attendance), (["saved"], "present"))

    def test_an_untouched_row_never_wins(self):
        self._save(self._row(0, "absent"), role="officer")

        outcome = self._save(self._row(0, "pending"))

        self.assertEqual((self._status(outcome), self.line[0].attendance), (["saved"], "absent"))

    def test_a_bad_row_loses_none_of_the_others(self):
        other = self._line(self._past(start=self._moment("2025-04-05 09:00")), self._employees(1))
        bad = [
            self._row(0, "gone"),
            self._row(0, ["present"]),
            self._row(0, time_in="25:00"),
            self._row(0, break_minutes="-1"),
            self._row(0, break_minutes="120"),
            self._row(0, time_in="10:00", time_out="09:30"),
            self._row(0, time_in="21:00"),
            {"id": other.id, "attendance": "present", "seen": PENDING},
            {"id": "x"},
            {"id": 2**40},
            {},
            "nonsense",
        ]

        outcome = self._save(*bad, self._row(1))

        self.assertEqual(self._status(outcome), ["refused"] * 11 + ["saved"])
        self.assertTrue(all(each["message"] for each in outcome["rows"][:-1]))
        self.assertEqual(self.line.mapped("attendance"), ["pending", "present", "pending"])
        self.assertEqual(other.attendance, "pending")

    def test_junk_instead_of_lists(self):
        for junk in (None, 5, "x", {"a": 1}, [[]]):
            outcome = self._as("leader", self.session).action_save_sheet(junk, junk, junk)
            self.assertEqual(outcome["closed"], "")

    def test_past_midnight(self):
        night = self._past(start=self._moment("2025-03-06 22:00"), length=3)
        line = self._line(night, self._employees(1))
        row = {"id": line.id, "seen": PENDING, "attendance": "present", "time_out": "00:30"}

        self._save(row, session=night)

        self.assertEqual(line.time_out, self._moment("2025-03-07 00:30"))
        self.assertEqual(line.minutes, 150)

    def test_many_rows_cost_no_more_statements(self):
        line = self._line(self.session, self._employees(40))
        rows = [{"id": each.id, "attendance": "present", "seen": PENDING} for each in line]
        self._statements(rows[:1])

        counts = [self._statements(rows[1:6]), self._statements(rows[6:])]

        self.assertEqual(*counts)

    def _statements(self, rows):
        sheet = self._as("leader", self.session)
        before = self.cr.sql_log_count
        sheet.action_save_sheet(rows)
        self.env.flush_all()
        return self.cr.sql_log_count - before


class TestSavingPeople(KeepCase):
    def test_a_walk_in_sent_twice_is_one_row(self):
        came = {"employee_id": self.people["employee"].id}
        first = self._save(walk_ins=[came, came])
        again = self._save(walk_ins=[came])

        self.assertEqual(self._status(first, "walk_ins"), ["saved"])
        self.assertEqual(first["walk_ins"], again["walk_ins"])
        joined = self.session.signup_ids - self.line
        self.assertRecordValues(
            joined,
            [{"source": "walk_in", "attendance": "present", "signed_by": "Leader", "live": True}],
        )

    def test_refused_walk_ins_are_named_and_lose_nobody(self):
        busy, free = self._employees(2)
        self._line(self._past(), busy)
        archived = self._employee("Left", active=False)
        asked = [busy.id, archived.id, "x", 2**40, free.id]

        outcome = self._save(walk_ins=[{"employee_id": number} for number in asked])

        statuses = ["refused", "refused", "refused", "saved"]
        self.assertEqual(self._status(outcome, "walk_ins"), statuses)
        self.assertIn("Colleague 0", outcome["walk_ins"][0]["message"])

    def test_somebody_from_the_waiting_list(self):
        self.session.capacity = 3
        waiting = self._line(self.session, self.people["employee"])

        self._save(walk_ins=[{"employee_id": waiting.employee_id.id}])

        self.assertEqual((waiting.attendance, waiting.source), ("present", "self"))

    def test_taken_off_again(self):
        [came] = self._save(walk_ins=[{"employee_id": self.people["employee"].id}])["walk_ins"]
        off = {"id": came["row"]["id"], "remove": True}

        outcome = self._save(off, {"id": self.line[0].id, "remove": True})

        self.assertEqual(self._status(outcome), ["saved", "refused"])
        self.assertIsNone(outcome["rows"][0]["values"])
        self.assertEqual(self.session.sheet_ids, self.line)

    def test_taking_somebody_off_meets_whoever_confirms(self):
        """Both update the session's row: no record is written of whom the sheet no longer has."""
        [came] = self._save(walk_ins=[{"employee_id": self.people["employee"].id}])["walk_ins"]
        self.session.invalidate_recordset()
        before = self.session.touch

        self._save({"id": came["row"]["id"], "remove": True})

        self.session.invalidate_recordset()
        self.assertGreater(self.session.touch, before)

    def test_names_are_looked_up_by_two_letters(self):
        sheet = self._as("leader", self.session)
        for words in ("", "E", "%%", "__", "E%", "\0\0"):
            self.assertEqual(sheet._find_colleagues(words), [], words)

        found = sheet._find_colleagues("mploye")

        self.assertEqual([each["name"] for each in found], ["Employee"])
        self.assertEqual(set(found[0]), {"id", "name", "department"})
        self.assertEqual(sheet._find_colleagues("Colleague 0"), [])  # on the sheet


class TestSavingResults(KeepCase):
    def test_results(self):
        results = {
            "seen": "||||",
            "people_served": "46",
            "materials_handed_out": 260,
            "extra_quantity": "1.5",
            "extra_unit": "bags",
            "goods_given": " rice\n oil ",
        }
        for _time in range(2):
            outcome = self._save(results=results)["results"]

            self.assertEqual(outcome["status"], "saved")
        self.assertEqual(self.session.people_served, 46)
        self.assertEqual(self.session.goods_given, "rice oil")
        self.assertEqual(outcome["values"]["seen"], "46|260|1.5|bags|rice oil")

    def test_bad_numbers_and_another_keeper(self):
        bad = self._save(results={"seen": "||||", "people_served": "-4"})["results"]
        self._save(results={"seen": "||||", "people_served": "5"}, role="officer")
        late = self._save(results={"seen": "||||", "people_served": "7"})["results"]

        self.assertEqual((bad["status"], late["status"]), ("refused", "conflict"))
        self.assertEqual(self.session.people_served, 5)
        self.assertEqual(late["values"]["people_served"], "5")


class TestWhoMaySave(KeepCase):
    def test_rights(self):
        self.session.department_id = self.hall
        for role in ("leader", "officer", "manager", "coordinator", "head"):
            self.assertEqual(self._save(self._row(0), role=role)["closed"], "", role)
        for role in ("employee", "colleague", "internal", "supervisor", "hr"):
            with self.assertRaises(AccessError, msg=role):
                self._save(self._row(0), role=role)
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.session)._find_colleagues("Empl")

    def test_another_leader_and_a_guest(self):
        self.session.leader_id = self.people["colleague"]
        guest = self.env["res.users"].create(
            {"name": "Guest", "login": "g", "group_ids": self.env.ref("base.group_portal").ids}
        )
        self._save(self._row(0), role="colleague")
        with self.assertRaises(AccessError):
            self._save(self._row(1))
        with self.assertRaises(AccessError):
            self.session.with_user(guest).action_save_sheet([self._row(1)])

    def test_a_head_with_a_portal_account_confirms_what_others_brought_along(self):
        """The department's session has people of other departments on its sheet."""
        self.session.department_id = self.hall

        outcome = self._save(*map(self._row, range(3)), role="head")
        self._as("head", self.session).action_confirm()

        self.assertEqual(self._status(outcome), ["saved"] * 3)
        self.assertEqual(len(self.session.record_ids), 3)

    def test_a_closed_sheet_takes_nothing(self):
        self._save(*map(self._row, range(3)))
        self.session.action_confirm()
        cancelled = self._past()
        cancelled.action_cancel("Rain")

        for session in (self.session, cancelled):
            outcome = self._save(self._row(0, "absent", PRESENT), session=session)
            self.assertTrue(outcome["closed"])
        self.assertEqual(self.line[0].attendance, "present")

    def test_nobody_is_present_ahead_of_time(self):
        session = self._session(hours_ahead=3)
        line = self._line(session, self._employees(2))
        rows = [
            {"id": line[0].id, "seen": PENDING, "attendance": "present"},
            {"id": line[1].id, "seen": PENDING, "attendance": "excused"},
        ]
        came = [{"employee_id": self.people["employee"].id}]

        outcome = self._save(*rows, walk_ins=came, session=session)

        self.assertEqual(self._status(outcome), ["refused", "saved"])
        self.assertEqual(self._status(outcome, "walk_ins"), ["refused"])
        session.start -= timedelta(hours=2.5)
        self.assertEqual(self._status(self._save(rows[0], session=session)), ["saved"])
