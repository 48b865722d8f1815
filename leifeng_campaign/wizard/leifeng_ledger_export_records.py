from odoo import models
from odoo.tools import SQL

from ..tools.masking import masked_name
from ..tools.workbook import Column

DAY_ZERO = SQL("DATE '1899-12-30'")  # what spreadsheets count days from
CLOCK = "HH24:MI"


class LeifengLedgerExport(models.TransientModel):
    """One row a record: everything that 民政部令67 art. 7 asks for, corrections included."""

    _inherit = "leifeng.ledger.export"

    def _records_table(self, department_ids):
        """Return (columns, rows); each row ends with its department's id."""
        query = self._record_query()
        r = SQL.identifier(query.table)
        rank = self._join_ranks(query, department_ids)
        query.order = SQL("%s, %s.date, %s.start, %s.id", rank, r, r, r)
        columns, cells = self._record_columns(), self._record_cells(r)
        return columns, self._stream(query.select(*cells, SQL("%s.department_id", r)))

    def _record_columns(self):
        return [
            Column(self.env._("Date"), "date"),
            Column(self.env._("Full Name"), mask=masked_name),
            Column(self.env._("Staff Number")),
            Column(self.env._("Department on That Day"), width=20),
            Column(self.env._("Service"), width=30),
            Column(self.env._("Place"), width=24),
            Column(self.env._("From"), width=8),
            Column(self.env._("To"), width=8),
            Column(self.env._("Break"), "number", 8),
            Column(self.env._("Service Hours"), "number", 8),
            Column(self.env._("Of These Within Working Hours"), "number", 14),
            Column(self.env._("Hours Recorded by Partners"), "number", 10),
            Column(self.env._("Training Hours"), "number", 8),
            Column(self.env._("Source")),
            Column(self.env._("Correction Mark")),
            Column(self.env._("Reason for the Correction"), width=20),
            Column(self.env._("Organizing Unit"), width=24),
            Column(self.env._("Recording Unit"), width=24),
            Column(self.env._("Person in Charge"), mask=masked_name),
            Column(self.env._("Recorded By"), mask=masked_name),
        ]

    def _record_cells(self, r):
        """Return the SQL of the cells, in the order of the columns."""
        own = {
            name: SQL("%s.%s", r, SQL.identifier(name))
            for name in self.env["leifeng.service.record"]._fields
        }
        return [
            SQL("%s - %s", own["date"], DAY_ZERO),
            own["employee_name"],
            own["employee_number"],
            own["department_name"],
            own["content"],
            own["location"],
            self._local_sql(own["start"], CLOCK),
            self._local_sql(own["stop"], CLOCK),
            SQL("nullif(%s, 0)", own["break_minutes"]),
            self._hours_if(self._own_sql(r), own["minutes"]),
            self._hours_if(self._own_sql(r), SQL("nullif(%s, 0)", own["work_minutes"])),
            self._hours_if(self._partner_sql(r), own["minutes"]),
            self._hours_if(self._training_sql(r), own["minutes"]),
            self._label_sql("leifeng.service.record", "source", own["source"]),
            self._correction_sql(r),
            own["reason"],
            own["organizing_unit"],
            own["recording_unit"],
            own["leader_name"],
            own["recorded_by"],
        ]

    def _hours_if(self, condition, minutes):
        """SQL: hours in the column of their own kind, else nothing."""
        return SQL("CASE WHEN %s THEN %s END", condition, self._hours_sql(minutes))
