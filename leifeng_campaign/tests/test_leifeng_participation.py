from datetime import date, timedelta
from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.fields import Command

from odoo.addons.leifeng_campaign.models.res_company import ResCompany

from .common import ROLES, LeifengCase

SUMS = ["people:count_distinct", "headcount:sum", "times:sum", "hours:sum"]


class TestParticipation(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rows = cls.env["leifeng.participation"]
        cls.here = [("company_id", "=", cls.company.id), ("campaign_id", "=", cls.campaign.id)]
        cls.old = [cls._employee(f"Old {number}", department=cls.hotline) for number in range(3)]

    def _served(self, people, day, clock="08:00", length=2, **vals):
        start = self._moment(f"{day} {clock}")
        return self._confirmed(people, start=start, stop=start + timedelta(hours=length), **vals)

    def _sums(self, groupby=(), domain=()):
        grouped = self.rows._read_group([*self.here, *domain], groupby, SUMS)
        return {row[0] if groupby else None: row[-4:] for row in grouped}

    def test_practice_24_sums_of_departments_stand_with_their_head_count(self):
        """Department figures are sums with the head-count beside them (practice points 24, 25);
        long leave and secondment aren't counted."""
        me, colleague = self.people["employee"], self.people["colleague"]
        self._served([me, colleague, self.old[0]], "2025-03-05")
        self._served([me], "2025-03-06")
        self.old[1].leifeng_away = "leave"
        self.old[2].leifeng_away = "secondment"

        self.assertEqual(
            self._sums(["department_id"]),
            {self.hall: (2, len(ROLES), 3, 6), self.hotline: (1, 1, 1, 2)},
        )
        self.assertEqual(self._sums(), {None: (3, len(ROLES) + 1, 4, 8)}, "nobody counts twice")

    def test_practice_25_people_are_counted_and_never_listed(self):
        """No group of persons, on the page or through the server (practice point 25)."""
        self._served([self.people["employee"]], "2025-03-05")
        for role in ("officer", "manager", "supervisor", "hr"):
            rows = self._as(role, self.rows)
            offered = rows.fields_get(["people", "headcount"], ["groupable"])
            self.assertEqual({each["groupable"] for each in offered.values()}, {False}, role)
            self.assertNotIn("employee_id", rows._fields)
            with self.assertRaises(ValueError):
                rows._read_group([], ["people"], ["hours:sum"])
            with self.assertRaises(ValueError):
                rows.formatted_read_group([], ["people"], ["hours:sum"])

    def test_practice_25_persons_are_grouped_by_office_and_hr_alone(self):
        """A coordinator reads the department's records, and is offered no sums of persons."""
        records = self.env["leifeng.service.record"]
        for role in ROLES:
            offered = self._as(role, records).fields_get(["employee_id"], ["groupable"])
            arch = (
                self._as(role, records).get_view(view_type="search")["arch"]
                if (self.users[role]._is_internal())
                else ""
            )
            answers = role in ("officer", "manager", "hr")
            self.assertEqual(offered["employee_id"]["groupable"], answers, role)
            self.assertEqual("group_person" in arch, answers, role)

    def test_hours_are_service_and_study_yields_none(self):
        me = self.people["employee"]
        self._served([me], "2025-03-05")
        self._served([me], "2025-03-05", "14:00", activity_id=self.lecture.id)

        self.assertEqual(
            self._sums(["kind"]),
            {"service": (1, len(ROLES), 1, 2), "lecture": (1, len(ROLES), 1, 0)},
        )

    def test_training_is_a_sum_of_its_own(self):
        training = self.service.copy({"name": "Training", "kind": "training"})
        self._served([self.people["employee"]], "2025-03-05", activity_id=training.id)

        row = self.rows.search(self.here)

        self.assertRecordValues(row, [{"hours": 0, "training_hours": 2, "kind": "training"}])

    def test_what_was_corrected_away_is_no_participation(self):
        record = self._served([self.people["employee"]], "2025-03-05").record_ids
        record.with_user(self.users["officer"]).action_correct("Was not there")

        self.assertEqual(self._sums(), {None: (0, 0, 0, 0)})

    def test_absence_and_waiting_are_no_participation(self):
        me, colleague = self.people["employee"], self.people["colleague"]
        start = self._moment("2025-03-05 08:00")
        session = self._session(capacity=1, start=start, stop=start + timedelta(hours=2))
        self._line(session, [me], attendance="absent")
        self._line(session, [colleague])
        session.action_confirm()

        self.assertEqual(self._sums(), {None: (0, 0, 0, 0)})

    def test_a_record_stands_when_its_sign_up_is_gone(self):
        session = self._served([self.people["employee"]], "2025-03-05")
        session.signup_ids.unlink()

        self.assertEqual(self._sums(["date:month"]), {date(2025, 3, 1): (1, len(ROLES), 1, 2)})

    def test_months_are_the_agency_s(self):
        self._served([self.people["employee"]], "2025-04-01", "00:30")
        self._served([self.people["employee"]], "2025-03-31", "22:00", length=1)

        self.assertEqual(set(self._sums(["date:month"])), {date(2025, 3, 1), date(2025, 4, 1)})

    def test_by_post(self):
        post = self.env["leifeng.service.post"].create({"name": "Crossing", "location": "Corner"})
        self._served([self.people["employee"]], "2025-03-05", post_id=post.id)

        self.assertEqual(self._sums(["post_id"]), {post: (1, len(ROLES), 1, 2)})

    def test_who_sees_the_sums(self):
        self._served([self.people["employee"]], "2025-03-05")
        for role in ROLES:
            rows = self._as(role, self.rows)
            sees = role in ("officer", "manager", "supervisor", "hr")
            self.assertEqual(rows.has_access("read"), sees, role)
            for operation in ("write", "create", "unlink"):
                self.assertFalse(rows.has_access(operation), role)
        with self.assertRaises(AccessError):
            self._as("coordinator", self.rows)._read_group([], [], SUMS)

    def test_another_agency_s_sums_are_not_seen(self):
        other = self.env["res.company"].create({"name": "Another Agency"})
        self.users["officer"].write({"company_ids": [Command.link(other.id)]})
        abroad = self._campaign(name="Abroad", company_id=other.id)
        person = self._employee("Abroad", company_id=other.id, department_id=False)
        session = self._session(hours_ahead=-30, activity_id=abroad.plan_activity_ids[0].id)
        self._line(session, [person], attendance="present")
        session.action_confirm()
        mine = [("campaign_id", "=", abroad.id)]

        rows = self._as("officer", self.rows)

        self.assertFalse(rows.search_count(mine))
        both = rows.with_context(allowed_company_ids=[self.company.id, other.id])
        self.assertEqual(both.search_count(mine), 1)


class TestFigures(LeifengCase):
    """The year's sums on employee and department."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        today = patch.object(ResCompany, "_leifeng_today", lambda _company: date(2025, 6, 1))
        cls.startClassPatcher(today)
        cls.person = cls.people["employee"]
        for day, length in (("2024-12-31", 4), ("2025-01-01", 1), ("2025-03-05", 2)):
            start = cls._moment(f"{day} 08:00")
            cls._confirmed(cls.person, start=start, stop=start + timedelta(hours=length))

    def test_hours_of_the_year(self):
        person, hall = (self._as("hr", each) for each in (self.person, self.hall))

        self.assertEqual((person.leifeng_year_hours, person.leifeng_hours), (3, 7))
        self.assertEqual((hall.leifeng_year_hours, hall.leifeng_year_people), (3, 1))
        self.assertEqual(hall.leifeng_headcount, len(ROLES))

    def test_training_is_no_service(self):
        training = self.service.copy({"name": "Training", "kind": "training"})
        start = self._moment("2025-04-05 08:00")
        stop = start + timedelta(hours=1)
        self._confirmed(self.person, start=start, stop=stop, activity_id=training.id)

        self.assertEqual(self._as("hr", self.person).leifeng_year_hours, 3)
        self.assertEqual(self._as("hr", self.hall).leifeng_year_hours, 3)

    def test_who_is_away_or_gone_is_not_in_the_head_count(self):
        self.people["leader"].leifeng_away = "secondment"
        self.people["colleague"].active = False

        self.assertEqual(self._as("officer", self.hall).leifeng_headcount, len(ROLES) - 2)

    def test_employees_aren_t_sorted_by_hours(self):
        described = self._as("hr", self.env["hr.employee"]).fields_get(
            ["leifeng_hours", "leifeng_year_hours"], ["sortable", "groupable"]
        )

        for name, field in described.items():
            self.assertEqual(field, {"sortable": False, "groupable": False}, name)

    def test_only_hr_reads_who_is_away(self):
        for role in ("officer", "coordinator", "supervisor", "head"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.person).read(["leifeng_away"])

    def test_buttons_open_the_department_s_rows(self):
        action = self._as("officer", self.hall).action_leifeng_participation()

        self.assertEqual(action["domain"], [("department_id", "in", self.hall.ids)])
        self.assertTrue(self._as("officer", self.env[action["res_model"]]).search(action["domain"]))
