from odoo import api, fields, models


def from_record(field, **kwargs):
    """Return a field that begins with what the record says, read with the user's own rights."""
    compute = {"compute": "_compute_times", "compute_sudo": False, "store": True}
    return field(readonly=False, **compute, **kwargs)


class LeifengServiceRecordCorrect(models.TransientModel):
    """Reverse a record and write it again, or leave nothing of it."""

    _name = "leifeng.service.record.correct"
    _description = "Correct This Record"

    record_id = fields.Many2one("leifeng.service.record", required=True, readonly=True)
    question_id = fields.Many2one("leifeng.service.correction", readonly=True)
    question = fields.Text(
        related="question_id.text", related_sudo=False, string="What Is Not Right"
    )
    outcome = fields.Selection(
        [("again", "Other Times"), ("nothing", "Nothing Remains")], required=True, default="again"
    )
    start = from_record(fields.Datetime, string="From")
    stop = from_record(fields.Datetime, string="To")
    break_minutes = from_record(fields.Integer, string="Break")
    reason = fields.Char(string="Reason for the Correction", required=True)

    @api.depends("record_id")
    def _compute_times(self):
        for wizard in self:
            record = wizard.record_id
            wizard.start, wizard.stop = record.start, record.stop
            wizard.break_minutes = record.break_minutes

    def action_correct(self):
        again = self.record_id.action_correct(self.reason, **self._new_times())
        if self.question_id:
            self.question_id.action_answer(self.reason, corrected=True)
        return {
            "type": "ir.actions.act_window",
            "res_model": "leifeng.service.record",
            "res_id": (again or self.record_id).id,
            "views": [(False, "form")],
        }

    def _new_times(self):
        if self.outcome == "nothing":
            return {}
        return {"start": self.start, "stop": self.stop, "break_minutes": self.break_minutes}
