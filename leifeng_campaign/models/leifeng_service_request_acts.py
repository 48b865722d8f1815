from odoo import api, fields, models
from odoo.exceptions import UserError

CLOSED = ("served", "refused", "withdrawn")


class LeifengServiceRequest(models.Model):
    """What the office does with a request, and what its shift does with it."""

    _inherit = "leifeng.service.request"

    # ACTIONS

    def action_take_on(self):
        self._answer("accepted", refusal_reason=False, closed_on=False)

    def action_refuse(self, reason):
        """Don't take the request; the organization reads ``reason`` on its page."""
        if not (reason or "").strip():
            raise UserError(self.env._("Please say why; the organization will read it."))
        self._answer("refused", refusal_reason=reason.strip(), closed_on=fields.Datetime.now())

    def action_serve(self):
        for request in self:
            begins = request.session_id.start
            if request.state == "planned" and begins > fields.Datetime.now():
                raise UserError(self.env._("The shift has not begun yet."))
        self._set_state("served", closed_on=fields.Datetime.now())

    def action_new_need(self):
        """Open the form of the next request: a visit often finds what else is missing."""
        self.ensure_one()
        context = {
            "default_company_id": self.company_id.id,
            "default_partner_id": self.partner_id.id,
            "default_contact": self.contact,
            "default_contact_phone": self.contact_phone,
            "default_served": self.served,
            "default_post_id": self.post_id.id,
            "default_previous_id": self.id,
        }
        return {**self._form_action(), "context": context}

    def action_view_session(self):
        self.ensure_one()
        return self._form_action(self.session_id)

    def action_ask_link(self):
        self.ensure_one()
        return self.partner_id.action_leifeng_ask_link()

    # BUSINESS

    def _answer(self, state, **vals):
        answer = {"answered_by": self.env.user.name, "answered_on": fields.Datetime.now()}
        self._set_state(state, **answer, **vals)

    def _plan(self, session):
        """Link the shift; a published one is a promise to the organization, a draft isn't yet."""
        if self.state == "new":
            self.action_take_on()
        self.write({"session_id": session.id, "post_id": session.post_id.id or self.post_id.id})
        if session.state == "open":
            self._set_state("planned")

    def _follow_session(self, state):
        """The shift has become ``state``; a cancelled one leaves the request to plan anew."""
        planned = self.filtered(lambda request: request.state == "planned")
        if state == "open":
            self.filtered(lambda request: request.state == "accepted")._set_state("planned")
        elif state == "done":
            came = planned.filtered(lambda request: request.session_id._present())
            came._set_state("served", closed_on=fields.Datetime.now())
            (planned - came)._set_state("accepted")
        else:
            planned._set_state("accepted")

    def _forget_people(self):
        """Remove contacts and names, also where the shift took them over from the request; what
        was asked and done stays (practice point 15)."""
        for request in self:
            if request._gave_contact(request.session_id):
                request.session_id.write({"contact": False, "contact_phone": False})
        names = ("contact", "contact_phone", "served_name", "under_14", "consent_by")
        self.write(dict.fromkeys((*names, "consent_on", "guardian_consent_by"), False))

    def _gave_contact(self, shift):
        """Whether a shift that is over names the contact of this request."""
        same = (shift.contact, shift.contact_phone) == (self.contact, self.contact_phone)
        return same and bool(self.contact) and shift.state in ("done", "cancelled")

    @api.model
    def _form_action(self, record=None):
        return {
            "type": "ir.actions.act_window",
            "res_model": record._name if record else self._name,
            "res_id": record.id if record else False,
            "views": [(False, "form")],
        }
