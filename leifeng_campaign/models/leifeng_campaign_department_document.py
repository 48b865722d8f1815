from odoo import models

from ..tools.summary_text import write_text
from .leifeng_campaign_department_summary import SUMMARY_PARTS


class LeifengCampaignDepartment(models.Model):
    """A department's summary as a document, in the parts that its form has."""

    _name = "leifeng.campaign.department"
    _inherit = ["leifeng.campaign.department", "leifeng.official.paper"]

    # ACTIONS

    def action_summary_word(self):
        return self._fetch_summary("docx")

    def action_summary_pdf(self):
        return self._fetch_summary("pdf")

    # BUSINESS

    def _fetch_summary(self, kind):
        self.ensure_one()
        url = f"/leifeng/department/{self.id}/summary/{kind}"
        return {"type": "ir.actions.act_url", "url": url, "target": "download"}

    def _has_summary(self):
        return any((self[name] or "").strip() for name in SUMMARY_PARTS)

    def _summary_title(self):
        return self.env._(
            "Summary of the Department %(department)s on the %(campaign)s",
            department=self.name,
            campaign=self.campaign_id.name,
        )

    def _summary_name(self, kind):
        return f"{self._summary_title()}.{kind}"

    def _summary_download(self, kind):
        """Return (name, content); whoever may read the department's part may have the file."""
        self.check_access("read")
        return self._summary_name(kind), self._summary_file(kind)

    def _summary_file(self, kind):
        return self._official_file(self._summaries_draft(), kind)

    def _summaries_draft(self):
        """Return one draft with the summaries of these departments, each on a page of its own."""
        draft = None
        for part in self:
            if draft is None:
                draft = part._new_summary()
            else:
                draft.enclosure(part._summary_title())
            part._write_summary(draft)
        return draft

    def _new_summary(self):
        """A department has no red head."""
        return self._new_draft(self.company_id, self._summary_title(), red=False)

    def _write_summary(self, draft):
        for name in SUMMARY_PARTS:
            if text := self[name]:
                draft.heading(self._fields[name]._description_string(self.env))
                write_text(draft, text)
        draft.signature(self.name, self.summary_submitted_on)
