from odoo import fields, models


class LeifengAwardObjectionFinding(models.TransientModel):
    """What was found out about an objection, and what whoever signed is told."""

    _name = "leifeng.award.objection.finding"
    _description = "Record Finding"

    objection_id = fields.Many2one("leifeng.award.objection", required=True, readonly=True)
    signed = fields.Boolean(related="objection_id.signed")
    line_id = fields.Many2one(related="objection_id.line_id")
    outcome = fields.Selection([("upheld", "Upheld"), ("dismissed", "Dismissed")], required=True)
    findings = fields.Text(string="What Was Checked", required=True)
    reply = fields.Text(string="Answer to the Objector")
    strike = fields.Boolean(
        string="Take This Line off the List",
        default=True,
        help="The public notice has to be renewed then, with a full period.",
    )

    def action_record(self):
        self.objection_id.action_record_finding(
            self.outcome == "upheld", self.findings, self.reply, self.strike
        )
        return {"type": "ir.actions.act_window_close"}
