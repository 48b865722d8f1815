from odoo import models
from odoo.exceptions import UserError

from ..tools import vote

MAJORITIES = {"half": vote.MORE_THAN_HALF, "two_thirds": vote.TWO_THIRDS}


class LeifengAward(models.Model):
    """What a proposal has to keep to: quorum, majority, places, and the limits of the call."""

    _inherit = "leifeng.award"

    def _check_can_propose(self):
        self.check_access("write")
        if self.state not in ("judging", "proposed") or not self.scoring_closed_on:
            raise UserError(
                self.env._("The panel proposes once scoring is closed, and before the approval.")
            )

    def _check_meeting(self, day, present, note):
        """Check the day, who was there, and the note."""
        panel, today = self._panel(), self.company_id._leifeng_today()
        if not self.scoring_closed_on.date() <= day <= today:
            raise UserError(
                self.env._("The meeting is held after scoring is closed, and not in the future.")
            )
        if present - panel:
            raise UserError(self.env._("Only members of the panel vote."))
        if 3 * len(present) < 2 * len(panel):
            raise UserError(
                self.env._(
                    "%(present)s of %(panel)s judges are too few: the panel decides when at least "
                    "two thirds are present.",
                    present=len(present),
                    panel=len(panel),
                )
            )
        if self.scale_decides and not note:
            raise UserError(
                self.env._(
                    "The judges' scales decide who wins. Please note what the panel made of it."
                )
            )

    def _check_rows(self, present, rows):
        """``rows``: {result: values as written}."""
        if set(rows) != set(self._listed_results()):
            raise UserError(self.env._("The results have changed. Please open the minutes again."))
        places = self._places(len(self.sudo().result_ids))  # sudo: leifeng.award.result - a count
        everywhere = sum(count for _tier, count in places)
        for result, row in rows.items():
            self._check_tier(result, row, everywhere)
            self._check_votes(result, row, len(present))
        proposed = {result: row["tier_id"] for result, row in rows.items() if row["tier_id"]}
        self._check_places(proposed, places)
        self._check_leaders(proposed)
        self._check_repeats(proposed)

    def _listed_results(self):
        """Return the results that a meeting decides on: not those taken off."""
        # sudo: leifeng.award.result - all of them, whoever asks
        return self.sudo().result_ids.filtered(lambda result: not result.struck_reason)

    def _check_tier(self, result, row, places):
        tier = self.env["leifeng.award.tier"].browse(row["tier_id"])
        if tier and (tier not in self.tier_ids or result.entry_id.state != "candidate"):
            raise UserError(
                self.env._("“%(name)s” can't win this award any more.", name=result.display_name)
            )
        if result._departs(tier, places) and not row["departure_reason"]:
            raise UserError(
                self.env._(
                    "Please give the panel's reason at “%(name)s”: it departs from the order, "
                    "or the order leaves it open.",
                    name=result.display_name,
                )
            )

    def _check_votes(self, result, row, present):
        """Whoever is proposed was voted on; of others there may be votes."""
        votes = (row["in_favor"], row["against"], row["abstained"])
        if not row["tier_id"] and not any(votes):
            return
        if vote.vote_error(present, row["recused_count"], *votes):
            raise UserError(
                self.env._(
                    "“%(name)s”: in favor, against and abstentions make %(votes)s votes; "
                    "%(present)s were present, %(recused)s of them recused.",
                    name=result.display_name,
                    votes=sum(votes),
                    present=present,
                    recused=row["recused_count"],
                )
            )
        majority = MAJORITIES[self.majority]
        passes = vote.vote_passes(row["in_favor"], present, row["recused_count"], majority)
        if row["tier_id"] and not passes:
            raise UserError(
                self.env._(
                    "“%(name)s” has too few votes in favor to be proposed.",
                    name=result.display_name,
                )
            )

    # QUOTAS

    def _check_places(self, proposed, places):
        """``proposed``: {result: tier's id}; ``places``: [(tier, places)]."""
        if not proposed:
            raise UserError(self.env._("Nobody is proposed. Please choose a tier for somebody."))
        for tier, count in places:
            given = list(proposed.values()).count(tier.id)
            if given > count:
                raise UserError(
                    self.env._(
                        "“%(tier)s” has %(places)s places, %(count)s are proposed.",
                        tier=tier.name,
                        places=count,
                        count=given,
                    )
                )

    def _check_leaders(self, proposed):
        leaders = sum(result.entry_id.leading for result in proposed)
        if self.leader_share and 100 * leaders > self.leader_share * len(proposed):
            raise UserError(
                self.env._(
                    "%(leaders)s of %(count)s proposed are leading staff; the call allows "
                    "%(share)s percent at most.",
                    leaders=leaders,
                    count=len(proposed),
                    share=self.leader_share,
                )
            )

    def _check_repeats(self, proposed):
        people, departments = self._earlier_winners()
        for result in proposed:
            entry = result.entry_id
            repeats = (
                entry.employee_id.id in people
                if entry.employee_id
                else entry.department_id.id in departments
            )
            if repeats:
                raise UserError(
                    self.env._(
                        "“%(name)s” has won this award within the last %(years)s years.",
                        name=result.display_name,
                        years=self.repeat_years,
                    )
                )
