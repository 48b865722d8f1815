from decimal import Decimal

from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import UserError

from .leifeng_award_entry import ENDED
from .leifeng_award_guard import DATES

# Criteria that are computed from records, by who can win; essays are judged alone. Departments
# gain nothing by hours per head or by essays handed in (practice.md, 24 and 25).
COMPUTED = {
    "essay": (),
    "person": ("hours", "attendance"),
    "department": ("requests", "ratings", "people", "summary"),
}


class LeifengAward(models.Model):
    """The call: an award is opened for entries, closed again, or called off."""

    _inherit = "leifeng.award"

    # ACTIONS

    def action_open(self):
        """Call for entries; departments are entered by the system, their facts are there."""
        for award in self:
            award._check_can_open()
        self._set_state("open")
        self._enter_departments()
        self._log("award_opened")

    def action_end_entries(self):
        self._set_state("screening")

    def action_reopen_entries(self):
        self._set_state("open")

    def action_cancel(self, reason):
        """Call the award off; ``reason`` goes to everybody who entered or was nominated."""
        reason = (reason or "").strip()
        if not reason:
            raise UserError(self.env._("Please say why the award is cancelled."))
        self._set_state("cancelled", cancel_reason=reason)
        self._log("award_cancelled")
        for award in self:
            award._tell_cancelled()

    @api.ondelete(at_uninstall=False)
    def _unlink_except_called(self):
        if self.filtered(lambda award: award.state != "draft"):
            raise UserError(
                self.env._("An award that was opened stays. Please cancel it with a reason.")
            )

    # BUSINESS

    def _accepts_entries(self):
        """Whether somebody may enter today."""
        self.ensure_one()
        today = self.company_id._leifeng_today()
        begun = not self.date_open or self.date_open <= today
        return self.state == "open" and begun and not self._is_past_deadline()

    def _is_past_deadline(self):
        today = self.company_id._leifeng_today()
        return bool(self.date_deadline) and self.date_deadline < today

    def _enter_departments(self):
        """Enter every department that takes part, once; nothing has to be handed in."""
        for award in self.filtered(lambda award: award.kind == "department"):
            # the system's own user: officers can't write entries
            entries = self.env["leifeng.award.entry"].with_user(SUPERUSER_ID)
            there = entries.search([("award_id", "=", award.id)]).department_id
            parts = award.campaign_id.department_ids
            missing = parts.department_id - there
            made = entries.create([award._department_values(each) for each in missing])
            made._set_state("submitted")
            made._set_state("candidate")

    def _department_values(self, department):
        return {
            "award_id": self.id,
            "department_id": department.id,
            "department_name": department.name,
            "origin": "office",
            "submitted_on": fields.Datetime.now(),
        }

    def _tell_cancelled(self):
        # sudo: leifeng.award.entry - drafts are their writers' alone, and they are told, too
        entries = self.sudo().entry_ids.filtered(lambda entry: entry.state not in ENDED)
        nominees = entries.filtered(lambda entry: entry.state != "draft").employee_id
        self.env["leifeng.message"].tell(
            entries.entered_by_id | nominees,
            lambda env: env._(
                "“%(award)s” has been cancelled. Reason: %(reason)s",
                award=self.name,
                reason=self.cancel_reason,
            ),
            url=f"/my/leifeng/awards/{self.id}",
        )

    def _log(self, kind):
        for award in self:
            self.env["leifeng.journal"].record(kind, award, {"state": award.state})

    # CHECKS

    def _check_can_open(self):
        self.check_access("write")
        if refusal := self._open_refusal() or self._criteria_refusal() or self._dates_refusal():
            raise UserError(refusal)

    def _open_refusal(self):
        """Return why there can be no call yet, or ''."""
        if self.is_template or self.is_earlier:
            return self.env._("A template is not opened. Please make an award of it first.")
        if self.campaign_id.state != "running":
            return self.env._("Please start the campaign first.")
        if self.legal_basis == "approved" and not self.basis_document:
            return self.env._("Please name the document by which the award was approved.")
        if not self.tier_ids:
            return self.env._("Please enter at least one tier with its places.")
        if self.kind == "essay" and not self.max_characters:
            return self.env._("Please say how many characters an essay may have.")
        return ""

    def _criteria_refusal(self):
        total = sum(Decimal(f"{each.weight:.1f}") for each in self.criterion_ids)
        if total != 100:
            return self.env._(
                "The criteria add up to %(total)s points. Please make it exactly 100.", total=total
            )
        allowed = ("judged", *COMPUTED[self.kind])
        wrong = self.criterion_ids.filtered(lambda each: each.source not in allowed)
        if not wrong:
            return ""
        return self.env._(
            "“%(criterion)s” can't be computed for this award. Please let judges score it.",
            criterion=wrong[0].name,
        )

    def _dates_refusal(self):
        labels = {name: self._fields[name]._description_string(self.env) for name in DATES}
        skipped = ("date_screening",) if self.kind == "department" else ()
        missing = [labels[name] for name in DATES if not self[name] and name not in skipped]
        if missing:
            return self.env._("Please enter the day first: %(name)s.", name=missing[0])
        if self._is_past_deadline():
            return self.env._("The last day for entries has passed. Please set a later one.")
        return ""
