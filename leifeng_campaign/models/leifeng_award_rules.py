import hashlib

from odoo import models

from ..tools import chain
from .leifeng_award_guard import DATES, PLAIN


class LeifengAward(models.Model):
    """The rules as they are frozen when judging opens, and what follows from them."""

    _inherit = "leifeng.award"

    def _rules(self):
        """Return all rules as plain values: text, whole numbers, lists. Points and quotas are
        texts with a fixed number of decimals, so that the same rules are the same text."""
        self.ensure_one()
        return {
            "award": self.id,
            "name": self.name,
            **{name: self[name] for name in PLAIN},
            "dates": {name: self[name].isoformat() if self[name] else "" for name in DATES},
            "tiers": [
                [each.id, each.name, each.quota_kind, f"{each.quota:.2f}"] for each in self.tier_ids
            ],
            "criteria": [
                [each.id, each.name, f"{each.weight:.1f}", each.source, f"{each.target:.1f}"]
                for each in self.criterion_ids
            ],
            "panel_size": len(self.judge_ids),
            # who is on the panel, without names
            "panel": [[each.id, each.user_id.id or 0, each.chair] for each in self._panel()],
        }

    def _panel(self):
        # sudo: leifeng.award.judge - everybody may know how many judge, the rules say who by id
        return self.sudo().judge_ids

    def _freeze_rules(self):
        """Write down the rules as they are; called when judging opens."""
        for award in self:
            text = chain.canonical(award._rules())
            # sudo: leifeng.award - nobody can type the frozen rules
            award.sudo().write(
                {"rules_text": text, "rules_hash": hashlib.sha256(text.encode()).hexdigest()}
            )

    def _rules_changed(self):
        """Whether the rules differ from what was frozen; False where nothing is frozen yet."""
        # sudo: leifeng.award - the frozen text is no field that anybody reads
        award = self.sudo()
        if not award.rules_text:
            return False
        stored = hashlib.sha256(award.rules_text.encode()).hexdigest()
        return stored != award.rules_hash or award.rules_text != chain.canonical(award._rules())

    # WHAT FOLLOWS FROM THEM

    def _earlier_winners(self):
        """Return (employee ids, department ids) that won this award within ``repeat_years``.

        The same award is one of the same kind and name; a revoked honor doesn't count.
        """
        if not self.repeat_years:
            return set(), set()
        domain = [
            ("state", "=", "granted"),
            ("award_id", "!=", self.id),
            ("award_id.kind", "=", self.kind),
            ("award_id.name", "=", self.name),
            ("award_id.year", ">=", self.year - self.repeat_years),
            ("award_id.year", "<", self.year),
            ("company_id", "=", self.company_id.id),
        ]
        # sudo: leifeng.award.entry - whoever enters or screens is told of an earlier honor alone
        winners = self.env["leifeng.award.entry"].sudo().search(domain)
        people = set(winners.employee_id.ids)
        return people, set(winners.filtered(lambda each: not each.employee_id).department_id.ids)
