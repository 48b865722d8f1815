from odoo import fields, models


class LeifengAwardApprove(models.TransientModel):
    """Record Final Approval: body, day and person, as the minutes of the committee say."""

    _name = "leifeng.award.approve"
    _description = "Record Final Approval"

    award_id = fields.Many2one("leifeng.award", required=True, readonly=True)
    opinions_complete = fields.Boolean(related="award_id.opinions_complete", related_sudo=False)
    body = fields.Char(
        string="Approved By",
        required=True,
        default=lambda self: self.env.company.leifeng_office or self.env.company.name,
    )
    date = fields.Date(
        string="Approved On",
        required=True,
        default=lambda self: self.env.company._leifeng_today(),
    )
    person = fields.Char(string="Signed By", required=True)
    note = fields.Text(string="Approval in Words")

    def action_approve(self):
        self.award_id.action_record_approval(self.body, self.date, self.person, self.note)
        return {"type": "ir.actions.act_window_close"}
