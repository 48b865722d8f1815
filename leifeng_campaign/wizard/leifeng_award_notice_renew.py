from odoo import fields, models


class LeifengAwardNoticeRenew(models.TransientModel):
    """Say why a notice is renewed; the new one begins a full period today."""

    _name = "leifeng.award.notice.renew"
    _description = "Renew a Public Notice"

    notice_id = fields.Many2one("leifeng.award.notice", required=True, readonly=True)
    reason = fields.Text(string="Why It Is Renewed", required=True)

    def action_renew(self):
        return self.notice_id.action_renew(self.reason)._open()
