from odoo import fields, models


class LeifengAwardDecision(models.Model):
    """表彰决定: one document that grants the honors of several awards, with lists attached."""

    _name = "leifeng.award.decision"
    _description = "Commendation Decision"
    _inherit = ["leifeng.state.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date desc, id desc"
    _state_fields = {"state": {"draft": ("issued",), "issued": ()}}

    name = fields.Char(string="Title", required=True)
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company, index=True
    )
    campaign_id = fields.Many2one("leifeng.campaign", index=True, check_company=True)
    award_ids = fields.Many2many("leifeng.award", required=True)
    state = fields.Selection(
        [("draft", "Draft"), ("issued", "Decision Issued")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )
    document_number = fields.Char(copy=False, tracking=True)
    addressee = fields.Char()
    preamble = fields.Text()
    hopes = fields.Text(string="Words of Encouragement")
    issuer = fields.Char(string="Issued in the Name Of")
    date = fields.Date(string="Date of the Decision", copy=False)
    check_code = fields.Char(readonly=True, copy=False)
    honor_ids = fields.One2many("leifeng.certificate", "decision_id", readonly=True)
