from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .test_leifeng_service_record import RecordCase


class TestCertificateReplace(RecordCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.old = cls.env["leifeng.certificate"].issue_service_record(cls.person.id)

    def test_practice_12_a_new_paper_takes_the_place_of_the_old_one(self):
        self.person.name = "Renamed"

        new = self._as("employee", self.old).action_reissue()

        self.assertEqual((self.old.state, self.old.replaced_by_id), ("replaced", new.sudo()))
        self.assertEqual((new.state, new.holder_name), ("valid", "Renamed"))
        self.assertNotEqual(new.number, self.old.number)
        self.assertEqual(self.old.holder_name, "Employee", "the old words stay")
        rows = self.env["leifeng.journal"].search([("res_id", "=", self.old.id)], limit=1)
        self.assertEqual(rows.kind, "certificate_replaced")

    def test_the_office_does_it_by_the_wizard(self):
        context = {
            "default_replaces_id": self.old.id,
            "default_employee_id": self.person.id,
            "default_date_from": self.old.date_from,
            "default_date_to": self.old.date_to,
        }
        wizards = self._as("officer", self.env["leifeng.certificate.issue"])

        wizard = Form(wizards.with_context(**context)).save()
        new_id = wizard.action_issue()["res_id"]

        self.assertEqual(self.old.replaced_by_id.id, new_id)

    def test_what_was_replaced_or_revoked_stays_so(self):
        self._as("employee", self.old).action_reissue()
        with self.assertRaises(UserError):
            self._as("employee", self.old).action_reissue()
        self._as("officer", self.record).action_correct("Was not there")
        self.assertEqual(self.old.state, "replaced")
        self.assertEqual(self.old.replaced_by_id.state, "revoked")

        with self.assertRaises(UserError):
            self._as("employee", self.old.replaced_by_id).action_reissue()

    def test_nobody_replaces_somebody_else_s(self):
        with self.assertRaises(AccessError):
            self._as("colleague", self.old).action_reissue()
        own = self._confirmed(self.people["colleague"], hours_ahead=-50).record_ids
        certificates = self._as("colleague", self.env["leifeng.certificate"])
        with self.assertRaises(UserError):
            certificates.issue_service_record(own.employee_id.id, replaces_id=self.old.id)
        self.assertEqual(self.old.state, "valid")
