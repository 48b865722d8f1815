from odoo import models
from odoo.tools import SQL

# Years for which rows can't be deleted at all. GB/T 40143-2021: volunteer service records are kept
# for at least 10 years; a longer period may be set, a shorter one not.
MIN_YEARS = 10
# Papers of commendations (practice.md, R1).
AWARD_YEARS = 30

FUNCTION = """
CREATE OR REPLACE FUNCTION leifeng_append_only() RETURNS trigger AS $$
DECLARE
    years integer;
BEGIN
    IF TG_OP = 'DELETE' THEN
        years := TG_ARGV[0];
        SELECT greatest(years, value::integer) INTO years FROM ir_config_parameter
         WHERE key = 'leifeng_campaign.record_years' AND value ~ '^[0-9]{1,3}$';
        years := coalesce(years, TG_ARGV[0]::integer);
        IF OLD.create_date < now() - make_interval(years => years) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'row % of % is append-only', OLD.id, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$ LANGUAGE plpgsql
"""


class LeifengAppendOnlyMixin(models.AbstractModel):
    """Rows that are never changed: the database itself refuses.

    ``_append_only`` names the columns that are final from the start, ``_append_once`` those that
    go from empty to a value once; rows are kept for ``_append_years`` at least. The model declares
    a ``models.Constraint`` that is called ``_append_only_guard`` and whose message is what the user
    reads; the triggers bear its name.
    """

    _name = "leifeng.append.only.mixin"
    _description = "Rows that are never changed"

    _append_only = ()
    _append_once = ()
    _append_years = MIN_YEARS

    def init(self):
        """(Re)make function and triggers at every install and update."""
        super().init()
        if not self._append_only:
            return
        self.env.cr.execute(FUNCTION)
        guard = f"{self._table}_append_only_guard"
        self._create_guard(guard, "DELETE OR UPDATE OF", self._append_only, SQL("true"))
        for column in self._append_once:
            filled = SQL("OLD.%s IS NOT NULL", SQL.identifier(column))
            self._create_guard(f"{guard}_{column}", "UPDATE OF", [column], filled)

    def _create_guard(self, name, event, columns, condition):
        table, trigger = SQL.identifier(self._table), SQL.identifier(name)
        self.env.cr.execute(SQL("DROP TRIGGER IF EXISTS %s ON %s", trigger, table))
        self.env.cr.execute(
            SQL(
                "CREATE TRIGGER %s BEFORE %s %s ON %s FOR EACH ROW WHEN (%s) "
                "EXECUTE FUNCTION leifeng_append_only(%s)",
                trigger,
                SQL(event),
                SQL(", ").join(map(SQL.identifier, columns)),
                table,
                condition,
                self._append_years,
            )
        )

    def _drop_functions(self):
        """Called at uninstall; the triggers go with the function."""
        self.env.cr.execute("DROP FUNCTION IF EXISTS leifeng_append_only() CASCADE")
