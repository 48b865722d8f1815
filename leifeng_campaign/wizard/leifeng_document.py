from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools.official_draft import GENERAL_LIMIT, SPECIAL_LIMIT

KINDS = [
    ("plan", "Campaign Plan"),
    ("notice", "Notice Issuing the Plan"),
    ("decision", "Commendation Decision"),
    ("public_notice", "Text of the Public Notice"),
    ("departments", "Department Summaries"),
    ("summary", "Campaign Summary"),
    ("contacts", "Contact List of Coordinators"),
]
PUBLISHED = "[('award_ids.campaign_id', '=', campaign_id), ('date_start', '!=', False)]"


class LeifengDocument(models.TransientModel):
    """The papers of a campaign to choose from, with their length before they are fetched."""

    _name = "leifeng.document"
    _description = "Make Documents"

    campaign_id = fields.Many2one(
        "leifeng.campaign", required=True, default=lambda self: self._default_campaign()
    )
    company_id = fields.Many2one(related="campaign_id.company_id")
    kind = fields.Selection(KINDS, string="Kind of Document", required=True, default="plan")
    addressee = fields.Char(compute="_compute_words", store=True, readonly=False)
    issuer = fields.Char(
        string="Issued in the Name Of", compute="_compute_words", store=True, readonly=False
    )
    document_number = fields.Char(compute="_compute_words", store=True, readonly=False)
    date = fields.Date(
        string="Date of the Document", default=lambda self: self.env.company._leifeng_today()
    )
    with_departments = fields.Boolean(string="Attach the Plans of the Departments")
    decision_id = fields.Many2one(
        "leifeng.award.decision", domain="[('campaign_id', '=', campaign_id)]"
    )
    notice_id = fields.Many2one("leifeng.award.notice", domain=PUBLISHED)
    part_ids = fields.Many2many(
        "leifeng.campaign.department",
        string="Departments",
        domain="[('campaign_id', '=', campaign_id)]",
        help="All departments that have written something if none is chosen.",
    )
    text_count = fields.Integer(string="Characters of the Text", compute="_compute_counts")
    attached_count = fields.Integer(
        string="Characters of What Is Attached", compute="_compute_counts"
    )
    limit = fields.Integer(compute="_compute_counts")
    problem = fields.Char(compute="_compute_counts")
    red_head = fields.Boolean(compute="_compute_red_head")

    @api.model
    def _default_campaign(self):
        chosen = self.env.context.get("active_model") == "leifeng.campaign"
        campaigns = self.env["leifeng.campaign"]
        if chosen:
            return campaigns.browse(self.env.context.get("active_id"))
        mine = campaigns.search([("company_id", "=", self.env.company.id)])
        return mine._under_way_first()[:1]

    @api.depends("campaign_id", "kind")
    def _compute_words(self):
        for document in self:
            campaign = document.campaign_id
            document.issuer = campaign.company_id.name
            document.document_number = campaign.document_number
            document.addressee = self.env._("All Departments") if document.kind == "notice" else ""

    @api.onchange("campaign_id")
    def _onchange_campaign_id(self):
        mine = [("campaign_id", "=", self.campaign_id.id)]
        published = [("award_ids.campaign_id", "=", mine[0][2]), ("date_start", "!=", False)]
        self.decision_id = self.env["leifeng.award.decision"].search(mine, limit=1)
        self.notice_id = self.env["leifeng.award.notice"].search(published, limit=1)
        self.part_ids = False

    @api.depends("campaign_id")
    def _compute_red_head(self):
        for document in self:
            # sudo: res.company - how the agency's documents look
            document.red_head = document.campaign_id.company_id.sudo().leifeng_red_head

    @api.depends(
        *("campaign_id", "kind", "addressee", "issuer", "date", "with_departments"),
        *("decision_id", "notice_id", "part_ids"),
    )
    def _compute_counts(self):
        """How long the document is, or what keeps it from being made."""
        for document in self:
            document.problem = document._problem()
            draft = None if document.problem else document._draft()
            counts = draft.characters() if draft else (0, 0)
            document.text_count, document.attached_count = counts
            document.limit = GENERAL_LIMIT if document.kind == "summary" else SPECIAL_LIMIT

    # ACTIONS

    def action_word(self):
        return self._fetch("docx")

    def action_pdf(self):
        return self._fetch("pdf")

    def action_sheet(self):
        return self._fetch("xlsx")

    # BUSINESS

    def _fetch(self, kind):
        """Have the browser fetch the file, which is made then."""
        self.ensure_one()
        if problem := self._problem():
            raise UserError(problem)
        url = f"/leifeng/document/{self.id}/{kind}"
        return {"type": "ir.actions.act_url", "url": url, "target": "download"}
