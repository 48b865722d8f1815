from odoo import models
from odoo.exceptions import UserError


class LeifengCertificate(models.Model):
    """Issuing anew: the old paper says for ever that another one has taken its place."""

    _inherit = "leifeng.certificate"

    # ACTIONS

    def action_reissue(self):
        """Issue the certificate anew over its own period, with the words and records of today."""
        self.ensure_one()
        self.check_access("read")
        self._check_service()
        return self.issue_service_record(
            self.employee_id.id, self.date_from, self.date_to, replaces_id=self.id
        )

    # BUSINESS

    def _replaceable(self, employee, certificate_id):
        """Return the valid certificate of ``employee`` with this id; nothing for no id."""
        if not certificate_id:
            return self.browse()
        # sudo: leifeng.certificate - nobody has write access; issuing anew replaces the old one
        old = self.sudo().browse(certificate_id).exists()
        old._check_service()
        if old.employee_id != employee:
            raise UserError(self.env._("A certificate is replaced by one of the same person."))
        if old.state != "valid":
            old._refuse_state("state", "replaced")
        return old

    def _check_service(self):
        """An honor is no service record: its words come from a decision, not from records."""
        if any(certificate.kind != "service" for certificate in self):
            raise UserError(self.env._("The certificate of an honor is corrected by the office."))

    def _replace_by(self, certificate):
        for old in self:
            old._set_state("replaced", replaced_by_id=certificate.id)
            self.env["leifeng.journal"].record(
                "certificate_replaced", old, {"number": old.number, "by": certificate.number}
            )

    def _successor_number(self):
        """Return the number of the certificate that took this one's place, or ''."""
        # sudo: leifeng.certificate - the number alone, for whoever may see this one
        return self.sudo().replaced_by_id.number or ""
