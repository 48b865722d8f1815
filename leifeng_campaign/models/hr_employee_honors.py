from odoo import fields, models


class HrEmployee(models.Model):
    """Honors on the employee's form: for HR, as everything of the campaign there."""

    _inherit = "hr.employee"

    leifeng_honor_count = fields.Integer(
        string="Honors", compute="_compute_leifeng_honor_count", groups="hr.group_hr_user"
    )

    def _compute_leifeng_honor_count(self):
        counts = self.env["leifeng.certificate"]._honor_counts("employee_id", self._origin)
        for employee in self:
            employee.leifeng_honor_count = counts.get(employee._origin.id, 0)

    def action_leifeng_honors(self):
        return self.env["leifeng.certificate"]._open_honors([("employee_id", "in", self.ids)])
