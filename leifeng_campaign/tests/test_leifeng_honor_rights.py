from functools import partial

from odoo import fields
from odoo.exceptions import AccessError

from .test_leifeng_honor import GrantedCase

EVERYBODY = ("employee", "internal", "coordinator", "hr", "supervisor", "officer", "manager")


class TestWhoSeesHonors(GrantedCase):
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
