from odoo import api, fields, models

from ..tools import wording
from .leifeng_campaign_activity import CATEGORIES
from .leifeng_service_post_slot import SLOT_FIELDS


class LeifengServicePost(models.Model):
    """A place to serve, again and again; a shift takes from it what every volunteer must know."""

    _name = "leifeng.service.post"
    _description = "Volunteer Post"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "name, id"

    name = fields.Char(required=True)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company
    )
    category = fields.Selection(
        CATEGORIES, string="Service Category", required=True, default="community"
    )
    location = fields.Char(string="Address", required=True)
    meeting_point = fields.Char()
    partner_id = fields.Many2one(
        "res.partner",
        string="Partner Organization",
        domain=[("is_company", "=", True)],
        index=True,
        ondelete="restrict",
    )
    contact = fields.Char(
        string="Contact Person",
        compute="_compute_contact",
        store=True,
        readonly=False,
        precompute=True,
    )
    contact_phone = fields.Char(
        compute="_compute_contact", store=True, readonly=False, precompute=True
    )
    slot_ids = fields.One2many(
        "leifeng.service.post.slot", "post_id", string="Usual Times", copy=True
    )
    usual_times = fields.Char(string="Usual Times in Words", compute="_compute_usual_times")
    all_year = fields.Boolean(
        help="The post keeps its shifts between campaigns: people sign up for them all the year."
    )
    capacity = fields.Integer(string="Places", default=4, required=True)
    minimum = fields.Integer(string="People Needed at Least", default=1)
    leader_id = fields.Many2one("hr.employee", string="On-site Leader")
    bring = fields.Text(string="What to Bring")
    conditions = fields.Text()
    tag_ids = fields.Many2many(
        "hr.employee.category", string="Asks for Tags", help="Volunteers need one of these tags."
    )
    dangerous = fields.Boolean(help="Traffic, trees, heights: insurance and briefing come first.")
    risks = fields.Text(string="Risk Notice")
    protection = fields.Text()
    session_ids = fields.One2many("leifeng.session", "post_id", string="Shifts")
    session_count = fields.Integer(string="Number of Shifts", compute="_compute_session_count")

    _has_places = models.Constraint("CHECK (capacity > 0)", "A post needs at least one place.")

    @api.depends("partner_id")
    def _compute_contact(self):
        for post in self.filtered("partner_id"):
            post.update(post.partner_id._leifeng_contact())

    @api.depends("session_ids")
    def _compute_session_count(self):
        counts = dict(
            self.env["leifeng.session"]._read_group(
                [("post_id", "in", self.ids)], ["post_id"], ["__count"]
            )
        )
        for post in self:
            post.session_count = counts.get(post, 0)

    @api.depends("capacity")
    @api.depends(*(f"slot_ids.{name}" for name in SLOT_FIELDS))
    def _compute_usual_times(self):
        for post in self:
            post.usual_times = (
                wording.clauses(self.env.lang, (slot._text() for slot in post.slot_ids)) or False
            )

    def action_view_sessions(self):
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_session_action_shifts"
        )
        return {**action, "domain": [("post_id", "in", self.ids)], "context": {}}

    def action_ask_link(self):
        """Show the link on which the post's organization asks for service."""
        self.ensure_one()
        return self.partner_id.action_leifeng_ask_link()
