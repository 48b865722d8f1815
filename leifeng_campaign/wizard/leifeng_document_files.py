from odoo import models
from odoo.exceptions import UserError

from ..tools.zip_folder import zip_bytes


class LeifengDocument(models.TransientModel):
    """The files behind the dialog; rights are those of the records that a paper is about."""

    _inherit = "leifeng.document"

    def _problem(self):
        """Return a sentence that says why there is no such paper, '' if there is."""
        missing = {
            "decision": (self.decision_id, self.env._("Please choose a decision.")),
            "public_notice": (self.notice_id, self.env._("Please choose a notice.")),
            "departments": (
                self._parts(),
                self.env._("No department has written a summary so far."),
            ),
        }
        chosen, sentence = missing.get(self.kind, (self.campaign_id, self._no_campaign()))
        return "" if chosen else sentence

    def _no_campaign(self):
        return self.env._("Please choose a campaign.")

    def _parts(self):
        """Return the departments whose summaries are wanted, those that wrote something."""
        parts = self.part_ids or self.campaign_id.department_ids
        return parts._origin.filtered(lambda part: part._has_summary())

    def _draft(self):
        """Return the document as a draft."""
        campaign = self.campaign_id._origin
        drafts = {
            "plan": lambda: campaign._plan_draft(self._words()),
            "notice": lambda: campaign._notice_draft(self._words()),
            "decision": self.decision_id._origin._draft,
            "public_notice": self.notice_id._origin._draft,
            "departments": self._parts()._summaries_draft,
            "summary": lambda: campaign._summary_draft(self._words()),
            "contacts": campaign._contacts_draft,
        }
        return drafts[self.kind]()

    def _words(self):
        return {
            "addressee": self.addressee,
            "issuer": self.issuer or "",
            "number": self.document_number,
            "date": self.date,
            "departments": self.with_departments,
        }

    def _file(self, kind):
        """Return (name, content) of the file; ``kind``: docx, pdf or xlsx.

        :raise UserError: there is no such paper
        """
        self.check_access("read")
        self.campaign_id.check_access("read")
        if problem := self._problem():
            raise UserError(problem)
        if kind == "xlsx":
            return self._sheet()
        if self.kind == "departments" and kind == "docx":
            return self._zip()
        draft = self._draft()
        content = self.campaign_id._official_file(draft, kind)
        return f"{' '.join(draft.title.split())}.{kind}", content

    def _zip(self):
        """Return one file for each department, as departments and archives keep them."""
        files = [(part._summary_name("docx"), part._summary_file("docx")) for part in self._parts()]
        name = self.env._("Department Summaries")
        return f"{name} {self.campaign_id.name}.zip", zip_bytes(files)

    def _sheet(self):
        if self.kind != "contacts":
            raise UserError(self.env._("This paper isn't a table."))
        name = f"{self.campaign_id._contacts_title()}.xlsx"
        return name, self.campaign_id._contacts_sheet()
