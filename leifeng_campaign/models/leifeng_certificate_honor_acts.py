from odoo import models
from odoo.exceptions import AccessError, UserError

from ..tools import secret

# What a corrected paper takes over from the old one.
KEPT = (
    *("kind", "company_id", "employee_id", "department_id", "holder_department"),
    *("holder_department_id", "named", "lang", "award_id", "entry_id", "decision_id"),
    *("award_name", "tier_name", "honor_year", "document_number", "recording_unit"),
)


class LeifengCertificate(models.Model):
    """What becomes of an honor: its paper is issued anew, or the honor is revoked for ever."""

    _inherit = "leifeng.certificate"

    # ACTIONS

    def action_reissue_honor(self, name, reason):
        """Issue the paper anew with ``name`` on it; the old one says for ever that it was replaced.

        Returns the new certificate.
        """
        self.ensure_one()
        self._check_honor_act("leifeng_campaign.group_leifeng_officer", "replaced")
        name, reason = self._said(name), self._said(reason)
        # sudo: leifeng.certificate - nobody has create or write access, this act issues
        old = self.sudo()
        new = old.create(old._reissue_values(name))
        old._set_state("replaced", replaced_by_id=new.id, state_reason=reason)
        old.entry_id.honor_number = new.number
        journal = self.env["leifeng.journal"]
        journal.record("honor_replaced", old, {"number": old.number, "by": new.number})
        journal.record("honor", new, new._honor_facts(journal.salt()))
        new._tell_reissued(old.number)
        return new.sudo(False)

    def action_revoke_honor(self, reason, document):
        """Revoke the honor: for fraud, a serious breach of procedure and the like, by whoever
        granted it (公务员奖励规定 art. 16–18); ``document`` says so."""
        self.ensure_one()
        self._check_honor_act("leifeng_campaign.group_leifeng_manager", "revoked")
        reason, document = self._said(reason), self._said(document)
        # sudo: leifeng.certificate, leifeng.award.entry - nobody has write access, this act revokes
        honor = self.sudo()
        day = honor.company_id._leifeng_today()
        honor._set_state("revoked", state_reason=reason, revoke_document=document, revoked_on=day)
        if honor.entry_id.state == "granted":
            honor.entry_id._set_state("disqualified", reason=reason)
        self.env["leifeng.journal"].record("honor_revoked", honor, {"number": honor.number})
        honor._tell_honor_revoked()

    # BUSINESS

    def _check_honor_act(self, group, target):
        if not self.env.user.has_group(group) or self.company_id not in self.env.companies:
            raise AccessError(self.env._("Honors are corrected by the office of their agency."))
        if self.kind != "honor":
            raise UserError(self.env._("This certificate is no honor."))
        if self.state != "valid":
            self._refuse_state("state", target)

    def _said(self, text):
        """Return what somebody wrote into a dialog; nothing is refused."""
        if text := (text or "").strip():
            return text
        raise UserError(self.env._("Please fill in every line of this dialog."))

    def _reissue_values(self, name):
        kept = self._convert_to_write({field: self[field] for field in KEPT})
        paper = self.with_context(lang=self.lang)
        address = paper._honor_address(self.entry_id.kind, name)
        day = self.company_id._leifeng_today()
        return {
            **kept,
            **self._number_values(self.company_id, "honor", day),
            "token": secret.new_token(),
            "holder_name": name,
            "honor_words": f"{address}\n{self._sentence()}",
            "issued_on": day,
        }

    def _holders(self):
        """Return whom to tell: the person, or who answers for the department."""
        parts = self.department_id.leifeng_part_ids.filtered(
            lambda part: part.campaign_id == self.award_id.campaign_id
        )
        return self.employee_id or parts.head_id | parts.coordinator_id

    def _tell_reissued(self, old_number):
        number = self.number
        self.env["leifeng.message"].tell(
            self._holders(),
            lambda env: env._(
                "Your honor certificate %(old)s has been issued anew with the number %(new)s. "
                "Please use the new one.",
                old=old_number,
                new=number,
            ),
            url="/my/leifeng/honors",
        )

    def _tell_honor_revoked(self):
        number, reason, document = self.number, self.state_reason, self.revoke_document
        self.env["leifeng.message"].tell(
            self._holders(),
            lambda env: env._(
                "The honor with the certificate %(number)s has been revoked by %(document)s: "
                "%(reason)s",
                number=number,
                document=document,
                reason=reason,
            ),
            url="/my/leifeng/honors",
        )
