from odoo import models
from odoo.exceptions import AccessError, UserError


class LeifengAwardEntry(models.Model):
    """Taking an entry out of the running, by the office, with a reason that is told."""

    _inherit = "leifeng.award.entry"

    # ACTIONS

    def action_disqualify(self, reason):
        self.ensure_one()
        self._check_may_disqualify()
        self._disqualify(reason)

    # BUSINESS

    def _check_may_disqualify(self):
        self.check_access("read")
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(
                self.env._("Whether an entry stays in the running is decided by the office.")
            )
        # sudo: hr.employee - whether it is the officer's own
        if self.env.user.employee_id in (self.sudo().employee_id | self.sudo().entered_by_id):
            raise AccessError(
                self.env._("This entry is yours or was written by you. Somebody else decides.")
            )
        if self.state == "granted":
            raise UserError(self.env._("This entry has been awarded. Please revoke the honor."))

    def _disqualify(self, reason):
        """Take it out of the running and off the list of the award; ``reason`` is told."""
        reason = self._screening_text(
            reason, self.env._("Please say why the entry is disqualified.")
        )
        self.award_id._touch()  # judging that opens at this moment is run again, or this is
        # sudo: leifeng.award.entry - nobody has write access, acts write it
        self.sudo()._set_state("disqualified", reason=reason, department_order=0)
        self._strike_results(reason)
        self.env["leifeng.journal"].record("disqualified", self, {"award": self.award_id.id})
        self._tell_screened(
            lambda env, entry: env._(
                "“%(entry)s” has been disqualified: %(reason)s", entry=entry, reason=reason
            )
        )

    def _strike_results(self, reason):
        # sudo: leifeng.award.result - nobody can look for an entry's result
        results = self.env["leifeng.award.result"].sudo()
        listed = results.search([("entry_id", "=", self.id), ("struck_reason", "=", False)])
        if listed:
            listed._strike(reason)
