from itertools import groupby
from operator import itemgetter

from odoo import fields, models

from ..tools import workbook


class LeifengLedgerExport(models.TransientModel):
    """The ledger (台账) as one workbook: a sheet of sums, and one sheet a department."""

    _name = "leifeng.ledger.export"
    _description = "Export Ledgers"
    _inherit = ["leifeng.export.mixin"]

    rows = fields.Selection(
        [("services", "Service"), ("records", "Person and Service")],
        string="One Row For Each",
        required=True,
        default="services",
    )

    # ACTIONS

    def action_export(self):
        """Check the choice and have the browser fetch the file."""
        self._check_may_export()
        self._check_choice()
        self._disclose("ledger", rows=self.rows)
        return {
            "type": "ir.actions.act_url",
            "url": f"/leifeng/ledger/{self.id}",
            "target": "download",
        }

    # BUSINESS

    def _file_name(self):
        name = self.env._("Volunteer Service Ledger")
        return f"{name} {self._scope_text()}.xlsx"

    def _write(self, file):
        """Write the workbook into ``file``; memory doesn't grow with the rows."""
        self._check_may_export()
        with workbook.Book(file) as book:
            names = self._write_sums(book)
            columns, rows = getattr(self, f"_{self.rows}_table")(list(names))
            if self._is_masked():
                rows = workbook.masked(rows, columns)
            # Odoo's own groupby would hold all rows
            by_department = groupby(rows, key=itemgetter(-1))  # pylint: disable=bad-builtin-groupby
            for department, part in by_department:
                table = book.table(names[department], columns, self._title(names[department]), 2)
                table.add_rows(part)

    def _title(self, department):
        ledger = self.env._("Volunteer Service Ledger")
        return f"{ledger} · {department} · {self._scope_text()}"
