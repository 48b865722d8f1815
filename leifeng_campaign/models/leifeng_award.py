from odoo import api, fields, models

AWARD_STATES = [
    ("draft", "Preparing"),
    ("open", "Accepting Entries"),
    ("screening", "Preliminary Review"),
    ("judging", "Panel Review"),
    ("proposed", "Proposed by Panel"),
    ("approved", "Final Approval Given"),
    ("notice", "On Public Notice"),
    ("granted", "Commended"),
    ("cancelled", "Cancelled"),
]
# Who may read how the panel and the committee came to their decision
STAFF = (
    "leifeng_campaign.group_leifeng_officer,leifeng_campaign.group_leifeng_supervisor,"
    "hr.group_hr_user"
)
ENTRY_KINDS = [("essay", "Essay"), ("person", "Person"), ("department", "Department")]


class LeifengAward(models.Model):
    """What can be won, and how: essay contest, post models, Excellent Organization Award.

    A template is an award without a campaign; an earlier award was imported with its honors.
    """

    _name = "leifeng.award"
    _description = "Award Selection"
    _inherit = ["leifeng.state.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date_deadline desc, id desc"
    _state_fields = {
        "state": {
            "draft": ("open", "granted", "cancelled"),
            "open": ("screening", "judging", "cancelled"),
            "screening": ("open", "judging", "cancelled"),
            "judging": ("proposed", "cancelled"),
            "proposed": ("approved", "cancelled"),
            "approved": ("notice", "proposed", "cancelled"),
            "notice": ("granted", "approved", "cancelled"),
            "granted": (),
            "cancelled": (),
        }
    }

    name = fields.Char(string="Award", required=True, tracking=True)
    kind = fields.Selection(
        ENTRY_KINDS, string="Who Can Win", required=True, default="person", tracking=True
    )
    state = fields.Selection(
        AWARD_STATES, default="draft", required=True, copy=False, tracking=True
    )
    active = fields.Boolean(default=True)
    is_template = fields.Boolean(copy=False, readonly=True)
    is_earlier = fields.Boolean(string="Earlier Award", copy=False, readonly=True)
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company, index=True
    )
    campaign_id = fields.Many2one(
        "leifeng.campaign", index=True, ondelete="restrict", check_company=True, copy=False
    )
    activity_id = fields.Many2one(
        "leifeng.campaign.activity",
        string="Activity of the Plan",
        copy=False,
        index="btree_not_null",
        ondelete="set null",
        domain="[('campaign_id', '=', campaign_id), ('kind', 'in', ('essay', 'selection'))]",
    )
    year = fields.Integer(
        compute="_compute_year", store=True, readonly=False, copy=False, aggregator=None
    )

    # The call
    legal_basis = fields.Selection(
        [("internal", "Internal, of the Agency's Own Staff"), ("approved", "Approved Project")],
        required=True,
        default="internal",
    )
    basis_document = fields.Char(string="Document of the Basis")
    instructions = fields.Text(string="About the Award")
    procedure = fields.Text(help="One step per line.")
    min_characters = fields.Integer(string="Characters at Least")
    max_characters = fields.Integer(string="Characters at Most")
    count_marks = fields.Boolean(string="Marks Count as Characters", default=True)

    # Quotas
    department_quota = fields.Integer(
        string="Candidates per Department", help="0: as many as the department puts forward."
    )
    leader_share = fields.Integer(
        string="Leading Staff at Most, Percent", help="Of those awarded. 0: no limit."
    )
    repeat_years = fields.Integer(
        string="No Repeat Within Years", help="Who won this award in these years can't again."
    )

    # Rules of judging
    reading = fields.Selection(
        [("all", "Every Judge Reads All"), ("shares", "Balanced Shares")],
        required=True,
        default="all",
    )
    share_size = fields.Integer(string="Judges per Entry", default=3)
    drop_extremes = fields.Boolean(
        string="Drop Highest and Lowest",
        default=True,
        help="From five sheets of an entry on; below that the plain mean counts.",
    )
    tie_rule = fields.Selection(
        [
            ("criterion", "Higher Score in the First Criterion"),
            ("hours", "More Service Hours"),
            ("meeting", "The Panel's Meeting Decides"),
        ],
        required=True,
        default="criterion",
    )
    recuse_department = fields.Boolean(string="Judges Recuse Own Department", default=True)
    majority = fields.Selection(
        [("half", "More Than Half"), ("two_thirds", "At Least Two Thirds")],
        string="Votes Needed",
        required=True,
        default="half",
    )
    tier_ids = fields.One2many("leifeng.award.tier", "award_id", copy=True)
    criterion_ids = fields.One2many("leifeng.award.criterion", "award_id", copy=True)
    judge_ids = fields.One2many("leifeng.award.judge", "award_id", copy=False)

    # Dates of each stage
    date_open = fields.Date(string="Entries From", copy=False)
    date_deadline = fields.Date(string="Entries Until", copy=False, tracking=True)
    date_screening = fields.Date(string="Preliminary Review Until", copy=False)
    date_judging = fields.Date(string="Scoring Until", copy=False)
    date_notice = fields.Date(string="Public Notice From", copy=False)

    # Frozen when judging opens
    rules_text = fields.Text(readonly=True, copy=False, groups=fields.NO_ACCESS)
    rules_hash = fields.Char(readonly=True, copy=False)
    judging_on = fields.Datetime(string="Judging Opened On", readonly=True, copy=False)
    scoring_closed_on = fields.Datetime(readonly=True, copy=False)

    # The panel's meeting, and the approval that follows
    meeting_date = fields.Date(readonly=True, copy=False)
    meeting_present = fields.Integer(
        string="Judges Present", readonly=True, copy=False, groups=STAFF
    )
    meeting_note = fields.Text(readonly=True, copy=False, groups=STAFF)
    approval_body = fields.Char(readonly=True, copy=False)
    approval_date = fields.Date(readonly=True, copy=False)
    approval_person = fields.Char(readonly=True, copy=False)
    approval_note = fields.Text(string="Approval in Words", readonly=True, copy=False, groups=STAFF)
    cancel_reason = fields.Char(readonly=True, copy=False)

    entry_ids = fields.One2many("leifeng.award.entry", "award_id")
    result_ids = fields.One2many("leifeng.award.result", "award_id")
    recusal_ids = fields.One2many("leifeng.award.recusal", "award_id")
    similarity_ids = fields.One2many("leifeng.award.similarity", "award_id")
    notice_ids = fields.Many2many("leifeng.award.notice")
    decision_ids = fields.Many2many("leifeng.award.decision")
    # Facts that forbid a transition count it up, so that one of the two is run again.
    touch = fields.Integer(readonly=True, copy=False, groups=fields.NO_ACCESS)

    _belongs_to_a_campaign = models.Constraint(
        "CHECK (campaign_id IS NOT NULL OR is_template OR is_earlier)",
        "Please choose the campaign that the award belongs to.",
    )
    _limits_not_negative = models.Constraint(
        "CHECK (min_characters >= 0 AND max_characters >= 0 AND department_quota >= 0 "
        "AND leader_share BETWEEN 0 AND 100 AND repeat_years >= 0 AND share_size >= 1)",
        "Limits and quotas can't be negative, and a share is at most 100 percent.",
    )
    _characters_in_order = models.Constraint(
        "CHECK (max_characters = 0 OR max_characters >= min_characters)",
        "The most characters can't be fewer than the least.",
    )
    _dates_in_order = models.Constraint(
        "CHECK (date_deadline >= date_open AND date_screening >= date_deadline "
        "AND date_judging >= date_deadline AND date_notice >= date_judging)",
        "The dates of the stages must follow one another.",
    )

    @api.depends("campaign_id.date_start")
    def _compute_year(self):
        """The campaign's year; an earlier award has the one that was imported."""
        for award in self:
            award.year = award.campaign_id._year() or award.year

    def _winners(self):
        """Return the results that are to be commended as things stand, best first."""
        domain = [("award_id", "in", self.ids), *self.result_ids._winner_domain()]
        # sudo: leifeng.award.result - notices and decisions are made of them
        return self.env["leifeng.award.result"].sudo().search(domain)

    def _touch(self):
        """Update the rows: a fact that forbids and the act it forbids can't both be committed."""
        self.env.cr.execute(
            "UPDATE leifeng_award SET touch = coalesce(touch, 0) + 1 WHERE id = ANY(%s)",
            [self.ids],
        )
