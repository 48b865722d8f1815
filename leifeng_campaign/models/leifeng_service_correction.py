from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

MAX_TEXT = 1000  # characters of a question


class LeifengServiceCorrection(models.Model):
    """A volunteer's word that a record isn't right, and the answer (民政部令67 art. 12–13)."""

    _name = "leifeng.service.correction"
    _description = "Question about a Service Record"
    _inherit = ["leifeng.state.mixin"]
    _order = "id desc"
    _rec_name = "text"
    _state_fields = {
        "state": {"asked": ("kept", "corrected"), "kept": (), "corrected": ()},
    }

    record_id = fields.Many2one(
        "leifeng.service.record", required=True, readonly=True, index=True, ondelete="restrict"
    )
    record_state = fields.Selection(related="record_id.state", string="State of the Record")
    record_date = fields.Date(related="record_id.date", string="Day of the Record")
    record_start = fields.Datetime(related="record_id.start", string="From")
    record_stop = fields.Datetime(related="record_id.stop", string="To")
    record_hours = fields.Float(related="record_id.hours", string="Hours")
    employee_id = fields.Many2one(
        "hr.employee", required=True, readonly=True, index=True, ondelete="restrict"
    )
    employee_name = fields.Char(related="record_id.employee_name", string="Full Name")
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    text = fields.Text(string="What Is Not Right", required=True, readonly=True)
    state = fields.Selection(
        [
            ("asked", "Under Check"),
            ("kept", "Kept as Recorded"),
            ("corrected", "Record Corrected"),
        ],
        default="asked",
        required=True,
        readonly=True,
    )
    answer = fields.Text(readonly=True)
    answered_by = fields.Char(readonly=True)
    answered_on = fields.Datetime(readonly=True)

    _one_open = models.UniqueIndex(
        "(record_id) WHERE state = 'asked'", "Your question about this record is being checked."
    )

    @api.model
    @api.private
    def ask(self, record, text):
        """Ask about the own ``record``; returns the question."""
        record.check_access("read")
        if record.employee_id != self.env.user.employee_id:
            raise AccessError(self.env._("You can ask about your own records only."))
        text = (text or "").strip()
        if not text:
            raise UserError(self.env._("Please say what is not right."))
        if len(text) > MAX_TEXT:
            raise UserError(self.env._("Please use at most %(count)s characters.", count=MAX_TEXT))
        # sudo: leifeng.service.correction - portal users have read access alone
        questions = self.sudo()
        if questions.search_count([("record_id", "=", record.id), ("state", "=", "asked")]):
            raise UserError(self.env._("Your question about this record is being checked."))
        return questions.create(
            {
                "record_id": record.id,
                "employee_id": record.employee_id.id,
                "company_id": record.company_id.id,
                "text": text,
            }
        )

    def action_answer(self, answer, corrected=False):
        """Answer the question; ``corrected`` says that the record was corrected because of it."""
        self.ensure_one()
        self.check_access("read")
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("Only the campaign's office can correct a record."))
        if self.employee_id == self.env.user.employee_id:
            raise UserError(self.env._("Nobody answers the own question."))
        if not (answer or "").strip():
            raise UserError(self.env._("Please write an answer."))
        # sudo: leifeng.service.correction - nobody has write access, this act writes the answer
        self.sudo()._set_state(
            "corrected" if corrected else "kept",
            answer=answer.strip(),
            answered_by=self.env.user.name,
            answered_on=fields.Datetime.now(),
        )
        self.env["leifeng.message"].tell(
            self.employee_id,
            lambda env: env._("Your question about a service record has been answered."),
            url="/my/leifeng/records",
        )
