from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class LeifengAwardSimilarity(models.Model):
    """What a person decides about two similar essays, with a reason."""

    _inherit = "leifeng.award.similarity"

    same_award = fields.Boolean(compute="_compute_same_award")

    @api.depends("award_id", "other_id")
    def _compute_same_award(self):
        for pair in self:
            # sudo: leifeng.award.entry - which contest the other essay belongs to
            pair.same_award = pair.sudo().other_id.award_id == pair.award_id

    # ACTIONS

    def action_keep(self, reason):
        """No Copy: both essays stay in the running."""
        self.ensure_one()
        self._check_may_decide()
        self._decide("kept", self._reason(reason))

    def action_copied(self, entry_id, reason):
        """Copied: the essay ``entry_id``, one of this contest, is disqualified."""
        self.ensure_one()
        self._check_may_decide()
        entry = (self.entry_id | self.other_id).filtered(lambda each: each.id == entry_id)
        if not entry or entry.award_id != self.award_id:
            raise UserError(self.env._("Please choose the essay of this contest that is a copy."))
        reason = self._reason(reason)
        self._decide("copied", reason)
        entry._disqualify(reason)

    # BUSINESS

    def _check_may_decide(self):
        self.check_access("read")
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(
                self.env._("Whether an entry stays in the running is decided by the office.")
            )
        # sudo: hr.employee - whether one of the two is the officer's own
        if self.env.user.employee_id in (self.sudo().entry_id | self.sudo().other_id).employee_id:
            raise AccessError(
                self.env._("One of the two essays is your own. Somebody else decides.")
            )

    def _reason(self, reason):
        return self.entry_id._screening_text(reason, self.env._("Please give a reason."))

    def _decide(self, target, reason):
        # sudo: leifeng.award.similarity - nobody has write access, acts write it
        self.sudo()._set_state(target, reason=reason, decided_by_id=self.env.uid)
