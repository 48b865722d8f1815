from odoo.exceptions import UserError
from odoo.tests import TransactionCase

from ..tools import logins
from ..wizard.leifeng_account_open import CHUNK
from .account_case import AccountCase


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
