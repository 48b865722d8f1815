from odoo import api, fields, models
from odoo.exceptions import ValidationError


class LeifengCampaign(models.Model):
    """The campaign of the year before, with which figures are compared."""

    _inherit = "leifeng.campaign"

    previous_id = fields.Many2one(
        "leifeng.campaign",
        string="Campaign of the Year Before",
        copy=False,
        index="btree_not_null",
        ondelete="set null",
        check_company=True,
        help="Its lessons stand beside this plan, and figures are compared with it.",
    )
    previous_direction = fields.Text(
        related="previous_id.direction", string="Direction of Last Year", related_sudo=False
    )

    @api.constrains("previous_id")
    def _check_previous(self):
        if self._has_cycle("previous_id"):
            raise ValidationError(self.env._("A campaign can't come before itself."))
