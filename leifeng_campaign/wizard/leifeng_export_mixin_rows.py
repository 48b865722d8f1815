from itertools import count

from odoo import api, models
from odoo.tools import SQL

BATCH = 2000  # rows in memory at a time
_numbers = count(1)


class LeifengExportMixin(models.AbstractModel):
    """The rows of an export: one query, whose cells the database makes ready to be written."""

    _inherit = "leifeng.export.mixin"

    def _record_query(self, domain=()):
        """Return the query of the chosen records, by the user's own rights."""
        self.env.flush_all()
        return self.env["leifeng.service.record"]._search([*self._record_domain(), *domain])

    def _stream(self, sql):
        """Give the rows of ``sql`` as tuples; they are fetched in batches, never held together."""
        cursor = SQL.identifier(f"leifeng_export_{next(_numbers)}")
        self.env.cr.execute(SQL("DECLARE %s NO SCROLL CURSOR FOR %s", cursor, sql))
        fetch = SQL("FETCH %s FROM %s", BATCH, cursor)
        while rows := self.env.execute_query(fetch):
            yield from rows
        self.env.cr.execute(SQL("CLOSE %s", cursor))

    def _join_ranks(self, query, department_ids):
        """Join the order of ``department_ids``; return the SQL to order records by it."""
        r = SQL.identifier(query.table)
        ids = [each for each in department_ids if each]
        table = SQL("(SELECT * FROM unnest(%s::int[]) WITH ORDINALITY t(department_id, rank))", ids)
        query.add_join(
            "LEFT JOIN", "place", table, SQL("place.department_id = %s.department_id", r)
        )
        return SQL("place.rank")

    # CELLS

    @api.model
    def _standing_sql(self, r):
        """SQL: whether the record is neither corrected nor a correction."""
        return SQL(
            "%(r)s.reverses_id IS NULL AND NOT EXISTS (SELECT FROM leifeng_service_record again "
            "WHERE again.reverses_id = %(r)s.id)",
            r=r,
        )

    @api.model
    def _own_sql(self, r):
        """SQL: whether the hours are this agency's own, as in ``OWN_HOURS``."""
        return SQL("%(r)s.kind = 'service' AND %(r)s.source != 'partner'", r=r)

    @api.model
    def _partner_sql(self, r):
        """SQL: whether a partner recorded the hours, as in ``PARTNER_HOURS``."""
        return SQL("%(r)s.kind = 'service' AND %(r)s.source = 'partner'", r=r)

    @api.model
    def _training_sql(self, r):
        """SQL: whether it is training, whose hours are no service hours."""
        return SQL("%s.kind = 'training'", r)

    @api.model
    def _last_sql(self, r, name):
        """SQL: what stands on the newest of a person's records."""
        return SQL(
            "(array_agg(%(r)s.%(name)s ORDER BY %(r)s.date DESC, %(r)s.id DESC))[1]",
            r=r,
            name=SQL.identifier(name),
        )

    @api.model
    def _local_sql(self, moment, pattern):
        """SQL: a UTC time as the agency's clock shows it, by PostgreSQL's ``pattern``."""
        zone = self.env.company.leifeng_tz or "Asia/Shanghai"
        return SQL("to_char(%s AT TIME ZONE 'UTC' AT TIME ZONE %s, %s)", moment, zone, pattern)

    @api.model
    def _hours_sql(self, minutes):
        """SQL: minutes as hours, cut down to two decimals as :func:`hours.as_hours` does."""
        return SQL("trunc(%s / 60.0, 2)::float8", minutes)

    def _label_sql(self, model, name, column):
        """SQL: the words of a selection field's value, in the user's language."""
        labels = self.env[model]._fields[name]._description_selection(self.env)
        cases = SQL(" ").join(SQL("WHEN %s THEN %s", value, label) for value, label in labels)
        return SQL("CASE %s %s END", column, cases)

    def _correction_sql(self, r):
        """SQL: how a record stands that isn't simply recorded, in the user's language."""
        labels = dict(
            self.env["leifeng.service.record"]._fields["state"]._description_selection(self.env)
        )
        return SQL(
            "CASE WHEN %s.reverses_id IS NOT NULL THEN %s WHEN NOT (%s) THEN %s END",
            r,
            labels["reversal"],
            self._standing_sql(r),
            labels["reversed"],
        )
