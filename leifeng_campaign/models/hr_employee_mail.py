from odoo import fields, models
from odoo.tools import email_normalize

# Domains that no mail ever reaches (RFC 2606).
NO_MAIL = (".example", ".invalid", ".localhost", ".test", "@example.com", "@example.org")


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    leifeng_mail = fields.Boolean(
        string="Daily Mail of Messages",
        default=True,
        copy=False,
        groups="hr.group_hr_user",
        help="Switched on and off by the person, in the portal.",
    )

    def _leifeng_mail_address(self):
        """Return the address at which mail reaches this person, or False."""
        user = self.user_id
        for text in (self.work_email, user.email, user.login):
            address = email_normalize(text or "")
            if address and not address.endswith(NO_MAIL):
                return address
        return False
