from odoo import models
from odoo.exceptions import AccessError, UserError

from .leifeng_award_nominate import STAGES


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
        return self.kind == "person" and self.state in ("submitted", "candidate")

    def _answers_for_papers(self):
        """Whether the user is the writer, answers for the department, or is of the office."""
        # sudo: leifeng.campaign.department - whether one answers for the department
        part, me = self.sudo()._part(), self.env.user.employee_id
        answers = bool(me) and me in (part.head_id | part.coordinator_id | self.entered_by_id)
        return answers or self.env.user.has_group("leifeng_campaign.group_leifeng_officer")

    def _check_may_file(self, own=False):
        self.check_access("read")
        mine = own and self.employee_id == self.env.user.employee_id
        if not mine and not self._answers_for_papers():
            raise AccessError(
                self.env._("Signed papers are filed by the department or by the office.")
            )

    def _file_form(self, name, content):
        self._check_may_file(own=True)
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
        self._check_stage(STAGES)
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
