from odoo import models
from odoo.tools import SQL, format_date

from ..tools import hours
from ..tools.workbook import Column


class LeifengLedgerExport(models.TransientModel):
    """The sheet of sums: departments as they are listed, with the head-count, without ranks."""

    _inherit = "leifeng.ledger.export"

    def _write_sums(self, book):
        """Write the sheet; return {department's id or None: its name} of those with records, in
        the order in which their sheets come."""
        sums = self._sums()
        total = sums.pop("total")
        names = self._department_names(sums)
        table = book.table(
            self.env._("Sums"), self._sum_columns(), self._title(self.company_id.name)
        )
        shown = {**names, **self._other_names(names)}
        departments = self.env["hr.department"].browse([key for key in shown if key])
        counts = departments._leifeng_headcounts()
        ordered = sorted(shown, key=lambda key: (key is None, shown[key]))
        table.add_rows(self._sum_row(shown[key], counts.get(key), sums.get(key)) for key in ordered)
        everyone = sum(counts.get(key, 0) for key in ordered)
        table.add_rows([self._sum_row(self.env._("All Together"), everyone, total)])
        for text in self._sum_notes():
            table.add_note(text)
        return {key: names[key] for key in ordered if key in names}

    def _sum_columns(self):
        return [
            Column(self.env._("Department"), width=30),
            Column(self.env._("Head-count"), "number"),
            Column(self.env._("People Taking Part"), "number", 14),
            Column(self.env._("Times Taken Part"), "number", 14),
            Column(self.env._("Number of Services"), "number"),
            Column(self.env._("Service Hours"), "number"),
            Column(self.env._("Of These Within Working Hours"), "number", 16),
            Column(self.env._("Hours Recorded by Partners"), "number", 16),
            Column(self.env._("People Trained"), "number"),
            Column(self.env._("Training Hours"), "number"),
        ]

    def _sum_row(self, name, count, sums):
        """Return a row; where a department has no entry stands 0."""
        people, times, services, minutes, work, partner, trained, training = sums or (0,) * 8
        own = (people, times, services, _hours(minutes), _hours(work))
        return [name, count or 0, *own, _hours(partner), trained, _hours(training)]

    def _sums(self):
        """Return {department's id, None for none, or "total": figures}; corrected records and
        their corrections cancel out."""
        query = self._record_query()
        r = SQL.identifier(query.table)
        query.groupby = SQL("GROUPING SETS ((%s.department_id), ())", r)
        total = SQL("CASE WHEN grouping(%s.department_id) = 1 THEN 'total' END", r)
        rows = self.env.execute_query(
            query.select(total, SQL("%s.department_id", r), *self._figures(r))
        )
        return {whole or department: figures for whole, department, *figures in rows}

    def _figures(self, r):
        """Return the SQL of what is counted, in the order of the columns."""
        own, training = self._own_sql(r), self._training_sql(r)
        standing = SQL("%s AND %s", self._standing_sql(r), own)
        trained = SQL("%s AND %s", self._standing_sql(r), training)
        people, minutes = SQL("count(DISTINCT %s.employee_id)", r), SQL("sum(%s.minutes)", r)
        figures = [
            (people, standing),
            (SQL("count(*)"), standing),
            (self._services_sql(r), standing),
            (minutes, own),
            (SQL("sum(%s.work_minutes)", r), own),
            (minutes, self._partner_sql(r)),
            (people, trained),
            (minutes, training),
        ]
        return [SQL("%s FILTER (WHERE %s)", figure, which) for figure, which in figures]

    def _services_sql(self, r):
        """SQL: how many services; what has no session is told apart by its day and words."""
        return SQL(
            "count(DISTINCT coalesce(%(r)s.session_id::text, %(r)s.date || %(r)s.content))", r=r
        )

    def _department_names(self, keys):
        """Return {id: name}; records whose department is gone are called so."""
        # sudo: hr.department - names of departments that were archived or moved
        departments = self.env["hr.department"].sudo().browse([key for key in keys if key])
        names = {department.id: department.name for department in departments}
        return names | ({None: self.env._("No Department")} if None in keys else {})

    def _other_names(self, names):
        """Return {id: name} of the chosen departments in which nobody took part."""
        domain = [("company_id", "in", [self.company_id.id, False])]
        if self.department_ids:
            domain.append(("id", "child_of", self.department_ids.ids))
        departments = self.env["hr.department"].search(domain)
        return {each.id: each.name for each in departments if each.id not in names}

    def _sum_notes(self):
        today = format_date(self.env, self.company_id._leifeng_today())
        notes = [
            self.env._("Covers: %(scope)s", scope=self._scope_text()),
            self.env._("Exported on %(date)s by %(unit)s", date=today, unit=self.company_id.name),
        ]
        if self._is_masked():
            notes.append(self.env._("Names and telephone numbers are masked."))
        return notes


def _hours(minutes):
    return float(hours.as_hours(minutes or 0))
