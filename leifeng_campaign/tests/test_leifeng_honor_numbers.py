from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw
from odoo.tests import freeze_time

from .test_leifeng_honor import GrantedCase


class TestHonorNumbers(GrantedCase):
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

    def test_who_checks_the_numbers(self):
        for role in ("employee", "internal", "coordinator", "hr"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.env["leifeng.certificate"]).action_check_numbers()
