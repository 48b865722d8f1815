from odoo import api, fields, models


class LeifengServiceEntryAdd(models.TransientModel):
    """Enter hours that no sheet says: for officers, leaders of the session, coordinators."""

    _name = "leifeng.service.entry.add"
    _description = "Add a Late Entry"

    session_id = fields.Many2one(
        "leifeng.session",
        domain=[("state", "=", "done"), ("kind", "in", ("service", "training"))],
        help="Empty: say the activity and the service below.",
    )
    employee_id = fields.Many2one("hr.employee", string="Colleague", required=True)
    activity_id = fields.Many2one(
        "leifeng.campaign.activity",
        domain=[("kind", "in", ("service", "training")), ("campaign_id.state", "!=", "closed")],
    )
    post_id = fields.Many2one("leifeng.service.post")
    content = fields.Char(string="Service", help="Empty: activity and post.")
    start = fields.Datetime(
        string="From", required=True, compute="_compute_times", store=True, readonly=False
    )
    stop = fields.Datetime(
        string="To", required=True, compute="_compute_times", store=True, readonly=False
    )
    break_minutes = fields.Integer(string="Break")
    reason = fields.Text(string="Reason for the Late Entry", required=True)

    @api.depends("session_id")
    def _compute_times(self):
        for wizard in self:
            wizard.start = wizard.session_id.start or wizard.start
            wizard.stop = wizard.session_id.stop or wizard.stop

    def action_add(self):
        entry = self.env["leifeng.service.entry"].ask(
            self.employee_id.id,
            (self.start, self.stop, self.break_minutes),
            self.reason,
            session=self.session_id,
            activity=self.activity_id,
            post=self.post_id,
            content=self.content,
        )
        return {
            "type": "ir.actions.act_window",
            "res_model": "leifeng.service.entry",
            "res_id": entry.id,
            "views": [(False, "form")],
        }
