"""The binding points of practice.md (section 10) that awards are about, each through the acts that
people use; every class is about one part of the way."""

from odoo.exceptions import AccessError, UserError

from .nomination_case import NominationCase
from .notice_case import ObjectionCase


class TestNominating(NominationCase):
    def test_point_19_consent_to_each_thing_by_itself_at_nomination(self):
        entry = self._sent("coordinator", self.me)
        with self.assertRaises(UserError):
            self._as("head", entry).action_put_forward("We agree.")

        self._as("employee", entry).action_agree(named=True)

        expected = {
            "consent_considered": True,
            "consent_named": True,
            "consent_publicized": False,
            "state": "submitted",
        }
        self.assertRecordValues(entry, [expected])
        self.assertTrue(entry.consent_on)
        with self.assertRaisesRegex(UserError, "tick"):
            self._sent_without_consent("colleague")

    def _sent_without_consent(self, role):
        self._nominate(role, self.people[role]).action_send_nomination(named=True)

    def test_point_21_nomination_and_preliminary_review_with_person_date_and_opinion(self):
        own, proposed = self._sent("colleague", self.colleague), self._agreed("head", self.me)
        for entry, role in ((own, "head"), (proposed, "coordinator")):
            self._as(role, entry).action_put_forward(f"Opinion by {role}")

        for entry, origin, role in ((own, "self", "head"), (proposed, "department", "coordinator")):
            expected = {
                "origin": origin,
                "state": "candidate",
                "department_opinion": f"Opinion by {role}",
                "department_by": role.title(),
                "department_name": "Service Hall",
            }
            self.assertRecordValues(entry, [expected])
            self.assertTrue(entry.submitted_on and entry.department_on)


class TestPublicNotice(ObjectionCase):
    def test_point_19_a_notice_holds_name_department_award_and_short_reason(self):
        line = self.line
        shown = {name for name in line._fields if line._fields[name].groups is None}

        self.assertEqual(
            shown & {"holder_name", "department_name", "award_name", "tier_name", "reason"},
            {"holder_name", "department_name", "award_name", "tier_name", "reason"},
        )
        for word in ("phone", "birth", "mail", "number", "ethnic", "political"):
            self.assertFalse([name for name in shown if word in name], word)
        self.assertEqual(line.reason, "Helps")
        self.assertTrue(self.notice.office and self.notice.office_phone and self.notice.date_stop)
        self.mine.write({"consent_named": False})
        with self._on("2026-11-24"):
            renewed = self._as("officer", self.notice).action_renew("One did not agree to be named")
        self.assertNotIn("Employee", renewed.sudo().line_ids.mapped("holder_name"))

    def test_point_20_five_workdays_the_objector_s_name_and_no_grant_while_one_is_open(self):
        workdays = self.notice._calendar().between(self.notice.date_start, self.notice.date_stop)
        self.assertGreaterEqual(len(workdays), 5)
        objection = self._object()

        for role in ("officer", "manager", "hr", "internal", "colleague", "judge"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, objection).read(["objector_name"])
        self.assertEqual(self._as("supervisor", objection).objector_name, "Employee")
        with self._on("2026-11-27"):
            self.assertTrue(self.award._notice_refusal(), "an objection is open")
            self._find(objection)
            self.assertFalse(self.award._notice_refusal())
