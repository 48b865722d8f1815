from odoo import api, fields, models
from odoo.exceptions import AccessError

from ..tools import secret


class ResPartner(models.Model):
    """Organizations: residents' committees, the traffic police: who is served and served with.

    Each has a link of its own on which it asks for service without an account.
    """

    _inherit = "res.partner"

    leifeng_ask_token = fields.Char(
        copy=False, groups=fields.NO_ACCESS, export_string_translation=False
    )
    # whose office gave out the link, and receives what is asked on it
    leifeng_ask_company_id = fields.Many2one(
        "res.company", copy=False, groups=fields.NO_ACCESS, export_string_translation=False
    )

    _unique_leifeng_ask_token = models.UniqueIndex("(leifeng_ask_token)")

    # ACTIONS

    def action_leifeng_ask_link(self):
        """Show the link on which this organization asks."""
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_ask_link_action"
        )
        return {**action, "context": {"default_partner_id": self.id, "dialog_size": "medium"}}

    # BUSINESS

    def _leifeng_contact(self):
        """Return whom to speak with at this organization: {"contact": …, "contact_phone": …}."""
        self.ensure_one()
        people = self.child_ids.filtered(lambda child: child.type == "contact" and child.name)
        person = people[:1] or self
        return {"contact": person.name, "contact_phone": person.phone or self.phone}

    def _leifeng_ask_path(self, renew=False):
        """Return the path of the organization's page; ``renew`` makes the old one unknown."""
        self.ensure_one()
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("Only the campaign's office gives out these links."))
        self.check_access("read")
        # sudo: res.partner - the secret stands in no field that anybody reads
        partner = self.sudo()
        if renew or not partner.leifeng_ask_token:
            partner.leifeng_ask_token = secret.new_token()
            partner.leifeng_ask_company_id = self.env.company
        return f"/leifeng/ask/{partner.leifeng_ask_token}"

    def _leifeng_ask_company(self):
        return self.leifeng_ask_company_id or self.company_id or self.env.company

    @api.model
    def _leifeng_by_ask_token(self, token):
        """Return the organization with this link, with sudo, or an empty recordset."""
        # sudo: res.partner - whoever holds the link may ask in the organization's name
        return secret.holder_of(self.sudo(), "leifeng_ask_token", token)
