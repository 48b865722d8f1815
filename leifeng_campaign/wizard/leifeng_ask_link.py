from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools import qr


class LeifengAskLink(models.TransientModel):
    """The link on which an organization asks for service: to copy, to print, to renew."""

    _name = "leifeng.ask.link"
    _description = "Link of an Organization"

    partner_id = fields.Many2one(
        "res.partner", string="Requesting Organization", required=True, readonly=True
    )
    company_id = fields.Many2one(
        "res.company", required=True, readonly=True, default=lambda self: self.env.company
    )
    # not stored: the secret stands on the organization alone
    url = fields.Char(string="Link", compute="_compute_url")

    @api.depends("partner_id")
    def _compute_url(self):
        for wizard in self:
            path = wizard.partner_id and wizard.partner_id._leifeng_ask_path()
            wizard.url = path and self.get_base_url() + path

    def action_renew(self):
        """Make the old link unknown, as when the wrong person holds it."""
        self.ensure_one()
        self.partner_id._leifeng_ask_path(renew=True)
        return self.partner_id.action_leifeng_ask_link()

    def action_print(self):
        self.ensure_one()
        if not self.partner_id:
            raise UserError(self.env._("Please choose the organization first."))
        report = self.env.ref("leifeng_campaign.leifeng_ask_letter_report")
        return report.report_action(self, config=False)

    def _qr(self):
        return qr.data_uri(self.url)
