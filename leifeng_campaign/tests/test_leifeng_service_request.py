from datetime import timedelta

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Date, Datetime
from odoo.tests import Form
from odoo.tools import mute_logger

from .common import LeifengCase


class RequestCase(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.committee = cls._organization("Riverside Committee", phone="0000-8802005")
        cls.requests = cls.env["leifeng.service.request"]
        cls.post = cls.env["leifeng.service.post"].create(
            {
                "name": "Visits",
                "location": "Willow Street 5",
                "partner_id": cls.committee.id,
                "risks": "Go in pairs",
                "capacity": 6,
                "leader_id": cls.people["leader"].id,
            }
        )
        cls.day = Date.today() + timedelta(days=10)

    @classmethod
    def _request(cls, **vals):
        return cls.requests.create(
            {
                "partner_id": cls.committee.id,
                "served": "alone",
                "people_count": 14,
                "volunteers_needed": 6,
                "need": "Look at the wiring",
                "wish_date": cls.day,
                "wish_time": "after 18:30",
                **vals,
            }
        )

    def _visit(self, day=None, publish=True, **vals):
        """Return a shift at the committee on ``day`` at 9:00 in Beijing."""
        start = self._moment(f"{day or self.day} 09:00")
        values = {"start": start, "stop": start + timedelta(hours=2), "post_id": self.post.id}
        values["location"] = "Willow Street 5"
        return self._session(publish=publish, **{**values, **vals})

    def _plan(self, request, **vals):
        wizard = self._as("officer", self.env["leifeng.service.request.plan"])
        with Form(wizard.with_context(default_request_id=request.id)) as form:
            for name, value in vals.items():
                setattr(form, name, value)
        plan = form.save()
        return self.env["leifeng.session"].browse(plan.action_plan()["res_id"])


class TestRequest(RequestCase):
    def test_staff_enter_a_request(self):
        form = Form(self._as("officer", self.requests))
        form.partner_id = self.committee
        self.assertEqual(form.contact_phone, "0000-8802005")
        form.served, form.need = "children", "Reading in the afternoon"
        request = form.save()

        self.assertRecordValues(
            request,
            [{"state": "new", "partner_name": "Riverside Committee", "source": "office"}],
        )
        self.committee.name = "Renamed Committee"
        self.assertEqual(request.partner_name, "Riverside Committee")

    def test_taken_on_and_not_taken_with_a_reason(self):
        request = self._as("officer", self._request())

        with self.assertRaises(UserError):
            request.action_refuse("  ")
        wizard = self.env["leifeng.service.request.refuse"].with_user(self.users["officer"])
        wizard.create({"request_id": request.id, "reason": "No car"}).action_apply()
        self.assertRecordValues(
            request,
            [{"state": "refused", "refusal_reason": "No car", "answered_by": "Officer"}],
        )
        request.action_take_on()
        self.assertRecordValues(request, [{"state": "accepted", "refusal_reason": False}])

    def test_the_campaign_under_way_is_proposed_not_the_next_one(self):
        days = {"date_start": "2035-03-01", "date_stop": "2035-04-30"}
        later = self.env["leifeng.campaign"].create({"name": "Next Year", **days})
        phase = self.env["leifeng.campaign.phase"].create({"name": "P", "campaign_id": later.id})
        activity = {"name": "Community", "kind": "service", "category": "community"}
        self.env["leifeng.campaign.activity"].create({**activity, "phase_id": phase.id})
        later.action_start()

        wizard = self.env["leifeng.service.request.plan"].new({"request_id": self._request().id})

        self.assertEqual(wizard.activity_id, self.service)
        self.assertEqual(self.env["leifeng.story"]._default_campaign(), self.campaign)

    def test_the_state_has_one_door(self):
        with self.assertRaises(UserError):
            self._as("officer", self._request()).state = "served"

    def test_a_shift_is_planned_from_it(self):
        request = self._request()

        shift = self._plan(request)

        self.assertRecordValues(
            shift,
            [
                {
                    "state": "draft",
                    "post_id": self.post.id,
                    "activity_id": self.service.id,
                    "start": self._moment(f"{self.day} 18:30"),
                    "capacity": 6,
                    "leader_id": self.people["leader"].id,
                    "contact_phone": "0000-8802005",
                }
            ],
        )
        # a draft is no promise yet
        self.assertEqual((request.state, request.session_id), ("accepted", shift))
        self._as("officer", shift).action_publish()
        self.assertEqual(request.state, "planned")

    def test_taken_along_on_a_shift_that_is_planned(self):
        visit, request = self._visit(), self._request()

        shift = self._plan(request, how="existing", session_id=visit)

        self.assertEqual((shift, request.state), (visit, "planned"))
        self.assertEqual(request.post_id, self.post)

    def test_planned_once(self):
        request = self._request()
        self._plan(request)
        request.action_serve()

        with self.assertRaises(UserError):
            self._plan(request)

    def test_without_a_post_the_shift_goes_to_the_organization(self):
        garden = self._organization("Garden Office", street="North Road 9", phone="0000-3")

        shift = self._plan(self._request(partner_id=garden.id))

        self.assertIn("North Road 9", shift.location)
        self.assertEqual(shift.contact, "Garden Office")

    def test_served_when_the_leader_confirms(self):
        shift = self._session(hours_ahead=-30)
        request = self._request()
        request._plan(shift)
        self._line(shift, self.people["employee"], attendance="present")

        self._as("leader", shift).action_confirm()

        self.assertEqual(request.state, "served")
        self.assertTrue(request.closed_on)

    def test_not_served_when_nobody_came(self):
        shift = self._session(hours_ahead=-30)
        request = self._request()
        request.action_take_on()
        request._plan(shift)
        self._line(shift, self.people["employee"], attendance="excused")

        self._as("leader", shift).action_confirm()

        self.assertEqual(request.state, "accepted")

    def test_a_cancelled_shift_leaves_it_to_plan_anew(self):
        request = self._request()
        first = self._plan(request)
        first.action_publish()

        first.action_cancel("Storm")

        self.assertEqual(request.state, "accepted")
        second = self._plan(request, start=first.start + timedelta(days=1))
        self.assertEqual(request.session_id, second)

    def test_marked_as_served_by_hand_but_not_in_advance(self):
        request = self._request()
        self._plan(request).action_publish()

        with self.assertRaises(UserError):
            request.action_serve()

    def test_a_new_need_opens_the_next_request(self):
        request = self._request()
        request.action_take_on()
        request.action_serve()

        action = self._as("officer", request).action_new_need()
        with Form(self.requests.with_context(**action["context"])) as form:
            form.need = "The lamp in the stairway"
        following = form.save()

        self.assertEqual(following.previous_id, request)
        self.assertEqual(following.partner_id, self.committee)
        self.assertEqual(request.next_ids, following)

    def test_a_new_need_found_on_a_shift(self):
        shift = self._confirmed([self.people["employee"]], post_id=self.post.id)

        context = shift.action_new_need()["context"]

        self.assertEqual(context["default_partner_id"], self.committee.id)


class TestWarnings(RequestCase):
    """practice point 18: one visit a day for one community; days that are crowded."""

    def test_a_visit_on_that_day_already(self):
        request = self._request()
        self.assertFalse(request.visit_warning)

        visit = self._visit()
        request.invalidate_recordset()

        self.assertIn(visit.name, request.visit_warning)
        self.assertFalse(self._request(wish_date=self.day + timedelta(days=1)).visit_warning)
        elsewhere = self._request(partner_id=self._organization("Garden").id)
        self.assertFalse(elsewhere.visit_warning)

    def test_midnight_is_the_agency_s(self):
        late = self._moment(f"{self.day} 23:30")
        self._session(start=late, stop=late + timedelta(hours=1), post_id=self.post.id)

        self.assertTrue(self._request().visit_warning)
        self.assertFalse(self._request(wish_date=self.day + timedelta(days=1)).visit_warning)

    def test_the_same_house_by_another_organization(self):
        self._visit()

        garden = self._organization("Garden")
        other = self.post.copy({"partner_id": garden.id, "name": "Garden"})
        self.assertTrue(self._request(partner_id=garden.id, post_id=other.id).visit_warning)

    def test_a_cancelled_visit_is_none(self):
        self._visit().action_cancel("Rain")

        self.assertFalse(self._request().visit_warning)

    def test_two_requests_for_one_day(self):
        first, second = self._request(), self._request()

        self.assertTrue(first.visit_warning)
        second._take_back()
        first.invalidate_recordset()
        self.assertFalse(first.visit_warning)

    def test_a_crowded_day_while_requests_wait(self):
        request = self._request(partner_id=self._organization("Garden").id)
        self._visit()
        self.assertFalse(request.visit_warning)
        self._session(
            start=self._moment(f"{self.day} 09:00"),
            stop=self._moment(f"{self.day} 10:00"),
            location="Park",
        )
        request.invalidate_recordset()

        self.assertIn("2", request.visit_warning)

    def test_crossings_neither_crowd_nor_visit(self):
        crossing = self.post.copy({"name": "Crossing", "category": "traffic"})
        self.service.category = "traffic"
        for hour in ("07:30", "12:00", "17:20"):
            start = self._moment(f"{self.day} {hour}")
            self._session(
                start=start, stop=start + timedelta(hours=1), post_id=crossing.id, publish=False
            )

        self.assertFalse(self._request().visit_warning)
        self.assertFalse(self.env["leifeng.session"].search([])[-1].visit_warning)

    def test_the_wizard_warns_about_the_day_chosen_in_it(self):
        self._visit(self.day + timedelta(days=1))
        wizard = self.env["leifeng.service.request.plan"].with_context(
            default_request_id=self._request().id
        )
        with Form(wizard) as form:
            self.assertFalse(form.warning)
            form.start = form.start + timedelta(days=1)
            self.assertTrue(form.warning)
            form.start = form.start + timedelta(days=1)
            self.assertFalse(form.warning)

    def test_a_draft_shift_warns_too(self):
        self._visit()

        second = self._visit(publish=False, location="Elsewhere", name="Cleaning")
        second.start += timedelta(hours=4)
        second.stop += timedelta(hours=4)

        self.assertIn("Shift", self._as("officer", second).visit_warning)

    def test_desks_of_one_station_are_one_visit(self):
        self._visit(name="Advice")

        self.assertFalse(self._visit(name="Haircuts", publish=False).visit_warning)

    def test_the_last_visit_is_told(self):
        done = self._confirmed([self.people["employee"]], post_id=self.post.id)

        self.assertIn(done.name, self._request().last_visit)


class TestWhoIsServed(RequestCase):
    """practice point 17: category and number; a name only with recorded consent."""

    def _refuses(self, **vals):
        refused = self.assertRaises(IntegrityError)
        with mute_logger("odoo.sql_db"), refused, self.env.cr.savepoint():
            self._request(served_name="Mrs. Lin", **vals)

    def test_no_name_without_recorded_consent(self):
        self._refuses()
        self._refuses(consent_by="Mrs. Lin")
        self._refuses(consent_on=Date.today())
        self._refuses(consent_by=" ", consent_on=Date.today())

        self._request(served_name="Mrs. Lin", consent_by="Mrs. Lin", consent_on=Date.today())

    def test_under_14_a_guardian_consents(self):
        consent = {"consent_by": "Xiao Lin", "consent_on": Date.today(), "under_14": True}
        self._refuses(**consent)
        self._refuses(**consent, guardian_consent_by="")

        self._request(served_name="Xiao Lin", **consent, guardian_consent_by="Mrs. Lin")

    def test_the_office_alone_reads_the_name(self):
        consent = {"consent_by": "Mrs. Lin", "consent_on": Date.today()}
        request = self._request(served_name="Mrs. Lin", **consent)

        self.assertEqual(self._as("officer", request).served_name, "Mrs. Lin")
        for name in ("served_name", "consent_by", "consent_on", "guardian_consent_by"):
            with self.assertRaises(AccessError):
                self._as("supervisor", request).read([name])
        with self.assertRaises(AccessError):
            self._as("supervisor", self.requests).search([("served_name", "ilike", "Lin")])

    def test_volunteers_read_category_and_number(self):
        visit = self._visit()
        self._request()._plan(visit)

        text = self._as("employee", visit).served_text

        self.assertIn("14", text)
        for secret in ("wiring", "Riverside", "8802005"):
            self.assertNotIn(secret, text)

    def test_contacts_go_before_the_request(self):
        """practice point 15: recipients' contacts may go earlier than records."""
        consent = {"consent_by": "Mrs. Lin", "consent_on": Date.today()}
        request = self._request(served_name="Mrs. Lin", **consent)
        recent, waiting = self._request(), self._request()
        (request | recent).action_refuse("No car")
        request.closed_on = Datetime.now() - timedelta(days=400)

        counts = self.env["leifeng.retention"]._purge(self.company)

        self.assertEqual(counts["request"], 1)
        self.assertRecordValues(
            request,
            [{"contact": False, "contact_phone": False, "served_name": False, "state": "refused"}],
        )
        self.assertTrue(recent.contact_phone and waiting.contact_phone)
        self.assertNotIn("request", self.env["leifeng.retention"]._purge(self.company))

    def test_the_shift_forgets_the_contact_with_its_request(self):
        """practice point 15: a copy on the shift is kept no longer than the original."""
        request = self._request()
        taken, other = (
            self._session(hours_ahead=-30 * number, contact=contact, contact_phone=phone)
            for number, contact, phone in (
                (1, request.contact, request.contact_phone),
                (2, "Office", "0000-8801312"),
            )
        )
        request._plan(taken)
        request.action_serve()
        taken.action_cancel("Rain")
        request.closed_on = Datetime.now() - timedelta(days=400)

        self.env["leifeng.retention"]._purge(self.company)

        self.assertFalse(taken.contact or taken.contact_phone)
        self.assertTrue(other.contact and other.contact_phone)


class TestRights(RequestCase):
    def test_who_reads_requests(self):
        request = self._request()
        request._plan(self._visit())
        for role in self.users:
            records = self._as(role, request)
            if role in ("officer", "manager", "supervisor"):
                self.assertTrue(records.need, role)
            else:
                with self.assertRaises(AccessError, msg=role):
                    records.read(["need"])
                with self.assertRaises(AccessError, msg=role):
                    self._as(role, request.session_id).read(["request_ids"])

    def test_the_supervisor_reads_only(self):
        with self.assertRaises(AccessError):
            self._as("supervisor", self._request()).need = "Other"
        with self.assertRaises(AccessError):
            self._as("supervisor", self._request()).action_take_on()

    def test_another_agency_s_office_sees_nothing(self):
        other = self.env["res.company"].create({"name": "Other Agency"})
        request = self._request(company_id=other.id)

        self.assertFalse(self._as("officer", self.requests).search([("id", "=", request.id)]))
        with self.assertRaises(ValidationError):
            request.post_id = self.post

    def test_to_dos_of_the_office(self):
        request = self._request()
        todos = self._as("officer", self.env["leifeng.todo"])
        mine = [("res_model", "=", request._name), ("res_id", "=", request.id)]

        def kinds():
            self.env.invalidate_all()
            return todos.search(mine).mapped("kind")

        self.assertEqual(kinds(), ["request"])
        request.action_take_on()
        self.assertEqual(kinds(), ["request_plan"])
        shift = self._plan(request)
        self.assertEqual(kinds(), [])
        shift.action_publish()
        request._take_back()
        self.assertEqual(kinds(), ["request_gone"])
        self.assertFalse(self._as("coordinator", self.env["leifeng.todo"]).search(mine))
