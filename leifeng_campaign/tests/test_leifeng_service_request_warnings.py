from datetime import timedelta

from odoo.tests import Form

from .test_leifeng_service_request import RequestCase


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
