from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..tools import chain

MANAGER = "leifeng_campaign.group_leifeng_manager"


class LeifengAward(models.Model):
    """The Party committee's final approval, a step of its own after the panel's proposal."""

    _inherit = "leifeng.award"

    # ACTIONS

    def action_record_approval(self, body, day, person, note=""):
        """Record that ``body`` approved the list on the date ``day``; ``person`` signed it."""
        self.ensure_one()
        self._check_manager()
        self._check_can_approve()
        self._check_approval(body, day, person)
        self._touch()
        values = {"approval_body": body, "approval_date": day, "approval_person": person}
        self._set_state("approved", **values, approval_note=note or False)
        self._record_final_approval()

    def action_back_to_panel(self):
        """Take the approval back, say for a runner-up after somebody was taken off the list."""
        self._check_manager()
        self._set_state("proposed")

    # BUSINESS

    def _check_manager(self):
        self.check_access("write")
        if not self.env.user.has_group(MANAGER):
            raise AccessError(self.env._("The campaign's manager records the final approval."))

    def _check_can_approve(self):
        """Nothing is approved while opinions are outstanding, or against one."""
        if self.state != "proposed":
            self._refuse_state("state", "approved")
        if not self._winners():
            raise UserError(self.env._("Nobody is on the list any more. The panel proposes anew."))
        if missing := len(self._outstanding_opinions()):
            raise UserError(
                self.env._("%(count)s opinions of HR or discipline are outstanding.", count=missing)
            )
        if objected := self._objected():
            raise UserError(
                self.env._(
                    "An objection was raised to %(names)s. Please take them off the list first.",
                    names=", ".join(objected.mapped("display_name")),
                )
            )

    def _check_approval(self, body, day, person):
        if not ((body or "").strip() and (person or "").strip()):
            raise UserError(self.env._("Please enter who approved it."))
        if not self.meeting_date <= day <= self.company_id._leifeng_today():
            raise UserError(
                self.env._("The approval follows the panel's meeting, and isn't in the future.")
            )

    def _record_final_approval(self):
        journal = self.env["leifeng.journal"]
        salt = journal.salt()
        payload = {
            "date": self.approval_date.isoformat(),
            "approved": len(self._winners()),
            "words": chain.digest(
                salt, self.approval_body, self.approval_person, self.approval_note or ""
            ),
            "salt": salt,
            "list": chain.digest(salt, self._list_values()),
        }
        journal.record("final_approval", self, payload)

    def _list_values(self):
        """Return the list as values that never vary: [[entry's id, tier's id]]."""
        return sorted([result.entry_id.id, result.tier_id.id] for result in self._winners())


class LeifengAwardResult(models.Model):
    """Taking somebody off the list because of an opinion, before the approval."""

    _inherit = "leifeng.award.result"

    on_list = fields.Boolean(string="On the List", compute="_compute_on_list")

    def _compute_on_list(self):
        for result in self:
            result.on_list = bool(result.tier_id) and not result.struck_reason

    def action_take_off(self, reason):
        """Take this one off the list; the reason is read by the office."""
        self.ensure_one()
        self.award_id._check_manager()
        if self.award_id.state != "proposed" or not self.on_list:
            raise UserError(self.env._("This isn't on a list that waits for its approval."))
        if not (reason or "").strip():
            raise UserError(self.env._("Please say why it is taken off the list."))
        self.award_id._touch()
        self._strike(reason.strip())
