from odoo import api, fields, models
from odoo.tools import format_list


class LeifengSessionChange(models.TransientModel):
    """Cancel a session with a reason, or move it; says first whom it would tear between two."""

    _name = "leifeng.session.change"
    _description = "Cancel or Move"

    session_id = fields.Many2one("leifeng.session", required=True, readonly=True)
    live_count = fields.Integer(related="session_id.live_count")
    what = fields.Selection(
        [("move", "Move"), ("cancel", "Cancel the Session")],
        string="Cancel or Move",
        required=True,
        default="move",
    )
    reason = fields.Char()
    start = fields.Datetime(
        string="New Start", compute="_compute_times", store=True, readonly=False
    )
    stop = fields.Datetime(string="New End", compute="_compute_times", store=True, readonly=False)
    collisions = fields.Text(compute="_compute_collisions")

    @api.depends("session_id")
    def _compute_times(self):
        for wizard in self:
            wizard.start = wizard.session_id.start
            wizard.stop = wizard.session_id.stop

    @api.depends("what", "start", "stop", "session_id")
    def _compute_collisions(self):
        for wizard in self:
            people = wizard._colliding()
            wizard.collisions = bool(people) and self.env._(
                "In line elsewhere at that time: %(people)s. Please speak with them first.",
                people=format_list(self.env, people.mapped("employee_name")),
            )

    def _colliding(self):
        if self.what != "move" or not (self.start and self.stop):
            return self.env["leifeng.session.signup"]
        return self.session_id._would_collide(self.start, self.stop)

    @api.onchange("start")
    def _onchange_start(self):
        """Keep the length when only the start is changed."""
        length = self.session_id.stop - self.session_id.start if self.session_id else None
        if self.start and length:
            self.stop = self.start + length

    def action_apply(self):
        if self.what == "cancel":
            self.session_id.action_cancel(self.reason)
        else:
            self.session_id.action_move(self.start, self.stop)
        return {"type": "ir.actions.act_window_close"}
