from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_list

from .leifeng_service_request import OFFICER, OFFICER_OR_SUPERVISOR

# From so many places on, a day is crowded. Visits bunch around the fifth of March while the rest
# of the year nobody comes (practice file, section 6): a third place asks for another day.
CROWDED = 2


class LeifengSession(models.Model):
    """Shifts that answer requests, and the warning when one place is visited twice on a day."""

    _inherit = "leifeng.session"

    request_ids = fields.One2many(
        "leifeng.service.request",
        "session_id",
        string="Service Requests",
        copy=False,
        groups=OFFICER_OR_SUPERVISOR,
    )
    request_count = fields.Integer(
        string="Requests", compute="_compute_request_count", groups=OFFICER_OR_SUPERVISOR
    )
    served_text = fields.Char(string="Who Is Served", compute="_compute_served_text")
    visit_warning = fields.Text(compute="_compute_visit_warning", groups=OFFICER)

    @api.depends("request_ids")
    def _compute_request_count(self):
        for session in self:
            session.request_count = len(session.request_ids)

    @api.depends("request_ids.served", "request_ids.people_count")
    @api.depends_context("lang")
    def _compute_served_text(self):
        """Category and number are all that volunteers read of a request (practice point 17)."""
        # sudo: leifeng.service.request - volunteers read nothing else of it
        by_session = self.sudo().request_ids.grouped("session_id")
        for session in self:
            texts = [each._served_text() for each in by_session.get(session._origin.sudo(), ())]
            session.served_text = format_list(self.env, texts)

    @api.depends("start", "state", "kind", "post_id", "location")
    def _compute_visit_warning(self):
        for session in self:
            draft = session.state == "draft" and session.kind == "service" and session.start
            # sudo: leifeng.session - visits count, whoever may see the requests behind them
            session.visit_warning = draft and session.sudo()._visit_warning()

    # ACTIONS

    def action_view_requests(self):
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_service_request_action"
        )
        return {**action, "domain": [("session_id", "in", self.ids)], "context": {}}

    def action_new_need(self):
        """Open the form of a request from the organization that was visited."""
        self.ensure_one()
        if self.request_ids:
            return self.request_ids[0].action_new_need()
        post = self.post_id
        partner = {"default_partner_id": post.partner_id.id, "default_post_id": post.id}
        return {**self.env["leifeng.service.request"]._form_action(), "context": partner}

    # BUSINESS

    def _set_state(self, target, field="state", **vals):
        """Override: requests go the way of their shift."""
        done = super()._set_state(target, field, **vals)
        if field == "state":
            # sudo: leifeng.service.request - leaders confirm, and read no requests
            self.sudo().request_ids._follow_session(target)
        return done

    def _visit_warning(self):
        day = self._local_date()
        partner = self.post_id.partner_id | self.request_ids.partner_id
        others = self._visits_on(self.company_id, day) - self._origin
        return others._same_place_text(partner[:1], self.location, beside=self)

    @api.model
    def _visits_on(self, company, day):
        """Return the shifts of ``day`` that visit somebody; posts at crossings visit nobody."""
        first = company._leifeng_midnight(day)
        last = company._leifeng_midnight(day + timedelta(days=1))
        visits = Domain(
            [
                ("company_id", "=", company.id),
                ("kind", "=", "service"),
                ("state", "!=", "cancelled"),
                ("start", ">=", first),
                ("start", "<", last),
            ]
        )
        return self.search(visits & Domain("category", "!=", "traffic"))

    def _same_place_text(self, partner, location, beside=None):
        """Return the warning that one home or community is visited more than once on the day of
        these shifts (practice point 18), or False. Desks of one station, which stand at one post
        at one time, are one visit with the shift ``beside`` them."""
        same = self.filtered(
            lambda visit: (
                # sudo: leifeng.service.request - for whom the visit is, compared and not shown
                (partner and partner in visit.sudo()._visited())
                or (location and visit.location == location)
            )
        )
        if beside and beside.post_id:
            same = same.filtered(
                lambda visit: (visit.post_id, visit.start) != (beside.post_id, beside.start)
            )
        return bool(same) and self.env._(
            "There is a visit on that day already: %(visits)s. One visit a day is enough for one "
            "community.",
            visits=format_list(self.env, [visit._visit_text() for visit in same]),
        )

    def _visited(self):
        return self.post_id.partner_id | self.request_ids.partner_id

    def _visit_text(self):
        return f"{self.name} ({self._span_text()})"

    def _crowded_text(self, waiting):
        """Return the warning that these shifts make their day crowded while ``waiting`` requests
        have no day yet, or False."""
        places = {visit.post_id.location or visit.location or visit.name for visit in self}
        if len(places) < CROWDED or not waiting:
            return False
        return self.env._(
            "%(places)s places are served on that day already, while %(waiting)s requests wait. "
            "Another day may suit everyone better.",
            places=len(places),
            waiting=waiting,
        )
