import secrets
from decimal import Decimal
from random import Random

from odoo import fields, models
from odoo.exceptions import UserError

from ..tools import chain
from ..tools.placing import assign_tiers, ranking
from ..tools.scoring import computed_points, exact, panel_scores
from ..tools.scoring_adjusted import adjusted_scores
from ..tools.scoring_checks import sensitivity


class LeifengAward(models.Model):
    """Scoring is closed: the sheets become results, by the rules that were frozen before."""

    _inherit = "leifeng.award"

    scale_decides = fields.Boolean(
        string="Judges' Scales Decide",
        readonly=True,
        copy=False,
        help="With every judge's scores on one scale others would win: the meeting says why not.",
    )

    # ACTIONS

    def action_close_scoring(self, reason=""):
        """Compute and write the results. Outstanding sheets need a reason, and don't count."""
        self.ensure_one()
        self.check_access("write")
        reason = (reason or "").strip()
        self._check_can_close(reason)
        self._touch()
        rows, sensitive = self._result_rows(), self._scales_decide()
        results = self._write_results(rows)
        self.write({"scoring_closed_on": fields.Datetime.now(), "scale_decides": sensitive})
        self._record_closing(results, reason)
        return results.sudo(False)

    # BUSINESS

    def _check_can_close(self, reason):
        if self.state != "judging" or self.scoring_closed_on:
            raise UserError(self.env._("Scores aren't being given now; there is nothing to close."))
        open_count = self._open_sheet_count()
        if open_count and not reason:
            raise UserError(
                self.env._(
                    "%(count)s sheets are still to come. Wait for them, or close with a reason; "
                    "they don't count then.",
                    count=open_count,
                )
            )
        judged = {work for _judge, work, _total in self._valid_sheets()}
        bare = len(set(self._judged_entries().ids) - judged)
        if bare:
            raise UserError(
                self.env._("%(count)s works have no sheet at all. They need a judge.", count=bare)
            )

    def _open_sheet_count(self):
        # sudo: leifeng.award.review - how many are still to come, nothing of what is on them
        sheets = self.env["leifeng.award.review"].sudo()
        return sheets.search_count([("award_id", "=", self.id), ("state", "=", "draft")])

    def _judged_entries(self):
        """Return the entries that are judged, also after closing."""
        # sudo: leifeng.award.review - whose sheets there are
        sheets = self.env["leifeng.award.review"].sudo()
        entries = sheets.search([("award_id", "=", self.id)]).entry_id
        return entries.filtered(lambda entry: entry.state in ("candidate", "granted", "not_granted"))

    def _scores(self, sheets):
        """Return {entry's id: Score} by the method that was fixed before judging opened."""
        if self.reading == "shares":
            return adjusted_scores(sheets)
        return panel_scores(sheets, drop_extremes=self.drop_extremes)

    def _result_rows(self):
        """Return [{figures of a result}] computed from the sheets, best first.

        Nothing else goes in, so that Verify computes the same again.
        """
        entries = self._judged_entries()
        sheets = [sheet for sheet in self._valid_sheets() if sheet[1] in set(entries.ids)]
        scores = self._scores(sheets)
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

    def _tie_breakers(self, entries):
        """Return what settles equal scores, in order: [{entry's id: Decimal}]."""
        hours = {entry.id: exact((entry.facts or {}).get("hours", 0)) for entry in entries}
        if self.tie_rule == "meeting":
            return []
        return [hours] if self.tie_rule == "hours" else [self._first_criterion(entries), hours]

    def _first_criterion(self, entries):
        """Return {entry's id: mean in the first criterion}."""
        first = self.criterion_ids.sorted(lambda each: (each.sequence, each.id))[:1]
        if first.source != "judged":
            return {
                entry.id: exact((entry.facts or {}).get(first.source, 0)) for entry in entries
            }
        # sudo: leifeng.award.review.line - the scores in the criterion that settles ties
        lines = self.env["leifeng.award.review.line"].sudo()
        domain = [("criterion_id", "=", first.id), ("review_id.state", "=", "submitted")]
        given = {}
        for line in lines.search_fetch(domain, ["review_id", "value"]):
            given.setdefault(line.review_id.entry_id.id, []).append(exact(line.value))
        return {work: sum(values) / len(values) for work, values in given.items()}

    def _tiers_by_order(self, ranked):
        """Return {entry's id: tier's id}; equal works across a cut have none: the panel decides."""
        places = self._places(sum(len(works) for _rank, works in ranked))
        tiers = [tier.id for tier, _count in places]
        assigned = assign_tiers(ranked, [count for _tier, count in places])
        return {work: tiers[index] for work, index in assigned.items()}

    def _scales_decide(self):
        """Tell whether others would win if every judge's scores were on one scale."""
        sheets = self._valid_sheets()
        if self.reading == "shares" or not sheets:
            return False
        count = len({work for _judge, work, _total in sheets})
        places = sum(number for _tier, number in self._places(count))
        plain, scaled = sensitivity(sheets, places)
        return plain != scaled

    def _write_results(self, rows):
        """Write the results under codes drawn by lot; persons and departments with their names."""
        codes = [f"R{number:03d}" for number in range(1, len(rows) + 1)]
        Random(secrets.randbits(128)).shuffle(codes)
        # sudo: leifeng.award.result - nobody has write access, closing writes them
        results = self.env["leifeng.award.result"].sudo()
        return results.create(
            [
                {
                    **row,
                    "award_id": self.id,
                    "company_id": self.company_id.id,
                    "code": code,
                    **self._result_names(row["entry_id"]),
                }
                for row, code in zip(rows, codes, strict=True)
            ]
        )

    def _result_names(self, entry_id):
        """Return the names on a result at closing: none for essays, codes come first."""
        if self.kind == "essay":
            return {}
        # sudo: leifeng.award.entry - copies of the names that judges read too
        return self.env["leifeng.award.entry"].sudo().browse(entry_id)._result_names()

    def _record_closing(self, results, reason):
        salt = self.env["leifeng.journal"].salt()
        payload = {
            "sheets": len(self._valid_sheets()),
            "outstanding": self._open_sheet_count(),
            "reason": chain.digest(salt, reason) if reason else "",
            "salt": salt,
            "results": self._results_digest(salt),
            "entries": len(results),
        }
        self.env["leifeng.journal"].record("scoring_closed", self, payload)

    def _results_digest(self, salt):
        """Return the digest of the results as they stand in the table."""
        # sudo: leifeng.award.result - computed again by Verify, whoever presses it
        stored = self.sudo().result_ids.sorted("id")
        return chain.digest(salt, [result._figures() for result in stored])
