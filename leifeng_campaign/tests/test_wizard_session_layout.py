from datetime import date

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .common import LeifengCase


class TestLayOut(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign.write({"date_start": "2026-01-01", "date_stop": "2035-12-31"})
        cls.posts = cls.env["leifeng.service.post"].create(
            [
                {
                    "name": name,
                    "location": name,
                    "capacity": 4,
                    "leader_id": cls.people["leader"].id,
                    "risks": "Stay on the pavement",
                    "contact": "Police",
                }
                for name in ("School", "Square")
            ]
        )

    def _wizard(self, **vals):
        return self._as("officer", self.env["leifeng.session.layout"]).create(
            {
                "activity_id": self.service.id,
                "post_ids": [Command.set(self.posts.ids)],
                "date_first": "2026-03-02",
                "date_last": "2026-03-08",
                **vals,
            }
        )

    def _laid_out(self, wizard):
        return self.env["leifeng.session"].search(wizard.action_lay_out()["domain"])

    def test_posts_times_workdays_times_bands(self):
        sessions = self._laid_out(self._wizard())

        self.assertEqual(len(sessions), 2 * 5 * 2)
        first = sessions.filtered(lambda session: session.post_id == self.posts[0])[0]
        self.assertRecordValues(
            first,
            [
                {
                    "name": "Community · School",
                    "start": self._moment("2026-03-02 07:30"),
                    "stop": self._moment("2026-03-02 08:30"),
                    "leader_id": self.people["leader"].id,
                    "capacity": 4,
                    "risks": "Stay on the pavement",
                    "contact": "Police",
                    "state": "draft",
                }
            ],
        )

    def test_running_it_twice_makes_nothing_twice(self):
        self._laid_out(self._wizard(date_last="2026-03-04"))

        again = self._wizard()

        self.assertEqual(again.preview, "8 will be made, 12 are there already.")
        self.assertEqual(len(self._laid_out(again)), 8)
        self.assertFalse(self._laid_out(self._wizard()))

    def test_the_form_shows_how_many_before_the_click(self):
        form = Form(self._as("officer", self.env["leifeng.session.layout"]))
        form.activity_id = self.service
        form.post_ids = self.posts
        form.date_first, form.date_last = date(2026, 3, 7), date(2026, 3, 8)
        self.assertEqual(form.preview, "0 will be made, 0 are there already.")
        form.which_days = "weekends"
        self.assertEqual(form.preview, "8 will be made, 0 are there already.")
        form.which_days = "weekdays"
        form.sunday = True
        form.capacity = 9

        sessions = self._laid_out(form.save())

        self.assertEqual(set(sessions.mapped("capacity")), {9})
        self.assertEqual(len(sessions), 4)

    def test_one_session_per_department(self):
        self._employees(3, self.hotline)
        wizard = self._wizard(
            activity_id=self.lecture.id,
            per="department",
            department_ids=[Command.set((self.hall | self.hotline).ids)],
            location="Meeting room",
            date_last="2026-03-02",
            band_ids=[Command.clear(), Command.create({"hour_from": 12.5, "hour_to": 13.5})],
        )

        sessions = self._laid_out(wizard)

        by_department = sessions.grouped("department_id")
        self.assertEqual(by_department[self.hall].leader_id, self.people["head"])
        self.assertEqual(by_department[self.hotline].capacity, 3)
        self.assertEqual(set(sessions.mapped("location")), {"Meeting room"})

    def test_a_study_activity_names_all_departments_of_its_campaign(self):
        form = Form(self._as("officer", self.env["leifeng.session.layout"]))

        form.activity_id = self.lecture

        self.assertEqual(form.per, "department")
        self.assertEqual(form.department_ids[:], self.campaign.department_ids.department_id)

    def test_the_agency_s_own_calendar_counts(self):
        self.env["leifeng.workday"].create(
            {"name": "Make-up", "date": "2026-03-07", "kind": "work"}
        )

        self.assertEqual(len(self._wizard()._missing_values()), 2 * 6 * 2)

    def test_a_year_without_known_holidays_is_said_to_be_one(self):
        wizard = self._wizard(date_first="2035-03-05", date_last="2035-03-05")

        self.assertIn("not known yet", wizard.preview)

    def test_what_makes_no_sense_is_refused(self):
        upside_down = [Command.clear(), Command.create({"hour_from": 9, "hour_to": 9})]
        for vals in (
            {"post_ids": [Command.clear()]},
            {"date_last": "2026-03-01"},
            {"band_ids": upside_down},
            {"date_last": "2030-03-01"},
        ):
            with self.assertRaises(UserError, msg=vals):
                self._wizard(**vals).action_lay_out()

    def test_only_the_office_lays_out(self):
        for role in ("coordinator", "internal", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.env["leifeng.session.layout"]).create(
                    {"activity_id": self.service.id}
                )

    def test_ten_weeks_take_few_more_queries_than_one(self):
        counts = []
        for last in ("2026-04-03", "2026-06-12"):
            wizard = self._wizard(date_first="2026-03-30", date_last=last)
            before = self.env.cr.sql_log_count
            wizard.action_lay_out()
            self.env.flush_all()
            counts.append(self.env.cr.sql_log_count - before)

        self.assertLess(counts[1] - counts[0], 40, counts)

    def _desk(self, name, **vals):
        days = {"which_days": "weekdays", "friday": True}
        return Command.create({"name": name, "hour_from": 14.5, "hour_to": 16.5, **days, **vals})

    def test_usual_times_of_the_posts_are_taken(self):
        school, square = self.posts
        school.slot_ids = [Command.create({"hour_from": 7.5, "hour_to": 8.5, "places": 6})]
        square.slot_ids = [self._desk(False)]
        form = Form(self._as("officer", self.env["leifeng.session.layout"]))
        form.activity_id, form.post_ids = self.service, self.posts
        form.date_first, form.date_last = date(2026, 3, 2), date(2026, 3, 8)
        self.assertEqual(form.times, "usual")
        self.assertEqual(form.preview, "6 will be made, 0 are there already.")

        sessions = self._laid_out(form.save())

        friday = sessions.filtered(lambda session: session.post_id == square)
        self.assertEqual(friday.start, self._moment("2026-03-06 14:30"))
        self.assertEqual(set((sessions - friday).mapped("capacity")), {6})

    def test_a_station_is_laid_out_as_several_shifts(self):
        tag = self.env["hr.employee.category"].create({"name": "Law"})
        law = {"places": 1, "tag_ids": [Command.set(tag.ids)]}
        station = self.posts[0]
        station.slot_ids = [self._desk("Advice", places=2), self._desk("Law", **law)]
        wizard = self._wizard(post_ids=[Command.set(station.ids)])

        desks = self._laid_out(wizard)

        self.assertRecordValues(
            desks.sorted("name"),
            [
                {"name": "Community · Advice", "capacity": 2, "tag_ids": []},
                {"name": "Community · Law", "capacity": 1, "tag_ids": tag.ids},
            ],
        )
        self.assertEqual(len(set(desks.mapped("station"))), 1)
        station.slot_ids = [self._desk("Haircuts")]
        again = self._wizard(post_ids=[Command.set(station.ids)])
        self.assertEqual(again.preview, "1 will be made, 2 are there already.")

    def test_a_post_without_usual_times_is_named(self):
        with self.assertRaisesRegex(UserError, "School"):
            self._wizard(times="usual").action_lay_out()

    def test_other_times_can_be_chosen(self):
        self.posts.slot_ids = [self._desk(False)]

        self.assertEqual(len(self._laid_out(self._wizard(times="bands"))), 2 * 5 * 2)

    def test_outside_the_campaign_only_all_year_posts_have_shifts(self):
        self.campaign.date_stop = "2026-03-05"
        with self.assertRaisesRegex(UserError, "2026-03-05"):
            self._wizard().action_lay_out()
        self.posts[0].all_year = True
        with self.assertRaises(UserError):
            self._wizard().action_lay_out()
        self.campaign.phase_ids.action_close()
        self.campaign.action_wrap_up()
        self.campaign.action_close()
        own = {"post_ids": [Command.set(self.posts[1].ids)], "date_last": "2026-03-04"}
        with self.assertRaisesRegex(UserError, "over"):
            self._wizard(**own).action_lay_out()

        sessions = self._laid_out(self._wizard(post_ids=[Command.set(self.posts[0].ids)]))

        self.assertEqual(len(sessions), 5 * 2)
        self.assertTrue(all(sessions.mapped("off_campaign")))
