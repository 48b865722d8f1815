from odoo import models

from ..models.leifeng_campaign_department_figures import HANDED_IN
from ..tools.masking import masked_name
from ..tools.notice_text import without_person
from ..tools.workbook import Column

ENTRY_ORDER = "award_id, department_order, id"


class LeifengWorkbook(models.TransientModel):
    """The sheets of essays, of nominations and of the register of honors."""

    _inherit = "leifeng.workbook"

    def _award_tables(self):
        yield self.env._("Table of Essays"), self._essay_columns(), self._essay_rows()
        yield self.env._("Table of Nominations"), self._nominee_columns(), self._nominee_rows()
        yield self.env._("Register of Honors"), self._honor_columns(), self._honor_rows()

    def _entries(self, kind):
        domain = [
            ("campaign_id", "=", self.campaign_id.id),
            ("kind", "=", kind),
            ("state", "in", HANDED_IN),
            ("employee_id", "!=", False),
        ]
        return self._each("leifeng.award.entry", domain, ENTRY_ORDER)

    def _essay_columns(self):
        return [
            Column(self.env._("No."), "number", 6),
            Column(self.env._("Award"), width=26),
            Column(self.env._("Title of the Work"), width=36),
            Column(self.env._("Author"), mask=masked_name),
            Column(self.env._("Department"), width=20),
            Column(self.env._("Characters"), "number"),
            Column(self.env._("State")),
            Column(self.env._("Tier")),
        ]

    def _essay_rows(self):
        for number, entry in enumerate(self._entries("essay"), 1):
            yield [
                number,
                entry.award_id.name,
                entry.title,
                entry.employee_name,
                entry.department_name,
                entry.character_count,
                self._label(entry, "state"),
                entry.tier_name,
            ]

    def _nominee_columns(self):
        return [
            Column(self.env._("No."), "number", 6),
            Column(self.env._("Award"), width=26),
            Column(self.env._("Full Name"), mask=masked_name),
            Column(self.env._("Department"), width=20),
            Column(self.env._("Post Held"), width=18),
            Column(self.env._("How Nominated"), width=16),
            Column(self.env._("Deeds, Short"), width=60),
            Column(self.env._("State")),
            Column(self.env._("Tier")),
        ]

    def _nominee_rows(self):
        masked = self._is_masked()
        for number, entry in enumerate(self._entries("person"), 1):
            deeds = entry.deeds_short or ""
            yield [
                number,
                entry.award_id.name,
                entry.employee_name,
                entry.department_name,
                entry.post,
                self._label(entry, "origin"),
                without_person(deeds, entry.employee_name) if masked else deeds,
                self._label(entry, "state"),
                entry.tier_name,
            ]

    def _honor_columns(self):
        return [
            Column(self.env._("Number"), width=22),
            Column(self.env._("Award"), width=26),
            Column(self.env._("Tier")),
            Column(self.env._("Full Name"), mask=masked_name),
            Column(self.env._("Department"), width=22),
            Column(self.env._("Issued On"), "date"),
            Column(self.env._("Decision Number"), width=24),
            Column(self.env._("State")),
        ]

    def _honor_rows(self):
        domain = [("kind", "=", "honor"), ("award_id.campaign_id", "=", self.campaign_id.id)]
        for honor in self._each("leifeng.certificate", domain, "id"):
            person = honor.holder_name if honor.employee_id else ""
            yield [
                honor.number,
                honor.award_name,
                honor.tier_name,
                person,
                honor.holder_department or honor.holder_name,
                self._day(honor.issued_on),
                honor.document_number,
                self._label(honor, "state"),
            ]
