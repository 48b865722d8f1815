from zoneinfo import ZoneInfo

from odoo import Command, api, fields, models
from odoo.exceptions import UserError

from ..models.leifeng_service_post_category import RUSH_HOURS
from ..models.leifeng_service_post_slot import WEEKDAYS, WHICH_DAYS
from ..tools import layout

MAX_SESSIONS = 1000  # of one go; more is a slip in a date


class LeifengSessionLayout(models.TransientModel):
    """Make the shifts of weeks in one go: posts or departments × days × time bands."""

    _name = "leifeng.session.layout"
    _description = "Lay Out Shifts"

    activity_id = fields.Many2one(
        "leifeng.campaign.activity",
        required=True,
        domain=[
            *("|", ("campaign_id.state", "in", ("draft", "running"))),
            # posts that go on all year keep their shifts between campaigns
            *("&", ("campaign_id.state", "!=", "draft"), ("kind", "=", "service")),
        ],
    )
    company_id = fields.Many2one(related="activity_id.company_id")
    per = fields.Selection(
        [("post", "One Shift per Post"), ("department", "One Session per Department")],
        string="Lay Out",
        required=True,
        default="post",
    )
    post_ids = fields.Many2many("leifeng.service.post", string="Posts")
    department_ids = fields.Many2many("hr.department", string="Departments")
    location = fields.Char(help="For sessions of departments; shifts take it from their post.")
    times = fields.Selection(
        [("usual", "Usual Times of the Posts"), ("bands", "Other Days and Times")],
        string="Days and Times",
        compute="_compute_times",
        store=True,
        readonly=False,
    )
    date_first = fields.Date(string="First Day", required=True, default=fields.Date.context_today)
    date_last = fields.Date(string="Last Day", required=True, default=fields.Date.context_today)
    which_days = fields.Selection(WHICH_DAYS, required=True, default="workdays")
    monday = fields.Boolean()
    tuesday = fields.Boolean()
    wednesday = fields.Boolean()
    thursday = fields.Boolean()
    friday = fields.Boolean()
    saturday = fields.Boolean()
    sunday = fields.Boolean()
    band_ids = fields.One2many(
        "leifeng.session.layout.band",
        "layout_id",
        string="Time Bands",
        default=lambda self: self._default_bands(),
    )
    capacity = fields.Integer(
        string="Other Number of Places", help="0 takes the number of the post or department."
    )
    preview = fields.Text(compute="_compute_preview")

    def _default_bands(self):
        return [Command.create({"hour_from": low, "hour_to": high}) for low, high in RUSH_HOURS]

    @api.depends("per", "post_ids")
    def _compute_times(self):
        """What the posts say of their times counts first."""
        for wizard in self:
            usual = (
                wizard.per == "post"
                and wizard.post_ids
                and all(post.slot_ids for post in wizard.post_ids)
            )
            wizard.times = "usual" if usual else "bands"

    @api.onchange("activity_id")
    def _onchange_activity_id(self):
        if self.activity_id:
            service = self.activity_id.kind == "service"
            self.per = "post" if service else "department"
            if not service:  # each department has its session; who has none is taken off
                self.department_ids = self.activity_id.campaign_id.department_ids.department_id

    @api.depends(
        *("activity_id", "per", "post_ids", "department_ids", "date_first", "date_last", "times"),
        *("which_days", "band_ids.hour_from", "band_ids.hour_to", *WEEKDAYS),
    )
    def _compute_preview(self):
        for wizard in self:
            wizard.preview = wizard._preview_text()

    # ACTIONS

    def action_lay_out(self):
        """Make the sessions that aren't there yet, and show them."""
        self._check_can_lay_out()
        self.activity_id._touch()
        values = self._missing_values()
        # no log note and no follower per session: forty of them say nothing
        quiet = self.env["leifeng.session"].with_context(tracking_disable=True)
        sessions = quiet.create(values)
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Shifts Laid Out"),
            "res_model": "leifeng.session",
            "views": [(False, "list"), (False, "calendar"), (False, "form")],
            "domain": [("id", "in", sessions.ids)],
        }

    # BUSINESS

    def _check_can_lay_out(self):
        if not self._places():
            raise UserError(self.env._("Please choose posts or departments first."))
        self._check_bands()
        wanted = self._wanted()
        if not wanted:
            raise UserError(self.env._("There is no such day between the first and the last day."))
        if len(wanted) > MAX_SESSIONS:
            raise UserError(
                self.env._("That is more than %(count)s at a time.", count=MAX_SESSIONS)
            )
        self._check_within_campaign([start for _place, start, _stop, _slot in wanted])

    def _takes_usual_times(self):
        return self.times == "usual" and self.per == "post"

    def _check_bands(self):
        if self._takes_usual_times():
            if without := self.post_ids.filtered(lambda post: not post.slot_ids):
                raise UserError(
                    self.env._(
                        "“%(name)s” has no usual times yet. Please enter them at the post, or "
                        "choose other days and times here.",
                        name=without[0].name,
                    )
                )
        elif any(band.hour_to <= band.hour_from for band in self.band_ids):
            raise UserError(self.env._("A time band must end after it begins."))

    def _check_within_campaign(self, starts):
        """Only posts that go on all year have shifts outside the campaign's dates or after it."""
        campaign = self.activity_id.campaign_id
        if self.per == "post" and all(self.post_ids.mapped("all_year")):
            return
        if campaign.state not in ("draft", "running"):
            raise UserError(
                self.env._(
                    "“%(name)s” is over. Only posts marked as going on all year still get shifts.",
                    name=campaign.name,
                )
            )
        zone = self._zone()
        days = {layout.local_day(start, zone) for start in starts}
        if not all(map(campaign._includes, days)):
            raise UserError(
                self.env._(
                    "“%(name)s” goes from %(first)s to %(last)s. Only posts marked as going on "
                    "all year have shifts on other days.",
                    name=campaign.name,
                    first=campaign.date_start or "",
                    last=campaign.date_stop or "",
                )
            )

    def _places(self):
        return self.post_ids if self.per == "post" else self.department_ids

    def _place_field(self):
        return "post_id" if self.per == "post" else "department_id"

    def _calendar(self):
        return self.env["leifeng.workday"].calendar(self.company_id or self.env.company)

    def _zone(self):
        company = self.company_id or self.env.company
        return ZoneInfo(company.leifeng_tz or "Asia/Shanghai")

    def _wanted(self):
        """Return (post or department, start, stop, usual time or nothing) for each session."""
        return self._wanted_usual() if self._takes_usual_times() else self._wanted_bands()

    def _wanted_usual(self):
        calendar, zone = self._calendar(), self._zone()
        return [
            (post, start, stop, slot)
            for post in self.post_ids
            for slot in post.slot_ids
            for start, stop in layout.slots(
                slot._days(self.date_first, self.date_last, calendar),
                [(slot.hour_from, slot.hour_to)],
                zone,
            )
        ]

    def _wanted_bands(self):
        weekdays = [number for number, name in enumerate(WEEKDAYS) if self[name]]
        dates = layout.days(
            self.date_first, self.date_last, self.which_days, self._calendar(), weekdays
        )
        bands = [(band.hour_from, band.hour_to) for band in self.band_ids]
        moments = layout.slots(dates, bands, self._zone())
        nothing = self.env["leifeng.service.post.slot"]
        return [
            (place, start, stop, nothing) for place in self._places() for start, stop in moments
        ]

    def _missing_values(self):
        """Return the values of the sessions to make; whoever runs it twice makes nothing twice."""
        there = self._there()
        return [
            self._session_values(place, start, stop, slot)
            for place, start, stop, slot in self._wanted()
            if (place._origin.id, start, self._work_name(slot)) not in there
        ]

    def _there(self):
        """Return what exists of the activity as (post or department, start, name); the name is
        False where any session at that time will do, and only tells the desks of a station apart.
        """
        name = self._place_field()
        found = self.env["leifeng.session"].search_fetch(
            [
                ("activity_id", "=", self.activity_id._origin.id),
                (name, "in", self._places()._origin.ids),
            ],
            [name, "start", "name"],
        )
        return {
            (session[name].id, session.start, words)
            for session in found
            for words in (False, session.name)
        }

    def _work_name(self, slot):
        """Return how a shift for a certain work is called, or False."""
        return bool(slot.name) and f"{self.activity_id.name} · {slot.name}"

    def _session_values(self, place, start, stop, slot):
        values = {
            "activity_id": self.activity_id.id,
            self._place_field(): place.id,
            "start": start,
            "stop": stop,
            **self._slot_values(slot),
        }
        if self.per == "department":
            values |= self._department_values(place)
        if self.capacity:
            values["capacity"] = self.capacity
        return values

    def _slot_values(self, slot):
        """What a usual time says otherwise than its post."""
        values = {"name": self._work_name(slot), "capacity": slot.places}
        values = {name: value for name, value in values.items() if value}
        return {**values, "tag_ids": [Command.set(slot.tag_ids.ids)]} if slot.tag_ids else values

    def _department_values(self, department):
        """A department's own session: led by its head, a place for each of its people."""
        parts = self.activity_id.campaign_id.department_ids
        part = parts.filtered(lambda part: part.department_id == department)
        return {
            "location": self.location,
            "leader_id": part.head_id.id,
            "capacity": department.total_employee,
        }

    def _preview_text(self):
        if not self.activity_id or not self._places():
            return False
        wanted, missing = len(self._wanted()), len(self._missing_values())
        lines = [
            self.env._(
                "%(count)s will be made, %(there)s are there already.",
                count=missing,
                there=wanted - missing,
            )
        ]
        if not all(map(self._calendar().known, filter(None, (self.date_first, self.date_last)))):
            lines.append(
                self.env._(
                    "The holidays of this year are not known yet: Monday to Friday count as "
                    "workdays. Enter them under Workday Calendar."
                )
            )
        return "\n".join(lines)
