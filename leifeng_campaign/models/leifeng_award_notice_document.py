from odoo import models
from odoo.exceptions import UserError

from ..tools import qr
from ..tools.official_document import long_date


class LeifengAwardNotice(models.Model):
    """公示 as an editable document: the words of the page, masked where the page is."""

    _name = "leifeng.award.notice"
    _inherit = ["leifeng.award.notice", "leifeng.official.paper"]

    def action_download_notice(self):
        return self._download("document")

    def action_download_notice_pdf(self):
        return self._download("document.pdf")

    def _download(self, what):
        self.ensure_one()
        url = f"/leifeng/notice/{self.id}/{what}"
        return {"type": "ir.actions.act_url", "url": url, "target": "download"}

    def _document(self, kind="docx"):
        """Return the notice as the content of a file; ``kind``: docx or pdf."""
        return self._official_file(self._draft(), kind)

    def _draft(self):
        self._check_published()
        document = self._new_draft(self.company_id, self.name)
        if self.replace_reason:
            document.paragraph(self._renewed_text())
        document.paragraph(self.basis)
        document.table(self._list_head(), [tuple(row.values()) for row in self._list_rows()])
        document.paragraph(
            self.env._("Period of the notice: %(period)s", period=self._document_period())
        )
        document.paragraph(self._how_text())
        document.paragraph("\n".join(self._office_lines()))
        document.signature(self.company_id.name, self.date_start)
        document.note(self._code_text())
        return document

    def _check_published(self):
        if not self.date_start:
            raise UserError(self.env._("This notice has not been published yet."))

    def _list_head(self):
        return [
            self.env._("No."),
            self.env._("Award"),
            self.env._("Tier"),
            self.env._("Person or Department"),
            self.env._("Department"),
            self.env._("Short Reason"),
        ]

    def _document_period(self):
        """Return the period with the dates of documents: '2026年4月30日至2026年5月9日'."""
        return self.env._(
            "%(first)s to %(last)s (%(count)s workdays)",
            first=long_date(self.date_start),
            last=long_date(self.date_stop),
            count=self.workdays,
        )

    def _renewed_text(self):
        return self.env._("This notice is renewed, because: %(reason)s", reason=self.replace_reason)

    def _board_code(self):
        """Return the code that leads to the page, for the poster."""
        return qr.data_uri(self._portal_url())
