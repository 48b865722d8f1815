from odoo import fields, models

from .leifeng_service_record import OWN_HOURS


class HrDepartment(models.Model):
    _inherit = "hr.department"

    leifeng_part_ids = fields.One2many(
        "leifeng.campaign.department", "department_id", string="Part in Campaigns"
    )
    leifeng_part_count = fields.Integer(string="Campaigns", compute="_compute_leifeng_part_count")
    leifeng_hours = fields.Float(string="Service Hours", compute="_compute_leifeng_hours")

    def _compute_leifeng_part_count(self):
        counts = dict(
            self.env["leifeng.campaign.department"]._read_group(
                [("department_id", "in", self.ids)], ["department_id"], ["__count"]
            )
        )
        for department in self:
            department.leifeng_part_count = counts.get(department, 0)

    def _compute_leifeng_hours(self):
        """Sum of the agency's own records that the user may read."""
        sums = dict(
            self.env["leifeng.service.record"]._read_group(
                [("department_id", "in", self.ids), *OWN_HOURS],
                ["department_id"],
                ["minutes:sum"],
            )
        )
        for department in self:
            department.leifeng_hours = sums.get(department, 0) / 60

    def action_leifeng_records(self):
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_service_record_action"
        )
        return {**action, "domain": [("department_id", "in", self.ids)], "context": {}}

    def action_leifeng_participation(self):
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_participation_action"
        )
        domain = [("department_id", "in", self.ids)]
        return {**action, "domain": domain, "context": {"search_default_this_year": 1}}

    def action_leifeng_parts(self):
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_campaign_department_action"
        )
        return {**action, "domain": [("department_id", "in", self.ids)], "context": {}}
