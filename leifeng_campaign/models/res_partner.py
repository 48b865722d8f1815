from odoo import models


class ResPartner(models.Model):
    """Organizations: residents' committees, the traffic police: who is served and served with."""

    _inherit = "res.partner"

    def _leifeng_contact(self):
        """Return whom to speak with at this organization: {"contact": …, "contact_phone": …}."""
        self.ensure_one()
        people = self.child_ids.filtered(lambda child: child.type == "contact" and child.name)
        person = people[:1] or self
        return {"contact": person.name, "contact_phone": person.phone or self.phone}
