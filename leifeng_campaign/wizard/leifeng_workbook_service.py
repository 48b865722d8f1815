from datetime import timedelta

from odoo import models
from odoo.fields import Domain

from ..tools import hours
from ..tools.masking import masked_name, masked_phone
from ..tools.workbook import Column


class LeifengWorkbook(models.TransientModel):
    """The sheets of sessions, of what was asked for and of what the served say."""

    _inherit = "leifeng.workbook"

    def _service_tables(self):
        yield self.env._("Sessions"), self._session_columns(), self._session_rows()
        yield self.env._("Service Requests"), self._request_columns(), self._request_rows()
        yield self.env._("Service Feedback"), self._rating_columns(), self._rating_rows()

    def _session_columns(self):
        return [
            Column(self.env._("Date"), "date"),
            Column(self.env._("From"), width=8),
            Column(self.env._("To"), width=8),
            Column(self.env._("Session"), width=26),
            Column(self.env._("Kind")),
            Column(self.env._("Service Category")),
            Column(self.env._("Activity"), width=18),
            Column(self.env._("Volunteer Post"), width=20),
            Column(self.env._("Place"), width=20),
            Column(self.env._("On-site Leader"), mask=masked_name),
            Column(self.env._("State")),
            Column(self.env._("Places"), "number"),
            Column(self.env._("People Taking Part"), "number"),
            Column(self.env._("Service Hours"), "number"),
            Column(self.env._("People Served"), "number"),
            Column(self.env._("Materials Handed Out"), "number"),
            Column(self.env._("Another Quantity"), "number"),
            Column(self.env._("Unit"), width=8),
        ]

    def _session_rows(self):
        took = self._session_sums()
        for session in self._each("leifeng.session", self.campaign_id._session_domain()):
            people, spent = took.get(session.id, (0, 0))
            yield [
                self._day(session.start),
                self._clock(session.start),
                self._clock(session.stop),
                session.name,
                self._label(session, "kind"),
                self._label(session, "category"),
                session.activity_id.name,
                session.post_id.name,
                session.location,
                # sudo: hr.employee - the leader's name, which stands on the session's page
                session.sudo().leader_id.name,
                self._label(session, "state"),
                session.capacity,
                people,
                float(hours.as_hours(round(spent * 60))),
                *self._session_results(session),
            ]

    def _session_results(self, session):
        quantity = (session.extra_quantity or None, session.extra_unit)
        return [session.people_served, session.materials_handed_out, *quantity]

    def _session_sums(self):
        """Return {session's id: (people, hours)}, as the list of participation has them."""
        groups = self.env["leifeng.participation"]._read_group(
            [("campaign_id", "=", self.campaign_id.id), ("session_id", "!=", False)],
            ["session_id"],
            ["people:count_distinct", "hours:sum"],
        )
        return {session.id: (people, spent or 0) for session, people, spent in groups}

    def _request_columns(self):
        return [
            Column(self.env._("Received On"), "date"),
            Column(self.env._("Requesting Organization"), width=24),
            Column(self.env._("Contact Person"), mask=masked_name),
            Column(self.env._("Contact Phone"), width=14, mask=masked_phone),
            Column(self.env._("Category of the Served"), width=16),
            Column(self.env._("Number of People"), "number"),
            Column(self.env._("Number of Households"), "number"),
            Column(self.env._("Volunteers Asked For"), "number"),
            Column(self.env._("What Is Needed"), width=40),
            Column(self.env._("State")),
            Column(self.env._("Volunteer Post"), width=20),
            Column(self.env._("Day of the Shift"), "date"),
            Column(self.env._("What Came of It"), width=30),
        ]

    def _request_rows(self):
        for request in self._each("leifeng.service.request", self._request_domain(), "id"):
            yield [
                self._day(request.asked_on),
                request.partner_name,
                request.contact,
                request.contact_phone,
                self._label(request, "served"),
                request.people_count,
                request.household_count,
                request.volunteers_needed,
                request.need,
                self._label(request, "state"),
                (request.session_id.post_id or request.post_id).name,
                self._day(request.session_id.start),
                request.outcome,
            ]

    def _request_domain(self):
        """What the campaign's shifts answered, and what came in its days and has no shift."""
        campaign, company = self.campaign_id, self.company_id
        mine = Domain("session_id.campaign_id", "=", campaign.id)
        open_ = Domain("session_id", "=", False)
        if campaign.date_start:
            open_ &= Domain("asked_on", ">=", company._leifeng_midnight(campaign.date_start))
        if campaign.date_stop:
            next_day = campaign.date_stop + timedelta(days=1)
            open_ &= Domain("asked_on", "<", company._leifeng_midnight(next_day))
        return Domain("company_id", "=", company.id) & (mine | open_)

    def _rating_columns(self):
        return [
            Column(self.env._("Day of the Shift"), "date"),
            Column(self.env._("Shift"), width=26),
            Column(self.env._("Volunteer Post"), width=20),
            Column(self.env._("Stars"), "number", 8),
            Column(self.env._("In Their Words"), width=50, mask=masked_phone),
        ]

    def _rating_rows(self):
        """As the pivot of service results counts them: not those of shifts outside the days."""
        mine = [
            ("campaign_id", "=", self.campaign_id.id),
            ("session_id.off_campaign", "=", False),
        ]
        for rating in self._each("leifeng.service.rating", mine, "session_date, id"):
            yield [
                self._day(rating.session_date),
                rating.session_id.name,
                rating.post_id.name,
                rating.stars,
                rating.text,
            ]
