from odoo import api, fields, models
from odoo.exceptions import UserError

NOTICE_STATES = [
    ("draft", "Draft"),
    ("published", "On Public Notice"),
    ("ended", "Notice Period Over"),
    ("replaced", "Replaced by New Notice"),
]
LIVE = ("published", "ended")
# What was published stands; a change is a new notice with a period of its own.
FROZEN = {
    *("name", "company_id", "campaign_id", "award_ids", "basis", "workdays", "first_counts"),
    *("date_start", "date_stop", "masked", "office", "office_phone", "office_address"),
    *("office_hours", "check_code", "replaces_id", "replace_reason"),
}


class LeifengAwardNotice(models.Model):
    """公示: the list of those to be commended, for at least five workdays, of one award or more."""

    _name = "leifeng.award.notice"
    _description = "Public Notice"
    _inherit = ["leifeng.state.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date_start desc, id desc"
    _state_fields = {
        "state": {
            "draft": ("published",),
            "published": ("ended", "replaced"),
            "ended": ("replaced",),
            "replaced": (),
        }
    }

    name = fields.Char(string="Title", required=True)
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company, index=True
    )
    campaign_id = fields.Many2one("leifeng.campaign", index=True, check_company=True)
    award_ids = fields.Many2many("leifeng.award", string="Awards", required=True)
    state = fields.Selection(
        NOTICE_STATES, default="draft", required=True, readonly=True, copy=False, tracking=True
    )
    basis = fields.Text(
        string="Basis and Procedure",
        compute="_compute_basis",
        store=True,
        readonly=False,
    )
    workdays = fields.Integer(required=True, default=lambda self: self._of_company("days"))
    first_counts = fields.Boolean(
        string="The First Day Counts", default=lambda self: self._of_company("first")
    )
    date_start = fields.Date(string="First Day", readonly=True, copy=False)
    date_stop = fields.Date(string="Last Day", readonly=True, copy=False)
    masked = fields.Boolean(string="Names Masked", default=lambda self: self._of_company("masked"))
    office = fields.Char(
        string="Where to Object", default=lambda self: self.env.company.leifeng_office
    )
    office_phone = fields.Char(
        string="Telephone", default=lambda self: self.env.company.leifeng_office_phone
    )
    office_address = fields.Char(
        string="Address", default=lambda self: self.env.company.leifeng_office_address
    )
    office_hours = fields.Char(default=lambda self: self.env.company.leifeng_office_hours)
    check_code = fields.Char(readonly=True, copy=False)
    line_ids = fields.One2many("leifeng.award.notice.line", "notice_id", readonly=True)
    replaces_id = fields.Many2one(
        "leifeng.award.notice", readonly=True, copy=False, ondelete="restrict"
    )
    replace_reason = fields.Text(string="Why It Is Renewed", copy=False, readonly=True)
    objection_ids = fields.One2many("leifeng.award.objection", "notice_id", groups=fields.NO_ACCESS)
    objection_count = fields.Integer(
        string="Objections Received",
        compute="_compute_objection_count",
        groups="leifeng_campaign.group_leifeng_officer,leifeng_campaign.group_leifeng_supervisor",
    )
    touch = fields.Integer(readonly=True, copy=False, groups=fields.NO_ACCESS)

    # 20: the usual period, and never a shorter one (practice.md, D11)
    _five_workdays = models.Constraint(
        "CHECK (workdays >= 5)", "A public notice stays for at least five workdays."
    )

    @api.model
    def _of_company(self, name):
        return self.env.company[f"leifeng_notice_{name}"]

    @api.depends("award_ids", "campaign_id")
    def _compute_basis(self):
        for notice in self:
            notice.basis = notice._basis_text()

    def _compute_objection_count(self):
        """Count those that the reader may see; nobody sees one against oneself."""
        groups = self.env["leifeng.award.objection"]._read_group(
            [("notice_id", "in", self.ids)], ["notice_id"], ["__count"]
        )
        counts = {notice.id: count for notice, count in groups}
        for notice in self:
            notice.objection_count = counts.get(notice.id, 0)

    def write(self, vals):
        """Override: what was published stands, whatever a program sends."""
        if FROZEN & vals.keys() and self.filtered(lambda notice: notice.state != "draft"):
            raise UserError(
                self.env._("What was published doesn't change. Please renew the notice instead.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_published(self):
        if self.filtered(lambda notice: notice.state != "draft"):
            raise UserError(self.env._("A notice that was published stays."))

    def _touch(self):
        """Update the rows: an objection and what it forbids can't both be committed."""
        self.env.cr.execute(
            "UPDATE leifeng_award_notice SET touch = coalesce(touch, 0) + 1 WHERE id = ANY(%s)",
            [self.ids],
        )
