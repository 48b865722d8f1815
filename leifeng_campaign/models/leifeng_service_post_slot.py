from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..tools import layout, wording

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WHICH_DAYS = [
    ("workdays", "Workdays"),
    ("weekends", "Weekends"),
    ("weekdays", "Certain Weekdays"),
]
# What the words of a usual time are made of.
SLOT_FIELDS = ("name", "hour_from", "hour_to", "which_days", "places", *WEEKDAYS)


class LeifengServicePostSlot(models.Model):
    """A usual time of a post: on which days, from when to when, how many people, for which work.

    Several of them at one time, each with its own work, make a station.
    """

    _name = "leifeng.service.post.slot"
    _description = "Usual Time of a Post"
    _order = "hour_from, sequence, id"

    post_id = fields.Many2one("leifeng.service.post", required=True, index=True, ondelete="cascade")
    sequence = fields.Integer(default=10)
    name = fields.Char(
        string="Work", help="What is done, where a station offers several things at one time."
    )
    which_days = fields.Selection(WHICH_DAYS, required=True, default="workdays")
    monday = fields.Boolean()
    tuesday = fields.Boolean()
    wednesday = fields.Boolean()
    thursday = fields.Boolean()
    friday = fields.Boolean()
    saturday = fields.Boolean()
    sunday = fields.Boolean()
    hour_from = fields.Float(string="From", required=True, default=9.0)
    hour_to = fields.Float(string="To", required=True, default=10.0)
    places = fields.Integer(help="0 takes the number of the post.")
    tag_ids = fields.Many2many(
        "hr.employee.category", string="Asks for Tags", help="Volunteers need one of these tags."
    )

    _within_a_day = models.Constraint(
        "CHECK (hour_from >= 0 AND hour_to <= 24 AND hour_from < hour_to)",
        "Hours of a day go from 0 to 24, and a time ends after it begins.",
    )
    _no_negatives = models.Constraint(
        "CHECK (places >= 0)", "Numbers of people and things can't be negative."
    )

    @api.constrains("which_days", *WEEKDAYS)
    def _check_weekdays(self):
        if any(slot.which_days == "weekdays" and not slot._weekdays() for slot in self):
            raise ValidationError(self.env._("Please tick at least one weekday."))

    def _weekdays(self):
        """Return the numbers of the ticked weekdays; Monday is 0."""
        return [number for number, name in enumerate(WEEKDAYS) if self[name]]

    def _days(self, first, last, calendar):
        """Return the dates between ``first`` and ``last`` that this time is for."""
        return layout.days(first, last, self.which_days, calendar, self._weekdays())

    def _text(self):
        """Return 'Workdays 07:30–08:30 · Advice · Places: 4'."""
        times = "–".join(layout.clock(hour) for hour in (self.hour_from, self.hour_to))
        words = f"{self._days_text()} {times}"
        places = self.env._("Places: %(count)s", count=self.places or self.post_id.capacity)
        return " · ".join(filter(None, (words, self.name, places)))

    def _days_text(self):
        if self.which_days != "weekdays":
            return dict(self._fields["which_days"]._description_selection(self.env))[
                self.which_days
            ]
        names = [
            self._fields[name]._description_string(self.env) for name in WEEKDAYS if self[name]
        ]
        return wording.listed(self.env.lang, names)
