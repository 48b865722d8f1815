from odoo import fields, models


class HrDepartment(models.Model):
    """The department's own honors, and those of its people in the department of that day."""

    _inherit = "hr.department"

    leifeng_honor_count = fields.Integer(string="Honors", compute="_compute_leifeng_honor_count")

    def _compute_leifeng_honor_count(self):
        counts = self.env["leifeng.certificate"]._honor_counts("holder_department_id", self._origin)
        for department in self:
            department.leifeng_honor_count = counts.get(department._origin.id, 0)

    def action_leifeng_honors(self):
        return self.env["leifeng.certificate"]._open_honors(
            [("holder_department_id", "in", self.ids)]
        )
