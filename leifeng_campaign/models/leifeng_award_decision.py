from odoo import api, fields, models
from odoo.exceptions import UserError

# What the issued document says, word for word.
ISSUED_WORDS = {
    "name",
    "company_id",
    "campaign_id",
    "award_ids",
    "document_number",
    "addressee",
    "preamble",
    "hopes",
    "issuer",
    "date",
}


class LeifengAwardDecision(models.Model):
    """表彰决定: one document that grants the honors of several awards, with lists attached."""

    _name = "leifeng.award.decision"
    _description = "Commendation Decision"
    _inherit = ["leifeng.state.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date desc, id desc"
    _state_fields = {"state": {"draft": ("issued",), "issued": ()}}

    name = fields.Char(string="Title", required=True, default=lambda self: self._default_name())
    company_id = fields.Many2one(
        "res.company", required=True, default=lambda self: self.env.company, index=True
    )
    campaign_id = fields.Many2one("leifeng.campaign", index=True, check_company=True)
    award_ids = fields.Many2many("leifeng.award", required=True, copy=False, check_company=True)
    state = fields.Selection(
        [("draft", "Draft"), ("issued", "Decision Issued")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )
    document_number = fields.Char(copy=False, tracking=True)
    addressee = fields.Char(default=lambda self: self.env._("All Departments"))
    preamble = fields.Text(default=lambda self: self._default_preamble())
    hopes = fields.Text(string="Words of Encouragement", default=lambda self: self._default_hopes())
    issuer = fields.Char(string="Issued in the Name Of", default=lambda self: self.env.company.name)
    date = fields.Date(string="Date of the Decision", copy=False)
    check_code = fields.Char(readonly=True, copy=False)
    honor_ids = fields.One2many("leifeng.certificate", "decision_id", readonly=True)

    def _default_name(self):
        return self.env._(
            "Decision on Commending Departments and Persons of the Lei Feng Campaign of %(year)s",
            year=self.env.company._leifeng_today().year,
        )

    def _default_preamble(self):
        return self.env._(
            "In the Lei Feng Campaign of %(year)s all departments organized well and colleagues "
            "took part gladly; many of them did good work at their posts and helped others. To "
            "commend them and carry the spirit of Lei Feng on, after recommendation by the "
            "departments, review by the panel, final approval and public notice, it is decided:",
            year=self.env.company._leifeng_today().year,
        )

    def _default_hopes(self):
        return self.env._(
            "May those commended hold this honor dear, remain modest and do still better. May all "
            "departments and colleagues follow their example, do their own work well and lend a "
            "hand where it is needed."
        )

    def write(self, vals):
        """Override: an issued decision says for ever what it said."""
        if ISSUED_WORDS & vals.keys():
            self._check_draft()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_issued(self):
        self._check_draft()

    def _check_draft(self):
        if any(decision.state == "issued" for decision in self):
            raise UserError(self.env._("This decision has been issued and can't be changed."))
