from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from .leifeng_award_nominate import STAGES

MAX_STATEMENT = 1000  # characters


class LeifengAward(models.Model):
    """A department's statement for an award of departments: optional, the facts are there."""

    _inherit = "leifeng.award"

    # ACTIONS

    def action_state(self, department_id, statement):
        """Keep the statement of a department that one heads or coordinates; '' for none."""
        self.ensure_one()
        self.check_access("read")
        department = self._own_parts().department_id.filtered(lambda each: each.id == department_id)
        if self.kind != "department" or not department:
            raise AccessError(
                self.env._("The head or the coordinator writes the department's statement.")
            )
        if self.state not in STAGES:
            raise UserError(self.env._("Statements for this award can't be changed any more."))
        entry, text = self._entry_of(department), self._statement_text(statement)
        if text != (entry.statement or ""):
            # sudo: leifeng.award.entry - nobody has write access, this act writes it
            entry.sudo().write(
                {
                    "statement": text,
                    "version": entry.version + 1,
                    "entered_by_id": self.env.user.employee_id.id,
                }
            )

    # BUSINESS

    def _statement_text(self, statement):
        text = (statement or "").strip() if isinstance(statement, str) else ""
        if len(text) > MAX_STATEMENT:
            raise UserError(
                self.env._("Please use at most %(count)s characters.", count=MAX_STATEMENT)
            )
        return text

    def _entry_of(self, department):
        """Return the entry of ``department``; all that take part are entered by themselves."""
        domain = [("award_id", "=", self.id), ("department_id", "=", department.id)]
        entries = self.env["leifeng.award.entry"]
        if not entries.search([*domain, ("state", "!=", "withdrawn")]):
            # sudo: hr.department - heads can't read it; the system enters all that take part
            self.sudo()._enter_departments()
        return entries.search([*domain, ("state", "!=", "withdrawn")])

    def _check_summaries(self, candidates):
        """Refuse to freeze as late what is not due yet: facts are copied when judging opens."""
        campaign = self.campaign_id
        due = "summary" in self.criterion_ids.mapped("source") and campaign.summary_due
        if not due or due < self.company_id._leifeng_today():
            return
        # sudo: leifeng.campaign.department - whose summaries are still to come
        missing = campaign.sudo().department_ids.filtered(
            lambda part: (
                part.department_id in candidates.department_id and not part.summary_submitted_on
            )
        )
        if missing:
            raise UserError(
                self.env._(
                    "%(count)s departments have time for their summaries until %(date)s. Judging "
                    "would count them as late: please open it after that day, or when all are in.",
                    count=len(missing),
                    date=fields.Date.to_string(due),
                )
            )

    def _stateable(self):
        """Return the awards of departments to which a statement can be written now."""
        return self.search([("kind", "=", "department"), ("state", "in", STAGES)])
