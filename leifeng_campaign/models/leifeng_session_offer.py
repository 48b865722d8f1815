from odoo import api, fields, models
from odoo.fields import Domain


class LeifengSessionOffer(models.Model):
    """A place offered to a person: an invitation, or the place of a colleague who can't come.

    It is no sign-up until the person says yes (practice point 7: an invitation is not enrolment),
    and leaves nothing behind when they say no. No mail.thread: followers would show who declined.
    """

    _name = "leifeng.session.offer"
    _description = "Offer of a Place"
    _inherit = ["leifeng.state.mixin"]
    _order = "id desc"
    _rec_name = "employee_name"
    _state_fields = {
        "state": {
            "open": ("accepted", "declined", "expired", "withdrawn"),
            "accepted": (),
            "declined": (),
            "expired": (),
            "withdrawn": (),
        }
    }

    kind = fields.Selection(
        [("invitation", "Invitation"), ("stand_in", "Stand-in")], required=True, readonly=True
    )
    state = fields.Selection(
        [
            ("open", "Invited"),
            ("accepted", "Taken Up"),
            ("declined", "Not This Time"),
            ("expired", "No Longer Open"),
            ("withdrawn", "Taken Back"),
        ],
        default="open",
        required=True,
        readonly=True,
    )
    session_id = fields.Many2one(
        "leifeng.session", required=True, readonly=True, index=True, ondelete="cascade"
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Colleague",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    employee_name = fields.Char(string="Full Name", required=True, readonly=True)
    department_id = fields.Many2one("hr.department", readonly=True, index=True, ondelete="set null")
    department_name = fields.Char(string="Department When Asked", readonly=True)
    from_signup_id = fields.Many2one(
        "leifeng.session.signup",
        string="Whose Place",
        readonly=True,
        index="btree_not_null",
        ondelete="cascade",
    )
    invited_by = fields.Char(string="Asked By", required=True, readonly=True)

    _one_open = models.UniqueIndex(
        "(session_id, employee_id) WHERE state = 'open'", "This colleague has been asked already."
    )
    _one_stand_in = models.UniqueIndex(
        "(from_signup_id) WHERE state = 'open' AND from_signup_id IS NOT NULL",
        "You have asked a colleague already. Please take that back first.",
    )

    @api.model
    def _alive_domain(self):
        """Return the domain of offers that can be taken up now; an offer that is past its session
        is not alive, whether the sweep has been there or not."""
        own_place = Domain("from_signup_id.live", "=", True)
        return self._open_domain() & (Domain("from_signup_id", "=", False) | own_place)

    @api.model
    def _open_domain(self):
        """Return the part of ``_alive_domain`` that doesn't look at colleagues' sign-ups: whoever
        gives up a place closes its offers in the same transaction."""
        coming = Domain("state", "=", "open") & Domain("start", ">", fields.Datetime.now())
        coming &= self.env["leifeng.session"]._signing_campaign_domain()
        return Domain("state", "=", "open") & Domain("session_id", "any", coming)

    @api.model
    def _expired_domain(self, before):
        """Return the domain of closed offers for sessions that ended before ``before`` (UTC)."""
        return Domain("state", "!=", "open") & Domain("session_id.stop", "<", before)

    @api.model
    def _mine(self, sessions=None):
        """Return the offers that the visitor may answer now, soonest session first."""
        domain = self._alive_domain() & Domain("employee_id", "=", self.env.user.employee_id.id)
        if sessions is not None:
            domain &= Domain("session_id", "in", sessions.ids)
        # sudo: leifeng.session.offer - the domain looks at colleagues' sign-ups; own offers alone
        return self.sudo().search(domain).sudo(False).sorted(lambda offer: offer.session_id.start)

    @api.model
    def _expire(self):
        """Close offers whose session has begun, is over or cancelled, or whose place is gone."""
        self.search(Domain("state", "=", "open") & ~self._alive_domain())._set_state("expired")

    @api.model
    def _make(self, session, people, kind, **vals):
        """Create offers of ``kind`` to ``people``, with copies of their names, and tell them."""
        people = people.sudo()  # sudo: hr.employee - names are copied, portal users can't read hr
        # sudo: leifeng.session.offer - made by acts alone
        offers = self.sudo().create(
            [
                {
                    "kind": kind,
                    "session_id": session.id,
                    "employee_id": person.id,
                    "employee_name": person.name,
                    "department_id": person.department_id.id,
                    "department_name": person.department_id.name,
                    "invited_by": self.env.user.name,
                    **vals,
                }
                for person in people
            ]
        )
        offers.flush_recordset()  # a second offer to the same person is refused here
        session._tell(people, offers._call(kind))
        return offers.sudo(False)

    def _call(self, kind):
        """Return the function that gives the sentence which the person reads."""
        by = self.env.user.name

        def invitation(session):
            return session.env._(
                "%(person)s invites you to “%(session)s” on %(date)s. "
                "You are in only if you say so.",
                person=by,
                session=session.name,
                date=session._moment(session.start),
            )

        def stand_in(session):
            return session.env._(
                "%(person)s asks whether you can take over a place in “%(session)s” on %(date)s.",
                person=by,
                session=session.name,
                date=session._moment(session.start),
            )

        return stand_in if kind == "stand_in" else invitation
