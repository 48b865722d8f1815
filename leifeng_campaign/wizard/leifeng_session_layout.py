from zoneinfo import ZoneInfo

from odoo import Command, api, fields, models
from odoo.exceptions import UserError

from ..tools import layout

MAX_SESSIONS = 1000  # of one go; more is a slip in a date
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class LeifengSessionLayout(models.TransientModel):
    """Make the shifts of weeks in one go: posts or departments × days × time bands."""

    _name = "leifeng.session.layout"
    _description = "Lay Out Shifts"

    activity_id = fields.Many2one(
        "leifeng.campaign.activity",
        required=True,
        domain=[("campaign_id.state", "in", ("draft", "running"))],
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
    date_first = fields.Date(string="First Day", required=True, default=fields.Date.context_today)
    date_last = fields.Date(string="Last Day", required=True, default=fields.Date.context_today)
    which_days = fields.Selection(
        [("workdays", "Workdays"), ("weekends", "Weekends"), ("weekdays", "Certain Weekdays")],
        required=True,
        default="workdays",
    )
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
        """The two rush hours of a crossing (practice file: 7:30–8:30 and 17:20–18:20)."""
        bands = [(7.5, 8.5), (17 + 20 / 60, 18 + 20 / 60)]
        return [Command.create({"hour_from": low, "hour_to": high}) for low, high in bands]

    @api.onchange("activity_id")
    def _onchange_activity_id(self):
        if self.activity_id:
            service = self.activity_id.kind == "service"
            self.per = "post" if service else "department"

    @api.depends(
        *("activity_id", "per", "post_ids", "department_ids", "date_first", "date_last"),
        *("which_days", "band_ids.hour_from", "band_ids.hour_to", *WEEKDAYS),
    )
    def _compute_preview(self):
        for wizard in self:
            wizard.preview = wizard._preview_text()

    # ACTIONS

    def action_lay_out(self):
        """Make the sessions that aren't there yet, and show them."""
        self._check_can_lay_out()
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
        if any(band.hour_to <= band.hour_from for band in self.band_ids):
            raise UserError(self.env._("A time band must end after it begins."))
        if not self._slots():
            raise UserError(self.env._("There is no such day between the first and the last day."))
        if len(self._slots()) * len(self._places()) > MAX_SESSIONS:
            raise UserError(
                self.env._("That is more than %(count)s at a time.", count=MAX_SESSIONS)
            )

    def _places(self):
        return self.post_ids if self.per == "post" else self.department_ids

    def _place_field(self):
        return "post_id" if self.per == "post" else "department_id"

    def _calendar(self):
        return self.env["leifeng.workday"].calendar(self.company_id or self.env.company)

    def _slots(self):
        weekdays = [number for number, name in enumerate(WEEKDAYS) if self[name]]
        dates = layout.days(
            self.date_first, self.date_last, self.which_days, self._calendar(), weekdays
        )
        bands = [(band.hour_from, band.hour_to) for band in self.band_ids]
        company = self.company_id or self.env.company
        return layout.slots(dates, bands, ZoneInfo(company.leifeng_tz or "Asia/Shanghai"))

    def _missing_values(self):
        """Return the values of the sessions to make; whoever runs it twice makes nothing twice."""
        there = self._there()
        return [
            self._session_values(place, start, stop)
            for place in self._places()
            for start, stop in self._slots()
            if (place._origin.id, start) not in there
        ]

    def _there(self):
        """Return the pairs (post or department, start) of the activity that exist."""
        name = self._place_field()
        found = self.env["leifeng.session"].search_fetch(
            [
                ("activity_id", "=", self.activity_id._origin.id),
                (name, "in", self._places()._origin.ids),
            ],
            [name, "start"],
        )
        return {(session[name].id, session.start) for session in found}

    def _session_values(self, place, start, stop):
        values = {
            "activity_id": self.activity_id.id,
            self._place_field(): place.id,
            "start": start,
            "stop": stop,
        }
        if self.per == "department":
            values |= self._department_values(place)
        if self.capacity:
            values["capacity"] = self.capacity
        return values

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
        wanted = len(self._slots()) * len(self._places())
        missing = len(self._missing_values())
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
