from psycopg2 import IntegrityError

from odoo import Command
from odoo.exceptions import ValidationError
from odoo.tests import Form
from odoo.tools import mute_logger

from ..models.leifeng_service_post_category import PROTECTION, RISKS
from .common import LeifengCase


class TestServicePostTimes(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.write({"leifeng_opens_days": 0, "leifeng_withdraw_hours": 12})

    def _form(self, role="officer"):
        form = Form(self._as(role, self.env["leifeng.service.post"]))
        form.name, form.location = "School crossing", "School Road"
        return form

    def _post(self, **vals):
        values = {"name": "Post", "location": "Square", **vals}
        return self._as("officer", self.env["leifeng.service.post"]).create(values)

    def test_practice_08_a_new_post_begins_with_words_on_risk_and_protection(self):
        form = self._form()

        for category in RISKS:
            form.category = category
            self.assertEqual((form.risks, form.protection), self._words(category))

        post = form.save()
        self.assertTrue(post.risks and post.protection)

    def _words(self, category):
        return self.env._(RISKS[category]), self.env._(PROTECTION[category])

    def test_practice_09_a_crossing_is_dangerous_with_four_people_in_the_rush_hours(self):
        form = self._form()
        self.assertFalse(form.dangerous)
        form.capacity = 9

        form.category = "traffic"
        post = form.save()

        self.assertTrue(post.dangerous)
        self.assertEqual(post.capacity, 4)
        self.assertEqual(
            post.usual_times, "Workdays 07:30–08:30 · Places: 4; Workdays 17:20–18:20 · Places: 4"
        )

    def test_what_the_officer_wrote_stays(self):
        form = self._form()
        form.risks = "Wet stairs"
        form.dangerous = True

        form.category = "environment"
        post = form.save()

        self.assertEqual((post.risks, post.dangerous), ("Wet stairs", True))
        self.assertEqual(post.protection, self._words("environment")[1])
        self.assertFalse(self._post(category="traffic", dangerous=False).dangerous)

    def test_usual_times_in_words(self):
        days = {"which_days": "weekdays", "monday": True, "friday": True}
        desk = {"name": "Haircuts", "hour_from": 14.5, "hour_to": 16.5, "places": 2}
        post = self._post(capacity=6, slot_ids=[Command.create({**days, **desk})])

        self.assertEqual(post.usual_times, "Monday, Friday 14:30–16:30 · Haircuts · Places: 2")

    @mute_logger("odoo.sql_db")
    def test_times_that_make_no_sense_are_refused(self):
        with self.assertRaises(ValidationError):
            self._post(slot_ids=[Command.create({"which_days": "weekdays"})])
        for slot in ({"hour_from": 10, "hour_to": 10}, {"hour_to": 25}, {"places": -1}):
            with self.assertRaises(IntegrityError, msg=slot), self.env.cr.savepoint():
                self._post(slot_ids=[Command.create(slot)])

    def test_new_posts_begin_with_the_agency_s_windows(self):
        self.company.write({"leifeng_opens_days": 7, "leifeng_closes_hours": 3})

        post = self._form().save()

        self.assertRecordValues(post, [{"opens_days": 7, "closes_hours": 3, "withdraw_hours": 12}])

    def test_a_shift_takes_its_window_from_the_post(self):
        post = self._post(opens_days=7, closes_hours=3, withdraw_hours=24)
        start = self._moment("2026-03-05 07:30")
        shift = self._session(
            publish=False, post_id=post.id, start=start, stop=self._moment("2026-03-05 08:30")
        )

        self.assertRecordValues(
            shift,
            [
                {
                    "opens": self._moment("2026-02-26 07:30"),
                    "closes": self._moment("2026-03-05 04:30"),
                    "withdraw_until": self._moment("2026-03-04 07:30"),
                }
            ],
        )

    def test_drafts_follow_their_post_and_what_was_announced_stands(self):
        post = self._post(closes_hours=3)
        form = Form(self._as("officer", self.env["leifeng.session"]))
        form.activity_id, form.post_id = self.service, post
        form.start = self._moment("2099-03-05 07:30")
        form.stop = self._moment("2099-03-05 08:30")
        self.assertEqual(form.closes, self._moment("2099-03-05 04:30"))
        form.start = self._moment("2099-03-05 06:30")
        self.assertEqual(form.closes, self._moment("2099-03-05 03:30"))
        form.closes = self._moment("2099-03-04 12:00")
        shift = form.save()
        self.assertEqual(shift.closes, self._moment("2099-03-04 12:00"), "the office may differ")
        shift.write({"contact": "Office", "contact_phone": "0000"})
        shift.action_publish()

        with Form(shift) as form:
            form.start = self._moment("2099-03-05 07:00")
        self.assertEqual(shift.closes, self._moment("2099-03-04 12:00"))

    def test_who_may_write_posts_and_their_times(self):
        post = self._post(slot_ids=[Command.create({})])

        for role in ("coordinator", "internal", "supervisor", "hr"):
            slot = self._as(role, post.slot_ids)
            self.assertEqual(slot.hour_from, 9)
            self.assertFalse(slot.has_access("write"), role)
        self.assertFalse(self._as("employee", post.slot_ids).has_access("read"))
        self.assertTrue(self._as("manager", post.slot_ids).has_access("write"))
