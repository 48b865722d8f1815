from odoo import api, fields, models
from odoo.tools import SQL

from .leifeng_campaign_activity import RECORD_KINDS

BADGES = [
    ("not_open", "Sign-up Not Open Yet"),
    ("free", "Places Free"),
    ("full", "Full, Waiting List Open"),
    ("sign_up_closed", "Sign-up Closed"),
    ("under_way", "Under Way"),
    ("to_confirm", "Sheet to Confirm"),
]
# Colors of the calendar: grey, violet, green, orange, yellow, blue, red; words say the same.
COLORS = {
    "draft": 0,
    "done": 12,
    "cancelled": 12,
    "not_open": 11,
    "free": 10,
    "full": 2,
    "sign_up_closed": 3,
    "under_way": 4,
    "to_confirm": 1,
}


def from_post(field, *args, **kwargs):
    """Return a field that a shift takes from its post under the same name, and may change."""
    compute = {"compute": "_compute_post_values", "store": True, "precompute": True}
    return field(*args, readonly=False, **compute, **kwargs)


def from_window(**kwargs):
    """Return a moment that a shift takes from its post's days or hours, and may change."""
    compute = {"compute": "_compute_window", "store": True, "precompute": True}
    return fields.Datetime(readonly=False, **compute, **kwargs)


class LeifengSession(models.Model):
    """Something at a time and a place that employees can sign up for: lecture, shift, ceremony.

    Nothing stored here depends on the sign-ups: they lock this row while they join the line, and
    would all collide.
    """

    _name = "leifeng.session"
    _description = "Session"
    _inherit = ["leifeng.state.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "start, id"
    _state_fields = {
        "state": {
            "draft": ("open", "cancelled"),
            "open": ("done", "cancelled", "draft"),
            "done": (),
            "cancelled": (),
        }
    }

    name = fields.Char(required=True)
    state = fields.Selection(
        [
            ("draft", "Unpublished"),
            ("open", "Published"),
            ("done", "Completed"),
            ("cancelled", "Cancelled"),
        ],
        default="draft",
        required=True,
        copy=False,
        tracking=True,
        index=True,
    )
    badge = fields.Selection(BADGES, string="Where It Stands", compute="_compute_badge")
    color = fields.Integer(compute="_compute_color", export_string_translation=False)
    cancel_reason = fields.Char(readonly=True, copy=False)

    # What
    activity_id = fields.Many2one(
        "leifeng.campaign.activity", required=True, index=True, ondelete="restrict"
    )
    campaign_id = fields.Many2one(related="activity_id.campaign_id", store=True, index=True)
    company_id = fields.Many2one(related="campaign_id.company_id", store=True, index=True)
    kind = fields.Selection(related="activity_id.kind", store=True)
    category = fields.Selection(related="activity_id.category", store=True)
    department_id = fields.Many2one(
        "hr.department", string="For the Department", index=True, ondelete="restrict"
    )
    material_ids = fields.Many2many("ir.attachment", string="Materials", copy=False)

    # When
    start = fields.Datetime(required=True, index=True, tracking=True)
    stop = fields.Datetime(string="End", required=True, tracking=True)
    opens = from_window(string="Sign-up Opens")
    closes = from_window(string="Sign-up Closes")
    withdraw_until = from_window()

    # Where and who; a shift takes these from its post, and may differ
    post_id = fields.Many2one("leifeng.service.post", index=True, ondelete="restrict")
    location = from_post(fields.Char)
    meeting_point = from_post(fields.Char)
    capacity = from_post(fields.Integer, string="Places")
    minimum = from_post(fields.Integer, string="People Needed at Least")
    waiting_max = fields.Integer(
        string="Waiting List Limit",
        help="0 means no limit. A few more may get in at the same moment.",
    )
    leader_id = from_post(fields.Many2one, "hr.employee", string="On-site Leader", index=True)
    contact = from_post(fields.Char, string="Contact Person")
    contact_phone = from_post(fields.Char)
    bring = from_post(fields.Text, string="What to Bring")
    conditions = from_post(fields.Text)
    tag_ids = fields.Many2many(
        "hr.employee.category",
        string="Asks for Tags",
        compute="_compute_tag_ids",
        store=True,
        readonly=False,
    )

    # Safety
    dangerous = from_post(fields.Boolean)
    risks = from_post(fields.Text, string="Risk Notice")
    protection = from_post(fields.Text)
    insured = fields.Boolean(string="Insurance Bought", copy=False)
    briefed = fields.Boolean(string="Briefing Arranged", copy=False)
    safety_reason = fields.Char(
        string="Why It Takes Place Without", help="Needed if insurance or briefing are not ticked."
    )

    # The line
    signup_ids = fields.One2many("leifeng.session.signup", "session_id", copy=False)
    live_count = fields.Integer(string="In Line", compute="_compute_counts")
    held_count = fields.Integer(string="Places Taken", compute="_compute_counts")
    waiting_count = fields.Integer(string="People Waiting", compute="_compute_counts")
    free_count = fields.Integer(
        string="Free Places", compute="_compute_counts", search="_search_free_count"
    )

    # Results of the day
    people_served = fields.Integer(copy=False)
    materials_handed_out = fields.Integer(copy=False)
    extra_quantity = fields.Float(string="Another Quantity", copy=False)
    extra_unit = fields.Char(string="Unit", copy=False)
    goods_given = fields.Char(copy=False)

    _times_in_order = models.Constraint(
        "CHECK (stop > start)", "A session must end after it begins."
    )
    _no_negatives = models.Constraint(
        "CHECK (capacity >= 0 AND minimum >= 0 AND waiting_max >= 0 "
        "AND people_served >= 0 AND materials_handed_out >= 0 AND extra_quantity >= 0)",
        "Numbers of people and things can't be negative.",
    )
    _by_line = models.Index("(company_id, start) WHERE state = 'open'")
    _by_campaign = models.Index("(campaign_id, start)")

    @api.depends("name", "badge", "held_count", "capacity")
    @api.depends_context("leifeng_show_places")
    def _compute_display_name(self):
        """With ``leifeng_show_places`` in the context the name says how full the session is."""
        super()._compute_display_name()
        if not self.env.context.get("leifeng_show_places"):
            return
        for session in self:
            places = f"{session.held_count}/{session.capacity}"
            words = session._standing_words()
            session.display_name = f"{places} {words} · {session.display_name}"

    def _standing_words(self):
        name = "badge" if self.badge else "state"
        return dict(self._fields[name]._description_selection(self.env))[self[name]]

    @api.depends("post_id")
    def _compute_post_values(self):
        for session in self.filtered("post_id"):
            post = session.post_id
            session.update({name: post[name] for name in self._post_fields()})

    @api.depends("post_id")
    def _compute_tag_ids(self):
        for session in self.filtered("post_id"):
            session.tag_ids = session.post_id.tag_ids

    @api.model
    def _post_fields(self):
        """Fields of a session that come from its post, under the same names."""
        return [
            name for name, field in self._fields.items() if field.compute == "_compute_post_values"
        ]

    @api.depends("signup_ids.live", "capacity")
    def _compute_counts(self):
        # sudo: leifeng.session.signup - how many are in line is public, who they are isn't
        lines = self.env["leifeng.session.signup"].sudo()
        counts = dict(
            lines._read_group(
                [("session_id", "in", self.ids), ("live", "=", True)], ["session_id"], ["__count"]
            )
        )
        for session in self:
            live = counts.get(session._origin.sudo(False), 0) if session._origin else 0
            session.live_count = live
            session.held_count = min(live, session.capacity)
            session.waiting_count = live - session.held_count
            session.free_count = session.capacity - session.held_count

    def _search_free_count(self, operator, value):
        if operator != ">" or value != 0:
            return NotImplemented
        self.env["leifeng.session.signup"].flush_model(["session_id", "live"])
        return fields.Domain.custom(
            to_sql=lambda model, alias, query: model._free_sql(alias),
            predicate=lambda session: session.free_count > 0,
        )

    @api.model
    def _free_sql(self, alias):
        """SQL: whether fewer people are in line than there are places."""
        self.flush_model(["capacity"])
        return SQL(
            "(SELECT count(*) FROM leifeng_session_signup line "
            "WHERE line.session_id = %(a)s.id AND line.live) < %(a)s.capacity",
            a=SQL.identifier(alias),
        )

    @api.depends("state", "start", "stop", "opens", "closes", "capacity", "signup_ids.live")
    def _compute_badge(self):
        now = fields.Datetime.now()
        for session in self:
            session.badge = session._badge_at(now)

    @api.depends("badge", "state")
    def _compute_color(self):
        for session in self:
            session.color = COLORS[session.badge or session.state]

    @api.model_create_multi
    def create(self, vals_list):
        """Override so that a session without a name is called after activity and post."""
        return super().create(
            [{**vals, "name": vals.get("name") or self._name_from(vals)} for vals in vals_list]
        )

    @api.model
    def _name_from(self, vals):
        """Return 'activity · post' or 'activity · department'."""
        models = {
            "activity_id": "leifeng.campaign.activity",
            "post_id": "leifeng.service.post",
            "department_id": "hr.department",
        }
        names = [self.env[models[key]].browse(vals.get(key)).name for key in models]
        return " · ".join(filter(None, (names[0], names[1] or names[2])))

    def _badge_at(self, now):
        if self.state != "open" or not (self.start and self.stop):
            return False
        if self.stop <= now:
            return "to_confirm"
        if self.start <= now:
            return "under_way"
        if self.opens and now < self.opens:
            return "not_open"
        if self.closes and now >= self.closes:
            return "sign_up_closed"
        return "free" if self.free_count > 0 else "full"

    def _is_service(self):
        return self.kind == "service"

    def _yields_records(self):
        """Study, meetings and rehearsals yield nothing; the kind decides, never the user."""
        return self.kind in RECORD_KINDS

    def _tz(self):
        """Return the time zone in which the agency lives."""
        return self.company_id.leifeng_tz or "Asia/Shanghai"
