from odoo import api, fields, models


class LeifengHonorReissue(models.TransientModel):
    """Issue the certificate of an honor anew, with a name that was wrong put right."""

    _name = "leifeng.honor.reissue"
    _description = "Issue an Honor Certificate Anew"

    certificate_id = fields.Many2one(
        "leifeng.certificate", string="Honor Certificate", required=True, readonly=True
    )
    name = fields.Char(
        string="Name on the Certificate",
        required=True,
        compute="_compute_name",
        store=True,
        readonly=False,
    )
    reason = fields.Char(required=True)

    @api.depends("certificate_id")
    def _compute_name(self):
        for dialog in self:
            dialog.name = dialog.certificate_id.holder_name

    def action_reissue(self):
        new = self.certificate_id.action_reissue_honor(self.name, self.reason)
        return {
            "type": "ir.actions.act_window",
            "res_model": "leifeng.certificate",
            "res_id": new.id,
            "views": [(self.env.ref("leifeng_campaign.leifeng_honor_view_form").id, "form")],
        }
