from odoo import api, fields, models
from odoo.tools import format_list


class LeifengSessionCapacity(models.TransientModel):
    """Change the number of places; says first who would move to the waiting list."""

    _name = "leifeng.session.capacity"
    _description = "Change Places"

    session_id = fields.Many2one("leifeng.session", required=True, readonly=True)
    live_count = fields.Integer(related="session_id.live_count")
    capacity = fields.Integer(
        string="New Number of Places", compute="_compute_capacity", store=True, readonly=False
    )
    would_wait = fields.Text(compute="_compute_would_wait")

    @api.depends("session_id")
    def _compute_capacity(self):
        for wizard in self:
            wizard.capacity = wizard.session_id.capacity

    @api.depends("capacity", "session_id")
    def _compute_would_wait(self):
        for wizard in self:
            people = wizard.session_id._would_wait(wizard.capacity)
            wizard.would_wait = bool(people) and self.env._(
                "On the waiting list from then on: %(people)s. They will be told, and move up when "
                "someone withdraws.",
                people=format_list(self.env, people.mapped("employee_name")),
            )

    def action_apply(self):
        self.session_id.action_change_places(self.capacity)
        return {"type": "ir.actions.act_window_close"}
