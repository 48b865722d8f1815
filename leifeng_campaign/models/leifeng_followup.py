from odoo import api, fields, models
from odoo.fields import Domain

FOLLOWUP_STATES = [
    ("open", "Not Yet Carried Out"),
    ("done", "Carried Out"),
    ("dropped", "No Longer Needed"),
]


class LeifengFollowup(models.Model):
    """What goes on after a campaign: what, which department, by when; reported once.

    One that is still open is carried on in the next year's campaign by a copy; whichever of the
    two is reported, both are.
    """

    _name = "leifeng.followup"
    _description = "Next Step"
    _inherit = ["leifeng.state.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date_due, id"
    _state_fields = {
        "state": {"open": ("done", "dropped"), "done": ("open",), "dropped": ("open",)}
    }

    name = fields.Char(string="What Is to Be Done", required=True, tracking=True)
    description = fields.Text()
    campaign_id = fields.Many2one(
        "leifeng.campaign", required=True, index=True, ondelete="cascade", check_company=True
    )
    company_id = fields.Many2one(related="campaign_id.company_id", store=True, index=True)
    department_id = fields.Many2one(
        "hr.department", required=True, index=True, ondelete="restrict", tracking=True
    )
    part_id = fields.Many2one(
        "leifeng.campaign.department",
        string="Department in the Campaign",
        compute="_compute_part_id",
        store=True,
        index="btree_not_null",
        ondelete="set null",
        help="Its head and its coordinator report what was done.",
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Responsible Colleague",
        index="btree_not_null",
        ondelete="set null",
        tracking=True,
    )
    date_due = fields.Date(string="By When", required=True, tracking=True)
    state = fields.Selection(
        FOLLOWUP_STATES, default="open", required=True, readonly=True, copy=False, tracking=True
    )
    is_late = fields.Boolean(string="Overdue", compute="_compute_is_late", search="_search_is_late")

    # Reported once
    report = fields.Text(string="What Was Done", readonly=True, copy=False)
    reported_on = fields.Date(readonly=True, copy=False)
    reported_by = fields.Char(readonly=True, copy=False)
    may_report = fields.Boolean(compute="_compute_may_report", export_string_translation=False)

    # Carried on
    origin_id = fields.Many2one(
        "leifeng.followup",
        string="Carried On From",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )
    next_ids = fields.One2many("leifeng.followup", "origin_id", string="Carried On As")

    @api.depends("department_id", "campaign_id.department_ids.department_id")
    def _compute_part_id(self):
        parts = {
            (part.campaign_id.id, part.department_id.id): part.id
            for part in self.campaign_id.department_ids
        }
        for step in self:
            step.part_id = parts.get((step.campaign_id.id, step.department_id.id))

    @api.depends("state", "date_due")
    def _compute_is_late(self):
        today = self.env.company._leifeng_today()
        for step in self:
            step.is_late = step.state == "open" and bool(step.date_due) and step.date_due < today

    def _search_is_late(self, operator, _value):
        if operator != "in":
            return NotImplemented
        today = self.env.company._leifeng_today()
        return Domain("state", "=", "open") & Domain("date_due", "<", today)

    @api.depends_context("uid")
    @api.depends("state", "part_id", "employee_id")
    def _compute_may_report(self):
        for step in self:
            step.may_report = step.state == "open" and step._is_concerned()

    def _is_concerned(self):
        """Whether this user answers for it: office, head, coordinator, responsible colleague."""
        me = self.env.user.employee_id
        # sudo: leifeng.campaign.department - who answers for the department in that year
        part = self.sudo().part_id
        mine = me and me in (part.head_id | part.coordinator_id | self.sudo().employee_id)
        return bool(mine) or self.env.user.has_group("leifeng_campaign.group_leifeng_officer")


class LeifengCampaign(models.Model):
    _inherit = "leifeng.campaign"

    followup_ids = fields.One2many("leifeng.followup", "campaign_id", string="Next Steps")
    followup_count = fields.Integer(
        string="Number of Next Steps", compute="_compute_followup_count"
    )
    followup_open_count = fields.Integer(
        compute="_compute_followup_count", export_string_translation=False
    )

    def _compute_followup_count(self):
        groups = self.env["leifeng.followup"]._read_group(
            [("campaign_id", "in", self._origin.ids)], ["campaign_id", "state"], ["__count"]
        )
        for campaign in self:
            mine = [(state, count) for each, state, count in groups if each == campaign._origin]
            campaign.followup_count = sum(count for _state, count in mine)
            campaign.followup_open_count = sum(count for state, count in mine if state == "open")

    def action_view_followups(self):
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_followup_action"
        )
        return {
            **action,
            "domain": [("campaign_id", "in", self.ids)],
            "context": {"default_campaign_id": self.id},
        }

    def action_start(self):
        """Override: what was carried on from last year is put on somebody's desk now."""
        started = super().action_start()
        self.followup_ids._schedule()
        return started
