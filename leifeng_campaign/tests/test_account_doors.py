from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .account_case import AccountCase


@tagged("-at_install", "post_install")
class TestAttack(AccountCase):
    def test_others_may_not_open_the_dialog(self):
        for role in ("internal", "coordinator", "supervisor", "employee", "head"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._dialog(role)

    def test_others_may_not_reach_a_dialog_of_the_office(self):
        dialog = self._opened(people=self.anna)
        line = dialog.line_ids

        for role in ("internal", "employee", "hr", "manager"):
            for records, field in ((dialog, "login_by"), (line, "code")):
                with self.subTest(role=role, model=records._name), self.assertRaises(AccessError):
                    self._as(role, records).read([field])
            for act in ("action_open_chunk", "action_preview", "action_print", "action_done"):
                with self.subTest(role=role, act=act), self.assertRaises(AccessError):
                    getattr(self._as(role, dialog), act)()
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._as(role, line).action_new_code()

    def test_searching_lines_finds_ones_own_alone(self):
        self._opened(people=self.anna)

        for role in ("hr", "manager"):
            self.assertFalse(self._as(role, self.env["leifeng.account.open.line"]).search([]))

    def test_slips_of_others_are_not_printed(self):
        dialog = self._opened(people=self.anna)
        self.env.invalidate_all()

        reports = self.env["ir.actions.report"].with_user(self.users["manager"])
        with self.assertRaises(AccessError), mute_logger("odoo.addons.base.models.ir_qweb"):
            reports._render_qweb_html("leifeng_campaign.report_account_slips", dialog.ids)

    def test_lines_are_not_written_by_hand(self):
        dialog = self._preview(people=self.anna)
        lines = dialog.line_ids
        values = {
            "wizard_id": dialog.id,
            "employee_id": self.people["manager"].id,
            "name": "Manager",
            "login": "boss",
            "status": "ready",
        }

        for role in ("officer", "hr"):
            mine = self._as(role, lines)
            with self.subTest(role=role), self.assertRaises(AccessError):
                mine.create(values)
            with self.subTest(role=role), self.assertRaises(AccessError):
                mine.write({"login": "boss"})
        with self.assertRaises(AccessError):
            self._as("officer", dialog).write({"line_ids": [Command.create(values)]})
        with self.assertRaises(AccessError):
            self._as("officer", dialog).write(
                {"line_ids": [Command.update(lines.id, {"status": "ready"})]}
            )

    def test_forged_line_opens_nothing(self):
        """Even a line that says otherwise takes over nobody's account."""
        dialog = self._preview(people=self.anna)
        manager = self.people["manager"]
        account = manager.user_id
        dialog.sudo().line_ids.write({"employee_id": manager.id, "login": "boss"})

        dialog.action_open_chunk()

        self.assertEqual(manager.user_id, account)
        self.assertEqual(dialog.line_ids.status, "existing")
        self.assertFalse(self.env["res.users"].search([("login", "=", "boss")]))

    def test_forged_line_of_another_agency_opens_nothing(self):
        dialog = self._preview(people=self.anna)
        dialog.sudo().line_ids.write({"employee_id": self.outsider.id, "login": "ZZ1"})

        dialog.action_open_chunk()

        self.assertFalse(self.outsider.user_id)

    def test_employees_of_another_agency_are_left_out(self):
        dialog = self._dialog(people=self.outsider)

        with self.assertRaises(UserError):
            dialog.action_preview()

    def test_dialog_for_another_agency_is_refused(self):
        with self.assertRaises(AccessError):
            self._dialog(people=self.outsider, company_id=self.other_company.id)
        dialog = self._dialog(people=self.outsider)
        with self.assertRaises(AccessError):
            dialog.company_id = self.other_company
            dialog.action_preview()

    def test_context_reaches_no_account(self):
        forged = {
            "default_group_ids": [Command.set(self.env.ref("base.group_system").ids)],
            "default_partner_id": self.env.ref("base.user_admin").partner_id.id,
            "default_company_ids": [Command.set(self.other_company.ids)],
            "default_active": False,
        }
        self.anna.work_contact_id = False
        dialog = self._preview(people=self.anna)

        dialog.with_context(**forged).action_open_chunk()

        user = self.anna.user_id
        self.assertEqual(user.group_ids, self.env.ref("base.group_portal"))
        self.assertEqual(user.company_ids, self.company)
        self.assertNotEqual(user.partner_id, self.env.ref("base.user_admin").partner_id)
        self.assertTrue(user.active)

    def test_flags_are_nobodys_to_read_or_write(self):
        self._opened(people=self.anna)
        user = self.anna.user_id

        for role in ("officer", "hr", "employee"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self._as(role, user).read(["leifeng_first_code"])
        with self.assertRaises(AccessError):
            user.with_user(user).write({"leifeng_first_code": False})
