from decimal import Decimal

from odoo import models

from ..tools import placing


class LeifengAward(models.Model):
    """How many may win."""

    _inherit = "leifeng.award"

    def _places(self, count):
        """Return [(tier, places)] in order for ``count`` entries that are judged."""
        tiers = self.tier_ids
        return list(zip(tiers, placing.places_of(map(self._quota, tiers), count), strict=True))

    def _quota(self, tier):
        if tier.quota_kind == "number":
            return ("number", int(tier.quota))
        return ("share", Decimal(f"{tier.quota:.2f}") / 100)
