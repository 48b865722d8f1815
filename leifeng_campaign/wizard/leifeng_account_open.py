from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from ..tools import logins, wording

CHUNK = 20  # accounts per transaction: hashing a password takes about half a second
CODE_HOURS = 2  # after which a code that nobody erased is erased


class LeifengAccountOpen(models.TransientModel):
    """Open one portal account per employee, and print a slip with the code for the first login.

    The codes stand in the lines of this dialog and nowhere else; only who opened it can read them.
    """

    _name = "leifeng.account.open"
    _description = "Employee Accounts"
    _inherit = ["hr.mixin"]  # officers can't read hr.employee, and choose colleagues

    company_id = fields.Many2one(
        "res.company", required=True, readonly=True, default=lambda self: self.env.company
    )
    login_by = fields.Selection(
        [("number", "Staff Number"), ("mobile", "Mobile Number")],
        string="People Log In With",
        required=True,
        default="number",
    )
    department_ids = fields.Many2many("hr.department", string="Departments")
    employee_ids = fields.Many2many("hr.employee", string="Single Employees")
    line_ids = fields.One2many("leifeng.account.open.line", "wizard_id", readonly=True)
    ready_count = fields.Integer(string="To Be Opened", compute="_compute_counts")
    existing_count = fields.Integer(string="Have an Account", compute="_compute_counts")
    problem_count = fields.Integer(string="Can't Be Opened", compute="_compute_counts")
    code_count = fields.Integer(string="Slips to Print", compute="_compute_counts")

    @api.depends("line_ids.status", "line_ids.has_code")
    def _compute_counts(self):
        for wizard in self:
            lines = wizard.line_ids
            wizard.ready_count = len(lines.filtered(lambda line: line.status == "ready"))
            wizard.existing_count = len(lines.filtered(lambda line: line.status == "existing"))
            wizard.problem_count = len(lines.filtered("is_problem"))
            wizard.code_count = len(lines.filtered("has_code"))

    # ACTIONS

    def action_preview(self):
        """List whom the choice means, and what would be made; nothing is made yet."""
        self._check_may_open()
        # sudo: leifeng.account.open.line - lines come from this act alone, nobody can write one
        lines = self.sudo().line_ids
        kept = lines.filtered("code")
        (lines - kept).unlink()
        people = self._chosen() - kept.employee_id
        if not people and not kept:
            raise UserError(self.env._("Please choose departments or employees first."))
        lines.create([{"wizard_id": self.id, **values} for values in self._line_values(people)])
        return self._shown()

    def action_open(self):
        """Have the browser open the accounts chunk by chunk, showing how far it is."""
        self._check_may_open()
        # sudo: ir.cron - erase the codes in time, even if this dialog is never closed
        self.env.ref("leifeng_campaign.ir_cron_purge").sudo()._trigger(
            fields.Datetime.now() + timedelta(hours=CODE_HOURS, minutes=1)
        )
        return {
            "type": "ir.actions.client",
            "tag": "leifeng_account_open",
            "params": {"wizard_id": self.id, "total": self.ready_count},
        }

    def action_open_chunk(self):
        """Open the next accounts, at most CHUNK; return how many are left and what to show then.

        Whatever the lines say, it is found out anew here whether an account may be made.
        """
        self._check_may_open()
        # sudo: leifeng.account.open.line - see action_preview
        ready = self.sudo().line_ids.filtered(lambda line: line.status == "ready")
        ready[:CHUNK]._open()
        return {"left": len(ready[CHUNK:]), "action": self._shown()}

    def action_print(self):
        self._check_may_open()
        report = self.env.ref("leifeng_campaign.leifeng_account_slip_report")
        return report.report_action(self, config=False)

    def action_done(self):
        """Erase the codes."""
        self._check_may_open()
        # sudo: leifeng.account.open.line - the rows with the codes go with the dialog
        self.sudo().unlink()
        return {"type": "ir.actions.act_window_close"}

    # BUSINESS

    def _check_may_open(self):
        """Refuse all but the office and HR, and dialogs for a company that isn't the user's."""
        self.ensure_one()
        self.check_access("write")
        if self.company_id not in self.env.companies:
            raise AccessError(self.env._("Accounts are opened for one's own agency alone."))

    def _chosen(self):
        """Return the employees of this company in the chosen departments, and the single ones."""
        # sudo: hr.employee - officers have no right on hr; they see names and numbers of the choice
        employees = self.sudo().env["hr.employee"]
        return employees.search(
            [
                ("company_id", "=", self.company_id.id),
                "|",
                ("department_id", "child_of", self.department_ids.ids),
                ("id", "in", self.employee_ids.ids),
            ],
            order="department_id, name, id",
        )

    def _line_values(self, employees):
        """Return values of one line per employee: the login, and whether it can be opened."""
        names = self._logins()
        sharing = logins.holders(names)
        taken = self._taken({names.get(person, "") for person in employees})
        return [
            self._values_of(person, names.get(person, ""), sharing, taken) for person in employees
        ]

    def _values_of(self, person, login, sharing, taken):
        others = [each for each in sharing.get(login.casefold(), ()) if each != person]
        account = person.user_id
        renewable = bool(account) and account._is_employee_account()
        return {
            "employee_id": person.id,
            "name": person.name,
            "department": person.department_id.name,
            # how somebody else's kind of account logs in is nobody's business here
            "login": (renewable and account.login) or (not account and login),
            "can_renew": renewable,
            "status": self._status(person, login, others, taken),
            "others": wording.listed(self.env.lang, (each.name for each in others)),
        }

    @api.model
    def _status(self, person, login, others, taken):
        """The first thing that is to say about this employee."""
        facts = (
            ("existing", person.user_id),
            ("missing", not login),
            ("taken", login in taken),
            ("shared", others),
        )
        return next((status for status, true in facts if true), "ready")

    def _logins(self):
        """Return {employee: login} of the whole company: a number used twice may be anybody's."""
        # sudo: hr.employee - officers have no right on hr
        everyone = self.sudo().env["hr.employee"].search([("company_id", "=", self.company_id.id)])
        if self.login_by == "mobile":
            return {person: logins.mobile(person.mobile_phone) for person in everyone}
        return {person: logins.staff_number(person.barcode) for person in everyone}

    @api.model
    def _taken(self, names):
        """Return those of ``names`` with which somebody logs in already."""
        # sudo: res.users - archived accounts and those of other companies hold their login too
        users = self.env["res.users"].sudo().with_context(active_test=False)
        return set(users.search([("login", "in", list(names))]).mapped("login"))

    def _lock(self, employees):
        """Wait for whoever opens accounts of the same employees; whoever comes second is run again
        by Odoo (serialization failure) and finds the accounts made."""
        self.env.cr.execute(
            SQL(
                "SELECT id FROM hr_employee WHERE id IN %s ORDER BY id FOR NO KEY UPDATE",
                tuple(employees.ids),
            )
        )

    def _shown(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Employee Accounts"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
            "context": {"dialog_size": "extra-large"},
        }

    @api.model
    def _forget_codes(self):
        """Erase the dialogs whose codes are older than CODE_HOURS; return how many codes."""
        limit = fields.Datetime.now() - timedelta(hours=CODE_HOURS)
        lines = self.env["leifeng.account.open.line"].search(
            [("code", "!=", False), ("write_date", "<", limit)]
        )
        count = len(lines)
        lines.wizard_id.unlink()
        return count
