from odoo import fields, models


class LeifengServiceCorrectionAnswer(models.TransientModel):
    """Answer a question whose record stays as it is."""

    _name = "leifeng.service.correction.answer"
    _description = "Answer a Question about a Service Record"

    question_id = fields.Many2one("leifeng.service.correction", required=True, readonly=True)
    question = fields.Text(
        related="question_id.text", related_sudo=False, string="What Is Not Right"
    )
    answer = fields.Text(required=True)

    def action_answer(self):
        """A record that was corrected meanwhile makes the question one that was heard."""
        corrected = self.question_id.record_id.state == "reversed"
        self.question_id.action_answer(self.answer, corrected=corrected)
        return {"type": "ir.actions.act_window_close"}
