from odoo import api, fields, models


class LeifengCertificateIssue(models.TransientModel):
    """Issue the 志愿服务记录证明 at somebody's request."""

    _name = "leifeng.certificate.issue"
    _description = "Issue Certificate"

    employee_id = fields.Many2one("hr.employee", string="For", required=True)
    date_from = fields.Date(string="First Day", help="Empty: from the first record on.")
    date_to = fields.Date(string="Last Day", help="Empty: up to the last record.")
    replaces_id = fields.Many2one("leifeng.certificate", readonly=True)
    preview = fields.Text(compute="_compute_preview")

    @api.depends("employee_id", "date_from", "date_to")
    def _compute_preview(self):
        for wizard in self:
            # sudo: hr.employee - officers have no right on hr; people of one's own agency alone
            own = wizard.employee_id.sudo().company_id in self.env.companies
            wizard.preview = own and wizard._preview_text()

    def _preview_text(self):
        certificates = self.env["leifeng.certificate"]
        records = certificates._attested_records(self.employee_id, self.date_from, self.date_to)
        return self.env._(
            "%(count)s services, %(hours)s hours in all.",
            count=len(records),
            hours=records._sum_text(),
        )

    def action_issue(self):
        certificate = self.env["leifeng.certificate"].issue_service_record(
            self.employee_id.id, self.date_from, self.date_to, self.replaces_id.id
        )
        return {
            "type": "ir.actions.act_window",
            "res_model": "leifeng.certificate",
            "res_id": certificate.id,
            "views": [(False, "form")],
        }
