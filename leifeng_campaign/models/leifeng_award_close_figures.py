from decimal import Decimal

from odoo import models

from ..tools.placing import assign_tiers, ranking
from ..tools.scoring import computed_points, exact, panel_scores
from ..tools.scoring_adjusted import adjusted_scores
from ..tools.scoring_checks import sensitivity

JUDGED = ("candidate", "granted", "not_granted")


class LeifengAward(models.Model):
    """What the sheets come to. Nothing but sheets, frozen rules and frozen facts goes in, so that
    Verify computes the same again."""

    _inherit = "leifeng.award"

    def _judged_entries(self):
        """Return the entries that are judged; after closing those that have a result."""
        # sudo: leifeng.award.result, leifeng.award.review - whose sheets there are
        award = self.sudo()
        if award.scoring_closed_on:
            return award.result_ids.entry_id
        sheets = award.env["leifeng.award.review"].search([("award_id", "=", self.id)])
        return sheets.entry_id.filtered(lambda entry: entry.state in JUDGED)

    def _counted_sheets(self, entries):
        """Return the valid sheets of ``entries``: [(judge's id, entry's id, total)]."""
        judged = set(entries.ids)
        return [sheet for sheet in self._valid_sheets() if sheet[1] in judged]

    def _result_rows(self):
        """Return [{figures of a result}], best first."""
        entries = self._judged_entries()
        scores = self._scores(self._counted_sheets(entries))
        extra = {entry.id: self._computed_points(entry) for entry in entries}
        totals = {work: score.score + extra[work] for work, score in scores.items()}
        ranked = ranking(totals, self._tie_breakers(entries))
        tiers = self._tiers_by_order(ranked)
        return [
            self._result_row(work, scores[work], extra[work], rank, len(works) > 1, tiers)
            for rank, works in ranked
            for work in works
        ]

    def _result_row(self, work, score, extra, rank, tied, tiers):
        return {
            "entry_id": work,
            "sheet_count": score.count,
            "raw_mean": float(score.raw),
            "judged": float(score.score),
            "computed": float(extra),
            "score": float(score.score + extra),
            "spread": float(score.spread),
            "method": score.method,
            "rank": rank,
            "tied": tied,
            "by_order_tier_id": tiers.get(work, False),
        }

    def _scores(self, sheets):
        """Return {entry's id: Score} by the method that was fixed before judging opened."""
        if self.reading == "shares":
            return adjusted_scores(sheets)
        return panel_scores(sheets, drop_extremes=self.drop_extremes)

    def _computed_points(self, entry):
        """Return the points of an entry that come from records, the same on every sheet."""
        computed = self.criterion_ids.filtered(lambda criterion: criterion.source != "judged")
        facts = entry.facts or {}
        return sum(
            (
                computed_points(facts.get(each.source, 0), each._full_value(), each.weight)
                for each in computed
            ),
            Decimal("0.00"),
        )

    def _tiers_by_order(self, ranked):
        """Return {entry's id: tier's id}; equal works across a cut have none: the panel decides."""
        places = self._places(sum(len(works) for _rank, works in ranked))
        tiers = [tier.id for tier, _count in places]
        assigned = assign_tiers(ranked, [count for _tier, count in places])
        return {work: tiers[index] for work, index in assigned.items()}

    def _scales_decide(self):
        """Tell whether others would win if every judge's scores were on one scale."""
        entries = self._judged_entries()
        sheets = self._counted_sheets(entries)
        if self.reading == "shares" or not sheets:
            return False
        places = sum(number for _tier, number in self._places(len(entries)))
        plain, scaled = sensitivity(sheets, places)
        return plain != scaled

    # TIES

    def _tie_breakers(self, entries):
        """Return what settles equal scores, in order: [{entry's id: Decimal}]."""
        if self.tie_rule == "meeting":
            return []
        hours = {entry.id: _fact(entry, "hours") for entry in entries}
        return [hours] if self.tie_rule == "hours" else [self._first_criterion(entries), hours]

    def _first_criterion(self, entries):
        """Return {entry's id: mean in the first criterion}."""
        first = self.criterion_ids.sorted(lambda each: (each.sequence, each.id))[:1]
        if first.source != "judged":
            return {entry.id: _fact(entry, first.source) for entry in entries}
        # sudo: leifeng.award.review.line - the scores in the criterion that settles ties
        lines = self.env["leifeng.award.review.line"].sudo()
        domain = [("criterion_id", "=", first.id), ("review_id.state", "=", "submitted")]
        given = {}
        for line in lines.search_fetch(domain, ["review_id", "value"]):
            given.setdefault(line.review_id.entry_id.id, []).append(exact(line.value))
        return {work: sum(values) / len(values) for work, values in given.items()}


def _fact(entry, source):
    return exact((entry.facts or {}).get(source, 0))
