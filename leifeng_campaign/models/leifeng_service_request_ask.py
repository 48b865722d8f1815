from datetime import date, timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools.request_form import whole_number
from .leifeng_service_request import (
    MAX_CONTACT,
    MAX_NEED,
    MAX_PEOPLE,
    MAX_PHONE,
    MAX_TIME,
    SERVED,
)

MAX_WAITING = 20  # requests of one organization that nobody has answered yet
DAYS_AHEAD = 366
# texts of the public form: {field: (most characters, whether it must be filled in)}
TEXTS = {
    "need": (MAX_NEED, True),
    "contact": (MAX_CONTACT, True),
    "contact_phone": (MAX_PHONE, True),
    "wish_time": (MAX_TIME, False),
}
NUMBERS = ("people_count", "household_count", "volunteers_needed")


class LeifengServiceRequest(models.Model):
    """What an organization does on its own page, without an account.

    These methods trust nothing but the organization, which was found by its secret link.
    """

    _inherit = "leifeng.service.request"

    @api.model
    def _ask(self, partner, texts):
        """Enter a request of ``partner`` from ``texts`` ({field: what was typed}).

        Raises UserError with what is wrong; returns the request with sudo.
        """
        values = self._values_of(texts)
        # sudo: leifeng.service.request - organizations ask without an account
        requests = self.sudo()
        waiting = [("partner_id", "=", partner.id), ("state", "=", "new")]
        if requests.search_count(waiting) >= MAX_WAITING:
            raise UserError(
                self.env._(
                    "%(count)s of your requests wait for an answer already. "
                    "Please call the office instead.",
                    count=MAX_WAITING,
                )
            )
        company = partner._leifeng_ask_company()
        whose = {"partner_id": partner.id, "company_id": company.id, "source": "link"}
        return requests.create({**values, **whose})

    def _change(self, texts):
        """Write anew what is asked; only until the office has answered."""
        self.ensure_one()
        if self.state != "new":
            raise UserError(
                self.env._("The office has answered already. Please call it to change something.")
            )
        self.write(self._values_of(texts))

    def _take_back(self):
        if self.state == "withdrawn":
            return
        if self.state not in ("new", "accepted", "planned"):
            raise UserError(self.env._("This request has ended already."))
        self._set_state("withdrawn", closed_on=fields.Datetime.now())

    def _may_rate(self):
        """Tell whether the organization may still say how its shift was."""
        return self.state == "served" and bool(self.session_id) and not self.rating_ids

    def _rate(self, stars, text):
        if self.rating_ids:
            raise UserError(self.env._("You have answered already."))
        if not self._may_rate():
            raise UserError(self.env._("Answers are taken once the service is done."))
        self.env["leifeng.service.rating"]._answer(self.session_id, stars, text, request=self)

    @api.model
    def _values_of(self, texts):
        if texts.get("served") not in dict(SERVED):
            raise UserError(self.env._("Please choose who is to be served."))
        values = {"served": texts["served"], "wish_date": self._day_of(texts.get("wish_date"))}
        values.update({name: self._text_of(name, texts.get(name)) for name in TEXTS})
        values.update({name: self._number_of(name, texts.get(name)) for name in NUMBERS})
        return values

    def _text_of(self, name, text):
        most, needed = TEXTS[name]
        text = (text or "").strip()
        label = self._fields[name]._description_string(self.env)
        if needed and not text:
            raise UserError(self.env._("Please fill in first: %(fields)s.", fields=label))
        if len(text) > most:
            raise UserError(
                self.env._(
                    "%(field)s: please use at most %(count)s characters.", field=label, count=most
                )
            )
        return text

    def _number_of(self, name, text):
        try:
            return whole_number(text or "", MAX_PEOPLE)
        except ValueError as wrong:
            label = self._fields[name]._description_string(self.env)
            raise UserError(
                self.env._(
                    "%(field)s: please enter a whole number up to %(most)s.",
                    field=label,
                    most=MAX_PEOPLE,
                )
            ) from wrong

    def _day_of(self, text):
        if not (text or "").strip():
            return False
        try:
            day = date.fromisoformat(text.strip())
        except ValueError as wrong:
            raise UserError(self.env._("Please enter the day like 2026-03-05.")) from wrong
        today = self.env.company._leifeng_today()
        if not today <= day <= today + timedelta(days=DAYS_AHEAD):
            raise UserError(self.env._("Please choose a day from today on, within a year."))
        return day
