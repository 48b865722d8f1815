from odoo import api, fields, models

from ..tools import earlier_sheet


class LeifengAwardEarlier(models.TransientModel):
    """Honors and essays of earlier years: who won what, so that nobody wins it again too soon,
    and texts against which new essays are compared."""

    _name = "leifeng.award.earlier"
    _description = "Import Earlier Awards"
    _inherit = ["leifeng.import.mixin"]

    line_ids = fields.One2many("leifeng.award.earlier.line", "import_id", readonly=True)

    def _write_rows(self):
        self.line_ids._judge()
        self.line_ids.filtered(lambda line: line.verdict == "ready")._write_entries()

    @api.model
    def _sheet(self):
        return earlier_sheet

    @api.model
    def _words(self):
        return {
            "year": self.env._("Year"),
            "award": self.env._("Award"),
            "tier": self.env._("Tier"),
            "number": self.env._("Staff Number"),
            "name": self.env._("Full Name"),
            "department": self.env._("Department"),
            "title": self.env._("Title of the Essay"),
            "body": self.env._("Text of the Essay"),
            "file": self.env._("Earlier Awards"),
            "refused": self.env._("Rows Not Taken"),
        }

    @api.model
    def _example(self):
        return [
            "2025",
            self.env._("Award (example, delete this row)"),
            self.env._("Tier"),
            "WX065",
            self.env._("Full Name"),
            self.env._("Department"),
            self.env._("Of essays alone"),
            self.env._("Of essays alone"),
        ]
