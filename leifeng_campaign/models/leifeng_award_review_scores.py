from odoo import models
from odoo.exceptions import UserError

from ..tools import score_input

COMMENT = 2000  # characters


class LeifengAwardReview(models.Model):
    """What was typed, read with distrust: numbers of the award's own criteria and a remark."""

    _inherit = "leifeng.award.review"

    def _criteria(self):
        """Return the criteria that judges score, in order."""
        return self.award_id.criterion_ids.filtered(lambda each: each.source == "judged")

    def _parsed_scores(self, scores):
        """Return {criterion: Decimal} of all criteria; UserError for a missing or wrong one."""
        found = self._typed_scores(scores)
        missing = self._criteria().filtered(lambda each: found[each] is None)
        if missing:
            raise UserError(
                self.env._("Not scored yet: %(names)s.", names=", ".join(missing.mapped("name")))
            )
        return found

    def _draft(self, scores):
        """Return what is stored of a draft: {criterion id as text: number as text}."""
        found = self._typed_scores(scores)
        return {str(each.id): str(value) for each, value in found.items() if value is not None}

    def _typed_scores(self, scores):
        """Return {criterion: Decimal or None}; keys that are no criterion of ours are nothing."""
        scores = scores if isinstance(scores, dict) else {}
        typed = {str(key): value for key, value in scores.items()}
        return {each: self._score(each, typed.get(str(each.id))) for each in self._criteria()}

    def _score(self, criterion, value):
        try:
            return score_input.parsed(value, criterion.weight)
        except ValueError:
            raise UserError(
                self.env._(
                    "“%(criterion)s”: please give a number from 0 to %(maximum)s, "
                    "with one decimal at most.",
                    criterion=criterion.name,
                    maximum=f"{criterion.weight:g}",
                )
            ) from None

    def _remark(self, comment):
        return self._text(comment, COMMENT)

    def _text(self, text, longest):
        """Return a text that somebody sent, "" for anything else; the database can't hold a NUL."""
        text = text.replace("\0", "").strip() if isinstance(text, str) else ""
        if len(text) > longest:
            raise UserError(
                self.env._("Please write at most %(number)s characters.", number=longest)
            )
        return text
