import base64
import io
from urllib.parse import urlencode

import qrcode

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools.image import image_data_uri

STATUSES = [
    ("ready", "Will Be Opened"),
    ("opened", "Account Opened"),
    ("renewed", "New Code Given"),
    ("existing", "Has an Account Already"),
    ("missing", "Number Is Missing"),
    ("shared", "Number Is Used Twice"),
    ("taken", "Login Belongs to Another Account"),
]
PROBLEMS = ("missing", "shared", "taken")
QR_DOTS = 4  # pixels of a module
SLIPS = 12  # on a page


class LeifengAccountOpenLine(models.TransientModel):
    """One employee in the dialog; made and changed by its acts alone."""

    _name = "leifeng.account.open.line"
    _description = "Employee Account to Open"
    _order = "wizard_id, is_problem desc, id"

    wizard_id = fields.Many2one(
        "leifeng.account.open", required=True, readonly=True, index=True, ondelete="cascade"
    )
    employee_id = fields.Many2one("hr.employee", required=True, readonly=True, ondelete="cascade")
    name = fields.Char(required=True, readonly=True)
    department = fields.Char(readonly=True)
    login = fields.Char(readonly=True)
    status = fields.Selection(STATUSES, required=True, readonly=True)
    others = fields.Char(string="Used by", readonly=True)
    code = fields.Char(string="First Login Code", readonly=True)
    can_renew = fields.Boolean(string="Can Get a New Code", readonly=True)
    is_problem = fields.Boolean(compute="_compute_is_problem", store=True)
    has_code = fields.Boolean(compute="_compute_has_code")

    @api.depends("status")
    def _compute_is_problem(self):
        for line in self:
            line.is_problem = line.status in PROBLEMS

    @api.depends("code")
    def _compute_has_code(self):
        for line in self:
            line.has_code = bool(line.code)

    # ACTIONS

    def action_new_code(self):
        """Give an account that was opened here a new code in place of its password."""
        self.ensure_one()
        self.check_access("read")
        self.wizard_id._check_may_open()
        user = self._account()
        # sudo: leifeng.account.open.line - lines are written by acts alone
        self.sudo().write({"code": user._new_first_code(), "status": "renewed"})
        self.env["leifeng.journal"].record("account_code", user, {"employee": self.employee_id.id})
        return self.wizard_id._shown()

    # BUSINESS

    def _account(self):
        """Return the employee's account if the office may replace its password."""
        # sudo: hr.employee, res.users - officers have no right on either
        employee = self.sudo().employee_id
        user = employee.user_id
        if employee.company_id != self.wizard_id.company_id:
            raise AccessError(self.env._("Accounts are opened for one's own agency alone."))
        if not user._is_employee_account() or user.company_ids != employee.company_id:
            raise UserError(
                self.env._(
                    "Only accounts that were opened here get a new code. "
                    "Please ask the system's administrator about this one."
                )
            )
        return user

    def _open(self):
        """Make the accounts of these lines; lines of which something has changed say so instead."""
        if not self:
            return
        wizard = self.wizard_id
        wizard._lock(self.employee_id)
        self._refresh()
        ready = self.filtered(lambda line: line.status == "ready")
        names = {line.employee_id: line.login for line in ready}
        codes = self.env["res.users"]._open_accounts(ready.employee_id, names)
        for line in ready:
            line.write({"code": codes[line.employee_id], "status": "opened"})
        if ready:
            self._journal(ready)

    def _refresh(self):
        employees = self.employee_id.filtered(
            lambda person: person.active and person.company_id == self.wizard_id.company_id
        )
        values = {each["employee_id"]: each for each in self.wizard_id._line_values(employees)}
        for line in self:
            line.write(values.get(line.employee_id.id) or {"status": "missing", "login": False})

    def _journal(self, lines):
        self.env["leifeng.journal"].record(
            "accounts",
            lines.wizard_id.company_id,
            {"count": len(lines), "employees": lines.employee_id.ids},
        )

    def _slip_pages(self):
        """Return what stands on the slips of the lines with a code, as lists of SLIPS a page."""
        slips = [line._slip() for line in self.filtered("has_code")]
        return [slips[first : first + SLIPS] for first in range(0, len(slips), SLIPS)]

    def _slip(self):
        return {
            "name": self.name,
            "department": self.department,
            "login": self.login,
            "code": self.code,
            "qr": image_data_uri(base64.b64encode(self._qr())),
        }

    def _qr(self):
        """Return the QR code of the login page, with the login filled in, as PNG.

        By the library that Odoo's two-factor login uses: a thousand slips take a tenth of the time
        and of the space that they take with the report's own bar codes.
        """
        query = urlencode({"redirect": "/my/leifeng", "login": self.login})
        code = qrcode.QRCode(border=1, box_size=QR_DOTS)
        code.add_data(f"{self.get_base_url()}/web/login?{query}")
        file = io.BytesIO()
        code.make_image().save(file)
        return file.getvalue()
