from odoo import api, models
from odoo.tools import SQL

from ..tools.masking import masked_name, masked_number
from ..tools.workbook import Column

MASKS = {"name": masked_name, "leader": masked_name, "volunteer_number": masked_number}
NUMBERS = {"row", "hours", "work_hours", "minutes", "break", "services"}


class LeifengReportExport(models.TransientModel):
    """The rows of an upload file: each source of a column as SQL."""

    _inherit = "leifeng.report.export"

    def _layout_table(self):
        """Return (columns, rows) as the layout wants them."""
        layout = self.layout_id
        query = self._record_query()
        r = SQL.identifier(query.table)
        number = self._number_sql(query)
        if self.missing_rows == "leave_out" and layout._asks_for("volunteer_number"):
            query.add_where(SQL("%s IS NOT NULL", number))
        persons = layout.rows == "person"
        sources = self._person_sources if persons else self._record_sources
        if persons:
            query.groupby = SQL("%s.employee_id, %s", r, number)
            query.order = SQL("%s, %s.employee_id", self._last_sql(r, "department_name"), r)
        else:
            query.order = SQL("%s.date, %s.start, %s.id", r, r, r)
        cells = [
            self._cell_sql(column, sources(query, number, column)) for column in layout.column_ids
        ]
        return self._layout_columns(), self._stream(query.select(*cells))

    def _layout_columns(self):
        return [
            Column(
                column.heading,
                "text" if self._is_text(column) else "number",
                column.width,
                MASKS.get(column.source),
            )
            for column in self.layout_id.column_ids
        ]

    def _is_text(self, column):
        return self.layout_id.text_numbers or column.source not in NUMBERS

    def _cell_sql(self, column, sql):
        """SQL: a number as text without the zeros at its end: '2.1', '2'."""
        if not self._is_text(column) or column.source not in NUMBERS:
            return sql
        return SQL("trim_scale((%s)::numeric)::text", sql)

    def _common_sources(self, query, number, column):
        return {
            "row": SQL("row_number() OVER (ORDER BY %s)", query.order),
            "volunteer_number": number,
            "constant": SQL("%s", column.text or ""),
            "empty": SQL("''"),
        }

    def _record_sources(self, query, number, column):
        """Return the SQL of one column of a record's row."""
        r = SQL.identifier(query.table)
        own = lambda name: SQL("%s.%s", r, SQL.identifier(name))  # noqa: E731
        pattern = column.date_format
        records = "leifeng.service.record"
        sources = {
            **self._common_sources(query, number, column),
            "name": own("employee_name"),
            "staff_number": own("employee_number"),
            "department": own("department_name"),
            "date": SQL("to_char(%s, %s)", own("date"), pattern),
            "start": self._local_sql(own("start"), "HH24:MI"),
            "stop": self._local_sql(own("stop"), "HH24:MI"),
            "start_moment": self._local_sql(own("start"), f"{pattern} HH24:MI"),
            "stop_moment": self._local_sql(own("stop"), f"{pattern} HH24:MI"),
            "hours": self._hours_sql(own("minutes")),
            "work_hours": self._hours_sql(own("work_minutes")),
            "minutes": own("minutes"),
            "break": SQL("coalesce(%s, 0)", own("break_minutes")),
            "service": own("content"),
            "place": own("location"),
            "organizing_unit": own("organizing_unit"),
            "recording_unit": own("recording_unit"),
            "leader": own("leader_name"),
            "grade": self._label_sql(records, "source", own("source")),
            "category": self._category_sql(r),
            "campaign": SQL(
                "(SELECT name FROM leifeng_campaign c WHERE c.id = %s)", own("campaign_id")
            ),
        }
        return sources[column.source]

    def _person_sources(self, query, number, column):
        """Return the SQL of one column of a person's row: sums, and the words of the last day."""
        r = SQL.identifier(query.table)
        day = lambda sql: SQL("to_char(%s, %s)", sql, column.date_format)  # noqa: E731
        sources = {
            **self._common_sources(query, number, column),
            "name": self._last_sql(r, "employee_name"),
            "staff_number": self._last_sql(r, "employee_number"),
            "department": self._last_sql(r, "department_name"),
            "recording_unit": self._last_sql(r, "recording_unit"),
            "first_date": day(SQL("min(%s.date)", r)),
            "last_date": day(SQL("max(%s.date)", r)),
            "hours": self._hours_sql(SQL("sum(%s.minutes)", r)),
            "work_hours": self._hours_sql(SQL("sum(%s.work_minutes)", r)),
            "minutes": SQL("sum(%s.minutes)", r),
            "services": SQL("count(*)"),
        }
        return sources[column.source]

    @api.model
    def _number_sql(self, query):
        """SQL: the person's volunteer number or NULL.

        HR alone reads it on an employee; here it goes into a file that asks for it, by SQL and
        without a trace in any cache.
        """
        person = query.left_join(query.table, "employee_id", "hr_employee", "id", "person")
        return SQL("nullif(%s, '')", SQL.identifier(person, "leifeng_volunteer_number"))

    def _category_sql(self, r):
        label = self._label_sql("leifeng.session", "category", SQL("s.category"))
        return SQL("(SELECT %s FROM leifeng_session s WHERE s.id = %s.session_id)", label, r)
