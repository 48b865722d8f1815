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
        counts = self._head_counts()
        shown = {**names, **self._other_names(names)}
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
            Column(self.env._("Hours"), "number"),
            Column(self.env._("Of These Within Working Hours"), "number", 16),
        ]

    def _sum_row(self, name, count, sums):
        people, times, services, minutes, work = sums or (0,) * 5
        as_hours = (float(hours.as_hours(each or 0)) for each in (minutes, work))
        return [name, count, people, times, services, *as_hours]

    def _sums(self):
        """Return {department's id, None for none, or "total": (people, times, services, minutes,
        minutes within working hours)}; corrected records and their corrections cancel out."""
        query = self._record_query()
        r = SQL.identifier(query.table)
        query.groupby = SQL("GROUPING SETS ((%s.department_id), ())", r)
        standing = self._standing_sql(r)
        rows = self.env.execute_query(
            query.select(
                SQL("CASE WHEN grouping(%(r)s.department_id) = 1 THEN 'total' END", r=r),
                SQL("%s.department_id", r),
                SQL("count(DISTINCT %s.employee_id) FILTER (WHERE %s)", r, standing),
                SQL("count(*) FILTER (WHERE %s)", standing),
                # what has no session, such as a partner's record, is told apart by its words
                SQL(
                    "count(DISTINCT coalesce(%(r)s.session_id::text, %(r)s.date || %(r)s.content)) "
                    "FILTER (WHERE %(standing)s)",
                    r=r,
                    standing=standing,
                ),
                SQL("sum(%s.minutes)", r),
                SQL("sum(%s.work_minutes)", r),
            )
        )
        return {total or department: sums for total, department, *sums in rows}

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

    def _head_counts(self):
        """Return {department's id: number of employees}."""
        # sudo: hr.employee - officers can't read hr; they see numbers
        employees = self.env["hr.employee"].sudo()
        domain = [("company_id", "=", self.company_id.id)]
        groups = employees._read_group(domain, ["department_id"], ["__count"])
        return {department.id or None: number for department, number in groups}

    def _sum_notes(self):
        today = format_date(self.env, self.company_id._leifeng_today())
        notes = [
            self.env._("Covers: %(scope)s", scope=self._scope_text()),
            self.env._("Exported on %(date)s by %(unit)s", date=today, unit=self.company_id.name),
        ]
        if self._is_masked():
            notes.append(self.env._("Names and telephone numbers are masked."))
        return notes
