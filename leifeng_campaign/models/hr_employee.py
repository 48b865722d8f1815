from odoo import api, fields, models


class HrEmployee(models.Model):
    _inherit = "hr.employee"

    leifeng_record_ids = fields.One2many(
        "leifeng.service.record", "employee_id", groups="hr.group_hr_user"
    )
    leifeng_hours = fields.Float(
        string="Service Hours", compute="_compute_leifeng_hours", groups="hr.group_hr_user"
    )

    @api.depends("leifeng_record_ids.minutes")
    def _compute_leifeng_hours(self):
        sums = dict(
            self.env["leifeng.service.record"]._read_group(
                [("employee_id", "in", self.ids)], ["employee_id"], ["minutes:sum"]
            )
        )
        for employee in self:
            employee.leifeng_hours = sums.get(employee, 0) / 60

    def action_leifeng_records(self):
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_service_record_action"
        )
        return {**action, "domain": [("employee_id", "in", self.ids)], "context": {}}
