from odoo import fields, models

NOTICE_STATES = [
    ("draft", "Draft"),
    ("published", "On Public Notice"),
    ("ended", "Notice Period Over"),
    ("replaced", "Replaced by New Notice"),
]


class LeifengAwardNotice(models.Model):
    """公示: the list of those to be commended, for at least five workdays; may cover several awards."""

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
    award_ids = fields.Many2many("leifeng.award", required=True)
    state = fields.Selection(
        NOTICE_STATES, default="draft", required=True, readonly=True, copy=False, tracking=True
    )
    basis = fields.Text(string="Basis and Procedure")
    workdays = fields.Integer(string="Workdays", required=True, default=5)
    first_counts = fields.Boolean(string="The First Day Counts", default=True)
    date_start = fields.Date(string="First Day", readonly=True, copy=False)
    date_stop = fields.Date(string="Last Day", readonly=True, copy=False)
    masked = fields.Boolean(string="Names Masked")
    office = fields.Char(string="Where to Object")
    office_phone = fields.Char(string="Telephone")
    office_address = fields.Char(string="Address")
    office_hours = fields.Char(string="Hours")
    check_code = fields.Char(readonly=True, copy=False)
    line_ids = fields.One2many("leifeng.award.notice.line", "notice_id", readonly=True)
    replaces_id = fields.Many2one(
        "leifeng.award.notice", readonly=True, copy=False, ondelete="restrict"
    )
    replace_reason = fields.Text(string="Why It Is Renewed", copy=False)
    objection_ids = fields.One2many("leifeng.award.objection", "notice_id", groups=fields.NO_ACCESS)
    touch = fields.Integer(readonly=True, copy=False, groups=fields.NO_ACCESS)

    # 20: the usual period, and never a shorter one (practice.md, D11)
    _five_workdays = models.Constraint(
        "CHECK (workdays >= 5)", "A public notice stays for at least five workdays."
    )
