from odoo import fields, models
from odoo.exceptions import UserError


class LeifengAwardObjectionFinding(models.TransientModel):
    """What was found out about an objection, and what whoever signed is told."""

    _name = "leifeng.award.objection.finding"
    _description = "Record Finding"

    objection_id = fields.Many2one("leifeng.award.objection", required=True, readonly=True)
    signed = fields.Boolean(related="objection_id.signed")
    line_id = fields.Many2one(related="objection_id.line_id")
    outcome = fields.Selection([("upheld", "Upheld"), ("dismissed", "Dismissed")])
    findings = fields.Text(
        string="What Was Checked", required=True, default=lambda self: self._default_findings()
    )
    reply = fields.Text(string="Answer to the Objector")
    strike = fields.Boolean(
        string="Take This Line off the List",
        default=True,
        help="The public notice has to be renewed then, with a full period.",
    )

    def _default_findings(self):
        """Return what was kept of the check so far, as far as the user may read it."""
        objections = self.env["leifeng.award.objection"]
        return objections.browse(self.env.context.get("default_objection_id")).findings

    # ACTIONS

    def action_keep(self):
        """Save for Later: nothing is decided yet."""
        self.objection_id.action_keep_findings(self.findings)
        return {"type": "ir.actions.act_window_close"}

    def action_record(self):
        if not self.outcome:
            raise UserError(self.env._("Please choose: upheld or dismissed."))
        self.objection_id.action_record_finding(
            self.outcome == "upheld", self.findings, self.reply, self.strike
        )
        return {"type": "ir.actions.act_window_close"}
