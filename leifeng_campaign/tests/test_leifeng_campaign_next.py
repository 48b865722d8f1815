from datetime import date, timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form

from .conference_case import ConferenceCase

START, STOP = date(2026, 3, 2), date(2026, 4, 10)
WEEKS = timedelta(days=371)  # 1 March would be further from 5 March than 8 March is


class TestNextYear(ConferenceCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign.write(
            {
                "name": "2026年学雷锋活动",
                "theme": "This Year's Theme",
                "document_number": "3",
                "objectives": "Serve",
                "requirements": "Be kind",
                "direction": "Go on",
                "date_start": START,
                "date_stop": STOP,
                "summary_due": STOP,
            }
        )
        cls.campaign.phase_ids.write({"date_start": START, "date_stop": STOP})
        cls.service.write({"date_start": date(2026, 3, 27), "date_stop": date(2026, 4, 3)})
        cls.award = cls._award("person", name="2026 Models", activity_id=cls.service.id)
        cls.award.write({"date_open": START, "date_deadline": date(2026, 3, 20)})
        cls.open_step = cls._step(name="Open", employee_id=cls.people["internal"].id)
        cls._step(name="Done").action_report("Done")
        cls.campaign._set_state("closing")

    def _wizard(self, role="officer"):
        wizards = self._as(role, self.env["leifeng.campaign.next"])
        return wizards.with_context(default_campaign_id=self.campaign.id)

    def _make(self, **vals):
        form = Form(self._wizard())
        for name, value in vals.items():
            form[name] = value
        return self.env["leifeng.campaign"].browse(form.save().action_make()["res_id"])

    def test_the_plan_is_copied_with_its_dates_moved(self):
        new = self._make()

        expected = {
            "name": "2027年学雷锋活动",
            "previous_id": self.campaign.id,
            "state": "draft",
            "date_start": START + WEEKS,
            "date_stop": STOP + WEEKS,
            "summary_due": STOP + WEEKS,
            "objectives": "Serve",
            "requirements": "Be kind",
            "theme": False,
            "document_number": False,
            "direction": False,
        }
        self.assertRecordValues(new, [expected])
        self.assertEqual(new.date_start.weekday(), START.weekday())
        self.assertEqual(new.phase_ids.mapped("name"), self.campaign.phase_ids.mapped("name"))
        names = ("name", "kind", "category", "sequence")
        old = [[each[name] for name in names] for each in self.campaign.plan_activity_ids]
        self.assertEqual([[each[name] for name in names] for each in new.plan_activity_ids], old)
        moved = new.plan_activity_ids.filtered("date_start")
        self.assertEqual((moved.name, moved.date_start), ("Community", date(2026, 3, 27) + WEEKS))

    def test_departments_begin_anew_with_who_is_still_there(self):
        self.part.line_ids = [Command.create({"name": "Sweep"})]
        self.people["head"].active = False

        part = self._make().department_ids

        self.assertRecordValues(
            part,
            [
                {
                    "department_id": self.hall.id,
                    "head_id": False,
                    "coordinator_id": self.people["coordinator"].id,
                    "state": "draft",
                    "summary_state": "draft",
                }
            ],
        )
        taken = part.line_ids.activity_id
        self.assertEqual(taken, part.campaign_id.plan_activity_ids, "the new year's activities")
        self.assertNotIn("Sweep", part.line_ids.mapped("what"))

    def test_awards_are_drafts_without_a_panel(self):
        self._award("person", name="Given Up")._set_state("cancelled")

        new = self._make()

        award = new.award_ids
        self.assertEqual((award.name, award.state, award.year), ("2027 Models", "draft", 2027))
        self.assertEqual(award.date_open, START + WEEKS)
        self.assertFalse(award.judge_ids or award.entry_ids)
        for name in ("tier_ids", "criterion_ids"):
            self.assertEqual(award[name].mapped("name"), self.award[name].mapped("name"))
        self.assertEqual(award.activity_id.name, "Community")
        self.assertEqual(award.activity_id.campaign_id, new)

    def test_open_steps_are_carried_on(self):
        step = self._make().followup_ids

        self.assertEqual((step.name, step.origin_id), ("Open", self.open_step))
        self.assertEqual(step.date_due, self.open_step.date_due + WEEKS)
        self.assertEqual(step.employee_id, self.people["internal"])
        self.assertEqual(self.open_step.state, "open")

    def test_nothing_of_the_sessions_is_copied(self):
        self.assertFalse(self._make().session_ids)

    def test_what_will_be_made_is_shown_first(self):
        form = Form(self._wizard())

        self.assertEqual(form.name, "2027年学雷锋活动")
        for word in ("53", "2026-03-02", "2027-03-08", "Community", "Phase"):
            self.assertIn(word, str(form.preview))
        self.assertFalse(self.env["leifeng.campaign"].search([("previous_id", "!=", False)]))

    def test_new_days_off_are_named(self):
        self.env["leifeng.workday"].create(
            {"name": "Day of the Tombs", "date": date(2026, 4, 3) + WEEKS, "kind": "off"}
        )

        preview = str(Form(self._wizard()).preview)

        self.assertIn(str(date(2026, 4, 3) + WEEKS), preview.split("text-danger")[1])

    def test_years_whose_holidays_nobody_knows_are_named(self):
        self.campaign.write({"date_start": date(2090, 3, 2), "date_stop": date(2090, 4, 1)})

        self.assertIn("2091", str(Form(self._wizard()).preview).split("<table")[0])

    def test_a_second_time_only_if_it_is_meant(self):
        first = self._make()
        with self.assertRaisesRegex(UserError, first.name):
            self._make()

        second = self._make(make_anyway=True)

        self.assertEqual(second.previous_id, self.campaign)

    def test_not_before_the_campaign_wraps_up(self):
        self.campaign._set_state("running")

        with self.assertRaisesRegex(UserError, "wraps up"):
            self._make()

    def test_the_office_alone_prepares_it(self):
        for role in ("supervisor", "coordinator", "employee", "hr"):
            with self.assertRaises(AccessError, msg=role):
                self._wizard(role).create({"name": "Mine"})

    # LESSONS

    def _summary(self, part, state, **vals):
        part.write(vals)
        for step in ("head", "submitted", "approved")[
            : ("head", "submitted", "approved").index(state) + 1
        ]:
            part._set_state(step, "summary_state")

    def test_lessons_of_last_year_stand_beside_the_plan(self):
        self._summary(self.part, "submitted", summary_problems="Few people", summary_measures="Ask")
        unsent = self.env["leifeng.campaign.department"].create(
            {"campaign_id": self.campaign.id, "department_id": self.hotline.id}
        )
        unsent.summary_problems = "Not handed in"
        new = self._make()

        seen = self._as("officer", new)

        self.assertEqual(seen.lesson_ids.mapped("summary_problems"), ["Few people"])
        self.assertEqual(seen.previous_direction, "Go on")
        form = Form(seen)
        self.assertEqual(form.objectives, "Serve")
        self.assertEqual(len(self._as("supervisor", new).lesson_ids), 1)
        for role in ("coordinator", "internal", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, new).read(["lesson_ids"])

    def test_a_campaign_does_not_come_before_itself(self):
        new = self._make()

        with self.assertRaises(ValidationError):
            self.campaign.previous_id = new
