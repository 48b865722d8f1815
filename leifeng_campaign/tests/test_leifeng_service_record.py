from datetime import timedelta

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .common import LeifengCase


class RecordCase(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.start = cls._moment("2025-03-05 18:30")  # a Wednesday, after work
        cls.person = cls.people["employee"]
        cls.session = cls._confirmed(
            cls.person, start=cls.start, stop=cls.start + timedelta(minutes=130)
        )
        cls.record = cls.session.record_ids

    def _at(self, minutes):
        return self.start + timedelta(minutes=minutes)


class TestRecord(RecordCase):
    def test_practice_01_a_record_holds_what_the_rule_asks_for(self):
        self.assertRecordValues(
            self.record,
            [
                {
                    "employee_name": "Employee",
                    "department_name": "Service Hall",
                    "date": self.start.date(),
                    "start": self.start,
                    "stop": self._at(130),
                    "content": "Shift",
                    "location": "Corner",
                    "organizing_unit": self.company.name,
                    "recording_unit": self.company.name,
                    "leader_name": "Leader",
                    "source": "sheet",
                    "state": "recorded",
                }
            ],
        )

    def test_practice_02_hours_are_in_minus_out_cut_down_by_the_setting(self):
        self.assertEqual(
            (self.record.raw_minutes, self.record.minutes, self.record.rounding),
            (130, 126, "tenth"),
        )
        self.assertEqual(self.record.hours, 2.1)
        self.company.leifeng_rounding = "half"

        other = self._confirmed(
            self.people["colleague"], start=self.start, stop=self._at(130)
        ).record_ids

        self.assertEqual((other.minutes, other.rounding), (120, "half"))
        self.assertEqual(self.record.minutes, 126, "what is written stays")

    def test_time_within_working_hours_is_marked(self):
        at_work = self._confirmed(
            self.people["colleague"],
            start=self._moment("2025-03-05 11:30"),
            stop=self._moment("2025-03-05 12:30"),
        ).record_ids

        self.assertEqual(at_work.work_minutes, 30)
        self.assertEqual(self.record.work_minutes, 0)

    def test_time_within_working_hours_is_cut_down_by_the_same_rule(self):
        """Both stand on one page: ten minutes are 0.1 hours, not 0.16."""
        at_noon = self._confirmed(
            self.people["colleague"],
            start=self._moment("2025-03-05 11:50"),
            stop=self._moment("2025-03-05 12:50"),
        ).record_ids

        self.assertEqual((at_noon.minutes, at_noon.work_minutes), (60, 6))

    def test_transfers_and_new_names_change_nothing(self):
        self.person.write({"name": "Renamed", "department_id": self.hotline.id})
        self.session.name = "Other"
        self.env.invalidate_all()

        self.assertEqual(self.record.employee_name, "Employee")
        self.assertEqual(self.record.department_name, "Service Hall")
        self.assertEqual(self.record.content, "Shift")

    def test_hours_are_summed_by_department_with_a_head_count(self):
        self._confirmed(self.people["colleague"], start=self.start, stop=self._at(60))

        rows = self._as("supervisor", self.env["leifeng.service.record"])._read_group(
            [("department_id", "=", self.hall.id)],
            ["department_id"],
            ["hours:sum", "employee_id:count_distinct"],
        )

        self.assertEqual([(hours, people) for _hall, hours, people in rows], [(3.1, 2)])

    def test_nobody_writes_records_by_hand(self):
        for role in ("employee", "coordinator", "officer", "manager"):
            record = self._as(role, self.record)
            for act in (lambda own: own.write({"reason": "x"}), lambda own: own.unlink()):
                with self.assertRaises(AccessError, msg=role):
                    act(record)
            with self.assertRaises(AccessError, msg=role):
                record.create({"employee_id": self.person.id, "minutes": 600})


class TestCorrecting(RecordCase):
    def test_practice_14_the_old_value_stays_beside_the_new_one(self):
        again = self._as("officer", self.record).action_correct(
            "Left earlier", self.start, self._at(60)
        )

        reversal = self.record.reversal_ids
        self.assertEqual((self.record.minutes, reversal.minutes, again.minutes), (126, -126, 60))
        self.assertEqual(
            (self.record | reversal | again).mapped("state"), ["reversed", "reversal", "recorded"]
        )
        self.assertEqual(again.reason, "Left earlier")
        self.assertEqual(self.person.leifeng_hours, 1.0)

    def test_nothing_may_remain(self):
        again = self._as("officer", self.record).action_correct("Was not there")

        self.assertFalse(again)
        self.assertEqual(self.person.leifeng_hours, 0)

    def test_a_corrected_record_is_not_corrected_again(self):
        self._as("officer", self.record).action_correct("Was not there")

        with self.assertRaises(UserError):
            self._as("officer", self.record).action_correct("Once more")

    def test_a_correction_entry_is_not_corrected(self):
        self._as("officer", self.record).action_correct("Was not there")

        with self.assertRaises(UserError):
            self._as("officer", self.record.reversal_ids).action_correct("Back again")

    def test_only_the_office_corrects_and_never_the_own_record(self):
        own = self._confirmed(self.people["officer"], hours_ahead=-40).record_ids
        with self.assertRaises(UserError):
            self._as("officer", own).action_correct("More for me", own.start, own.stop)
        for role in ("employee", "coordinator", "supervisor"):
            with self.assertRaises(UserError, msg=role):
                self._as(role, self.record).action_correct("Please")
        with self.assertRaises(AccessError):
            self._as("colleague", self.record).action_correct("Please")
        self.assertEqual(self.record.state, "recorded")

    def test_new_times_make_sense(self):
        officer = self._as("officer", self.record)
        bad = (
            (self._at(60), self._at(60), 0),
            (self._at(60), self._at(0), 0),
            (self._at(0), None, 0),
            (self._at(0), self._at(60), -10),
            (self._at(-60 * 24), self._at(60 - 60 * 24), 0),
            (self._at(0), self._at(60), 60),
            (self._at(0), self._at(25 * 60), 0),
            (self._at(0), self._at(60 * 24 * 9000), 0),
        )
        for times in bad:
            for corrector in (officer, self._as("manager", self.record)):
                with self.assertRaises(UserError, msg=times):
                    corrector.action_correct("Other times", *times)

        with self.assertRaises(UserError):
            officer.action_correct(" ", self._at(0), self._at(60))

    def test_practice_05_a_correction_doubles_no_time(self):
        self._confirmed(self.person, start=self._at(130), stop=self._at(190))

        with self.assertRaises(UserError):
            self._as("officer", self.record).action_correct("Longer", self.start, self._at(140))

    def test_practice_05_more_than_twelve_hours_need_the_manager(self):
        record = self._confirmed(
            self.people["colleague"],
            start=self._moment("2025-03-05 08:00"),
            stop=self._moment("2025-03-05 10:00"),
        ).record_ids
        times = (self._moment("2025-03-05 08:00"), self._moment("2025-03-05 20:30"))

        with self.assertRaises(UserError):
            self._as("officer", record).action_correct("All day", *times)
        again = self._as("manager", record).action_correct("All day", *times)

        self.assertEqual(again.minutes, 750)

    def test_practice_05_who_led_a_session_makes_no_day_of_it_longer_than_twelve_hours(self):
        record = self._confirmed(
            self.people["colleague"],
            start=self._moment("2025-03-05 08:00"),
            stop=self._moment("2025-03-05 10:00"),
            leader_id=self.people["manager"].id,
        ).record_ids
        times = (self._moment("2025-03-05 08:00"), self._moment("2025-03-05 20:30"))

        with self.assertRaises(UserError):
            self._as("manager", record).action_correct("All day", *times)
        self.assertEqual(record.state, "recorded")

    def test_the_person_is_told(self):
        self._as("officer", self.record).action_correct("Was not there")

        told = self.env["leifeng.message"].search([("employee_id", "=", self.person.id)])
        self.assertIn("“Shift”", told[:1].text)

    @mute_logger("odoo.sql_db")
    def test_practice_06_a_break_below_zero_would_be_a_bonus(self):
        row = self._line(self._session(hours_ahead=-30), self.person)

        with self.assertRaises(IntegrityError):
            row.write({"attendance": "present", "break_minutes": -60})
            row.flush_recordset()
