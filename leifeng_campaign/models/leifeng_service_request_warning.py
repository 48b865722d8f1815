from odoo import api, fields, models

from ..tools import moments


class LeifengServiceRequest(models.Model):
    """Whether the day wished for is a good one (practice point 18)."""

    _inherit = "leifeng.service.request"

    visit_warning = fields.Text(compute="_compute_visit_warning")
    last_visit = fields.Char(string="Last Visit There", compute="_compute_last_visit")

    @api.depends("state", "partner_id", "wish_date", "post_id", "session_id")
    def _compute_visit_warning(self):
        for request in self:
            planning = request.state in ("new", "accepted", "planned") and request.company_id
            day = request._day() if planning else False
            request.visit_warning = bool(day) and request._warning_on(day)

    @api.depends("partner_id", "session_id")
    def _compute_last_visit(self):
        for request in self:
            visit = request._last_visit()
            request.last_visit = bool(visit) and f"{visit._span_text()} {visit.name}"

    def _day(self):
        """Return the day of the shift, or else the one wished for."""
        session = self.session_id
        live = session.state in ("draft", "open")
        return session._local_date() if live else self.wish_date

    def _warning_on(self, day, location=None, along=None):
        """Return what speaks against serving this request on ``day``, or False; the shift
        ``along`` which it is served isn't a second visit."""
        visits = self.env["leifeng.session"]._visits_on(self.company_id, day)
        others = visits - self.session_id - (along or visits.browse())
        place = location or self.post_id.location
        waiting = self.search_count(self._waiting_domain()) if self.company_id else 0
        texts = (
            others._same_place_text(self.partner_id._origin, place),
            self._asked_twice_text(day),
            self.state != "planned" and others._crowded_text(waiting),
        )
        return "\n".join(filter(None, texts)) or False

    def _waiting_domain(self):
        """Requests of the agency that nobody has planned yet, this one among them."""
        return [
            ("company_id", "=", self.company_id.id),
            ("state", "in", ("new", "accepted")),
            "|",
            ("session_id", "=", False),
            ("session_id.state", "=", "cancelled"),
        ]

    def _asked_twice_text(self, day):
        """Return the warning that the same organization asks for the same day twice, or False."""
        same = [
            ("partner_id", "=", self.partner_id.id),
            ("wish_date", "=", day),
            ("id", "not in", self._origin.ids),
        ]
        twice = self.partner_id and self.search_count(same + self._waiting_domain(), limit=1)
        return bool(twice) and self.env._(
            "The organization has another request for %(day)s. One visit may do for both.",
            day=moments.date_text(self.env, day),
        )

    def _last_visit(self):
        sessions = self.env["leifeng.session"]
        if not self.partner_id:
            return sessions
        # sudo: leifeng.session - see its requests
        return sessions.sudo().search(
            [
                ("company_id", "=", self.company_id.id),
                ("state", "=", "done"),
                "|",
                ("post_id.partner_id", "=", self.partner_id._origin.id),
                ("request_ids.partner_id", "=", self.partner_id._origin.id),
            ],
            order="start desc, id desc",
            limit=1,
        )

    def _served_text(self):
        """Return who is served as volunteers may read it: category and number."""
        label = dict(self._fields["served"]._description_selection(self.env))[self.served]
        if not self.people_count:
            return label
        return self.env._("%(who)s, %(count)s people", who=label, count=self.people_count)
