from odoo import api, fields, models
from odoo.exceptions import UserError


class LeifengCampaignDepartmentLine(models.Model):
    """One thing that a department plans to do.

    A line of an activity says what the campaign's plan says; only what differs is written into it.
    """

    _name = "leifeng.campaign.department.line"
    _description = "Line of a Department Plan"
    _order = "campaign_department_id, sequence, date, id"

    sequence = fields.Integer(default=1000)  # after the lines taken from the campaign
    campaign_department_id = fields.Many2one(
        "leifeng.campaign.department", required=True, index=True, ondelete="cascade"
    )
    activity_id = fields.Many2one(
        "leifeng.campaign.activity", index="btree_not_null", ondelete="cascade"
    )
    name = fields.Char(string="What We Do", help="Empty: as the campaign says.")
    date = fields.Date(string="When", help="Empty: as the campaign says.")
    people = fields.Char(string="Who")
    not_for_us = fields.Boolean(string="Not for Us")
    is_ours = fields.Boolean(string="We Are Responsible", compute="_compute_what")
    what = fields.Char(string="As It Is Read", compute="_compute_what")
    date_start = fields.Date(string="Start Date", compute="_compute_what")
    date_stop = fields.Date(string="End Date", compute="_compute_what")

    _something = models.Constraint(
        "CHECK (activity_id IS NOT NULL OR name IS NOT NULL)",
        "Please write what the department plans to do.",
    )

    @api.depends(
        "name",
        "date",
        "activity_id.name",
        "activity_id.department_id",
        "campaign_department_id.department_id",
        "activity_id.date_start",
        "activity_id.date_stop",
        "activity_id.phase_id.date_start",
        "activity_id.phase_id.date_stop",
    )
    def _compute_what(self):
        """What differs, else what the campaign says; an activity without dates has its phase's."""
        for line in self:
            activity, phase = line.activity_id, line.activity_id.phase_id
            ours, responsible = line.campaign_department_id.department_id, activity.department_id
            line.is_ours = bool(responsible) and responsible == ours
            line.what = line.name or activity.name
            line.date_start = line.date or activity.date_start or phase.date_start
            line.date_stop = line.date or activity.date_stop or phase.date_stop

    @api.depends("what")
    def _compute_display_name(self):
        for line in self:
            line.display_name = line.what

    def write(self, vals):
        """A line stays in its plan: the rules look at the plan it stands in, not at the next."""
        plan = vals.get("campaign_department_id")
        if "campaign_department_id" in vals and self.campaign_department_id.ids != [plan]:
            raise UserError(self.env._("A line can't be moved to another plan."))
        return super().write(vals)
