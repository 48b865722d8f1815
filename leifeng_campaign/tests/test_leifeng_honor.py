from psycopg2 import IntegrityError
from psycopg2.errors import RestrictViolation

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form
from odoo.tools import mute_logger

from .honor_case import HonorCase


class GrantedCase(HonorCase):
    """An award granted to an employee and a colleague."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]
        cls.award = cls._award("person", name="Model at Work")
        cls.entry = cls._winner(cls.award, cls.me)
        cls._winner(cls.award, cls.colleague)
        cls.decision = cls._issue(cls.award)
        cls.honor = cls.decision.honor_ids.filtered(lambda each: each.employee_id == cls.me)


class TestHonor(GrantedCase):
    def _told(self, person):
        return self.env["leifeng.message"].search([("employee_id", "=", person.id)], limit=1).text

    # what is printed

    def test_the_words_are_kept_as_printed(self):
        year = self.company._leifeng_today().year
        self.assertRecordValues(
            self.honor,
            [
                {
                    "kind": "honor",
                    "holder_name": "Employee",
                    "holder_number": False,
                    "holder_department": "Service Hall",
                    "award_name": "Model at Work",
                    "tier_name": "First",
                    "document_number": "No. 6 of this year",
                    "recording_unit": "The Agency",
                    "issued_on": self.decision.date,
                    "honor_year": self.campaign.date_start.year,
                    "serial_year": year,
                }
            ],
        )
        self.assertEqual(self.honor._address(), "To comrade Employee:")
        self.assertIn("you are named “Model at Work”", self.honor._sentence())
        self.assertEqual(self.honor._marked_sentence()[1], "“Model at Work”")

    def test_the_words_of_an_essay_and_of_a_department(self):
        essays, organizers = self._award("essay"), self._award("department")
        self._winner(essays, self.people["leader"])
        self._winner(organizers)

        essay, department = self._honors_of(self._issue(essays, organizers))

        self.assertIn("your work “A Morning” won the First", essay._sentence())
        self.assertEqual(essay._marked_sentence()[1], "First")
        self.assertEqual(department._address(), "To Service Hall:")
        self.assertIn("won the “Award for a department”", department._sentence())

    def test_quotation_marks_in_a_name_become_single_ones(self):
        award = self._award("person", name="“Hand in Hand” Model")
        self._winner(award, self.people["leader"])

        honor = self._issue(award).honor_ids

        self.assertIn("named “‘Hand in Hand’ Model”.", honor._sentence())
        self.assertEqual(honor._marked_sentence()[1], "“‘Hand in Hand’ Model”")
        self.assertEqual(honor.award_name, "“Hand in Hand” Model")

    def test_history_does_not_move(self):
        before = self.honor.read()[0]

        self.me.name = "Renamed"
        self.me.department_id = self.hotline
        self.hall.name = "Hall of Today"
        self.me.action_archive()
        self.hall.active = False

        self.env.flush_all()
        self.env.invalidate_all()
        after = self.honor.read()[0]
        for name in ("employee_id", "holder_department_id"):  # which show today's name
            self.assertEqual(before.pop(name)[0], after.pop(name)[0])
        self.assertEqual(after, before)
        self.assertIn(self.honor, self._as("internal", self.env["leifeng.certificate"]).search([]))

    def test_who_is_honored_is_not_deleted(self):
        for record in (self.me, self.hall):
            with mute_logger("odoo.sql_db"):
                self.assertTrue(self._refuses_to_go(record), record.display_name)
        for name in ("employee_id", "department_id", "holder_department_id", "entry_id"):
            self.assertEqual(self.honor._fields[name].ondelete, "restrict", name)
        self.assertTrue(self.honor.exists())

    def _refuses_to_go(self, record):
        try:
            with self.env.cr.savepoint():
                record.unlink()
        except (IntegrityError, UserError):
            return True
        return False

    def test_the_database_keeps_the_words(self):
        for column, value in (
            ("honor_words", "Other"),
            ("holder_name", "Other"),
            ("tier_name", "Best"),
            ("number", "1"),
            ("serial", 99),
        ):
            with (
                self.assertRaises(RestrictViolation, msg=column),
                mute_logger("odoo.sql_db"),
                self.env.cr.savepoint(),
            ):
                self.env.cr.execute(
                    f"UPDATE leifeng_certificate SET {column} = %s WHERE id = %s",
                    [value, self.honor.id],
                )

    def test_revoked_is_for_ever_in_the_database_too(self):
        self._as("manager", self.honor).action_revoke_honor("Fraud", "No. 9")
        self.env.flush_all()
        with (
            self.assertRaises(RestrictViolation),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute(
                "UPDATE leifeng_certificate SET state = 'valid' WHERE id = %s", [self.honor.id]
            )

    def test_award_papers_stay_when_old_data_is_removed(self):
        """R1: commendations are kept for 30 years."""
        self.env.cr.execute(
            "UPDATE leifeng_certificate SET create_date = create_date - interval '20 years'"
        )
        self.env["leifeng.retention"]._purge(self.company)
        self.assertTrue(self.honor.exists())
        with (
            self.assertRaises(RestrictViolation),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self.env.cr.execute("DELETE FROM leifeng_certificate WHERE id = %s", [self.honor.id])

    def test_a_tier_is_not_named_twice(self):
        tier = [Command.create({"name": "Model"})]
        award = self._award("person", name="Model of the Year", tier_ids=tier)
        self._winner(award, self.people["leader"])

        honor = self._issue(award).honor_ids

        self.assertEqual(honor._honor_title(), "Model of the Year")
        self.assertEqual(self.honor._honor_title(), "Model at Work · First")

    # what becomes of it

    def test_a_corrected_name_makes_a_new_paper(self):
        form = Form(
            self._as("officer", self.env["leifeng.honor.reissue"]).with_context(
                default_certificate_id=self.honor.id
            )
        )
        self.assertEqual(form.name, "Employee")
        form.name = "Employée"
        form.reason = "Misspelled"

        new = self.env["leifeng.certificate"].browse(form.save().action_reissue()["res_id"])

        self.assertEqual((self.honor.state, self.honor.replaced_by_id), ("replaced", new))
        self.assertEqual(self.honor.holder_name, "Employee")
        self.assertEqual((new.state, new.holder_name), ("valid", "Employée"))
        self.assertEqual(new._address(), "To comrade Employée:")
        self.assertEqual(new._sentence(), self.honor._sentence())
        self.assertNotEqual((new.number, new.token), (self.honor.number, self.honor.token))
        self.assertEqual(self.entry.honor_number, new.number)
        self.assertIn(new.number, self._told(self.me))
        row = self.env["leifeng.journal"].search([("kind", "=", "honor_replaced")], limit=1)
        self.assertEqual(row.res_id, self.honor.id)
        with self.assertRaises(UserError):
            self._as("officer", self.honor).action_reissue_honor("Again", "Again")

    def test_revoking_says_why_and_by_which_document(self):
        dialog = self._as("manager", self.env["leifeng.honor.revoke"]).create(
            {"certificate_id": self.honor.id, "reason": "Fraud", "document": "No. 9"}
        )

        dialog.action_revoke()

        self.env.invalidate_all()
        self.assertRecordValues(
            self.honor,
            [
                {
                    "state": "revoked",
                    "state_reason": "Fraud",
                    "revoke_document": "No. 9",
                    "revoked_on": self.company._leifeng_today(),
                }
            ],
        )
        self.assertEqual(self.entry.state, "disqualified")
        self.assertIn("No. 9", self._told(self.me))
        row = self.env["leifeng.journal"].search([("kind", "=", "honor_revoked")], limit=1)
        self.assertEqual(row.res_id, self.honor.id)
        self.assertNotIn("Employee", row.payload)

    def test_a_revocation_without_reason_or_document_is_refused(self):
        for reason, document in (("", "No. 9"), ("Fraud", " "), (False, False)):
            with self.assertRaises(UserError):
                self._as("manager", self.honor).action_revoke_honor(reason, document)
        self.assertEqual(self.honor.state, "valid")

    def test_only_the_manager_revokes_and_only_the_office_issues_anew(self):
        for role in ("officer", "supervisor", "hr", "internal", "employee", "colleague"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.honor).action_revoke_honor("Fraud", "No. 9")
        for role in ("supervisor", "hr", "internal", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.honor).action_reissue_honor("X", "Y")

    def test_an_honor_is_no_service_record(self):
        with self.assertRaises(UserError):
            self._as("employee", self.honor).action_reissue()
        self._confirmed(self.me)
        certificates = self._as("employee", self.env["leifeng.certificate"])
        with self.assertRaises(UserError):
            certificates.issue_service_record(self.me.id, replaces_id=self.honor.id)
        service = certificates.issue_service_record(self.me.id)
        with self.assertRaises(UserError):
            self._as("officer", service).action_reissue_honor("X", "Y")
        self.assertEqual(service.kind, "service")
