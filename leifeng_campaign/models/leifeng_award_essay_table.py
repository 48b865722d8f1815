import io

from odoo import models

from ..tools.masking import masked_phone
from ..tools.workbook import Book, Column

LISTED = ("candidate", "granted", "not_granted")


class LeifengAward(models.Model):
    """The table of essays put forward (征文汇总表), in the order of the departments."""

    _inherit = "leifeng.award"

    def _essay_table(self, department_id=False, masked=True):
        """Return the rows as dicts of texts, of one department or of all of them."""
        self._check_nominees(department_id)
        essays = self._listed_essays(department_id)
        return [essay._essay_row(number, masked) for number, essay in enumerate(essays, 1)]

    def _listed_essays(self, department_id):
        domain = [("award_id", "=", self.id), ("state", "in", LISTED)]
        if department_id:
            domain.append(("department_id", "=", department_id))
        # sudo: leifeng.award.entry - whose table it is has been checked
        essays = self.env["leifeng.award.entry"].sudo().search(domain)
        # sudo: leifeng.campaign.department - the order of the departments
        parts = self.campaign_id.sudo().department_ids
        ranks = {part.department_id.id: rank for rank, part in enumerate(parts)}
        return essays.sorted(
            lambda each: (
                ranks.get(each.department_id.id, len(ranks)),
                each.department_id.id,
                each.department_order,
                each.id,
            )
        )

    def _essay_table_columns(self):
        """Return [(heading, width in characters)]."""
        return [
            (self.env._("No."), 6),
            (self.env._("Essay Title"), 40),
            (self.env._("Author"), 12),
            (self.env._("Department"), 22),
            (self.env._("Characters"), 8),
            (self.env._("Phone"), 18),
        ]

    def _essay_workbook(self, department_id=False, masked=True):
        """Return the table as the bytes of an xlsx file; every cell is text (practice point 29)."""
        columns = [Column(heading, width=width) for heading, width in self._essay_table_columns()]
        file, name = io.BytesIO(), self.env._("Table of Essays")
        with Book(file) as book:
            table = book.table(name, columns, f"{name} · {self.name}")
            rows = self._essay_table(department_id, masked)
            table.add_rows([tuple(row.values()) for row in rows])
        return file.getvalue()

    def _essay_table_file(self, ending):
        words = self.env._("Table of Essays")
        return f"{words} {self.name}.{ending}"


class LeifengAwardEntry(models.Model):
    _inherit = "leifeng.award.entry"

    def _essay_row(self, number, masked=True):
        """Return the cells of an essay, texts in the order of the columns."""
        # sudo: hr.employee - the phone at work, for the department and the office
        phone = self.sudo().employee_id.work_phone or ""
        return {
            "number": str(number),
            "title": self.title or "",
            "author": self.employee_name or "",
            "department": self.department_name or "",
            "count": str(self.character_count),
            "phone": masked_phone(phone) if masked else phone,
        }
