from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger

from ..tools import logins
from ..wizard.leifeng_account_open import CHUNK
from .common import LeifengCase


class AccountCase(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.office = cls._department("Office")
        cls.anna = cls._employee("Anna", department=cls.office, barcode="WX001")
        cls.bert = cls._employee("Bert", department=cls.office, barcode="WX002")
        cls.other_company = cls.env["res.company"].create({"name": "Other Agency"})
        cls.outsider = cls._employee("Outsider", department=cls.office, barcode="ZZ1").sudo()
        cls.outsider.write({"company_id": cls.other_company.id, "department_id": False})

    def _dialog(self, role="officer", people=None, **vals):
        """Return the dialog of ``role`` for the office, or for ``people``, before the preview."""
        choice = {"employee_ids": [Command.set(people.ids)]} if people else {}
        if not people:
            choice = {"department_ids": [Command.set(self.office.ids)]}
        dialogs = self._as(role, self.env["leifeng.account.open"])
        return dialogs.create({**choice, **vals})

    def _preview(self, role="officer", people=None, **vals):
        dialog = self._dialog(role, people, **vals)
        dialog.action_preview()
        return dialog

    def _opened(self, role="officer", people=None, **vals):
        dialog = self._preview(role, people, **vals)
        while dialog.action_open_chunk()["left"]:
            pass
        return dialog

    def _facts(self, dialog):
        return {line.name: (line.login or "", line.status) for line in dialog.line_ids}


class TestLogins(TransactionCase):
    def test_logins_are_cleaned(self):
        self.assertEqual(logins.staff_number(" ＷＸ００1 "), "WX001")
        self.assertEqual(logins.staff_number(False), "")
        self.assertEqual(logins.mobile("+86 138-0013-8000"), "13800138000")
        self.assertEqual(logins.mobile("0086 13800138000"), "13800138000")
        self.assertEqual(logins.mobile("12"), "")

    def test_codes_are_long_legible_and_never_the_same(self):
        codes = {logins.first_code() for _ in range(500)}

        self.assertEqual(len(codes), 500)
        self.assertEqual({len(code) for code in codes}, {logins.CODE_LENGTH})
        self.assertGreater(len(logins.ALPHABET) ** logins.CODE_LENGTH, 2**50)
        self.assertFalse(set("ilo01") & set(logins.ALPHABET))


class TestPreview(AccountCase):
    def test_preview_says_for_each_what_would_happen_and_makes_nothing(self):
        self._employee("Cora", department=self.office)
        self._employee("Dora", department=self.office, barcode="wx001")
        self._employee("Emil", department=self.office, barcode="admin")
        self.bert.user_id = self.users["internal"].copy({"login": "bert"})
        before = self.env["res.users"].with_context(active_test=False).search_count([])

        dialog = self._preview()

        self.assertEqual(
            self._facts(dialog),
            {
                "Anna": ("WX001", "shared"),
                "Bert": ("", "existing"),
                "Cora": ("", "missing"),
                "Dora": ("wx001", "shared"),
                "Emil": ("admin", "taken"),
            },
        )
        anna = dialog.line_ids.filtered(lambda line: line.name == "Anna")
        self.assertEqual(anna.others, "Dora")
        self.assertEqual(
            (dialog.ready_count, dialog.existing_count, dialog.problem_count), (0, 1, 4)
        )
        after = self.env["res.users"].with_context(active_test=False).search_count([])
        self.assertEqual(after, before)

    def test_number_used_by_a_colleague_outside_the_choice_counts(self):
        self._employee("Dora", department=self.hotline, barcode="wx001")

        dialog = self._preview(people=self.anna)

        self.assertEqual(self._facts(dialog), {"Anna": ("WX001", "shared")})

    def test_mobile_number_as_login(self):
        self.anna.mobile_phone = "+86 138 0013 8000"
        self.bert.mobile_phone = "138-0013-8000"
        cora = self._employee("Cora", department=self.office, mobile_phone="13900139000")

        dialog = self._opened(login_by="mobile")

        self.assertEqual(
            self._facts(dialog),
            {
                "Anna": ("13800138000", "shared"),
                "Bert": ("13800138000", "shared"),
                "Cora": ("13900139000", "opened"),
            },
        )
        self.assertEqual(cora.user_id.login, "13900139000")

    def test_departments_below_come_along(self):
        below = self._department("Below")
        below.parent_id = self.office
        self._employee("Deep", department=below, barcode="WX009")

        self.assertIn("Deep", self._facts(self._preview()))

    def test_nothing_chosen(self):
        dialog = self._as("officer", self.env["leifeng.account.open"]).create({})

        with self.assertRaises(UserError):
            dialog.action_preview()


class TestOpening(AccountCase):
    def test_officer_opens_one_portal_account_per_employee(self):
        contact = self.anna.work_contact_id
        partners = self.env["res.partner"].with_context(active_test=False).search_count([])
        mails = self.env["mail.mail"].search_count([])

        dialog = self._opened()

        user = self.anna.user_id
        self.assertRecordValues(
            user,
            [
                {
                    "login": "WX001",
                    "name": "Anna",
                    "active": True,
                    "share": True,
                    "lang": "zh_CN",
                    "tz": "Asia/Shanghai",
                    "company_id": self.company.id,
                    "company_ids": self.company.ids,
                    "partner_id": contact.id,
                    "group_ids": self.env.ref("base.group_portal").ids,
                    "leifeng_first_code": True,
                    "leifeng_account": True,
                }
            ],
        )
        self.assertEqual(self._facts(dialog)["Bert"], ("WX002", "opened"))
        self.assertEqual(self.anna.work_contact_id, contact)
        after = self.env["res.partner"].with_context(active_test=False).search_count([])
        self.assertEqual(after, partners)
        self.assertEqual(self.env["mail.mail"].search_count([]), mails)

    def test_code_logs_in_and_is_kept_as_a_hash_alone(self):
        dialog = self._opened(people=self.anna)
        code = dialog.line_ids.code

        self.env.cr.execute("SELECT password FROM res_users WHERE id = %s", [self.anna.user_id.id])
        [stored] = self.env.cr.fetchone()
        self.assertNotIn(code, stored)
        self.assertTrue(self.env["res.users"]._crypt_context().verify(code, stored))

    def test_hr_opens_accounts(self):
        self._opened("hr")

        self.assertEqual((self.anna | self.bert).user_id.mapped("login"), ["WX001", "WX002"])

    def test_running_twice_makes_nothing_twice(self):
        self._opened()
        first = (self.anna | self.bert).user_id

        again = self._opened()

        self.assertEqual({status for _login, status in self._facts(again).values()}, {"existing"})
        self.assertEqual((self.anna | self.bert).user_id, first)
        self.assertEqual(again.code_count, 0)

    def test_chunks_follow_each_other(self):
        for index in range(CHUNK):
            self._employee(f"Many {index}", department=self.office, barcode=f"M{index:03}")
        dialog = self._preview()

        left = dialog.action_open_chunk()["left"]

        self.assertEqual((left, dialog.code_count, dialog.ready_count), (2, CHUNK, 2))
        self.assertEqual(dialog.action_open_chunk()["left"], 0)
        self.assertEqual(dialog.code_count, CHUNK + 2)

    def test_what_changed_since_the_preview_is_found_out(self):
        cora = self._employee("Cora", department=self.office, barcode="WX003")
        dora = self._employee("Dora", department=self.office, barcode="WX004")
        dialog = self._preview()
        self.anna.user_id = self.users["internal"].copy({"login": "anna"})
        self.bert.barcode = False
        cora.active = False
        self.users["internal"].login = "WX004"

        dialog.action_open_chunk()

        self.assertEqual(
            {name: status for name, (_login, status) in self._facts(dialog).items()},
            {"Anna": "existing", "Bert": "missing", "Cora": "missing", "Dora": "taken"},
        )
        self.assertFalse(dora.user_id)
        self.assertEqual(self.anna.user_id.login, "anna")

    def test_journal_counts_without_names(self):
        self._opened()

        row = self.env["leifeng.journal"].search([("kind", "=", "accounts")])
        self.assertEqual(row._facts()["employees"], (self.anna | self.bert).ids)
        self.assertNotIn("Anna", row.payload)

    def test_slips_show_what_is_needed_to_log_in(self):
        dialog = self._opened(people=self.anna)

        html, _kind = (
            self.env["ir.actions.report"]
            .with_user(self.users["officer"])
            ._render_qweb_html("leifeng_campaign.report_account_slips", dialog.ids)
        )

        for text in ("Anna", "Office", "WX001", dialog.line_ids.code, "data:image/png;base64,"):
            self.assertIn(text, html.decode())

    def test_shared_contact_is_not_logged_in_with(self):
        contact = self.users["internal"].partner_id
        self.anna.work_contact_id = contact
        shared = self.env["res.partner"].create({"name": "Shared"})
        (self.bert | self.people["head"]).work_contact_id = shared

        self._opened()

        self.assertNotEqual(self.anna.user_id.partner_id, contact)
        self.assertNotEqual(self.bert.user_id.partner_id, shared)
        self.assertEqual(self.bert.user_id.partner_id.name, "Bert")


class TestNewCode(AccountCase):
    def test_new_code_replaces_the_forgotten_password(self):
        self._opened(people=self.anna)
        user = self.anna.user_id
        user.password = "something-else-1"
        self.assertFalse(user.leifeng_first_code)
        dialog = self._preview("hr", people=self.anna)

        dialog.line_ids.action_new_code()

        code = dialog.line_ids.code
        self.assertTrue(user.leifeng_first_code)
        self.assertTrue(user._is_password(code))
        self.assertFalse(user._is_password("something-else-1"))
        row = self.env["leifeng.journal"].search([("kind", "=", "account_code")])
        self.assertEqual((row.res_id, row.user_id), (user.id, self.users["hr"].id))

    def test_code_survives_another_preview(self):
        dialog = self._opened(people=self.anna)
        code = dialog.line_ids.code
        dialog.employee_ids |= self.bert

        dialog.action_preview()

        self.assertEqual(self._facts(dialog)["Bert"], ("WX002", "ready"))
        self.assertEqual(dialog.line_ids.filtered("code").code, code)

    def _refused(self, employee):
        dialog = self._preview(people=employee)
        self.assertFalse(dialog.line_ids.can_renew)
        user = employee.user_id
        self.env.cr.execute("SELECT password FROM res_users WHERE id = %s", [user.id])
        before = self.env.cr.fetchone()

        with self.assertRaises(UserError):
            dialog.line_ids.action_new_code()

        self.env.cr.execute("SELECT password FROM res_users WHERE id = %s", [user.id])
        self.assertEqual(self.env.cr.fetchone(), before)

    def test_not_for_internal_users(self):
        self._refused(self.people["manager"])

    def test_not_for_the_administrator(self):
        self._refused(self.env.ref("base.user_admin").employee_id)

    def test_not_for_portal_accounts_from_elsewhere(self):
        self._refused(self.people["employee"])

    def test_not_once_the_account_was_given_more_rights(self):
        self._opened(people=self.anna)
        self.anna.user_id.group_ids = self.env.ref("base.group_user")
        self._refused(self.anna)

    def test_not_for_accounts_of_several_agencies(self):
        self._opened(people=self.anna)
        self.anna.user_id.company_ids |= self.other_company
        self._refused(self.anna)


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


class TestCodesVanish(AccountCase):
    def test_done_erases_the_codes(self):
        dialog = self._opened()
        lines = dialog.line_ids

        dialog.action_done()

        self.assertFalse(lines.sudo().exists())
        self.assertFalse(dialog.sudo().exists())

    def test_old_codes_are_erased_by_the_job(self):
        old, fresh = self._opened(people=self.anna), self._opened(people=self.bert)
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE leifeng_account_open_line SET write_date = now() - interval '3 hours' "
            "WHERE wizard_id = %s",
            [old.id],
        )
        self.env.invalidate_all()

        erased = self.env["leifeng.account.open"]._forget_codes()

        self.assertEqual(erased, 1)
        self.assertFalse(old.sudo().exists())
        self.assertTrue(fresh.sudo().line_ids.code)

    def test_opening_books_the_job(self):
        cron = self.env.ref("leifeng_campaign.ir_cron_purge")
        dialog = self._preview()

        action = dialog.action_open()

        self.assertEqual(action["params"], {"wizard_id": dialog.id, "total": 2})
        self.assertTrue(self.env["ir.cron.trigger"].search([("cron_id", "=", cron.id)]))


class TestWithoutAccount(AccountCase):
    """Whoever has no account takes part all the same."""

    def test_signed_up_on_behalf_and_on_the_sheet(self):
        session = self._session(hours_ahead=1)
        signup = self._as("officer", session).action_sign_up_for(self.anna.id)
        self.assertEqual((signup.sudo().source, signup.sudo().signed_by), ("behalf", "Officer"))

        past = self._session(hours_ahead=-3)
        self._as("leader", past).action_add_walk_in(self.anna.id)
        self._as("leader", past).action_confirm()

        self.assertEqual(past.record_ids.employee_id, self.anna)
        self.assertFalse(self.anna.user_id)
