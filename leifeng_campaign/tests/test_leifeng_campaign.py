from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .common import LeifengCase


class TestCampaign(LeifengCase):
    def test_the_office_walks_it_through_its_states(self):
        campaign = self._campaign(start=False, name="Next")
        seen = self._as("officer", campaign)

        for act, state in (
            ("action_start", "running"),
            ("action_wrap_up", "closing"),
            ("action_reopen", "running"),
            ("action_wrap_up", "closing"),
            ("action_close", "closed"),
        ):
            getattr(seen, act)()
            self.assertEqual(campaign.state, state, act)

    def test_nobody_else_moves_it(self):
        campaign = self._campaign(start=False, name="Next")

        for role in ("coordinator", "supervisor", "hr", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, campaign).action_start()

    def test_it_starts_with_dates_alone(self):
        campaign = self._campaign(start=False, date_start=False, date_stop=False)

        with self.assertRaisesRegex(UserError, "first and the last day"):
            self._as("officer", campaign).action_start()

    def test_it_closes_with_confirmed_sheets_alone(self):
        session = self._session(hours_ahead=-5)
        self.campaign.action_wrap_up()

        with self.assertRaisesRegex(UserError, "1 sign-in sheets"):
            self._as("officer", self.campaign).action_close()
        session.action_cancel("Rain")
        self._as("officer", self.campaign).action_close()

        self.assertEqual(self.campaign.state, "closed")

    def test_a_closed_one_keeps_its_phases_and_activities(self):
        self.campaign._set_state("closing")
        phase = self._as("officer", self.campaign.phase_ids)
        spare = phase.copy({"name": "Spare", "activity_ids": []})
        spare.unlink()
        self.campaign._set_state("closed")

        for rows in (phase, phase.activity_ids[:1]):
            with self.assertRaisesRegex(UserError, "keeps its phases"):
                rows.unlink()
        for record, name in ((self.campaign, "phase_ids"), (phase, "activity_ids")):
            form = Form(self._as("officer", record))
            with self.assertRaisesRegex(AssertionError, "not editable"):
                getattr(form, name).remove(0)

    def test_a_copy_is_in_preparation(self):
        copy = self._as("officer", self.campaign).copy()

        self.assertEqual((copy.name, copy.state), ("Campaign (copy)", "draft"))

    def test_phases_stand_where_their_dates_and_the_button_say(self):
        today = self.company._leifeng_today()
        phase = self.campaign.phase_ids
        for first, last, state in ((-3, -1, "past"), (-1, 0, "current"), (1, 2, "future")):
            phase.write(
                {
                    "date_start": today + timedelta(days=first),
                    "date_stop": today + timedelta(days=last),
                }
            )
            self.assertEqual(phase.state, state)

        self._as("officer", phase).action_close()
        self.assertEqual(phase.state, "closed")
        self._as("officer", phase).action_reopen()
        self.assertEqual(phase.state, "future")
        with self.assertRaises(AccessError):
            self._as("coordinator", phase).action_close()


class TestDepartmentsOfACampaign(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.hotline.manager_id = cls._employee("Chief", department=cls.hotline)
        other = cls.env["res.company"].create({"name": "Another Agency"})
        cls.abroad = cls.env["hr.department"].create({"name": "Abroad", "company_id": other.id})

    def test_all_departments_take_part_with_their_managers(self):
        self._as("officer", self.campaign).action_add_departments()

        parts = self.campaign.department_ids
        self.assertIn(self.hotline, parts.department_id)
        self.assertNotIn(self.abroad, parts.department_id)
        hotline = parts.filtered(lambda part: part.department_id == self.hotline)
        self.assertEqual(hotline.head_id, self.hotline.manager_id)
        self.assertFalse(hotline.coordinator_id)

    def test_twice_adds_nothing_and_keeps_what_is_there(self):
        seen = self._as("officer", self.campaign)
        seen.action_add_departments()
        parts = self.campaign.department_ids

        seen.action_add_departments()

        self.assertEqual(self.campaign.department_ids, parts)
        self.assertEqual(self.part.head_id, self.people["head"])

    def test_the_office_alone_adds_them(self):
        for role in ("coordinator", "supervisor", "hr"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.campaign).action_add_departments()

    def test_smart_buttons_on_hr_s_pages(self):
        self._confirmed(self.people["employee"])

        person = self._as("hr", self.people["employee"])
        hall = self._as("hr", self.hall)

        self.assertEqual(person.leifeng_hours, 2)
        self.assertEqual((hall.leifeng_hours, hall.leifeng_part_count), (2, 1))
        self.assertEqual(hall.action_leifeng_parts()["domain"], [("department_id", "in", hall.ids)])

    def test_hr_alone_knows_the_optional_facts(self):
        facts = {"leifeng_ethnic_group": "Han", "leifeng_volunteer_number": "4711"}
        with Form(self._as("hr", self.people["employee"])) as page:
            for name, value in facts.items():
                setattr(page, name, value)

        for role in ("officer", "manager", "supervisor", "coordinator"):
            for name in facts:
                with self.assertRaises(AccessError, msg=f"{name} {role}"):
                    self._as(role, self.people["employee"]).read([name])


class TestCockpit(LeifengCase):
    """What stands in the blocks of the campaign's form."""

    def _blocks(self, role="officer"):
        seen = self._as(role, self.campaign)
        return {
            "running": seen.running_session_ids.sudo().mapped("name"),
            "next": seen.next_session_ids.sudo().mapped("name"),
            "late": seen.late_todo_ids.sudo().mapped("name"),
            "todo": seen.todo_ids.sudo().mapped("name"),
        }

    def test_each_session_stands_in_its_block(self):
        noon = 12 - (self.env.cr.now().hour + 8) % 24  # hours from now to noon in Beijing
        self._session(name="Noon", hours_ahead=noon)
        self._session(name="Tomorrow", hours_ahead=noon + 24)
        self._session(name="Not Yet", hours_ahead=noon + 48, publish=False)
        self._session(name="Next Month", hours_ahead=noon + 24 * 30)
        self._session(name="Called Off", hours_ahead=noon + 24).action_cancel("Rain")

        blocks = self._blocks()

        self.assertEqual(blocks["running"], ["Noon"])
        self.assertEqual(blocks["next"], ["Tomorrow", "Not Yet"])
        self.assertEqual(self._blocks("internal")["next"], ["Tomorrow"])

    def test_another_campaign_s_sessions_stand_elsewhere(self):
        other = self._campaign(name="Other")
        self._session(activity_id=other.plan_activity_ids[0].id)

        blocks = self._blocks()

        self.assertEqual((blocks["running"], blocks["next"]), ([], []))

    def test_late_and_waiting_are_told_apart(self):
        self._session(name="Overdue", hours_ahead=-24 * 30)
        self._session(name="Fresh", hours_ahead=-3)

        blocks = self._blocks()

        self.assertEqual(blocks["late"], ["Overdue"])
        # write_date of the plan and the end of the session lie hours apart
        self.assertEqual(blocks["todo"], ["Fresh", "Service Hall"])

    def test_a_coordinator_reads_nobody_else_s_turn(self):
        elsewhere = self._employee("Elsewhere", department=self.hotline)
        self._session(name="Overdue", hours_ahead=-24 * 30)
        self._session(name="Theirs", hours_ahead=-24 * 30, leader_id=elsewhere.id)
        self._session(name="Fresh", hours_ahead=-3)

        blocks = self._blocks("coordinator")

        # practice point 3: the coordinator alone is told of the department's overdue sheets
        self.assertEqual((blocks["late"], blocks["todo"]), (["Overdue"], ["Service Hall"]))
        self.assertEqual(self._blocks("internal")["late"], [])

    def test_blocks_are_cut_and_open_the_rest(self):
        for index in range(9):
            self._session(name=f"Shift {index}", hours_ahead=-30 - index)

        seen = self._as("officer", self.campaign)
        action = seen.action_view_todos()

        self.assertEqual(len(seen.todo_ids), 7)
        self.assertEqual(self.env[action["res_model"]].search_count(action["domain"]), 10)

    def test_figures(self):
        session = self._confirmed(self.people["employee"] | self.people["colleague"])

        seen = self._as("officer", self.campaign)

        self.assertEqual(seen.session_count, len(session))
        self.assertEqual((seen.signup_count, seen.hours, seen.department_count), (2, 4, 1))
        for act in ("sessions", "signups", "records", "departments", "documents", "today", "next"):
            action = getattr(seen, f"action_view_{act}")()
            self.assertTrue(self.env[action["res_model"]].search_count(action["domain"]) >= 0)

    def test_sums_over_people_aren_t_shown_to_everyone(self):
        for role in ("coordinator", "employee"):
            for name in ("hours", "signup_count"):
                with self.assertRaises(AccessError, msg=f"{role} {name}"):
                    self._as(role, self.campaign).read([name])


class TestCockpitQueries(LeifengCase):
    """The form costs the same with ten sessions as with a thousand."""

    def _open(self):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        Form(self.campaign.with_user(self.users["officer"]))
        return self.env.cr.sql_log_count - before

    def _sessions(self, count):
        """Create ``count`` sessions around today with a person in the line of each."""
        values = [
            {
                "name": f"Shift {index}",
                "activity_id": self.service.id,
                "start": self._at(index),
                "stop": self._at(index) + timedelta(hours=1),
                "capacity": 2,
                "location": "Corner",
                "risks": "None",
                "contact": "Office",
                "leader_id": self.people["leader"].id,
            }
            for index in range(count)
        ]
        sessions = self.env["leifeng.session"].create(values)
        sessions[::2]._set_state("open")

    def _at(self, index):
        """Spread over 25 days around noon of today; no block is empty, neither with ten."""
        hours = index * 61 % 600
        noon = self.campaign._today()[0] + timedelta(hours=12)
        return noon + timedelta(hours=hours if hours < 300 else hours - 600)

    def test_queries_of_the_form(self):
        self._sessions(10)
        self._open()
        few = self._open()
        seen = self._as("officer", self.campaign)
        self.assertTrue(seen.running_session_ids and seen.next_session_ids and seen.todo_ids)

        self._sessions(990)
        many = self._open()

        self.assertEqual(few, many)
        self.assertLess(many, 40)
