from dateutil.relativedelta import relativedelta

from odoo import fields, models

from ..tools import chain
from .leifeng_append_only_mixin import MIN_YEARS

# Facts about an award of which a later one of the same kind takes the place of the earlier.
RENEWED = ("panel_proposal", "final_approval")


class LeifengJournal(models.Model):
    """Verify awards: the rules are those that were frozen, every score is the one that was
    submitted, and the results come from the sheets."""

    _inherit = "leifeng.journal"

    def _first_misfit(self):
        """Override: read all sheets at once, before their rows are compared one by one."""
        rows = self.filtered(lambda row: row.kind == "score_sheet")
        # sudo: leifeng.award.review - of all companies, as the chain is
        sheets = self.env["leifeng.award.review"].sudo().browse(rows.mapped("res_id")).exists()
        sheets.line_ids.mapped("value")
        return super()._first_misfit()

    def _fits(self, found):
        return super()._fits(found) and self._fits_award()

    def _fits_award(self):
        """Compare what the row says with what stands in the database now."""
        checks = {
            "judging_opened": self._fits_rules,
            "score_sheet": self._fits_sheet,
            "scoring_closed": self._fits_results,
            "panel_proposal": self._fits_proposal,
            "final_approval": self._fits_approval,
            "notice": self._fits_notice,
            "honor": self._fits_honor,
        }
        check = checks.get(self.kind)
        if not check:
            return True
        # sudo: leifeng.award, leifeng.award.review - of all companies, as the chain is
        about = self.env[self.res_model].sudo().browse(self.res_id).exists()
        return check(about, self._facts()) if about else self._is_expired()

    def _is_expired(self):
        """What is gone was past the retention period."""
        return self.create_date < fields.Datetime.now() - relativedelta(years=MIN_YEARS)

    def _fits_rules(self, award, facts):
        return facts["rules_hash"] == award.rules_hash and not award._rules_changed()

    def _fits_sheet(self, sheet, facts):
        return sheet._scores_digest(facts["salt"]) == facts["digest"]

    def _fits_results(self, award, facts):
        """The results are those that were written, and the sheets give the same ones again."""
        stored = award._results_digest(facts["salt"]) == facts["results"]
        return stored and award._result_figures() == award._computed_figures()

    def _fits_proposal(self, award, facts):
        if self._is_renewed():
            return True
        return award._proposal_digest(facts["salt"]) == facts["results"]

    def _fits_approval(self, award, facts):
        """A list is shortened by a fact of its own: those on it are among those approved."""
        if self._is_renewed():
            return True
        words = (award.approval_body, award.approval_person, award.approval_note or "")
        return chain.digest(facts["salt"], *words) == facts["words"]

    def _fits_notice(self, notice, facts):
        return notice._list_digest(facts["salt"]) == facts["list"]

    def _fits_honor(self, honor, facts):
        return honor._honor_digest(facts["salt"]) == facts["digest"]

    def _is_renewed(self):
        """Tell whether a later row of this kind took the place of this one."""
        domain = [("kind", "=", self.kind), ("res_id", "=", self.res_id), ("id", ">", self.id)]
        return self.kind in RENEWED and bool(self.search_count(domain, limit=1))


class LeifengAwardReview(models.Model):
    _inherit = "leifeng.award.review"

    def _scores_digest(self, salt):
        """Return the digest of the sheet's scores, as it was made when it was submitted."""
        lines = self.line_ids
        values = sorted([line.criterion_id.id, f"{line.value:.1f}"] for line in lines)
        return chain.digest(salt, values, f"{self.total:.2f}")


class LeifengAward(models.Model):
    _inherit = "leifeng.award"

    def _result_figures(self):
        """Return the stored figures of the results, with the tier by the order."""
        return sorted([*each._figures(), each.by_order_tier_id.id or 0] for each in self.result_ids)

    def _computed_figures(self):
        """Return the same figures, computed afresh from the sheets."""
        figures_of = self.env["leifeng.award.result"]._figures_of
        rows = self._result_rows()
        return sorted([*figures_of(row), row["by_order_tier_id"] or 0] for row in rows)
