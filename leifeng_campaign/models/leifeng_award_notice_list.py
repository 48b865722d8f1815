from odoo import models

from ..tools.masking import masked_name
from ..tools.notice_text import short_reason, without_person


class LeifengAwardNotice(models.Model):
    """Who stands on the list, and what is said of them.

    19: name, department, award and a short reason, no more. Whoever did not agree to be named is
    not named at all, not even masked: a family name and a department are a name to colleagues.
    """

    _inherit = "leifeng.award.notice"

    def _make_lines(self):
        """Copy the winners of the awards as they stand into the lines of this notice."""
        values = [
            self._line_values(result, sequence)
            for sequence, result in enumerate(self._results_in_order())
        ]
        # sudo: leifeng.award.notice.line - nobody has write access, publishing writes them
        self.env["leifeng.award.notice.line"].sudo().create(values)

    def _results_in_order(self):
        """Return the results award by award, tier by tier; within a tier by department and name,
        so that the order says nothing of who is better (practice.md, point 25)."""
        awards = {award.id: number for number, award in enumerate(self.award_ids._origin)}
        return self.award_ids._origin._winners().sorted(
            lambda result: (
                awards[result.award_id.id],
                result.tier_id.sequence,
                result.tier_id.id,
                result.entry_id.department_name or "",
                result.entry_id.employee_name or "",
            )
        )

    def _line_values(self, result, sequence):
        entry = result.entry_id
        return {
            "notice_id": self.id,
            "company_id": self.company_id.id,
            "entry_id": entry.id,
            "sequence": sequence,
            "award_name": result.award_id.name,
            "tier_name": result.tier_id.name,
            "holder_name": self._shown_name(entry),
            "department_name": bool(entry.employee_id) and entry.department_name,
            "reason": self._shown_reason(entry),
        }

    def _shown_name(self, entry):
        if not entry.employee_id:
            return entry.department_name
        if not entry.consent_named:
            return self.env._("(Name Withheld)")
        return masked_name(entry.employee_name) if self.masked else entry.employee_name

    def _shown_reason(self, entry):
        """Return the title of an essay, or the short deeds; nothing without consent."""
        if not entry.employee_id:
            return short_reason(entry.statement)
        if not entry.consent_named:
            return False
        if entry.kind == "essay":
            return self._without_name(self.env._("“%(title)s”", title=entry.title), entry)
        if not entry.consent_publicized:
            return False
        return short_reason(self._without_name(entry.deeds_short, entry))

    def _without_name(self, text, entry):
        return without_person(text, entry.employee_name if self.masked else "")

    # WHAT WAS PUBLISHED

    def _awards_by_lines(self):
        """Return the awards that the lines are about; lines can't be changed, award_ids could."""
        # sudo: leifeng.award.notice.line - which entry a line is about
        return self.sudo().line_ids.entry_id.award_id.sudo(False)
