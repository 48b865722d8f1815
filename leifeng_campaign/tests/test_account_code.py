from odoo.exceptions import UserError

from .account_case import AccountCase


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
