from odoo import models
from odoo.exceptions import AccessError, UserError


class LeifengAward(models.Model):
    """Nominations that reach the office on paper: mostly of people without an account."""

    _inherit = "leifeng.award"

    # ACTIONS

    def action_nominate_by_office(self, employee_id, texts, proofs=(), consent=None):
        """Enter a nomination from paper; return the entry.

        ``texts``: {"deeds_short", "deeds_full"}; ``proofs``: [(file name, base64)]; ``consent``:
        (file name, base64, named, publicized) of the signed paper, or None: then the person is
        asked in the portal, or the paper is filed later.
        """
        self.ensure_one()
        self.check_access("read")
        # sudo: hr.employee - officers have no right on hr
        person = self.env["hr.employee"].sudo().browse(employee_id).exists()
        self._check_office(person)
        # sudo: leifeng.award.entry - a draft is its writer's alone, and the office has none
        entry = self._begin(person, "office").sudo()
        entry.action_save_nomination(texts)
        for name, data in proofs:
            entry.action_add_proof(name, data)
        entry.action_send_nomination()
        if consent:
            entry.action_consent_on_paper(*consent)
        return entry.sudo(False)

    # BUSINESS

    def _check_office(self, person):
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(
                self.env._("Nominations on paper are entered by the campaign's office.")
            )
        if not person or person.company_id != self.company_id:
            raise UserError(self.env._("Please choose a colleague of this agency."))
        if person == self.env.user.employee_id:
            raise AccessError(
                self.env._("Please nominate yourself in the portal, as everybody does.")
            )
        self._check_accepting()
        if refusal := self._person_refusal(person):
            raise UserError(refusal)
