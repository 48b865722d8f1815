from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.fields import Date

from .common import ROLES, LeifengCase


class TestProgress(LeifengCase):
    """The page of the leading group: one call, the same figures as the lists behind them."""

    def _progress(self, role="officer", campaign=None):
        campaign = campaign or self.campaign
        return self._as(role, self.env["leifeng.campaign"]).get_progress(campaign.id)

    def _list(self, *words, role="officer"):
        """Return the records that a figure opens, and its action."""
        action = self._as(role, self.campaign).open_progress(*words)
        return self._as(role, self.env[action["res_model"]]).search(action["domain"]), action

    def _take_part(self):
        """Two of the hall and one of the hotline at two shifts and a lecture."""
        me, colleague = self.people["employee"], self.people["colleague"]
        other = self._employee("Other", department=self.hotline)
        self._confirmed([me, colleague, other])
        self._confirmed([me], hours_ahead=-60, length=3)
        self._confirmed([me], hours_ahead=-90, activity_id=self.lecture.id)

    def test_who_takes_part_and_how_long(self):
        self._take_part()

        progress = self._progress()

        self.assertEqual(progress["taking"]["whole"], {"people": 3, "times": 5})
        self.assertEqual(progress["hours"]["whole"], 9)
        kinds = {row["key"]: (row["people"], row["times"]) for row in progress["taking"]["kinds"]}
        self.assertEqual(kinds, {"service": (3, 4), "lecture": (1, 1)})
        self.assertEqual(sum(row["times"] for row in progress["taking"]["times"]), 5)
        categories = progress["hours"]["categories"]
        self.assertEqual([(row["key"], row["hours"]) for row in categories], [("community", 9)])

    def test_practice_24_departments_stand_in_the_campaign_s_order_with_their_head_count(self):
        """Sums of departments with their head-count beside them, in no order of sums (practice
        points 24, 25); people of a department outside the campaign are one row more."""
        self._take_part()
        last = self._department("A Department without Anybody")
        parts = self.env["leifeng.campaign.department"]
        parts.create({"campaign_id": self.campaign.id, "department_id": last.id, "sequence": 1})

        rows = self._progress()["departments"]

        sums = [(row["department"], row["headcount"], row["people"], row["times"]) for row in rows]
        self.assertEqual(
            sums, [(last.id, 0, 0, 0), (self.hall.id, len(ROLES), 2, 4), (0, False, 1, 1)]
        )
        self.assertEqual([row["hours"] for row in rows], [0, 7, 2])
        self.assertEqual(rows[1]["plan"], {"state": "draft", "name": "Drafting"})

    def test_practice_25_nobody_is_named(self):
        """No person, neither alone nor in an order, in all that the page loads."""
        self._take_part()
        text = str(self._progress())
        for person in (self.people["employee"], self.people["colleague"]):
            self.assertNotIn(person.name, text)
        self.assertNotIn("employee", text)

    def test_each_figure_opens_what_it_sums(self):
        self._take_part()
        progress = self._progress()
        for row in progress["departments"]:
            key = {"department": row["department"]}
            taking, _action = self._list("taking", key)
            self.assertEqual(
                (sum(taking.mapped("times")), len(set(taking.mapped("people")))),
                (row["times"], row["people"]),
            )
            hours, _action = self._list("hours", key)
            self.assertEqual(sum(hours.mapped("hours")), row["hours"])
        for row in progress["taking"]["times"]:
            taking, _action = self._list("taking", {"day": str(row["key"])})
            self.assertEqual(len(taking), row["times"], row)
        for row in progress["taking"]["kinds"]:
            self.assertEqual(len(self._list("taking", {"kind": row["key"]})[0]), row["times"])
        for row in progress["hours"]["categories"]:
            hours, _action = self._list("hours", {"category": row["key"]})
            self.assertEqual(sum(hours.mapped("hours")), row["hours"])
        self.assertEqual(len(self._list("sessions")[0]), progress["results"]["sessions"])

    def test_hours_of_partners_and_training_stand_apart(self):
        training = self.service.copy({"name": "Training", "kind": "training"})
        self._confirmed([self.people["employee"]], activity_id=training.id)

        hours = self._progress()["hours"]

        self.assertEqual((hours["whole"], hours["training"], hours["partner"]), (0, 2, 0))
        self.assertEqual(len(self._list("hours", {"apart": "training"})[0]), 1)
        self.assertFalse(self._list("hours")[0])

    def test_requests_by_where_they_stand(self):
        request = self.env["leifeng.service.request"]
        values = {"partner_id": self._organization().id, "served": "residents", "need": "Cleaning"}
        asked = request.create([values, values, values])
        asked[0].with_user(self.users["officer"]).action_take_on()
        asked[1].with_user(self.users["officer"]).sudo()._set_state("refused")

        progress = self._progress()

        self.assertEqual(
            progress["requests"], {"asked": 3, "waiting": 2, "planned": 0, "served": 0}
        )
        self.assertEqual(self._list("requests")[0], asked.sorted("id", reverse=True))
        waiting, _action = self._list("requests", {"state": "waiting"})
        self.assertEqual(waiting, (asked[0] | asked[2]).sorted("id", reverse=True))

    def test_requests_of_another_year_are_not_these(self):
        values = {"partner_id": self._organization().id, "served": "residents", "need": "Cleaning"}
        old = self.env["leifeng.service.request"].create(values)
        old.asked_on = self.campaign.date_start - timedelta(days=3)

        self.assertEqual(self._progress()["requests"]["asked"], 0)

    def test_what_needs_a_decision(self):
        session = self._session(hours_ahead=-30)
        decisions = self._progress()["decisions"]

        names = [line["name"] for line in decisions["lines"]]
        self.assertEqual(names.count(session.name), 1)
        self.assertEqual(decisions["count"], len(self._list("decisions")[0]))
        todo = self._as("officer", self.env["leifeng.todo"]).browse(decisions["lines"][0]["id"])
        self.assertEqual(todo.action_open()["res_id"], session.id)

    def test_awards_and_phases_with_where_they_stand(self):
        self.env["leifeng.award"].create(
            [
                {"name": "Post Models", "campaign_id": self.campaign.id},
                {"name": "Gone", "campaign_id": self.campaign.id, "state": "draft"},
            ]
        )[1]._set_state("cancelled")

        progress = self._progress()

        awards = [(row["name"], row["state"], row["entries"]) for row in progress["awards"]]
        self.assertEqual(awards, [("Post Models", "draft", 0)])
        self.assertEqual([row["state"] for row in progress["phases"]], ["current"])
        seen = self._progress("supervisor")["awards"]
        self.assertEqual([row["entries"] for row in seen], [None], "who can't read counts none")

    def test_without_a_campaign_named_the_one_going_on_is_shown(self):
        self._campaign(
            name="Next",
            date_start=Date.today() + timedelta(days=300),
            date_stop=Date.today() + timedelta(days=330),
            start=False,
        )
        progress = self._as("officer", self.env["leifeng.campaign"]).get_progress()

        self.assertEqual(progress["campaign"]["id"], self.campaign.id)
        self.assertIn("Next", [each["name"] for each in progress["campaigns"]])
        shown = self._as("officer", self.env["leifeng.campaign"]).get_progress(999_999_999)
        self.assertEqual(shown["campaign"]["id"], self.campaign.id)

    def test_who_may_see_it(self):
        for role in ("officer", "manager", "supervisor"):
            self.assertEqual(self._progress(role)["campaign"]["id"], self.campaign.id, role)
        for role in ROLES.keys() - {"officer", "manager", "supervisor"}:
            with self.assertRaises(AccessError):
                self._progress(role)
            with self.assertRaises(AccessError):
                self._as(role, self.campaign).open_progress("hours")

    def test_another_agency_s_campaign_is_not_shown(self):
        other = self.env["res.company"].create({"name": "Other Agency"})
        foreign = self._campaign(name="Foreign", company_id=other.id)

        progress = self._progress(campaign=foreign)

        self.assertNotIn("Foreign", str(progress))
        with self.assertRaises(AccessError):
            self._as("officer", foreign).open_progress("hours")

    def test_a_figure_that_does_not_exist(self):
        with self.assertRaises(UserError):
            self._as("officer", self.campaign).open_progress("people_in_order")


class TestProgressQueries(LeifengCase):
    """The page costs the same number of queries at any size."""

    def _queries(self):
        campaign = self._as("officer", self.campaign)
        campaign.get_progress(campaign.id)
        self._as("officer", self.campaign)
        before = self.env.cr.sql_log_count
        campaign.get_progress(campaign.id)
        return self.env.cr.sql_log_count - before

    def _grow(self, count):
        """``count`` departments, each with two people at two shifts, and a sheet to confirm."""
        for index in range(count):
            department = self._department(f"Department {index}")
            self.env["leifeng.campaign.department"].create(
                {"campaign_id": self.campaign.id, "department_id": department.id}
            )
            people = self._employees(2, department=department)
            self._confirmed(people, hours_ahead=-30 - 6 * index)
            self._confirmed(people, hours_ahead=-33 - 6 * index)
            self._session(hours_ahead=-300 - 4 * index, department_id=department.id)
            self.env["leifeng.award"].create(
                {"name": f"Award {index}", "campaign_id": self.campaign.id}
            )

    def test_queries(self):
        self._grow(12)
        few = self._queries()
        self._grow(24)

        self.assertEqual(self._queries(), few)
