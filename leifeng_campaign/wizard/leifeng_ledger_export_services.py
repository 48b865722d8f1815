from odoo import models
from odoo.tools import SQL

from ..tools import hours, wording
from ..tools.masking import masked_name, masked_phone
from ..tools.workbook import Column

MOMENT = "YYYY-MM-DD HH24:MI"
# What is one line of the ledger: a department's share in one service.
GROUP = (
    *("department_id", "session_id", "date", "content", "location"),
    *("organizing_unit", "recording_unit"),
)


class LeifengLedgerExport(models.TransientModel):
    """One row a service: the columns of an activity ledger (practice.md section 4)."""

    _inherit = "leifeng.ledger.export"

    def _services_table(self, department_ids):
        """Return (columns, rows); each row ends with its department's id."""
        query = self._record_query()
        r = SQL.identifier(query.table)
        query.add_where(self._standing_sql(r))
        query.add_where(SQL("NOT (%s)", self._training_sql(r)))
        session = query.left_join(query.table, "session_id", "leifeng_session", "id", "session")
        post = query.left_join(session, "post_id", "leifeng_service_post", "id", "post")
        s, p = SQL.identifier(session), SQL.identifier(post)
        rank = self._join_ranks(query, department_ids)
        own = SQL(", ").join(SQL("%s.%s", r, SQL.identifier(name)) for name in GROUP)
        query.groupby = SQL("%s, %s.id, %s.id, %s", own, s, p, rank)
        query.order = SQL("%s, %s.date, min(%s.start), %s.content, %s.id", rank, r, r, r, s)
        rows = self._stream(query.select(*self._service_cells(r, s, p), SQL("%s.department_id", r)))
        return self._service_columns(), self._service_rows(rows)

    def _service_columns(self):
        return [
            Column(self.env._("No."), "number", 6),
            Column(self.env._("Service"), width=26),
            Column(self.env._("Service Category")),
            Column(self.env._("Service Area"), width=20),
            Column(self.env._("Place"), width=20),
            Column(self.env._("Organizing Unit"), width=20),
            Column(self.env._("Recording Unit"), width=20),
            Column(self.env._("Contact Person"), mask=masked_name),
            Column(self.env._("Contact Phone"), width=14, mask=masked_phone),
            Column(self.env._("Hours"), "number", 8),
            Column(self.env._("From"), width=16),
            Column(self.env._("To"), width=16),
            Column(self.env._("Details of the Service"), width=24),
            Column(self.env._("People Taking Part"), "number", 8),
            Column(self.env._("Who Took Part"), width=40),
            Column(self.env._("Category of the Served"), width=16),
            Column(self.env._("People Served"), "number", 8),
            Column(self.env._("Recorded By"), mask=masked_name),
        ]

    def _service_cells(self, r, s, p):
        sorted_by = SQL("ORDER BY %s.start, %s.id", r, r)
        return [
            SQL("%s.content", r),
            self._label_sql("leifeng.session", "category", SQL("%s.category", s)),
            SQL("%s.name", p),
            SQL("%s.location", r),
            SQL("%s.organizing_unit", r),
            SQL("%s.recording_unit", r),
            SQL("%s.contact", s),
            SQL("%s.contact_phone", s),
            self._hours_sql(SQL("sum(%s.minutes)", r)),
            self._moment_sql(SQL("min(%s.start)", r), r),
            self._moment_sql(SQL("max(%s.stop)", r), r),
            SQL("%s.materials_handed_out", s),
            SQL("%s.extra_quantity::float8", s),
            SQL("%s.extra_unit", s),
            SQL("%s.goods_given", s),
            SQL("count(DISTINCT %s.employee_id)", r),
            SQL("array_agg(%s.employee_name %s)", r, sorted_by),
            SQL("array_agg(%s.minutes %s)", r, sorted_by),
            self._served_sql(s),
            SQL("nullif(%s.people_served, 0)", s),
            SQL("max(%s.recorded_by)", r),
        ]

    def _served_sql(self, s):
        """SQL: categories of people for whom the answered requests asked, never who they are."""
        label = self._label_sql("leifeng.service.request", "served", SQL("q.served"))
        return SQL(
            "(SELECT string_agg(DISTINCT %s, %s) FROM leifeng_service_request q "
            "WHERE q.session_id = %s.id)",
            label,
            wording.comma(self.env.lang),
            s,
        )

    def _moment_sql(self, moment, r):
        """SQL: a time; a partner's record may have the day alone."""
        return SQL("coalesce(%s, %s.date::text)", self._local_sql(moment, MOMENT), r)

    def _service_rows(self, rows):
        """Give the rows as they are written: numbered within a department, people in one cell."""
        number, last = 0, ...
        for row in rows:
            first, results, (count, names, minutes) = row[:11], row[11:15], row[15:18]
            number, last = (number + 1 if row[-1] == last else 1), row[-1]
            people = self._people_text(names, minutes)
            yield [number, *first, self._results_text(*results), count, people, *row[18:]]

    def _results_text(self, materials, quantity, unit, goods):
        """Return what came of the day: 'Materials handed out: 260, 12 bags'."""
        parts = [
            materials and self.env._("Materials handed out: %(count)s", count=materials),
            quantity and f"{quantity:g} {unit or ''}".strip(),
            goods,
        ]
        return wording.listed(self.env.lang, filter(None, parts))

    def _people_text(self, names, minutes):
        """Return who took part with the hours of each: '聂**（2小时）、…'."""
        if self._is_masked():
            names = map(masked_name, names)
        pattern = self.env._("%(name)s (%(hours)s h)")
        people = zip(names, minutes, strict=True)
        texts = (pattern % {"name": name, "hours": hours.hours_text(each)} for name, each in people)
        return wording.listed(self.env.lang, texts)
