from odoo import api, fields, models

from ..tools import award_name, wording
from .leifeng_award_entry import ENDED

# What is customary (practice): essays, then persons
MAX_PRIZES, MAX_FIRST = 25, 3  # percent of the essays
MAX_STAFF = 10  # percent of the agency's staff
MIN_CHOICE = 1.2  # candidates for each place (差额)


class LeifengAward(models.Model):
    """What looks wrong about a call; nothing of it is refused, a person decides."""

    _inherit = "leifeng.award"

    name_warning = fields.Char(compute="_compute_name_warning")
    quota_warning = fields.Text(compute="_compute_quota_warning")

    @api.depends("name", "legal_basis")
    def _compute_name_warning(self):
        """An approved project has the name it was approved with."""
        for award in self:
            internal = award.legal_basis == "internal"
            found = award_name.forbidden(award.name) if internal else []
            words = wording.listed(self.env.lang, found)
            award.name_warning = bool(found) and self.env._(
                "An agency's own award shouldn't have in its name: %(words)s", words=words
            )

    @api.depends("kind", "tier_ids.quota", "tier_ids.quota_kind", "department_quota", "state")
    def _compute_quota_warning(self):
        for award in self:
            by_kind = {"essay": award._essay_warnings, "person": award._person_warnings}
            award.quota_warning = "\n".join(by_kind.get(award.kind, list)())

    # ESSAYS

    def _essay_warnings(self):
        shares = list(map(self._percent, self.tier_ids))
        warnings = []
        if shares and sum(shares) > MAX_PRIZES:
            warnings.append(
                self.env._(
                    "Prizes go to more than %(percent)s percent of the essays.", percent=MAX_PRIZES
                )
            )
        if len(shares) > 1 and shares[0] > MAX_FIRST:
            warnings.append(
                self.env._(
                    "The first tier goes to more than %(percent)s percent of the essays.",
                    percent=MAX_FIRST,
                )
            )
        return warnings

    def _percent(self, tier):
        """Return what part of the essays the tier is; unknown, thus 0, before there are any."""
        if tier.quota_kind == "share":
            return tier.quota
        count = self._standing_count()
        return 100 * tier.quota / count if count else 0

    def _standing_count(self):
        """Return how many entries are in the running; before entries end nobody can tell."""
        if self.state in ("draft", "open"):
            return 0
        # sudo: leifeng.award.entry - how many there are, for the hint on the quotas
        return len(self.sudo().entry_ids.filtered(lambda each: each.state not in (*ENDED, "draft")))

    # PERSONS

    def _person_warnings(self):
        places = sum(each.quota for each in self.tier_ids if each.quota_kind == "number")
        warnings, staff = [], self._staff_count()
        if staff and places * 100 > MAX_STAFF * staff:
            warnings.append(
                self.env._(
                    "There are places for more than %(percent)s percent of the staff.",
                    percent=MAX_STAFF,
                )
            )
        most = self.department_quota * len(self.campaign_id.department_ids)
        if most and most < places * MIN_CHOICE:
            warnings.append(
                self.env._(
                    "The departments can put forward %(most)s candidates for %(places)s places: "
                    "that leaves the panel little choice.",
                    most=most,
                    places=int(places),
                )
            )
        return warnings

    def _staff_count(self):
        # sudo: hr.employee - how many people the agency has
        staff = self.env["hr.employee"].sudo()
        return staff.search_count([("company_id", "=", self.company_id.id)])
