from odoo import fields, models
from odoo.exceptions import AccessError, UserError


class LeifengAwardEssayList(models.TransientModel):
    """Make the table of essays; phones are masked unless somebody says why not (point 19)."""

    _name = "leifeng.award.essay.list"
    _description = "Table of Essays to Make"

    award_id = fields.Many2one("leifeng.award", required=True, readonly=True)
    department_id = fields.Many2one("hr.department", help="All departments if none is chosen.")
    ending = fields.Selection(
        [("pdf", "PDF to Print"), ("xlsx", "Excel")],
        string="File Type",
        required=True,
        default="pdf",
    )
    unmasked = fields.Boolean(string="Show Phones in Full")
    reason = fields.Char(string="Why in Full")
    disclosed = fields.Boolean(groups=fields.NO_ACCESS)

    def action_make(self):
        self.ensure_one()
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("This table is made by the campaign's office."))
        if self.unmasked:
            self._disclose()
        url = f"/leifeng/essays/{self.award_id.id}/{self.ending}?list_id={self.id}"
        return {"type": "ir.actions.act_url", "url": url, "target": "download"}

    def _disclose(self):
        """Note who wants full phones and why, and let this very table show them."""
        reason = (self.reason or "").strip()
        if not reason:
            raise UserError(self.env._("Please say why the table has to show full phones."))
        facts = {"what": "essays", "reason": reason, "departments": self.department_id.ids}
        self.env["leifeng.journal"].record("names_exported", self.award_id, facts)
        # sudo: this dialog - whether phones are shown is set by its button alone
        self.sudo().disclosed = True

    def write(self, vals):
        """Override so that another choice is masked until its button is pressed."""
        done = super().write(vals)
        if not self.env.su:
            # sudo: this dialog - see _disclose
            self.sudo().disclosed = False
        return done

    def _is_masked(self):
        # sudo: this dialog - see _disclose
        return not self.sudo().disclosed
