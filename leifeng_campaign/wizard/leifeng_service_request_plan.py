from datetime import timedelta
from zoneinfo import ZoneInfo

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools.request_form import clock_in

MORNING = 9  # o'clock, if no time was wished for
HOURS = 2  # that a visit lasts unless somebody knows better


class LeifengServiceRequestPlan(models.TransientModel):
    """Plan a shift from a request, or take it along on one; says what speaks against the day."""

    _name = "leifeng.service.request.plan"
    _description = "Plan a Shift"

    request_id = fields.Many2one("leifeng.service.request", required=True, readonly=True)
    company_id = fields.Many2one(related="request_id.company_id")
    need = fields.Text(related="request_id.need", related_sudo=False)
    wish = fields.Char(compute="_compute_wish")
    last_visit = fields.Char(related="request_id.last_visit", related_sudo=False)
    how = fields.Selection(
        [("new", "A New Shift"), ("existing", "Along With a Shift That Is Planned")],
        string="Shift",
        required=True,
        default="new",
    )
    session_id = fields.Many2one("leifeng.session", string="Planned Shift")
    post_id = fields.Many2one(
        "leifeng.service.post", compute="_compute_post_id", store=True, readonly=False
    )
    activity_id = fields.Many2one(
        "leifeng.campaign.activity", compute="_compute_activity_id", store=True, readonly=False
    )
    start = fields.Datetime(compute="_compute_times", store=True, readonly=False)
    stop = fields.Datetime(string="End", compute="_compute_times", store=True, readonly=False)
    capacity = fields.Integer(
        string="Places", compute="_compute_people", store=True, readonly=False
    )
    leader_id = fields.Many2one(
        "hr.employee",
        string="On-site Leader",
        compute="_compute_people",
        store=True,
        readonly=False,
    )
    warning = fields.Text(compute="_compute_warning")

    @api.depends("request_id")
    def _compute_wish(self):
        for wizard in self:
            wizard.wish = wizard.request_id._wish_text()

    @api.depends("request_id")
    def _compute_post_id(self):
        """The request's post, or the only one that its organization has."""
        for wizard in self:
            request = wizard.request_id
            posts = self.env["leifeng.service.post"].search(
                [
                    ("partner_id", "=", request.partner_id.id),
                    ("company_id", "=", request.company_id.id),
                ],
                limit=2,
            )
            wizard.post_id = request.post_id or (posts if len(posts) == 1 else False)

    @api.depends("post_id")
    def _compute_activity_id(self):
        for wizard in self:
            activities = self.env["leifeng.campaign.activity"].search(
                [
                    ("kind", "=", "service"),
                    ("company_id", "=", wizard.company_id.id),
                    ("campaign_id.state", "=", "running"),
                ]
            )
            category = wizard.post_id.category or "community"
            fitting = activities.filtered(lambda one, want=category: one.category == want)
            campaigns = (fitting or activities).campaign_id._under_way_first()
            wizard.activity_id = (fitting or activities).filtered(
                lambda one, under_way=campaigns[:1]: one.campaign_id == under_way
            )[:1]

    @api.depends("request_id", "post_id")
    def _compute_times(self):
        """The day and time wished for, or the usual time and length of the post."""
        for wizard in self:
            if wizard.request_id.wish_date:
                begins, hours = wizard._usual_times()
                clock = clock_in(wizard.request_id.wish_time)
                begins = clock[0] + clock[1] / 60 if clock else begins
                midnight = wizard.company_id._leifeng_midnight(wizard.request_id.wish_date)
                wizard.start = midnight + timedelta(minutes=round(begins * 60))
                wizard.stop = wizard.start + timedelta(minutes=round(hours * 60))
            else:
                wizard.start = wizard.stop = False

    def _usual_times(self):
        """Return (hour at which the post's first shift begins, hours that it lasts)."""
        slot = self.post_id.slot_ids[:1]
        return (slot.hour_from, slot.hour_to - slot.hour_from) if slot else (MORNING, HOURS)

    @api.depends("request_id", "post_id")
    def _compute_people(self):
        for wizard in self:
            post = wizard.post_id
            wizard.capacity = wizard.request_id.volunteers_needed or post.capacity or 1
            wizard.leader_id = post.leader_id

    @api.depends("how", "start", "session_id", "post_id")
    def _compute_warning(self):
        for wizard in self:
            moment = wizard.session_id.start if wizard.how == "existing" else wizard.start
            wizard.warning = bool(moment) and wizard._warning_at(moment)

    def _warning_at(self, moment):
        """Return the warning for a visit that begins at ``moment``, or False; the shift on which
        the request is taken along isn't a second visit."""
        request = self.request_id
        zone = ZoneInfo(request.company_id.leifeng_tz or "Asia/Shanghai")
        day = moment.replace(tzinfo=ZoneInfo("UTC")).astimezone(zone).date()
        along = self.session_id if self.how == "existing" else self.env["leifeng.session"]
        return request._warning_on(day, self.post_id.location, along)

    @api.onchange("start")
    def _onchange_start(self):
        if self.start and self.stop and self.stop <= self.start:
            self.stop = self.start + timedelta(hours=HOURS)

    # ACTIONS

    def action_plan(self):
        """Make or take the shift, link the request, and show the shift."""
        self.ensure_one()
        request = self.request_id
        if request.state not in ("new", "accepted"):
            request._refuse_state("state", "planned")
        session = self.session_id if self.how == "existing" else self._make_session()
        if session.state not in ("draft", "open"):
            raise UserError(self.env._("Please choose a shift that is still to come."))
        request._plan(session)
        return request.action_view_session()

    def _make_session(self):
        if not (self.start and self.stop and self.activity_id):
            raise UserError(self.env._("Please choose the activity and the time first."))
        request, post = self.request_id, self.post_id
        street = request.partner_id._display_address(without_company=True)
        values = {
            "activity_id": self.activity_id.id,
            "post_id": post.id,
            "start": self.start,
            "stop": self.stop,
            "capacity": self.capacity,
            "leader_id": self.leader_id.id,
            "contact": request.contact or post.contact,
            "contact_phone": request.contact_phone or post.contact_phone,
        }
        if not post:
            values["location"] = " ".join(street.split())
        return self.env["leifeng.session"].create(values)
