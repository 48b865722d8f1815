from odoo.exceptions import UserError
from odoo.tests import Form

from .common import LeifengCase


class TestCandidates(LeifengCase):
    """The list in a fair order: conditions met, free at that time, least served first."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.session = cls._session()
        cls.extra = cls._employees(3, department=cls.hall)

    def _names(self, role="officer", session=None, **kwargs):
        rows, count = self._as(role, session or self.session)._candidate_rows(**kwargs)
        self.assertGreaterEqual(count, len(rows))
        return [row["name"] for row in rows]

    def test_least_served_first_then_by_name(self):
        self._confirmed(self.people["colleague"] | self.people["hr"])
        self._confirmed(self.people["colleague"], hours_ahead=-60)

        names = self._names()

        self.assertEqual(names[-2:], ["Hr", "Colleague"])
        self.assertEqual(names[:-2], sorted(names[:-2]))

    def test_no_figure_leaves_the_database(self):
        rows, _count = self._as("officer", self.session)._candidate_rows()

        self.assertNotIn("minutes", rows[0])

    def test_who_is_missing(self):
        tag = self.env["hr.employee.category"].create({"name": "Barber"})
        (self.env["hr.employee"].union(*self.people.values()) | self.extra).category_ids = tag
        plain, away, elsewhere, gone = (
            self.people[r] for r in ("hr", "manager", "head", "internal")
        )
        plain.category_ids = False
        self.session.tag_ids = tag
        self.people["supervisor"].leifeng_away = "secondment"
        self._line(self._session(name="Elsewhere", length=1), elsewhere)
        self._line(self.session, gone).action_withdraw()
        self._line(self.session, self.people["employee"])
        self._as("officer", self.session).action_invite(self.people["colleague"].ids)
        self.env["resource.calendar.leaves"].create(
            {
                "resource_id": away.resource_id.id,
                "date_from": self.session.start.replace(hour=0),
                "date_to": self.session.stop,
            }
        )

        names = self._names()

        self.assertEqual(
            set(names),
            {"Coordinator", *self.extra.mapped("name")},
            "oneself signs up, the leader leads, the others can't, don't fit or were asked",
        )

    def test_coordinator_and_head_see_their_department(self):
        foreign = self._employee("Foreign", department=self.hotline)

        for role in ("coordinator", "head"):
            self.assertNotIn(foreign.name, self._names(role))
            self.assertIn("Colleague 0", self._names(role))
        self.assertIn(foreign.name, self._names())

    def test_the_leader_sees_those_who_can_answer(self):
        names = self._names("leader")

        self.assertIn("Employee", names)
        self.assertNotIn("Colleague 0", names, "nobody could sign up people without an account")

    def test_pages_and_search(self):
        everyone = self._names()
        page, count = self._as("officer", self.session)._candidate_rows(limit=2, offset=2)

        self.assertEqual([row["name"] for row in page], everyone[2:4])
        self.assertEqual(count, len(everyone))
        self.assertEqual(self._names(term="colleague 1"), ["Colleague 1"])
        for odd in ("%", "_", "\\", "'; --"):
            self.assertEqual(self._names(term=odd), [], odd)

    def test_the_list_costs_one_query_at_any_size(self):
        def queries():
            session = self._as("officer", self.session)
            session._candidate_rows(limit=20)  # rights, and whose the session is
            before = self.env.cr.sql_log_count
            rows, _count = session._candidate_rows(limit=20)
            return self.env.cr.sql_log_count - before, len(rows)

        few = queries()
        self._employees(200, department=self.hall)

        self.assertEqual(queries(), (1, 20))
        self.assertEqual(few[0], 1)

    def test_the_office_s_list_invites_with_one_click(self):
        session = self._as("officer", self.session)
        context = session.action_view_candidates()["context"]
        listed = session.env["leifeng.session.candidate"].with_context(**context)
        found = listed.search([("name", "=", "Employee")])
        self.assertEqual((found.department_id, found.has_account), (self.hall, True))

        found.action_invite()

        self.assertEqual(self.session.offer_ids.employee_id, self.people["employee"])
        self.assertFalse(listed.search([("name", "=", "Employee")]))

    def test_several_at_once(self):
        session = self._as("officer", self.session)
        context = session.action_view_candidates()["context"]
        listed = session.env["leifeng.session.candidate"].with_context(**context)

        answer = listed.search([("has_account", "=", True)], limit=3).action_invite()

        self.assertEqual(len(self.session.offer_ids), 3)
        self.assertIn("3", answer["params"]["message"])

    def test_without_account_on_behalf(self):
        session = self._as("coordinator", self.session)
        listed = session.env["leifeng.session.candidate"].with_context(
            leifeng_session_id=self.session.id
        )
        self.assertNotIn("Foreign", listed.search([]).mapped("name"))

        listed.search([("name", "=", "Colleague 0")]).action_sign_up()

        signup = self.session.signup_ids
        self.assertEqual((signup.source, signup.employee_name), ("behalf", "Colleague 0"))

    def test_others_find_nobody(self):
        for role in ("internal", "supervisor", "hr"):
            listed = self._as(role, self.env["leifeng.session.candidate"])
            for session_id in (self.session.id, 0, "1", None, 2**40, [1]):
                found = listed.with_context(leifeng_session_id=session_id).search([])
                self.assertFalse(found, role)

    def test_a_list_without_session(self):
        listed = self._as("officer", self.env["leifeng.session.candidate"])

        self.assertFalse(listed.search([]))
        with self.assertRaisesRegex(UserError, "Invite Colleagues"):
            listed.browse(self.people["employee"].id).action_invite()

    def test_the_department_wizard_counts_first(self):
        users = self._as("coordinator", self.env["leifeng.session.invite"])
        form = Form(users.with_context(leifeng_session_id=self.session.id))
        self.assertEqual(form.department_id, self.hall)
        count = form.count

        form.save().action_apply()

        self.assertEqual(len(self.session.offer_ids), count)
        self.assertGreater(count, 3)
