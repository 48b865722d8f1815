from odoo import api, fields, models

ENTRY_STATES = [
    ("draft", "Draft"),
    ("consent", "Awaiting Consent"),
    ("submitted", "Submitted"),
    ("returned", "Returned"),
    ("candidate", "Put Forward"),
    ("dropped", "Not Put Forward"),
    ("granted", "Awarded"),
    ("not_granted", "Not Awarded"),
    ("withdrawn", "Taken Back"),
    ("disqualified", "Disqualified"),
]
ENDED = ("withdrawn", "dropped", "disqualified")


class LeifengAwardEntry(models.Model):
    """An essay, a nominated person or a department that can win an award.

    No chatter and no followers: core shows them to every internal user.
    """

    _name = "leifeng.award.entry"
    _description = "Entry of an Award"
    _inherit = ["leifeng.state.mixin"]
    _order = "award_id, department_order, id"
    _rec_name = "title"
    _rec_names_search = ["title", "employee_name", "department_name"]
    _state_fields = {
        "state": {
            "draft": ("consent", "submitted", "candidate", "granted", "withdrawn"),
            "consent": ("submitted", "draft", "withdrawn"),
            "submitted": ("draft", "returned", "candidate", "dropped", "withdrawn", "disqualified"),
            "returned": ("consent", "submitted", "withdrawn"),
            "candidate": (
                "submitted",
                "dropped",
                "granted",
                "not_granted",
                "withdrawn",
                "disqualified",
            ),
            "dropped": ("candidate",),
            "granted": ("disqualified",),
            "not_granted": (),
            "withdrawn": (),
            "disqualified": (),
        }
    }

    award_id = fields.Many2one(
        "leifeng.award", required=True, readonly=True, index=True, ondelete="restrict"
    )
    kind = fields.Selection(related="award_id.kind", store=True)
    campaign_id = fields.Many2one(related="award_id.campaign_id", store=True, index=True)
    company_id = fields.Many2one(related="award_id.company_id", store=True)
    state = fields.Selection(
        ENTRY_STATES, default="draft", required=True, readonly=True, copy=False
    )
    # Who can win: the author or nominee, or a department alone
    employee_id = fields.Many2one("hr.employee", readonly=True, index=True, ondelete="restrict")
    department_id = fields.Many2one(
        "hr.department", required=True, readonly=True, index=True, ondelete="restrict"
    )
    # Copies, written when it is submitted
    employee_name = fields.Char(string="Full Name", readonly=True)
    department_name = fields.Char(string="Department When Submitted", readonly=True)
    post = fields.Char(string="Post Held", readonly=True)
    leading = fields.Boolean(string="Leading Staff", readonly=True)

    # What is entered
    title = fields.Char(readonly=True)
    body = fields.Text(string="Text", readonly=True)
    character_count = fields.Integer(string="Characters", readonly=True, aggregator=None)
    original = fields.Boolean(string="Originality Stated", readonly=True)
    deeds_short = fields.Text(string="Deeds, Short", readonly=True)
    deeds_full = fields.Text(string="Deeds, in Full", readonly=True)
    statement = fields.Text(readonly=True)
    proof_ids = fields.Many2many("ir.attachment", readonly=True)
    origin = fields.Selection(
        [
            ("self", "Self-nomination"),
            ("department", "Nomination by Department"),
            ("office", "Entered by the Office"),
            ("earlier", "Earlier Honor"),
        ],
        required=True,
        readonly=True,
        default="self",
    )
    entered_by_id = fields.Many2one(
        "hr.employee", string="Written By", readonly=True, index=True, ondelete="restrict"
    )
    submitted_on = fields.Datetime(readonly=True)
    version = fields.Integer(default=1, readonly=True, aggregator=None)

    # Consent of the person, each by itself
    consent_considered = fields.Boolean(string="Agrees to Be Considered", readonly=True)
    consent_named = fields.Boolean(string="Agrees to Be Named in the Notice", readonly=True)
    consent_publicized = fields.Boolean(string="Agrees to Be Publicized", readonly=True)
    consent_on = fields.Datetime(readonly=True)
    consent_scan_id = fields.Many2one("ir.attachment", string="Signed Consent", readonly=True)

    # Filled in from records, copied when judging opens
    service_minutes = fields.Integer(readonly=True)
    service_count = fields.Integer(string="Number of Services", readonly=True)
    attended_count = fields.Integer(string="Study Sessions Attended", readonly=True)
    earlier_honors = fields.Text(readonly=True)
    facts = fields.Json(readonly=True)

    # The department's preliminary review
    department_order = fields.Integer(readonly=True, aggregator=None)
    department_opinion = fields.Text(readonly=True)
    department_by = fields.Char(string="Opinion Given By", readonly=True)
    department_on = fields.Datetime(readonly=True)
    reason = fields.Text(string="Reason Told", readonly=True)

    # Paper: what was printed, and the signed scan of that very version
    printed_version = fields.Integer(readonly=True, aggregator=None)
    printed_hash = fields.Char(readonly=True)
    scan_id = fields.Many2one("ir.attachment", string="Signed Form", readonly=True)
    scan_version = fields.Integer(readonly=True, aggregator=None)

    # What came of it, written when the honors are granted
    tier_name = fields.Char(string="Tier", readonly=True)
    granted_on = fields.Date(readonly=True)
    honor_number = fields.Char(readonly=True)
    touch = fields.Integer(readonly=True, copy=False, groups=fields.NO_ACCESS)

    # A draft is its writer's alone: it keeps nobody else out, the person least of all.
    _one_a_person = models.UniqueIndex(
        "(award_id, employee_id) "
        "WHERE employee_id IS NOT NULL AND state NOT IN ('draft', 'withdrawn')",
        "There is an entry of this person already.",
    )
    _one_draft = models.UniqueIndex(
        "(award_id, employee_id, entered_by_id) WHERE employee_id IS NOT NULL AND state = 'draft'",
        "There is a draft of yours already.",
    )
    _one_a_department = models.UniqueIndex(
        "(award_id, department_id) WHERE employee_id IS NULL AND state <> 'withdrawn'",
        "There is an entry of this department already.",
    )
    _submitted = models.Index(
        "(award_id, department_id) INCLUDE (id, submitted_on) WHERE state = 'submitted'"
    )
    _by_state = models.Index("(campaign_id, award_id, state)")

    def _result_names(self):
        """Return the copies of the names for a result."""
        return {
            "entry_name": self.display_name,
            "employee_name": self.employee_name,
            "department_name": self.department_name,
        }

    @api.depends("title", "employee_name", "department_name", "kind")
    def _compute_display_name(self):
        for entry in self:
            names = (entry.title, entry.employee_name, entry.department_name)
            entry.display_name = next(filter(None, names), "") or f"#{entry.id}"
