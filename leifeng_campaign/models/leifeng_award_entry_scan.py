from odoo import models
from odoo.exceptions import UserError


class LeifengAwardEntry(models.Model):
    """Signed papers that come back: the form with its seals, and consent by hand."""

    _inherit = "leifeng.award.entry"

    # ACTIONS

    def action_file_form(self, name, data):
        """File the signed form, as an image or a PDF in base64: of the version that was printed."""
        self.ensure_one()
        self._file_form(name, self._decoded(data))

    def action_consent_on_paper(self, name, data, named=False, publicized=False):
        """File the signed consent of somebody without an account; ``data`` in base64."""
        self.ensure_one()
        self._consent_on_paper(name, self._decoded(data), named, publicized)

    # BUSINESS

    def _may_file_form(self):
        return self.kind == "person" and self.state in ("consent", "submitted", "candidate")

    def _file_form(self, name, content):
        if self.employee_id != self.env.user.employee_id:
            self._check_may_file()
        self.check_access("read")
        if not self._may_file_form() or not self.printed_version:
            raise UserError(self.env._("Please print the form first, and have it signed."))
        if (self.printed_version, self.printed_hash) != (self.version, self._form_hash()):
            raise UserError(
                self.env._(
                    "The nomination has been changed since the form was printed. Please print it "
                    "again and have the new version signed."
                )
            )
        file = self._attach(name, content)
        # sudo: leifeng.award.entry - nobody has write access, acts write it
        entry = self.sudo()
        before = entry.scan_id
        entry.write({"scan_id": file.id, "scan_version": self.version})
        before.unlink()

    def _consent_on_paper(self, name, content, named, publicized):
        self._check_may_file()
        self._check_stage(("open", "screening"))
        if self.state != "consent":
            raise UserError(self.env._("Nobody's consent is waited for here any more."))
        if self._has_account():
            raise UserError(
                self.env._(
                    "%(name)s has an account and agrees or declines there.",
                    name=self.employee_name,
                )
            )
        file = self._attach(name, content)
        self._submit(**self._consent_values(named, publicized), consent_scan_id=file.id)

    def _has_account(self):
        # sudo: hr.employee - whether somebody can log in
        return bool(self.sudo().employee_id.user_id.active)
