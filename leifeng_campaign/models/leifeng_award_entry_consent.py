from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from .leifeng_award_nominate import STAGES

# Until the notice is out, a person may change what may be shown of them (个人信息保护法 art. 15).
CHANGEABLE = ("open", "screening", "judging", "proposed", "approved")


class LeifengAwardEntry(models.Model):
    """The person's own word: being considered, being named, being publicized, each by itself."""

    _inherit = "leifeng.award.entry"

    # ACTIONS

    def action_agree(self, named=False, publicized=False):
        """I Agree to Be Nominated: being considered; the other two as ticked, and changed later."""
        self.ensure_one()
        self._check_nominee()
        values = self._consent_values(named, publicized)
        if self.state == "consent":
            self._check_stage(STAGES)
            self._submit(**values)
            return self._tell_agreed()
        if not self._may_change_consent():
            raise UserError(
                self.env._("It is too late to change this here. Please ask the office.")
            )
        # sudo: leifeng.award.entry - nobody has write access; the own consent
        return self.sudo().write(values)

    def action_decline(self):
        """Not This Time, in one step and without a mark: nothing is kept of the nomination."""
        self.ensure_one()
        self._check_nominee()
        if self.state != "consent":
            raise UserError(self.env._("Nobody waits for your answer here any more."))
        self._tell_gone()
        # sudo: leifeng.award.entry - nobody has the right to delete; the person said no
        self.sudo().unlink()

    def action_withdraw(self):
        """Withdraw from the award, until judging has opened; nobody else sees the entry then."""
        self.ensure_one()
        self._check_nominee()
        self._check_stage(STAGES)
        self.award_id._touch()  # judging that opens at this moment is run again, or this is
        # sudo: leifeng.award.entry - nobody has write access; the person's own
        self.sudo()._set_state("withdrawn")
        if self.entered_by_id != self.employee_id:
            self._tell_gone()

    # BUSINESS

    def _check_nominee(self):
        self.check_access("read")
        me = self.env.user.employee_id
        if not me or self.employee_id != me:
            raise AccessError(self.env._("Only the person who is nominated decides about that."))

    def _check_stage(self, stages):
        # sudo: leifeng.award - in which stage it is
        if self.award_id.sudo().state not in stages:
            raise UserError(
                self.env._("The preliminary review of this award is over. Please ask the office.")
            )

    def _may_change_consent(self):
        standing = self.state in ("submitted", "returned", "candidate") and self.consent_considered
        # sudo: leifeng.award - in which stage it is
        return standing and self.award_id.sudo().state in CHANGEABLE

    def _check_considered(self, considered):
        if not considered:
            raise UserError(self.env._("Please tick that you agree to be considered."))

    def _consent_values(self, named, publicized):
        return {
            "consent_considered": True,
            "consent_named": bool(named),
            "consent_publicized": bool(publicized),
            "consent_on": fields.Datetime.now(),
        }

    def _tell_agreed(self):
        name, award = self.employee_name, self.award_id.name
        # sudo: hr.employee - who wrote the nomination is told
        self.env["leifeng.message"].tell(
            self.sudo().entered_by_id,
            lambda env: env._(
                "%(name)s agrees to be nominated for “%(award)s”.", name=name, award=award
            ),
            url=self._page_url(),
        )

    def _tell_gone(self):
        """Tell who wrote it that it doesn't go on; no name, and no word of why."""
        award = self.award_id.name
        # sudo: hr.employee - who wrote the nomination is told
        self.env["leifeng.message"].tell(
            self.sudo().entered_by_id,
            lambda env: env._(
                "One of your nominations for “%(award)s” does not go on. Nothing needs to be done.",
                award=award,
            ),
            url="/my/leifeng/nominations",
        )
