from datetime import date, timedelta

from odoo.exceptions import AccessError
from odoo.tools.safe_eval import safe_eval

from .common import ROLES, LeifengCase

SUMS = ("people:count_distinct", "headcount:sum", "times:sum", "hours:sum")


class TestYearFigure(LeifengCase):
    """Years side by side: everybody counts once, and nobody is named."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.figures = cls.env["leifeng.year.figure"]
        cls.earlier = cls._campaign(
            name="Earlier", date_start=date(2024, 11, 20), date_stop=date(2025, 1, 31)
        )

    def _served(self, people, day, activity):
        start = self._moment(f"{day} 08:00")
        return self._confirmed(
            people, start=start, stop=start + timedelta(hours=2), activity_id=activity.id
        )

    def _sums(self, groupby=("year",), sums=SUMS, domain=()):
        here = [("company_id", "=", self.company.id), *domain]
        return {row[0]: row[1:] for row in self.figures._read_group(here, groupby, sums)}

    def test_a_campaign_belongs_to_the_year_in_which_it_began(self):
        old, _lecture = self.earlier.plan_activity_ids
        me, colleague = self.people["employee"], self.people["colleague"]
        self._served([me, colleague], "2024-12-01", old)
        self._served([me], "2025-01-10", old)
        now = self._confirmed([me])

        heads = len(ROLES)
        self.assertEqual(
            self._sums(),
            {
                "2024": (2, heads, 3, 6),
                str(now.campaign_id.date_start.year): (1, heads, 1, 2),
            },
        )

    def test_who_changed_departments_counts_once_in_the_total(self):
        """A pivot's cells are counted by themselves: people of departments don't add up."""
        old, _lecture = self.earlier.plan_activity_ids
        me = self.people["employee"]
        self._served([me], "2024-12-01", old)
        other = self._served([me], "2024-12-02", old)
        other.signup_ids.sudo().department_id = self.hotline

        by_department = self._sums(["department_id"])

        self.assertEqual(by_department[self.hall][0], 1)
        self.assertEqual(by_department[self.hotline][0], 1)
        self.assertEqual(self._sums()["2024"][0], 1)

    def test_service_between_campaigns_belongs_to_its_day(self):
        post = self.env["leifeng.service.post"].create(
            {"name": "Station", "location": "Corner", "all_year": True, "category": "community"}
        )
        old, _lecture = self.earlier.plan_activity_ids
        start = self._moment("2025-06-02 08:00")
        times = {"start": start, "stop": start + timedelta(hours=2)}
        session = self._session(activity_id=old.id, post_id=post.id, **times)
        self.env.flush_all()
        self._line(session, [self.people["employee"]], attendance="present")
        session.action_confirm()

        self.assertEqual(self._sums()["2025"][2], 1)
        self.assertNotIn("2024", self._sums())

    def test_results_essays_nominations_and_honors(self):
        service, _lecture = self.earlier.plan_activity_ids
        session = self._served([self.people["employee"]], "2024-12-01", service)
        session.people_served = 46
        self._entries("essay", 2)
        self._entries("person", 1)

        sums = ["people_served:sum", "essays:sum", "nominations:sum", "honors:sum", "hours:sum"]

        self.assertEqual(self._sums(sums=sums), {"2024": (46, 2, 1, 0, 2)})

    def _entries(self, kind, count):
        award = self.env["leifeng.award"].create(
            {"name": kind, "kind": kind, "campaign_id": self.earlier.id}
        )
        people = self._employees(count + 1)
        entries = self.env["leifeng.award.entry"].create(
            [
                {
                    "award_id": award.id,
                    "employee_id": person.id,
                    "department_id": self.hotline.id,
                    "title": "Title",
                    "body": "Text",
                }
                for person in people
            ]
        )
        entries[1:]._set_state("submitted")  # the first stays a draft, which nobody counts

    def test_practice_25_people_are_counted_and_never_listed(self):
        self._confirmed([self.people["employee"]])
        for role in ("officer", "manager", "supervisor", "hr"):
            rows = self._as(role, self.figures)
            self.assertTrue(rows.search([]), role)
            offered = rows.fields_get(["people", "headcount"], ["groupable"])
            self.assertEqual({each["groupable"] for each in offered.values()}, {False}, role)
            self.assertNotIn("employee_id", rows._fields)
            with self.assertRaises(ValueError):
                rows._read_group([], ["people"], ["hours:sum"])
            arch = rows.get_view(view_type="list")["arch"]
            self.assertNotIn('name="people"', arch)

    def test_what_the_served_say_is_not_hr_s(self):
        self._confirmed([self.people["employee"]])
        rows = self._as("hr", self.figures)
        self.assertNotIn("stars", rows.fields_get())
        with self.assertRaises(AccessError):
            rows._read_group([], ["year"], ["stars:avg"])

    def test_nobody_else(self):
        for role in ROLES.keys() - {"officer", "manager", "supervisor", "hr"}:
            with self.assertRaises(AccessError):
                self._as(role, self.figures).search([])

    def test_other_agencies_figures_are_theirs(self):
        other = self.env["res.company"].create({"name": "Other Agency"})
        session = self._confirmed([self.people["employee"]])
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE leifeng_session SET company_id = %s WHERE id = %s", [other.id, session.id]
        )

        self.assertFalse(self._as("officer", self.figures).search([]))


class TestHeadcountBesideHours(LeifengCase):
    def test_practice_24_hours_stand_with_the_head_count(self):
        """The hours of a department, too, stand beside its head-count (practice point 24)."""
        self._confirmed([self.people["employee"], self._employee("Old", department=self.hotline)])
        records = self._as("hr", self.env["leifeng.service.record"])

        sums = ["hours:sum", "headcount:sum"]
        here = [("department_id", "in", (self.hall | self.hotline).ids)]
        grouped = {row[0]: row[1:] for row in records._read_group(here, ["department_id"], sums)}

        self.assertEqual(grouped, {self.hotline: (2, 1), self.hall: (2, len(ROLES))})


class TestFavorites(LeifengCase):
    """The favorites that staff need, in their language; each opens without an error."""

    def _favorites(self, role, model, action):
        action = self.env.ref(f"leifeng_campaign.{action}")
        return self._as(role, self.env["ir.filters"]).get_filters(model, action.id)

    def test_each_can_be_read_by_who_has_the_menu(self):
        self._confirmed([self.people["employee"]])
        favorites = self.env["ir.filters"].search([("leifeng_favorite", "!=", False)])
        self.assertEqual(len(favorites), len(favorites._fields["leifeng_favorite"].selection))
        for favorite in favorites:
            for role in ("officer", "supervisor", "hr"):
                self._read(favorite, role)

    def _read(self, favorite, role):
        model = self._as(role, self.env[favorite.model_id])
        context = safe_eval(favorite.context)
        offered = model.fields_get(attributes=["aggregator"])
        measures = [name for name in context["pivot_measures"] if name in offered]
        sums = [
            f"{name}:{offered[name].get('aggregator') or 'count_distinct'}" for name in measures
        ]
        model.formatted_read_group(safe_eval(favorite.domain), context["pivot_row_groupby"], sums)

    def test_their_names_are_in_the_user_s_language(self):
        self.env["res.lang"]._activate_lang("zh_CN")
        key = self.env["ir.model.fields.selection"].search(
            [("field_id.name", "=", "leifeng_favorite"), ("value", "=", "campaign_kinds")]
        )
        key.with_context(lang="zh_CN").name = "某项"
        self.users["hr"].lang = "zh_CN"

        found = self._favorites("hr", "leifeng.participation", "leifeng_participation_action")

        self.assertIn("某项", [each["name"] for each in found])

    def test_own_favorites_keep_their_names(self):
        self.env["ir.filters"].create(
            {"name": "Mine", "model_id": "leifeng.participation", "user_ids": self.users["hr"].ids}
        )
        found = self._favorites("hr", "leifeng.participation", "leifeng_participation_action")
        self.assertIn("Mine", [each["name"] for each in found])
