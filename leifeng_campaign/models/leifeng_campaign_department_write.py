from odoo import models
from odoo.exceptions import AccessError, UserError

from .leifeng_campaign_department_summary import SUMMARY, SUMMARY_PARTS
from .leifeng_campaign_department_turn import PLAN


class LeifengCampaignDepartment(models.Model):
    """Who writes what: the record rules let in whose turn one of the two papers is, this says
    which fields belong to that paper."""

    _inherit = "leifeng.campaign.department"

    def write(self, vals):
        """Coordinators write the lines of their plan and the text of the summary, heads the text;
        who answers for it is the office's affair."""
        if not self.env.su:
            self._check_written(set(vals))
        return super().write(vals)

    def _check_written(self, names):
        text = names & set(SUMMARY_PARTS)
        if text:
            self._check_may_write_summary()
        if self._user_is_officer():
            return
        lines = names & {"line_ids"}
        if lines and not all(part.may_write_plan for part in self):
            raise self._not_your_turn(PLAN)
        if names - text - lines:
            raise AccessError(
                self.env._("Only the campaign office changes who answers for a plan.")
            )

    def _check_may_write_summary(self):
        """Refuse whoever's turn it isn't; a summary that is approved stands still for all."""
        if any(part.summary_state == "approved" for part in self):
            raise UserError(self.env._("This summary was passed and isn't changed any more."))
        if not all(part.may_write_summary for part in self):
            raise self._not_your_turn(SUMMARY)
