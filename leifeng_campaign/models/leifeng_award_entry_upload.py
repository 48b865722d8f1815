from odoo import models
from odoo.exceptions import UserError

from ..tools.essay_file import read_essay
from ..tools.plan_file_error import PlanFileError
from .leifeng_award_entry_essay import MAX_TITLE


class LeifengAwardEntry(models.Model):
    """A .docx or .txt that fills title and text; nothing of the file is kept."""

    _inherit = "leifeng.award.entry"

    def _check_may_fill(self, replace):
        """Text that stands there is replaced only by who says so."""
        self._check_essay_writing()
        if self.body and not replace:
            raise UserError(
                self.env._("There is text already. Please tick that the file replaces it.")
            )

    def _read_essay(self, content):
        """Return {"title", "body", "dropped"} of a file (bytes); "dropped": lines that said who
        wrote it, left out of the text."""
        try:
            essay = read_essay(content)
        except PlanFileError as fault:
            raise UserError(self._essay_file_refusal(fault.reason)) from None
        return {
            "title": essay.title[:MAX_TITLE],
            "body": essay.body,
            "dropped": list(essay.dropped),
        }

    def _essay_file_refusal(self, reason):
        sentences = {
            "empty": self.env._("There is no text in this file."),
            "too_long": self.env._(
                "The text has more than 200,000 characters. Please choose the essay alone."
            ),
            "pdf": self.env._(
                "A PDF can't be read reliably. Please upload the Word document or paste its text."
            ),
            "encoding": self.env._(
                "The text's encoding is unknown. Please save it as UTF-8 or paste the text."
            ),
        }
        # the other sentences are those of a plan's file
        return sentences.get(reason) or self.env["leifeng.plan.import"]._file_refusal(reason)
