from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

CONTACTS = ("contact", "contact_phone", "served_name", "consent_by", "guardian_consent_by")


class LeifengRetention(models.TransientModel):
    """Contacts and names of requests go earlier than what was asked and done (practice point 15);
    feedback cards that nobody used go when they can't be used any more."""

    _inherit = "leifeng.retention"

    request_months = fields.Integer(
        string="Contacts of Requests: Months After Their End",
        required=True,
        default=lambda self: self.env.company.leifeng_request_months,
        help="Contact, phone and the name of a person served are removed, the request stays.",
    )
    request_count = fields.Integer(string="Contacts of Requests", compute="_compute_counts")
    card_count = fields.Integer(string="Unused Feedback Cards", compute="_compute_counts")

    @api.constrains("request_months")
    def _check_request_months(self):
        if any(page.request_months < 1 for page in self):
            raise ValidationError(self.env._("Periods last for at least one month."))

    def action_save(self):
        """Extend: keep the period of requests, too."""
        action = super().action_save()
        # sudo: res.company - managers set these periods and nothing else there
        self.company_id.sudo().leifeng_request_months = self.request_months
        return action

    @api.model
    def _remove(self, kind, rows):
        if kind == "request":
            return rows._forget_people()
        return super()._remove(kind, rows)

    @api.model
    def _expired(self, company):
        # sudo: both - the page shows counts alone, and the job removes
        env = self.sudo().env
        cards = env["leifeng.service.rating.card"]
        return {
            **super()._expired(company),
            "request": env["leifeng.service.request"].search(self._request_domain(company)),
            "card": cards.search(cards._expired_domain(company)),
        }

    @api.model
    def _request_domain(self, company):
        limit = fields.Datetime.now() - relativedelta(months=company.leifeng_request_months)
        kept = Domain.OR([(name, "!=", False)] for name in CONTACTS)
        return Domain([("company_id", "=", company.id), ("closed_on", "<", limit)]) & kept
