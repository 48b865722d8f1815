from odoo import api, models

from ..tools import roster


class HrEmployee(models.Model):
    """The roster: comes in by Odoo's own import, from a workbook with the right columns."""

    _inherit = "hr.employee"

    @api.model
    def get_import_templates(self):
        own = {
            "label": self.env._("Roster Template"),
            "template": "/leifeng/roster_template.xlsx",
        }
        return [own, *super().get_import_templates()]

    @api.model
    def _leifeng_roster_template(self):
        """Return the workbook as bytes; titles and hints in the user's language."""
        return roster.template(
            self.env._("Roster"),
            list(self._leifeng_roster_columns().values()),
            self.env._("How to Fill It In"),
            self._leifeng_roster_hints(),
        )

    @api.model
    def _leifeng_roster_columns(self):
        """Return {field: title}; the import knows them from data/base_import_mapping_data.xml."""
        return {
            "name": self.env._("Full Name"),
            "barcode": self.env._("Staff Number"),
            "department_id": self.env._("Department"),
            "job_title": self.env._("Job Title"),
            "mobile_phone": self.env._("Mobile Number"),
            "parent_id": self.env._("Direct Superior"),
        }

    @api.model
    def _leifeng_roster_hints(self):
        return [
            self.env._("One employee per row. The full name is all that must be filled in."),
            self.env._(
                "Staff Number: letters and digits, at most 18, each used once. "
                "People log in with it. Leading zeros stay, since the cells hold text."
            ),
            self.env._(
                "Department: the name as in the list of departments. If it does not exist yet, "
                "choose “Create new values” for this column when you import."
            ),
            self.env._(
                "Direct Superior: the full name of somebody who is in the list already. "
                "Import the superiors first, or leave the column empty."
            ),
            self.env._(
                "Do not add identity card numbers, health, religion or bank details: "
                "they are not needed here."
            ),
            self.env._("Do not enter classified information."),
        ]
