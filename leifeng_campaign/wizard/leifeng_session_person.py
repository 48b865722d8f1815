from odoo import fields, models


class LeifengSessionPerson(models.TransientModel):
    """Name a colleague: who came without a sign-up, or who can't sign up alone."""

    _name = "leifeng.session.person"
    _description = "Colleague for a Session"

    session_id = fields.Many2one("leifeng.session", required=True, readonly=True)
    employee_id = fields.Many2one("hr.employee", string="Colleague", required=True)

    def action_add_walk_in(self):
        self.session_id.action_add_walk_in(self.employee_id.id)
        return {"type": "ir.actions.act_window_close"}

    def action_sign_up(self):
        self.session_id.action_sign_up_for(self.employee_id.id)
        return {"type": "ir.actions.act_window_close"}
