from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools import essay_text, speech_time
from .leifeng_session_agenda import STAFF

SPEECH_STATES = [
    ("draft", "Draft"),
    ("submitted", "Submitted"),
    ("returned", "Returned"),
    ("approved", "Approved"),
]


class LeifengSessionSpeech(models.Model):
    """The outline of somebody who speaks at a conference.

    It is its writer's alone until it is handed in, and then the office's as well; colleagues read
    nothing of it. No chatter: core shows followers of any record to every internal user.
    """

    _name = "leifeng.session.speech"
    _description = "Outline of a Speech"
    _inherit = ["leifeng.state.mixin"]
    _order = "session_id, id"
    _rec_name = "employee_name"
    _state_fields = {
        "state": {
            "draft": ("submitted",),
            "submitted": ("draft", "returned", "approved"),
            "returned": ("submitted",),
            "approved": ("returned",),
        }
    }

    agenda_id = fields.Many2one(
        "leifeng.session.agenda", required=True, readonly=True, index=True, ondelete="cascade"
    )
    session_id = fields.Many2one(related="agenda_id.session_id", store=True, index=True)
    company_id = fields.Many2one(related="session_id.company_id", store=True)
    employee_id = fields.Many2one(
        "hr.employee", required=True, readonly=True, index=True, ondelete="cascade"
    )
    employee_name = fields.Char(string="Full Name", required=True, readonly=True)
    state = fields.Selection(SPEECH_STATES, default="draft", required=True, readonly=True)
    text = fields.Text(string="Outline", readonly=True)
    character_count = fields.Integer(string="Characters", compute="_compute_character_count")
    remark = fields.Text(readonly=True)
    submitted_on = fields.Datetime(readonly=True)

    _one_an_item = models.UniqueIndex("(agenda_id)", "This speaker has been asked already.")

    @api.depends("text")
    def _compute_character_count(self):
        for speech in self:
            speech.character_count = essay_text.count_characters(speech.text or "")

    def _minutes_needed(self):
        return speech_time.minutes(self.character_count)


class LeifengSessionAgenda(models.Model):
    """Who owes an outline, and what may still be changed once it is handed in."""

    _inherit = "leifeng.session.agenda"

    speech_ids = fields.One2many("leifeng.session.speech", "agenda_id", groups=STAFF)
    outline_state = fields.Selection(
        [("not_asked", "Not Asked Yet"), *SPEECH_STATES],
        string="Outline",
        compute="_compute_outline_state",
        groups=STAFF,
    )

    @api.depends("kind", "employee_id", "department_id", "speech_ids.state")
    def _compute_outline_state(self):
        """Where the outline stands; of a guest's the office takes care by itself."""
        # sudo: leifeng.session.speech - how far it is; the office reads no draft
        for item in self.sudo():
            asked = item.speech_ids.state or "not_asked"
            item.outline_state = item._is_asked_for() and asked

    def action_read_outline(self):
        """Open the outline of this item."""
        self.ensure_one()
        return self.speech_ids.action_read_outline()

    def _is_asked_for(self):
        return self.kind == "speech" and bool(self.employee_id or self.department_id)

    def _writer(self):
        """Return the employee who writes the outline: who speaks, or who answers for the
        department."""
        parts = self.session_id.campaign_id.department_ids
        part = parts.filtered(lambda each: each.department_id == self.department_id)[:1]
        return self.employee_id or part.coordinator_id or part.head_id

    def write(self, vals):
        """Override: an outline stays its writer's; whoever speaks instead writes anew."""
        if {"employee_id", "department_id", "kind", "session_id"} & vals.keys():
            self._release_speeches(vals)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_handed_in(self):
        self._check_not_handed_in()

    def _release_speeches(self, vals):
        """Drop the unfinished outlines of speakers who are replaced; nobody else read them."""
        changed = self.filtered(
            lambda item: any(
                item._fields[name].convert_to_write(item[name], item) != value
                for name, value in vals.items()
                if name in ("employee_id", "department_id", "kind", "session_id")
            )
        )
        changed._check_not_handed_in()
        # sudo: leifeng.session.speech - nobody has the right to delete; of a former speaker
        changed.sudo().speech_ids.unlink()

    def _check_not_handed_in(self):
        # sudo: leifeng.session.speech - whether it was handed in
        for speech in self.sudo().speech_ids:
            if speech.state in ("submitted", "approved"):
                raise UserError(
                    self.env._(
                        "%(name)s has handed in an outline. Please return it first.",
                        name=speech.employee_name,
                    )
                )
