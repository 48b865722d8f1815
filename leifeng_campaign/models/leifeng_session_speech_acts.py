from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..tools import plain_text
from ..tools.essay_text import paragraphs
from ..tools.plan_file import read_file
from ..tools.plan_file_error import PlanFileError
from ..tools.text_mark import mark_of

OPEN = ("draft", "open")  # states of a conference that isn't over
MAX_TEXT = 10_000  # characters: fifty minutes
URL = "/my/leifeng/speeches"


class LeifengSessionSpeech(models.Model):
    """Writing an outline, handing it in, taking it back until the office passed it."""

    _inherit = "leifeng.session.speech"

    # ACTIONS

    def action_save(self, text):
        """Save for Later: keep ``text``, whatever it is worth."""
        self._check_writing()
        # sudo: leifeng.session.speech - nobody has write access, acts write it
        self.sudo().write({"text": self._kept(text)})

    def action_submit(self):
        self._check_writing()
        if not self.text:
            raise UserError(self.env._("Please write the outline first."))
        # sudo: leifeng.session.speech - nobody has write access; the own outline
        self.sudo()._set_state("submitted", submitted_on=fields.Datetime.now(), remark=False)

    def action_take_back(self):
        """Take Back: a draft again, as long as the office has not passed it."""
        self._check_mine()
        if self.state != "submitted":
            raise UserError(self.env._("There is nothing to take back any more."))
        # sudo: leifeng.session.speech - nobody has write access; the own outline
        self.sudo()._set_state("draft", submitted_on=False)

    def action_pass(self):
        self._check_office()
        # sudo: leifeng.session.speech - nobody has write access; by the office
        self.sudo()._set_state("approved", remark=False)
        self._tell_writer(
            lambda env, name: env._("Your outline for “%(name)s” is fine as it is.", name=name)
        )

    def action_return(self, remark):
        """Send the outline back; ``remark`` says what should be changed."""
        self._check_office()
        if not (remark := plain_text.cleaned(remark or "")):
            raise UserError(self.env._("Please say what should be changed."))
        # sudo: leifeng.session.speech - nobody has write access; by the office
        self.sudo()._set_state("returned", remark=remark)
        self._tell_writer(
            lambda env, name: env._(
                "The office returned your outline for “%(name)s” with a remark.", name=name
            )
        )

    def action_read_outline(self):
        """Open the dialog in which the office reads the outline."""
        self.ensure_one()
        self._check_office()
        return {
            **self.env["ir.actions.actions"]._for_xml_id(
                "leifeng_campaign.leifeng_session_speech_decide_action"
            ),
            "context": {"default_speech_id": self.id, "dialog_size": "medium"},
        }

    # BUSINESS

    @api.model
    def _mine(self):
        """Return the outlines that this user writes, or wrote, for conferences that aren't over."""
        me = self.env.user.employee_id.id
        coming = [("employee_id", "=", me), ("session_id.state", "in", OPEN)]
        # sudo: leifeng.session.speech - the conference may not be published yet; the own ones
        return self.sudo().search(coming).sudo(False) if me else self

    def _is_open(self):
        # sudo: leifeng.session - the conference may not be published yet
        return self.sudo().session_id.state in OPEN

    def _may_write(self):
        return self.state in ("draft", "returned") and self._is_open()

    def _kept(self, text):
        text = plain_text.cleaned(text) if isinstance(text, str) else ""
        if len(text) > MAX_TEXT:
            raise UserError(
                self.env._(
                    "%(field)s: %(count)s characters. Please use at most %(limit)s.",
                    field=self._fields["text"]._description_string(self.env),
                    count=len(text),
                    limit=MAX_TEXT,
                )
            )
        return text

    def _mark(self):
        return mark_of({"text": self.text})

    def _save_seen(self, text, seen):
        """Save ``text`` unless the outline was changed elsewhere meanwhile; return whether.

        ``seen``: the mark of the text that the writer's page shows.
        """
        self._check_writing()
        if seen != self._mark() and self.text and self._kept(text) != self.text:
            return False
        self.action_save(text)
        return True

    def _read_outline(self, content):
        """Return the text of a .docx or .txt file (bytes); nothing of the file is kept."""
        try:
            return "\n".join(paragraphs(read_file(content)))
        except PlanFileError as fault:
            raise UserError(
                self.env["leifeng.award.entry"]._essay_file_refusal(fault.reason)
            ) from None

    def _tell_writer(self, sentence):
        for speech in self:
            name = speech.session_id.name
            self.env["leifeng.message"].tell(
                speech.employee_id,
                lambda env, name=name: sentence(env, name),
                url=f"{URL}/{speech.id}",
            )

    # CHECKS

    def _check_mine(self):
        self.ensure_one()
        self.check_access("read")
        if self.employee_id != self.env.user.employee_id:
            raise AccessError(self.env._("Only whoever speaks writes the outline."))

    def _check_writing(self):
        self._check_mine()
        if not self._may_write():
            raise UserError(
                self.env._(
                    "This outline can't be changed now. Take it back first, if you still can."
                )
            )

    def _check_office(self):
        self.check_access("read")
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("Outlines are read by the campaign's office."))
