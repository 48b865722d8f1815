import re
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.fields import Date
from odoo.tests import tagged
from odoo.tools import mute_logger

from .portal_case import PortalCase

ADDON = Path(__file__).parents[1]
MINUTE = timedelta(minutes=1)
# What no field of ours may hold (point 16), as words of its name or of its label.
PERSONAL = re.compile(
    r"\b(identification|identity|id (card|number|no)|passport|ssn|bank|iban|account (no|number)"
    r"|health\w*|medical|illness|disease|disabilit\w*|blood|religio\w*|faith|biometric|fingerprint)\b"
)
# What would take a picture or a place as proof (point 11).
WATCHING = re.compile(
    r"geolocation|getCurrentPosition|watchPosition|getUserMedia|mediaDevices|ImageCapture"
    r"|<video|capture=|image/\*|latitude|longitude",
    re.IGNORECASE,
)


@tagged("post_install", "-at_install")
class PracticeCase(PortalCase):
    """What practice.md demands of the system, point by point, through the acts that people use."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.start = cls._moment("2025-03-05 18:30")  # a Wednesday, after work
        cls.records = cls.env["leifeng.service.record"]

    def _past(self, minutes=120, **vals):
        """Return a published session that began at ``start``, with a sheet still to keep."""
        start = vals.pop("start", self.start)
        stop = start + minutes * MINUTE
        return self._session(**{"start": start, "stop": stop, "capacity": 50, **vals})

    def _confirm(self, session, people, role="officer"):
        """Let everybody of ``people`` be present, and confirm; return the records."""
        self._line(session, people)
        sheet = self._as(role, session)
        sheet.action_everyone_came()
        sheet.action_confirm()
        return session.record_ids

    def _paper(self, certificate):
        """Return the certificate as the officer prints it, before it becomes a PDF."""
        report = "leifeng_campaign.action_report_service_certificate"
        reports = self._as("officer", self.env["ir.actions.report"])
        return reports._render_qweb_html(report, certificate.ids)[0].decode()

    def _issue(self):
        certificates = self._as("officer", self.env["leifeng.certificate"])
        return certificates.issue_service_record(self.me.id)

    @contextmanager
    def _database_refuses(self, error):
        refused = self.assertRaises(error)
        with mute_logger("odoo.sql_db"), refused, self.env.cr.savepoint():
            yield

    def _told(self, person):
        messages = self.env["leifeng.message"].search([("employee_id", "=", person.id)])
        return messages.mapped("text")


class TestTakingPart(PracticeCase):
    def test_point_07_one_step_in_and_out_and_an_invitation_is_no_enrolment(self):
        session = self._session()
        self._as("employee", session).action_sign_up()
        self._as("employee", session).my_signup_id.action_withdraw()
        self.assertFalse(self._as("officer", session).signup_ids)

        offer = self._as("officer", session).action_invite(self.colleague.ids)
        self.assertFalse(session.signup_ids.filtered("live"))
        before = len(self._told(self.people["leader"]))
        self._as("colleague", offer).action_decline()

        for role in ("officer", "coordinator", "head", "leader"):
            seen = self._as(role, offer).search([("id", "=", offer.id)])
            self.assertFalse(seen, f"{role} reads who declined")
        self.assertEqual(len(self._told(self.people["leader"])), before)

    def test_point_08_a_call_says_what_to_know_before_it_is_published(self):
        for name in ("location", "risks", "contact", "contact_phone"):
            with self.assertRaises(UserError, msg=name):
                self._as("officer", self._session(publish=False, **{name: False})).action_publish()
        call = {
            "conditions": "Sure of foot",
            "protection": "Insured by the agency",
            "risks": "Wet leaves",
            "location": "North Gate",
            "contact_phone": "0000-8801312",
        }
        session = self._session(**call)
        self._login("employee")
        page = self._page(f"/my/leifeng/sessions/{session.id}").text_content()

        for words in call.values():
            self.assertIn(words, page)

    def test_point_09_danger_needs_insurance_and_briefing_or_a_reason(self):
        session = self._as("officer", self._session(publish=False, dangerous=True))
        for step in ({}, {"insured": True}):
            session.write(step)
            with self.assertRaises(UserError, msg=step):
                session.action_publish()
        session.briefed = True
        session.action_publish()
        other = self._session(publish=False, dangerous=True, safety_reason="Behind the fence")
        self._as("officer", other).action_publish()

        self.assertEqual((session.state, other.state), ("open", "open"))

    def test_point_10_the_waiting_list_moves_up_in_order_and_a_no_show_is_no_list(self):
        session = self._session(capacity=1)
        holder, second, third = self._line(session, self._employees(3))
        (second | third)._note_told()
        holder.action_withdraw()
        session._sweep()

        self.assertEqual((second | third).mapped("standing"), ["signed_up", "waiting"])
        self.assertEqual(
            [len(self._told(row.employee_id)) for row in (holder, second, third)], [0, 1, 0]
        )
        missed = self._line(self._past(), self.me, attendance="absent")
        self._as("officer", missed.session_id).action_confirm()
        for role in ("colleague", "internal"):
            found = self._as(role, missed).search([("id", "=", missed.id)])
            self.assertFalse(found, f"{role} reads who did not come")

    def test_point_11_a_sheet_by_one_person_is_full_proof(self):
        session = self._past()
        self._login("leader")  # a portal account, on the phone
        self._page(f"/my/leifeng/lead/{session.id}")
        records = self._confirm(session, self.me | self.colleague, "leader")

        self.assertEqual(records.mapped("state"), ["recorded", "recorded"])
        self.assertEqual(session.confirmed_by, "Leader")

    def test_point_11_no_place_and_no_picture_is_asked_for(self):
        folders = ("static/src", "views", "controllers", "wizard", "report")
        files = [file for folder in folders for file in (ADDON / folder).rglob("*.*")]
        texts = [file for file in files if file.suffix in (".js", ".xml", ".py")]
        self.assertGreater(len(texts), 50)
        watching = {
            file.name: found.group()
            for file in texts
            if (found := WATCHING.search(file.read_text()))
        }

        self.assertFalse(watching)

    def test_point_16_nothing_that_nobody_needs_to_know_is_kept(self):
        ours = [
            field
            for model in self.env.registry.values()
            for field in model._fields.values()
            if model._name.startswith("leifeng.") or "leifeng_campaign" in field._modules
        ]
        self.assertGreater(len(ours), 400)
        for name in ("identification_id", "bank_account_ids", "passport_id", "health_status"):
            self.assertRegex(name.replace("_", " "), PERSONAL, "the net catches nothing")

        caught = [
            f"{field.model_name}.{field.name}: {field.string}"
            for field in ours
            if PERSONAL.search(field.name.replace("_", " "))
            or PERSONAL.search((field.string or "").lower())
        ]

        self.assertFalse(caught)
        self.assertFalse(self.env["hr.employee"]._fields["leifeng_volunteer_number"].required)


class TestCertificates(PracticeCase):
    def test_point_12_free_on_request_from_confirmed_records_only(self):
        self._confirm(self._past(), self.me)
        unconfirmed = self._past(start=self._moment("2025-03-06 18:30"), name="Unconfirmed")
        self._line(unconfirmed, self.me, attendance="present")
        self._login("employee")
        self._post("/my/leifeng/certificates/issue")
        certificate = self.env["leifeng.certificate"].search([("employee_id", "=", self.me.id)])
        paper = self._paper(certificate)

        self.assertEqual((certificate.service_count, certificate.minutes), (1, 120))
        for words in (
            *(certificate.number, "Shift", self.company.name, "Scan to check this certificate"),
            *("space for the seal", "national volunteer service information system prevails"),
        ):
            self.assertIn(words, paper)
        self.assertNotIn("Unconfirmed", paper)
        self.authenticate(None, None)
        self._has(self._page(certificate._check_path()), "//div[@data-state='valid']")

    def test_point_13_no_national_certificate_and_no_stars(self):
        self._confirm(self._past(), self.me)
        certificate = self._issue()
        # the heading's place in a page is no word on it
        words = re.sub(r"<[^>]*>", " ", self._paper(certificate)).lower()

        self.assertIn("2 hours", words)
        self.assertNotRegex(words, r"\bstars?\b|\bgrade\b|national certificate|★|☆|星级")
        names = " ".join(certificate._fields)
        self.assertNotRegex(names, r"star_|stars|grade|level")


class TestTheServed(PracticeCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.day = Date.today() + timedelta(days=10)
        cls.committee = cls._organization()
        vals = {"name": "Visits", "location": "Willow Street 5", "partner_id": cls.committee.id}
        cls.post = cls.env["leifeng.service.post"].create(vals)

    def _request(self, **vals):
        need = {"served": "alone", "people_count": 14, "need": "Wiring", "wish_date": self.day}
        return self._as("officer", self.env["leifeng.service.request"]).create(
            {"partner_id": self.committee.id, "volunteers_needed": 6, **need, **vals}
        )

    def _refused(self, **vals):
        with self._database_refuses(IntegrityError):
            self._request(served_name="Mrs. Lin", **vals)

    def test_point_17_category_and_number_and_a_name_only_with_consent(self):
        request = self._request()
        self.assertEqual((request.served, request.people_count), ("alone", 14))
        consent = {"consent_by": "Mrs. Lin", "consent_on": Date.today()}

        self._refused()
        self._refused(under_14=True, **consent)

        self._request(served_name="Mrs. Lin", **consent)
        self._request(
            served_name="Xiao Lin", under_14=True, guardian_consent_by="Mr. Lin", **consent
        )

    def test_point_18_one_visit_a_day_and_what_is_not_served_yet(self):
        request = self._request()
        self.assertFalse(request.visit_warning)
        start = self._moment(f"{self.day} 09:00")
        visit = self._session(start=start, stop=start + 120 * MINUTE, post_id=self.post.id)
        request.invalidate_recordset()

        self.assertIn(visit.name, request.visit_warning)
        waits = [("res_model", "=", request._name), ("res_id", "=", request.id)]
        todos = self._as("officer", self.env["leifeng.todo"])
        self.assertEqual(todos.search(waits).mapped("is_mine"), [True])
        request.action_refuse("Another unit goes there")
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertFalse(todos.search(waits))
