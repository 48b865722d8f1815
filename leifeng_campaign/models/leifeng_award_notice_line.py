from odoo import fields, models


class LeifengAwardNoticeLine(models.Model):
    """A line of a public notice, in the words as published."""

    _name = "leifeng.award.notice.line"
    _description = "Line of a Public Notice"
    _inherit = ["leifeng.append.only.mixin"]
    _order = "notice_id, sequence, id"
    _rec_name = "holder_name"
    _append_only = (
        "notice_id",
        "entry_id",
        "award_name",
        "tier_name",
        "holder_name",
        "department_name",
        "reason",
    )

    notice_id = fields.Many2one(
        "leifeng.award.notice", required=True, readonly=True, index=True, ondelete="restrict"
    )
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    entry_id = fields.Many2one(
        "leifeng.award.entry",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
        groups=fields.NO_ACCESS,
    )
    sequence = fields.Integer(readonly=True)
    award_name = fields.Char(string="Award", required=True, readonly=True)
    tier_name = fields.Char(string="Tier", readonly=True)
    # As shown: masked where the notice is, and nobody is named without consent
    holder_name = fields.Char(string="Person or Department", required=True, readonly=True)
    department_name = fields.Char(string="Department", readonly=True)
    reason = fields.Text(string="Short Reason", readonly=True)

    _append_only_guard = models.Constraint(
        "CHECK (true)", "What was published doesn't change. Please renew the notice instead."
    )

    def _about_text(self):
        """Return the line in a few words: 'Award · Tier · Name', a tier of the same name once."""
        tier = self.tier_name if self.tier_name != self.award_name else ""
        return " · ".join(filter(None, (self.award_name, tier, self.holder_name)))
