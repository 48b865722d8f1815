from odoo import api, fields, models


class LeifengSessionInvite(models.TransientModel):
    """Invite a whole department at once; everyone in it still decides."""

    _name = "leifeng.session.invite"
    _description = "Invite a Department"

    session_id = fields.Many2one(
        "leifeng.session",
        required=True,
        readonly=True,
        default=lambda self: self.env.context.get("leifeng_session_id"),
    )
    department_id = fields.Many2one(
        "hr.department", required=True, default=lambda self: self._own_departments()[:1]
    )
    own_department_ids = fields.Many2many("hr.department", compute="_compute_own_department_ids")
    count = fields.Integer(string="Would Be Invited", compute="_compute_count")

    @api.depends("session_id")
    def _compute_own_department_ids(self):
        for wizard in self:
            wizard.own_department_ids = wizard.session_id._departments_to_invite()

    @api.depends("session_id", "department_id")
    def _compute_count(self):
        for wizard in self:
            asked = wizard.session_id._invitable_ids(department_id=wizard.department_id.id)
            wizard.count = len(asked)

    def _own_departments(self):
        return self.env.user._leifeng_departments()

    def action_apply(self):
        offers = self.session_id.action_invite_department(self.department_id.id)
        return self.env["leifeng.session.candidate"]._invited(len(offers))
