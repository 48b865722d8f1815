from datetime import timedelta

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Date, Datetime
from odoo.tools import mute_logger

from .test_leifeng_service_request import RequestCase


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
