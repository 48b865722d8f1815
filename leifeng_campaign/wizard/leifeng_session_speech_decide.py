from odoo import fields, models


class LeifengSessionSpeechDecide(models.TransientModel):
    """The office reads an outline that was handed in, passes it or returns it with a remark."""

    _name = "leifeng.session.speech.decide"
    _description = "Read an Outline"

    speech_id = fields.Many2one("leifeng.session.speech", required=True, readonly=True)
    # as the user: a draft is its writer's alone, whatever a dialog is told to show
    employee_name = fields.Char(related="speech_id.employee_name", related_sudo=False)
    text = fields.Text(related="speech_id.text", related_sudo=False)
    state = fields.Selection(related="speech_id.state", related_sudo=False)
    character_count = fields.Integer(related="speech_id.character_count", related_sudo=False)
    minutes = fields.Integer(string="Minutes to Read Out", compute="_compute_minutes")
    remark = fields.Text()

    def _compute_minutes(self):
        for wizard in self:
            wizard.minutes = wizard.speech_id._minutes_needed()

    def action_pass(self):
        self.speech_id.action_pass()
        return {"type": "ir.actions.act_window_close"}

    def action_return(self):
        self.speech_id.action_return(self.remark)
        return {"type": "ir.actions.act_window_close"}
