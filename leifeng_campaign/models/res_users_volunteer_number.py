from odoo import api, models
from odoo.exceptions import UserError

from ..tools import volunteer_number


class ResUsers(models.Model):
    """The own volunteer number: only the person and HR see it, and a file that asks for it."""

    _inherit = "res.users"

    @api.model
    def leifeng_volunteer_number(self):
        """Return the user's own volunteer number, or ''."""
        # sudo: hr.employee - people can't read hr; it is their own number
        return self.env.user.employee_id.sudo().leifeng_volunteer_number or ""

    @api.model
    def action_leifeng_volunteer_number(self, number):
        """Keep the user's own volunteer number; an empty one is forgotten."""
        employee = self.env.user.employee_id
        if not employee:
            raise UserError(self.env._("This account belongs to no employee."))
        number = volunteer_number.normalized(number if isinstance(number, str) else "")
        if fault := volunteer_number.fault(number):
            raise UserError(self._leifeng_number_faults()[fault])
        # sudo: hr.employee - people can't write hr; it is their own number
        employee.sudo().leifeng_volunteer_number = number or False

    @api.model
    def _leifeng_number_faults(self):
        return {
            "characters": self.env._(
                "A volunteer number has letters, digits and hyphens only. Please check it."
            ),
            "long": self.env._(
                "A volunteer number has at most %(count)s characters. Please check it.",
                count=volunteer_number.LENGTH,
            ),
            "id_card": self.env._(
                "This looks like an identity card number, which is not kept here. Please enter "
                "the number that the volunteer platform gave you, or leave the field empty."
            ),
        }
