from odoo import api, models
from odoo.exceptions import AccessError, UserError

from .leifeng_state_mixin import _StatePass

# Facts that acts write, together with a state or as the system: whoever could type the moment at
# which scoring closed would read every sheet.
FACTS = {
    "rules_hash",
    "judging_on",
    "scoring_closed_on",
    "scale_decides",
    "meeting_date",
    "meeting_present",
    "meeting_note",
    "approval_body",
    "approval_date",
    "approval_person",
    "approval_note",
    "cancel_reason",
    "is_earlier",
}
# Rules that are one field each; what is frozen and what can't be written any more are one list.
PLAIN = (
    "kind",
    "legal_basis",
    "basis_document",
    "min_characters",
    "max_characters",
    "count_marks",
    "department_quota",
    "leader_share",
    "repeat_years",
    "reading",
    "share_size",
    "drop_extremes",
    "tie_rule",
    "recuse_department",
    "majority",
)
DATES = ("date_open", "date_deadline", "date_screening", "date_judging", "date_notice")
RULES = {"name", "instructions", "procedure", *PLAIN, *DATES}
# What a call is about doesn't change once somebody may have entered.
SUBJECT = {"kind", "campaign_id", "company_id", "is_template", "year"}
CHANGING = ("draft", "open", "screening")


class LeifengAward(models.Model):
    """What can't be typed: facts at any time, rules once judging has opened."""

    _inherit = "leifeng.award"

    @api.model_create_multi
    def create(self, vals_list):
        """Override: facts don't come from values, nor from defaults of the context."""
        awards = super().create(vals_list)
        if not self.env.su and any(award[name] for award in awards for name in FACTS):
            awards._refuse_facts()
        return awards

    def write(self, vals):
        if FACTS & vals.keys() and not self._may_write_facts(vals):
            self._refuse_facts()
        if RULES & vals.keys():
            self._check_rules_open()
        if SUBJECT & vals.keys() and not self.env.su:
            self._check_still_draft()
        return super().write(vals)

    def _may_write_facts(self, vals):
        """Facts come with the state that they belong to, or from the system."""
        permission = self.env.context.get("leifeng_state_pass")
        return self.env.su or (
            isinstance(permission, _StatePass)
            and permission.allows(self, "state", vals.get("state"))
        )

    def _refuse_facts(self):
        raise AccessError(self.env._("This can't be typed. Please use the button for it."))

    def _check_rules_open(self):
        """Rules are frozen when judging opens, for everybody."""
        frozen = self.filtered(lambda award: award.state not in CHANGING)
        if frozen:
            raise UserError(
                self.env._(
                    "The rules of “%(award)s” can't change any more: its panel review has begun, "
                    "or it has ended.",
                    award=frozen[0].name,
                )
            )

    def _check_still_draft(self):
        if self.filtered(lambda award: award.state != "draft"):
            raise UserError(
                self.env._("What an award is about can't change any more once it was opened.")
            )


class LeifengAwardRuleMixin(models.AbstractModel):
    """A row of an award's rules: tier, criterion, judge."""

    _name = "leifeng.award.rule.mixin"
    _description = "Row of an award's rules"
    # what may still be written when the rules stand
    _free_fields = frozenset()

    @api.model_create_multi
    def create(self, vals_list):
        rows = super().create(vals_list)
        rows.award_id._check_rules_open()
        return rows

    def write(self, vals):
        if vals.keys() - self._free_fields:
            self.award_id._check_rules_open()
        done = super().write(vals)
        if "award_id" in vals:
            self.award_id._check_rules_open()
        return done

    @api.ondelete(at_uninstall=False)
    def _unlink_except_frozen(self):
        self.award_id._check_rules_open()
