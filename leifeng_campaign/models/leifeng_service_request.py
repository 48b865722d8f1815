from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..tools import moments

OFFICER = "leifeng_campaign.group_leifeng_officer"
OFFICER_OR_SUPERVISOR = f"{OFFICER},leifeng_campaign.group_leifeng_supervisor"
# Who is served, as a category: disability, illness and living alone of a person aren't recorded
# (个人信息保护法 art. 28–29; practice point 17).
SERVED = [
    ("alone", "Older People Living Alone"),
    ("disabled", "People with a Disability"),
    ("children", "Children"),
    ("residents", "Residents"),
    ("surroundings", "Public Space and Environment"),
    ("other_served", "Others"),
]
MAX_NEED = 1000  # characters
MAX_CONTACT = 50
MAX_PHONE = 30
MAX_TIME = 60
MAX_PEOPLE = 9999


class LeifengServiceRequest(models.Model):
    """An organization asks for service: category, numbers and a contact, never who is served.

    No chatter: Odoo shows followers and notifications of a record to every internal user.
    """

    _name = "leifeng.service.request"
    _description = "Service Request"
    _inherit = ["leifeng.state.mixin"]
    _order = "id desc"
    _state_fields = {
        "state": {
            "new": ("accepted", "refused", "withdrawn"),
            "accepted": ("planned", "served", "refused", "withdrawn"),
            "planned": ("accepted", "served", "withdrawn"),
            "served": (),
            "refused": ("accepted",),
            "withdrawn": (),
        }
    }

    state = fields.Selection(
        [
            ("new", "New Request"),
            ("accepted", "Accepted"),
            ("planned", "Shift Planned"),
            ("served", "Served"),
            ("refused", "Not Taken"),
            ("withdrawn", "Taken Back"),
        ],
        default="new",
        required=True,
        readonly=True,
        copy=False,
        index=True,
    )
    company_id = fields.Many2one(
        "res.company", required=True, index=True, default=lambda self: self.env.company
    )
    source = fields.Selection(
        [("office", "Entered by the Office"), ("link", "Through the Organization's Link")],
        string="How It Came",
        default="office",
        required=True,
        readonly=True,
        copy=False,
    )
    asked_on = fields.Datetime(
        string="Received On", default=lambda self: fields.Datetime.now(), readonly=True, copy=False
    )

    # Who asks: copies, so that a later change of the contact doesn't rewrite what was asked
    partner_id = fields.Many2one(
        "res.partner",
        string="Requesting Organization",
        domain=[("is_company", "=", True)],
        required=True,
        index=True,
        ondelete="restrict",
    )
    partner_name = fields.Char(
        string="Organization as Given",
        compute="_compute_partner_values",
        store=True,
        precompute=True,
        readonly=False,
    )
    contact = fields.Char(
        string="Contact Person",
        compute="_compute_partner_values",
        store=True,
        precompute=True,
        readonly=False,
    )
    contact_phone = fields.Char(
        compute="_compute_partner_values", store=True, precompute=True, readonly=False
    )

    # What is asked
    served = fields.Selection(SERVED, string="Who Is to Be Served", required=True)
    people_count = fields.Integer(string="Number of People")
    household_count = fields.Integer(string="Number of Households")
    volunteers_needed = fields.Integer(string="Volunteers Asked For")
    need = fields.Text(string="What Is Needed", required=True)
    wish_date = fields.Date(string="Day Wished For")
    wish_time = fields.Char(string="Time Wished For", help="For example: after 18:30")
    previous_id = fields.Many2one(
        "leifeng.service.request",
        string="Grew Out Of",
        index="btree_not_null",
        ondelete="set null",
        copy=False,
    )
    next_ids = fields.One2many("leifeng.service.request", "previous_id", string="New Needs")

    # What becomes of it
    post_id = fields.Many2one("leifeng.service.post", index="btree_not_null", ondelete="restrict")
    session_id = fields.Many2one(
        "leifeng.session",
        string="Shift",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    session_state = fields.Selection(related="session_id.state", string="State of the Shift")
    answered_by = fields.Char(readonly=True, copy=False)
    answered_on = fields.Datetime(readonly=True, copy=False)
    refusal_reason = fields.Char(string="Why It Is Not Taken", readonly=True, copy=False)
    outcome = fields.Text(string="What Came of It", copy=False)
    closed_on = fields.Datetime(readonly=True, copy=False)
    is_rated = fields.Boolean(
        string="Rated", compute="_compute_is_rated", search="_search_is_rated"
    )

    rating_ids = fields.One2many(
        "leifeng.service.rating", "request_id", string="Answer of the Organization", copy=False
    )

    # A served person's name: only with recorded consent, seen by the office alone, removed in time
    served_name = fields.Char(string="Name of the Person Served", groups=OFFICER, copy=False)
    under_14 = fields.Boolean(string="Under 14 Years of Age", groups=OFFICER, copy=False)
    consent_by = fields.Char(string="Consent Given By", groups=OFFICER, copy=False)
    consent_on = fields.Date(string="Day of the Consent", groups=OFFICER, copy=False)
    guardian_consent_by = fields.Char(string="Guardian Who Consents", groups=OFFICER, copy=False)

    _no_negatives = models.Constraint(
        "CHECK (people_count >= 0 AND household_count >= 0 AND volunteers_needed >= 0)",
        "Numbers of people and households can't be negative.",
    )
    _name_with_consent = models.Constraint(
        "CHECK (coalesce(btrim(served_name), '') = '' "
        "OR (consent_on IS NOT NULL AND coalesce(btrim(consent_by), '') <> ''))",
        "A served person's name is kept only with a recorded consent: by whom, and on which day.",
    )
    _child_with_guardian = models.Constraint(
        "CHECK (coalesce(btrim(served_name), '') = '' OR under_14 IS NOT TRUE "
        "OR coalesce(btrim(guardian_consent_by), '') <> '')",
        "For a child under 14 the guardian's consent must be recorded, too.",
    )

    @api.depends("partner_id")
    def _compute_partner_values(self):
        for request in self.filtered("partner_id"):
            contact = request.partner_id._leifeng_contact()
            request.update({"partner_name": request.partner_id.name, **contact})

    @api.depends("partner_name", "served")
    @api.depends_context("lang")
    def _compute_display_name(self):
        labels = dict(self._fields["served"]._description_selection(self.env))
        for request in self:
            words = (request.partner_name, labels.get(request.served))
            request.display_name = " · ".join(filter(None, words))

    @api.depends("session_id")
    def _compute_is_rated(self):
        rated = self.filtered_domain(self._search_is_rated("in", {True}))
        rated.is_rated = True
        (self - rated).is_rated = False

    def _search_is_rated(self, operator, _value):
        """Rated by whom it was for: on a card of the shift, or on the organization's page."""
        if operator != "in":
            return NotImplemented
        return fields.Domain("state", "=", "served") & fields.Domain(
            "session_id.rating_ids", "!=", False
        )

    @api.constrains("need")
    def _check_need(self):
        for request in self:
            if len(request.need or "") > MAX_NEED:
                raise ValidationError(
                    self.env._("Please use at most %(count)s characters.", count=MAX_NEED)
                )

    @api.constrains("company_id", "post_id", "session_id", "previous_id")
    def _check_one_agency(self):
        # sudo: the records named - those of another agency can't be read, and are refused
        for request in self.sudo():
            others = request.post_id.company_id | request.session_id.company_id
            others |= request.previous_id.company_id
            if others - request.company_id:
                raise ValidationError(
                    self.env._("Post and shift must belong to the agency that was asked.")
                )

    def _wish_text(self):
        """Return day and time that were wished for: '2026年11月27日 周五 18:30以后', or ''."""
        day = moments.date_text(self.env, self.wish_date) if self.wish_date else ""
        return " ".join(filter(None, (day, self.wish_time)))
