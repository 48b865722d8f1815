"""The binding points of practice.md (section 10) that awards are about, each through the acts that
people use; every class is about one part of the way."""

from odoo.exceptions import UserError

from .nomination_case import NominationCase


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
