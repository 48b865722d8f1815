from odoo import fields, models

REVIEW_STATES = [
    ("draft", "Scoring"),
    ("submitted", "Submitted"),
    ("superseded", "Corrected"),
    ("abstained", "Abstained"),
    ("recused", "Recused"),
]


class LeifengAwardReview(models.Model):
    """A judge's sheet, with the work copied on it: a judge has no access to entries.

    Made and written by the system's own user: create_uid and write_uid would tell who is who.
    """

    _name = "leifeng.award.review"
    _description = "Score Sheet"
    _inherit = ["leifeng.append.only.mixin", "leifeng.state.mixin"]
    _order = "sequence, id"
    _rec_name = "code"
    _state_fields = {
        "state": {
            "draft": ("submitted", "abstained", "recused"),
            "submitted": ("superseded", "recused"),
            "superseded": (),
            "abstained": ("superseded", "recused"),
            "recused": (),
        }
    }
    _append_only = (
        "award_id",
        "judge_id",
        "user_id",
        "entry_id",
        "code",
        "title",
        "body",
        "facts",
        "version",
        "previous_id",
    )
    _append_once = ("submitted_on", "total")

    award_id = fields.Many2one(
        "leifeng.award", required=True, readonly=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    judge_id = fields.Many2one(
        "leifeng.award.judge",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
        groups=fields.NO_ACCESS,
    )
    user_id = fields.Many2one(
        "res.users", readonly=True, index=True, ondelete="restrict", groups=fields.NO_ACCESS
    )
    entry_id = fields.Many2one(
        "leifeng.award.entry",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
        groups=fields.NO_ACCESS,
    )
    judge_label = fields.Integer(string="Number of the Judge", readonly=True, aggregator=None)
    sequence = fields.Integer(readonly=True)
    code = fields.Char(required=True, readonly=True)
    kind = fields.Char(readonly=True)
    title = fields.Char(readonly=True)
    body = fields.Text(string="Text", readonly=True)
    facts = fields.Json(readonly=True)
    file_ids = fields.Many2many("ir.attachment", string="Files", readonly=True)
    state = fields.Selection(
        REVIEW_STATES, default="draft", required=True, readonly=True, copy=False
    )
    # What a judge has typed so far; the lines are written once, when the sheet is submitted.
    draft_scores = fields.Json(readonly=True)
    comment = fields.Text(readonly=True)
    line_ids = fields.One2many("leifeng.award.review.line", "review_id")
    total = fields.Float(readonly=True, digits=(6, 2), aggregator=None)
    submitted_on = fields.Datetime(readonly=True)
    version = fields.Integer(default=1, readonly=True, aggregator=None)
    previous_id = fields.Many2one(
        "leifeng.award.review", string="Corrected Sheet", readonly=True, ondelete="restrict"
    )
    correction_reason = fields.Char(readonly=True)
    # From paper: two persons, none of them an officer, and the scan
    from_paper = fields.Boolean(string="Entered from Paper", readonly=True)
    paper_abstains = fields.Boolean(
        readonly=True, groups=fields.NO_ACCESS, export_string_translation=False
    )
    entered_by_id = fields.Many2one(
        "res.users", readonly=True, ondelete="restrict", groups=fields.NO_ACCESS
    )
    checked_by_id = fields.Many2one(
        "res.users", readonly=True, ondelete="restrict", groups=fields.NO_ACCESS
    )
    scan_id = fields.Many2one("ir.attachment", string="Signed Sheet", readonly=True)

    _append_only_guard = models.Constraint(
        "CHECK (true)", "A submitted sheet doesn't change. Please write a correction instead."
    )
    _one_live = models.UniqueIndex("(judge_id, entry_id) WHERE state <> 'superseded'")
    _unique_code = models.UniqueIndex("(judge_id, code, version)")
