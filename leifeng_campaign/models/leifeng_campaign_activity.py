from odoo import api, fields, models
from odoo.tools import SQL

KINDS = [
    ("lecture", "Lecture"),
    ("screening", "Film Screening"),
    ("discussion", "Discussion"),
    ("essay", "Essay Contest"),
    ("service", "Volunteer Service"),
    ("training", "Volunteer Training"),
    ("selection", "Selection"),
    ("ceremony", "Ceremony"),
    ("other", "Other"),
]
CATEGORIES = [
    ("community", "Community Service"),
    ("environment", "Environmental Service"),
    ("traffic", "Traffic Guidance"),
    ("other_service", "Other Service"),
]
STUDY_KINDS = ("lecture", "screening", "discussion")
# What yields records: hours of service, and hours of training, which are a list of their own.
RECORD_KINDS = ("service", "training")


class LeifengCampaignActivity(models.Model):
    """What the plan asks for inside a phase; its kind alone decides whether hours are served."""

    _name = "leifeng.campaign.activity"
    _description = "Activity of the Plan"
    _order = "campaign_id, phase_id, sequence, id"

    name = fields.Char(required=True)
    sequence = fields.Integer(default=10)
    phase_id = fields.Many2one(
        "leifeng.campaign.phase", required=True, index=True, ondelete="cascade"
    )
    campaign_id = fields.Many2one(related="phase_id.campaign_id", store=True, index=True)
    company_id = fields.Many2one(related="campaign_id.company_id", store=True)
    kind = fields.Selection(KINDS, required=True, default="other")
    category = fields.Selection(CATEGORIES, string="Service Category")
    date_start = fields.Date(string="Start Date")
    date_stop = fields.Date(string="End Date")
    department_id = fields.Many2one("hr.department", string="Responsible Department")
    instructions = fields.Text()
    criteria = fields.Text(help="One criterion per line.")
    procedure = fields.Text(help="One step per line.")
    touch = fields.Integer(readonly=True, copy=False, groups=fields.NO_ACCESS)
    session_ids = fields.One2many("leifeng.session", "activity_id")
    session_count = fields.Integer(string="Sessions", compute="_compute_session_count")

    _dates_in_order = models.Constraint(
        "CHECK (date_stop >= date_start)", "The activity can't end before it begins."
    )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_closed(self):
        self.campaign_id._check_plan_stays()

    def _compute_session_count(self):
        counts = dict(
            self.env["leifeng.session"]._read_group(
                [("activity_id", "in", self._origin.ids)], ["activity_id"], ["__count"]
            )
        )
        for activity in self:
            activity.session_count = counts.get(activity._origin, 0)

    def action_view_sessions(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Sessions"),
            "res_model": "leifeng.session",
            "views": [(False, "list"), (False, "calendar"), (False, "form")],
            "domain": [("activity_id", "in", self.ids)],
            "context": {"default_activity_id": self.id},
        }

    def _touch(self):
        """Update the rows: of two who lay out shifts at once one is run again, and sees all."""
        self.env.cr.execute(
            SQL(
                "UPDATE leifeng_campaign_activity SET touch = coalesce(touch, 0) + 1 "
                "WHERE id = ANY(%s)",
                self.ids,
            )
        )
