from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools import logins

MIN_PASSWORD = 8  # characters; where auth_password_policy asks for more, it refuses by itself
MAX_PASSWORD = 128  # characters; hashing has a limit too, and fails beyond it
# A context of our own for acts on accounts: nothing that a caller put into theirs, such as
# default_* values, reaches res.users; no invitation is mailed and nothing is posted.
QUIET = {
    "no_reset_password": True,
    "mail_create_nolog": True,
    "mail_notrack": True,
    "tracking_disable": True,
}


def quiet(records):
    """Return ``records`` in that context alone."""
    return records.with_env(records.env(context=QUIET))


class ResUsers(models.Model):
    """Portal accounts of employees: opened with a code, which the person replaces at once."""

    _inherit = "res.users"

    leifeng_account = fields.Boolean(
        string="Employee Account", readonly=True, copy=False, groups=fields.NO_ACCESS
    )
    leifeng_first_code = fields.Boolean(
        string="Has a First Login Code", readonly=True, copy=False, groups=fields.NO_ACCESS
    )

    def _set_password(self):
        """Override: any other password ends the code's time."""
        result = super()._set_password()
        # sudo: res.users - the field is written by acts on passwords alone
        self.sudo().filtered("leifeng_first_code").leifeng_first_code = False
        return result

    # ACTIONS

    @api.model
    def action_choose_password(self, password, again):
        """Replace the user's own first login code; all other sessions of the account end.

        The code itself is not asked for again: it has just been typed. Any later change goes
        through Odoo's page, which asks for the old password.
        """
        # sudo: res.users - the user's own account, whose fields are nobody's to read
        user = self.env.user.sudo()
        password = (password or "").strip()
        user._check_chosen(password, (again or "").strip())
        quiet(user)._change_password(password)

    # BUSINESS

    def _check_chosen(self, password, again):
        if not self.leifeng_first_code:
            raise UserError(self.env._("You have chosen your password already."))
        if password != again:
            raise UserError(self.env._("The two passwords are not the same."))
        if len(password) < MIN_PASSWORD:
            raise UserError(
                self.env._("Please use at least %(count)s characters.", count=MIN_PASSWORD)
            )
        if len(password) > MAX_PASSWORD:
            raise UserError(
                self.env._("Please use at most %(count)s characters.", count=MAX_PASSWORD)
            )
        if password.casefold() == self.login.casefold() or self._is_password(password):
            raise UserError(
                self.env._("Please choose a password that is neither your login nor the code.")
            )

    def _is_password(self, password):
        self.env.cr.execute("SELECT password FROM res_users WHERE id = %s", [self.id])
        return self._crypt_context().verify(password, self.env.cr.fetchone()[0])

    @api.model
    def _open_accounts(self, employees, names):
        """Create one portal account for each of ``employees``; return {employee: code}.

        ``names``: {employee: login}. The caller has made sure that the logins are free, that the
        employees have no account and that the user may open accounts.
        """
        codes = {employee: logins.first_code() for employee in employees}
        # sudo: res.users - officers have no right on accounts; these get the portal group alone
        users = quiet(self.sudo()).create(
            [self._account_values(each, names[each], codes[each]) for each in employees]
        )
        for employee, user in zip(employees, users, strict=True):
            # sudo: hr.employee - officers have no right on hr
            quiet(employee.sudo()).user_id = user
        users.leifeng_first_code = True  # after the password, which ends it
        return codes

    @api.model
    def _account_values(self, employee, login, code):
        company = employee.company_id
        values = {
            "name": employee.name,
            "login": login,
            "password": code,
            "group_ids": [fields.Command.set(self.env.ref("base.group_portal").ids)],
            "company_id": company.id,
            "company_ids": [fields.Command.set(company.ids)],
            "lang": self._account_lang(company),
            "tz": company.leifeng_tz,
            "leifeng_account": True,
        }
        partner = employee._leifeng_own_contact()
        return {**values, "partner_id": partner.id} if partner else values

    @api.model
    def _account_lang(self, company):
        """The company's language if it is Chinese, else simplified Chinese where installed."""
        installed = dict(self.env["res.lang"].get_installed())
        own = company.partner_id.lang
        return own if (own or "").startswith("zh") or "zh_CN" not in installed else "zh_CN"

    def _new_first_code(self):
        """Give this account a new code in place of its password; return the code."""
        self.ensure_one()
        code = logins.first_code()
        # sudo: res.users - officers have no right on accounts; the caller has checked which it is
        account = quiet(self.sudo())
        account.password = code
        account.leifeng_first_code = True
        return code

    def _is_employee_account(self):
        """Whether this is an active portal account that was opened for an employee here, of one
        company and with no other groups: the only kind whose password the office may replace."""
        # sudo: res.users - its groups and companies decide, officers can't read them
        user = self.sudo()
        return bool(
            user.leifeng_account
            and user.active
            and user.group_ids == self.env.ref("base.group_portal")
            and user.share
            and len(user.company_ids) == 1
        )
