from datetime import timedelta

from odoo.exceptions import AccessError
from odoo.fields import Date

from .common import LeifengCase


class TestTodo(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.todos = cls.env["leifeng.todo"]
        # Nobody but the test's own campaign gives work.
        cls.mine = [("campaign_id", "=", cls.campaign.id), ("is_mine", "=", True)]

    def _kinds(self, role, domain=None):
        return sorted(self._as(role, self.todos).search(domain or self.mine).mapped("kind"))

    def test_a_plan_waits_for_whose_turn_it_is(self):
        self.part.line_ids = [(0, 0, {"name": "Sweep"})]
        self.assertEqual(self._kinds("coordinator"), ["plan_draft"])

        self.part.action_send_to_head()
        self.assertEqual(self._kinds("coordinator"), [])
        self.assertEqual(self._kinds("officer"), [])

        self.part.action_agree()
        self.assertEqual(self._kinds("officer"), ["plan_submitted"])

        self.part.action_pass()
        self.assertEqual(self._kinds("officer"), [])

    def test_a_sheet_waits_for_leader_and_office(self):
        self._session(hours_ahead=-3, leader_id=self.people["coordinator"].id)

        self.assertEqual(self._kinds("coordinator"), ["plan_draft", "sheet"])
        self.assertEqual(self._kinds("officer"), ["sheet"])
        self.assertEqual(self._kinds("internal"), [])

    def test_the_office_starts_publishes_closes_and_answers(self):
        today = Date.today()
        next_year = self._campaign(start=False, name="Next", date_start=today)
        self._session(publish=False)
        self._session(publish=False, hours_ahead=24 * 20)
        self.campaign.phase_ids.date_stop = today - timedelta(days=2)
        record = self._confirmed(self.people["employee"]).record_ids
        self.env["leifeng.service.correction"].create(
            {
                "record_id": record.id,
                "employee_id": record.employee_id.id,
                "company_id": self.company.id,
                "text": "Ten minutes too many",
            }
        )

        self.assertEqual(self._kinds("officer"), ["correction", "phase", "publish"])
        self.assertEqual(self._kinds("officer", [("campaign_id", "=", next_year.id)]), ["start"])

    def test_the_office_sees_who_has_to_act_and_a_coordinator_doesn_t(self):
        everything = [("campaign_id", "=", self.campaign.id)]
        hotline = self.env["leifeng.campaign.department"].create(
            {"campaign_id": self.campaign.id, "department_id": self.hotline.id}
        )
        self._session(hours_ahead=-3)

        for role in ("officer", "manager", "supervisor"):
            seen = self._as(role, self.todos).search(everything)
            self.assertEqual(
                {(todo.name, todo.who) for todo in seen},
                {
                    ("Service Hall", "Coordinator"),
                    (hotline.department_id.name, "Nobody Yet"),
                    ("Shift", "Leader"),
                },
                role,
            )
        seen = self._as("coordinator", self.todos).search(everything)
        self.assertEqual(seen.mapped("who"), ["Coordinator"])
        self.assertFalse(self._as("internal", self.todos).search(everything))
        with self.assertRaises(AccessError):
            self._as("employee", self.todos).search(everything)

    def test_the_office_s_own_name_stands_where_no_person_is_named(self):
        self.company.leifeng_office = "Office 312"
        self._session(publish=False)

        seen = self._as("officer", self.todos).search([*self.mine, ("kind", "=", "publish")])

        self.assertEqual(seen.who, "Office 312")

    def test_oldest_first(self):
        for hours in (-30, -50, -40):
            self._session(name=f"Shift {hours}", hours_ahead=hours)

        found = self._as("officer", self.todos).search([*self.mine, ("kind", "=", "sheet")])

        self.assertEqual(found.mapped("name"), ["Shift -50", "Shift -40", "Shift -30"])

    def test_late_is_searched_as_it_is_computed(self):
        self._session(name="Overdue", hours_ahead=-24 * 30)
        self._session(name="Fresh", hours_ahead=-3)
        self._session(name="Missed", hours_ahead=-3, publish=False)
        self._session(name="Soon", publish=False)
        here = [("campaign_id", "=", self.campaign.id), ("kind", "in", ("sheet", "publish"))]

        late = self.todos.search([*here, ("is_late", "=", True)])
        others = self.todos.search([*here, ("is_late", "=", False)])

        self.assertEqual(set(late.mapped("name")), {"Overdue", "Missed"})
        self.assertEqual(set(others.mapped("name")), {"Fresh", "Soon"})
        self.assertEqual(
            (set(late.mapped("is_late")), set(others.mapped("is_late"))), ({True}, {False})
        )

    def test_the_button_opens_what_it_is_about(self):
        todo = self._as("coordinator", self.todos).search(self.mine)

        action = todo.action_open()

        self.assertEqual((action["res_model"], action["res_id"]), (self.part._name, self.part.id))
