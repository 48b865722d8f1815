from functools import partial

from psycopg2 import IntegrityError
from psycopg2.errors import RestrictViolation

from odoo import Command, fields
from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import Form, freeze_time
from odoo.tools import mute_logger

from .honor_case import HonorCase

EVERYBODY = ("employee", "internal", "coordinator", "hr", "supervisor", "officer", "manager")


class TestHonor(HonorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]
        cls.award = cls._award("person", name="Model at Work")
        cls.entry = cls._winner(cls.award, cls.me)
        cls._winner(cls.award, cls.colleague)
        cls.decision = cls._issue(cls.award)
        cls.honor = cls.decision.honor_ids.filtered(lambda each: each.employee_id == cls.me)

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

    # numbers

    def test_numbers_have_no_gaps_when_a_transaction_fails(self):
        last = max(self.decision.honor_ids.mapped("serial"))
        award = self._award("person", name="Second")
        self._winner(award, self.people["head"])
        empty = self._award("person", name="Empty")
        self._on_notice(award)
        self._stage(empty, "notice")
        failing = self._decision(award, empty)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            results = award._winners()
            self.env["leifeng.certificate"]._honor_values(failing, results)
            failing.action_issue()

        decision = self._decision(award)
        decision.action_issue()

        self.assertEqual(decision.honor_ids.serial, last + 1)
        self.assertFalse(self.env["leifeng.certificate"]._missing_numbers(self.company))

    def test_numbers_begin_anew_with_the_year_of_the_decision(self):
        award = self._award("person", name="Next Year")
        self._winner(award, self.people["head"])
        self._on_notice(award)
        year = self.company._leifeng_today().year + 1
        with freeze_time(f"{year}-01-05"):
            decision = self._decision(award)
            decision.action_issue()

        self.assertEqual((decision.honor_ids.serial_year, decision.honor_ids.serial), (year, 1))
        self.assertIn(str(year), decision.honor_ids.number)

    def test_honors_and_service_records_are_numbered_apart(self):
        self._confirmed(self.me)
        service = self._as("employee", self.env["leifeng.certificate"]).issue_service_record(
            self.me.id
        )

        self.assertEqual(service.serial, 1)
        self.assertNotEqual(service.number, self.decision.honor_ids.sorted("id")[0].number)

    def test_the_register_finds_a_missing_number(self):
        register = self._as("supervisor", self.env["leifeng.certificate"])
        self.assertEqual(register.action_check_numbers()["params"]["type"], "success")
        day = self.company._leifeng_today()
        lost = register.sudo()._number_values(self.company, "honor", day)["number"]

        with self.assertRaises(UserError) as refusal:
            register.action_check_numbers()

        self.assertIn(lost, str(refusal.exception))

    def test_the_button_sends_what_is_selected(self):
        honors = self._as("officer", self.decision.honor_ids)
        result = call_kw(honors, "action_check_numbers", [honors.ids], {})
        self.assertEqual(result["params"]["type"], "success")

    def test_a_tier_is_not_named_twice(self):
        tier = [Command.create({"name": "Model"})]
        award = self._award("person", name="Model of the Year", tier_ids=tier)
        self._winner(award, self.people["leader"])

        honor = self._issue(award).honor_ids

        self.assertEqual(honor._honor_title(), "Model of the Year")
        self.assertEqual(self.honor._honor_title(), "Model at Work · First")

    def test_who_checks_the_numbers(self):
        for role in ("employee", "internal", "coordinator", "hr"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.env["leifeng.certificate"]).action_check_numbers()

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

    # who sees it

    def test_everybody_reads_valid_honors_of_those_who_agreed(self):
        for role in EVERYBODY:
            found = self._as(role, self.env["leifeng.certificate"]).search([("kind", "=", "honor")])
            self.assertEqual(found, self.decision.honor_ids, role)

    def test_practice_19_who_did_not_agree_is_for_the_office_alone(self):
        self.honor.named = False
        for role in ("colleague", "internal", "coordinator", "head"):
            seen = self._as(role, self.env["leifeng.certificate"])
            self.assertNotIn(self.honor, seen.search([]), role)
            with self.assertRaises(AccessError, msg=role):
                seen.browse(self.honor.id).read(["holder_name"])
        for role in ("employee", "officer", "supervisor", "hr"):
            self.assertIn(self.honor, self._as(role, self.env["leifeng.certificate"]).search([]))

    def test_no_side_door_shows_whom_a_colleague_may_not_see(self):
        self.honor.named = False
        for role in ("internal", "coordinator", "colleague"):
            seen = self._as(role, self.env["leifeng.certificate"])
            domain = [("kind", "=", "honor")]
            found = [
                seen.name_search(self.honor.number),
                seen.search_read([*domain, ("holder_name", "=", "Employee")], ["number"]),
                seen.formatted_read_group([*domain, ("serial", "=", self.honor.serial)], ["state"]),
                seen._read_group([("employee_id", "=", self.me.id)], ["kind"]),
            ]
            self.assertEqual(found, [[]] * 4, role)
            honor = seen.browse(self.honor.id)
            for act in (honor.get_metadata, partial(honor.web_read, {"number": {}})):
                with self.assertRaises(AccessError, msg=role):
                    act()

    def test_a_link_to_an_honor_shows_an_honor(self):
        self._confirmed(self.me)
        service = self.env["leifeng.certificate"].issue_service_record(self.me.id)

        view = self._as("officer", self.honor).get_formview_id()

        self.assertEqual(view, self.env.ref("leifeng_campaign.leifeng_honor_view_form").id)
        self.assertNotEqual(self._as("officer", service).get_formview_id(), view)

    def test_what_is_void_is_for_the_holder_office_and_hr(self):
        self._as("manager", self.honor).action_revoke_honor("Fraud", "No. 9")
        for role in ("colleague", "internal", "coordinator"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.honor).read(["state_reason"])
        for role in ("employee", "officer", "supervisor", "hr"):
            self.assertEqual(self._as(role, self.honor).state_reason, "Fraud")

    def test_nobody_reads_token_or_entry(self):
        for role in EVERYBODY:
            for name in ("token", "entry_id"):
                with self.assertRaises(AccessError, msg=f"{role} {name}"):
                    self._as(role, self.honor).read([name])

    def test_nobody_writes_creates_or_deletes(self):
        for role in EVERYBODY:
            honor = self._as(role, self.honor)
            for act in (
                lambda honor=honor: honor.write({"named": False}),
                lambda honor=honor: honor.copy(),
                lambda honor=honor: honor.unlink(),
            ):
                with self.assertRaises(AccessError, msg=role):
                    act()

    def test_counts_on_the_forms(self):
        other = self._award("department")
        self._winner(other)
        self._issue(other)

        self.assertEqual(self._as("hr", self.me).leifeng_honor_count, 1)
        self.assertEqual(self._as("internal", self.hall).leifeng_honor_count, 3)
        domain = self._as("hr", self.me).action_leifeng_honors()["domain"]
        found = self._as("hr", self.env["leifeng.certificate"]).search(domain)
        self.assertEqual(found, self.honor)

    def test_people_print_their_own_the_office_all(self):
        for role in ("employee", "officer"):
            self.assertEqual(len(self._as(role, self.honor)._honor_papers()), 1)
        for role in ("colleague", "internal", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.honor)._honor_papers()

    def test_the_service_certificates_menu_holds_no_honors(self):
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_certificate_action"
        )
        domain = fields.Domain(eval(action["domain"]))  # the action's own text
        self.assertFalse(self.env["leifeng.certificate"].search(domain) & self.decision.honor_ids)
