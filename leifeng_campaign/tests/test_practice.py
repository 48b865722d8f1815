import re
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from psycopg2 import IntegrityError
from psycopg2.errors import RestrictViolation

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Date
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..models.leifeng_campaign_activity import KINDS
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


class TestRecords(PracticeCase):
    def test_point_01_a_record_holds_what_the_law_asks(self):
        record = self._confirm(self._past(), self.me, "leader")
        asked = {
            "content": "Shift",
            "date": date(2025, 3, 5),
            "location": "Corner",
            "hours": 2,
            "organizing_unit": self.company.name,
            "recording_unit": self.company.name,
            "leader_name": "Leader",
            "kind": "service",
        }

        self.assertRecordValues(record, [asked])
        training = dict(self.records._fields["kind"].selection)
        self.assertIn("training", training, "training is a list beside it")
        self.assertIn("leifeng.service.rating", self.env, "and so is what the served say")

    def test_point_02_hours_are_in_minus_out_minus_breaks_and_cut_down(self):
        session = self._past(minutes=180)
        row = self._line(session, self.me)
        self._as("officer", row).write(
            {
                "attendance": "present",
                "time_in": self.start + 10 * MINUTE,
                "time_out": self.start + 150 * MINUTE,
                "break_minutes": 10,
            }
        )
        self._as("officer", session).action_confirm()
        record = session.record_ids

        self.assertEqual((record.raw_minutes, record.hours), (130, 2.1), "130 minutes, 0.1 h down")
        self.assertIn("Cut Down to 0.1 Hours", self._paper(self._issue()))
        self.company.leifeng_rounding = "half"
        other = self._confirm(self._past(minutes=130), self.colleague)
        self.assertEqual(other.hours, 2)

    def test_point_03_overdue_after_ten_workdays_for_the_coordinator_only(self):
        workdays = self.env["leifeng.workday"].calendar(self.company)
        today = self.company._leifeng_today()
        told = {}
        for days in (10, 11):
            day = workdays.add(today, -days)
            session = self._past(start=self._moment(f"{day} 10:00"))
            for role in ("coordinator", "employee", "leader", "internal"):
                told[days, role] = self._as(role, session).is_late

        self.assertEqual([key for key, late in told.items() if late], [(11, "coordinator")])

    def test_point_04_nothing_but_service_yields_hours_of_service(self):
        served = {}
        for kind, _label in KINDS:
            vals = {"name": kind, "kind": kind, "phase_id": self.campaign.phase_ids.id}
            activity = self.env["leifeng.campaign.activity"].create(vals)
            session = self._past(activity_id=activity.id, name=kind)
            person = self._employee(f"At {kind}")
            self._confirm(session, person)
            served[kind] = person.leifeng_hours

        self.assertEqual({kind: hours for kind, hours in served.items() if hours}, {"service": 2})

    def test_point_05_days_have_limits(self):
        nine = self._past(minutes=540, start=self._moment("2025-03-05 08:00"))
        self._line(nine, self.me, attendance="present")
        self.assertIn("More than 8 hours", self._as("officer", nine).sheet_warning)
        self._as("officer", nine).action_confirm()
        self.assertFalse(nine.entry_ids)

        # 4 hours more make 13: they wait for a second person, whoever confirms
        self._confirm(self._past(minutes=240), self.me)
        waiting = self.env["leifeng.service.entry"].search([("employee_id", "=", self.me.id)])
        self.assertEqual((waiting.state, waiting.long_day), ("review", True))
        with self.assertRaises(AccessError):
            self._as("officer", waiting).action_record()
        self._as("manager", waiting).action_record()
        self.assertEqual(self.me.leifeng_hours, 13)

    def test_point_05_one_place_at_a_time_and_three_sessions_a_day(self):
        self._as("employee", self._session()).action_sign_up()
        with self.assertRaisesRegex(UserError, "in line for"):
            self._as("employee", self._session()).action_sign_up()
        for hour in (8, 9, 10):
            start = self._moment(f"2025-03-05 {hour:02}:00")
            self._confirm(self._past(minutes=30, start=start), self.me)

        with self.assertRaisesRegex(UserError, "more than 3"):
            self._confirm(self._past(minutes=30), self.me)

    def test_point_06_no_bonus_and_late_entries_stay_marked(self):
        leader = self.people["leader"]
        session = self._past()
        records = self._confirm(session, self.me | leader)
        self.assertEqual(set(records.mapped("minutes")), {120}, "leading adds nothing")
        row = self._line(self._past(start=self._moment("2025-03-06 18:30")), self.me)
        with self._database_refuses(IntegrityError):
            row.write({"attendance": "present", "break_minutes": -60})
            row.flush_recordset()

        ask = self._as("leader", self.env["leifeng.service.entry"]).ask
        times = (session.start, session.stop, 0)
        about = {"session": self._as("leader", session)}
        with self.assertRaises(UserError):
            ask(self.colleague.id, times, " ", **about)
        entry = ask(self.colleague.id, times, "Was not on the sheet", **about).sudo()
        with self.assertRaises(AccessError):
            self._as("leader", entry).action_record()
        self._as("officer", entry).action_record()

        self.assertEqual((entry.record_id.source, entry.record_id.minutes), ("late", 120))

    def test_point_14_everyone_sees_and_contests_the_own_record(self):
        record = self._confirm(self._past(), self.me)
        self._login("employee")
        self._has(self._page("/my/leifeng/records"), "//div[@data-state='recorded']")
        questions = self._as("employee", self.env["leifeng.service.correction"])
        question = questions.ask(self._as("employee", record), "I left at 19:30")

        self._as("officer", question).action_answer("You are right.")
        self._as("officer", record).action_correct("Left", record.start, record.start + 60 * MINUTE)

        self.env.invalidate_all()
        self.assertEqual((record.state, record.minutes), ("reversed", 120), "the old value stays")
        self.assertEqual((question.answer, self.me.leifeng_hours), ("You are right.", 1))

    def test_point_15_records_stay_ten_years_and_sign_up_lists_go_earlier(self):
        record = self._confirm(self._past(), self.me)
        session = record.session_id
        retention = self.env["leifeng.retention"]

        with self._database_refuses(RestrictViolation):
            record.sudo().unlink()
        with self.assertRaises(ValidationError):
            retention.create({"record_years": 9})
        self.assertTrue(session.signup_ids)
        self.company.leifeng_signup_months = 1
        retention._purge(self.company)

        self.assertFalse(session.signup_ids.exists())
        self.assertTrue(record.exists())


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
