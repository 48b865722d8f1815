from datetime import timedelta

from odoo.exceptions import UserError
from odoo.fields import Date
from odoo.tests import Form

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
