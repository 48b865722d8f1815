from odoo import api, fields, models

from ..tools import partner_sheet


class LeifengServiceImport(models.TransientModel):
    """Hours that partner organizations recorded, from their file, as what they are."""

    _name = "leifeng.service.import"
    _description = "Import Partner's Records"
    _inherit = ["leifeng.import.mixin"]

    file = fields.Binary(string="File of the Partner")
    recording_unit = fields.Char(help="For rows in which no recording unit stands.")
    line_ids = fields.One2many("leifeng.service.import.line", "import_id", readonly=True)

    def _write_rows(self):
        # sudo: hr.employee - no right on hr is needed to count up the touch
        self.line_ids.employee_id.sudo()._leifeng_touch()
        self.line_ids._judge()
        self.line_ids._write_hours()

    @api.model
    def _sheet(self):
        return partner_sheet

    @api.model
    def _words(self):
        return {
            "number": self.env._("Staff Number"),
            "name": self.env._("Full Name"),
            "department": self.env._("Department"),
            "date": self.env._("Date"),
            "start": self.env._("From"),
            "stop": self.env._("To"),
            "hours": self.env._("Hours"),
            "content": self.env._("Service"),
            "location": self.env._("Place"),
            "organizing_unit": self.env._("Organizing Unit"),
            "recording_unit": self.env._("Recording Unit"),
            "file": self.env._("Partner's Records"),
            "refused": self.env._("Rows Not Taken"),
        }

    @api.model
    def _example(self):
        return [
            "WX065",
            self.env._("Full Name"),
            self.env._("Department"),
            "2026-03-05",
            "09:00",
            "11:00",
            "2",
            self.env._("Shelving books (example, delete this row)"),
            self.env._("District library"),
            self.env._("District library"),
            self.env._("District library"),
        ]
