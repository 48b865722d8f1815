from odoo import models
from odoo.exceptions import UserError

from ..tools.official_document import OfficialDocument
from .leifeng_award_objection import OPEN


class LeifengAwardNotice(models.Model):
    """公示情况说明: what came of a notice, when its period is over, without anybody's name."""

    _inherit = "leifeng.award.notice"

    def action_download_statement(self):
        return self._download("statement")

    def _statement(self):
        """Return the statement as the content of a docx file."""
        self._check_published()
        if self._is_running():
            raise UserError(
                self.env._(
                    "The period runs until the end of %(date)s.",
                    date=self._day_text(self.date_stop),
                )
            )
        document = OfficialDocument(self.env._("Statement on the Notice"))
        for text in self._statement_texts():
            document.paragraph(text)
        document.signature(self.company_id.name, self.company_id._leifeng_today())
        document.note(self._code_text())
        return document.bytes()

    def _statement_texts(self):
        """Return the paragraphs: every notice of this list in turn, then what they came to."""
        chain = self._chain()
        received = sum(len(notice._objections()) for notice in chain)
        texts = [text for notice in chain for text in notice._period_statements(len(chain) > 1)]
        return texts if received else [*texts, self.env._("No objection was received.")]

    def _chain(self):
        """Return this notice and those that it replaced, the first one first."""
        notice, found = self, self
        while notice := notice.replaces_id - found:
            found = notice | found
        return found

    def _period_statements(self, several):
        """Return what one notice came to; ``several``: whether it was renewed or renews."""
        texts = [self._renewed_text()] if several and self.replace_reason else []
        texts.append(
            self.env._(
                "“%(name)s” was on public notice: %(count)s lines.",
                name=self.name,
                count=len(self.line_ids),
            )
        )
        texts.append(self.env._("Period of the notice: %(period)s", period=self._document_period()))
        objections = self._objections()
        return [*texts, *self._counts_texts(objections)] if objections else texts

    def _objections(self):
        # sudo: leifeng.award.objection - how many there were and how they ended, without names
        return self.sudo().objection_ids

    def _counts_texts(self, objections):
        """Return how many were received and how they ended; that all were answered only if so."""
        states = objections.mapped("state")
        unanswered = sum(state in OPEN for state in states)
        counts = self.env._(
            "Objections received: %(count)s, of these signed: %(signed)s. Upheld: %(upheld)s, "
            "dismissed: %(dismissed)s, not answered yet: %(open)s.",
            count=len(objections),
            signed=len(objections.filtered("signed")),
            upheld=states.count("upheld"),
            dismissed=states.count("dismissed"),
            open=unanswered,
        )
        answered = self.env._("Everyone who signed has been answered.")
        return [counts] if unanswered else [counts, answered]
