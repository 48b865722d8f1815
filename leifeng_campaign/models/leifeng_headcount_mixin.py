from odoo import api, fields, models
from odoo.tools import SQL


class LeifengHeadcountMixin(models.AbstractModel):
    """The head-count of the departments beside the sums of a model with a ``department_id``.

    A sum of departments says little without how many people there are (practice point 24).
    """

    _name = "leifeng.headcount.mixin"
    _description = "Head-count beside sums"

    headcount = fields.Integer(
        string="Head-count of These Departments",
        compute="_compute_headcount",
        aggregator="sum",
        help="People at work today, each department once, without long leave and secondment.",
    )

    def _compute_headcount(self):
        counts = self.department_id._leifeng_headcounts()
        for row in self:
            row.headcount = counts.get(row.department_id.id, 0)

    @api.model
    def fields_get(self, allfields=None, attributes=None):
        """Override: a head-count is summed, not grouped by."""
        described = super().fields_get(allfields, attributes)
        if "groupable" in described.get("headcount", {}):
            described["headcount"]["groupable"] = False
        return described

    def _field_to_sql(self, alias, field_expr, query=None):
        if field_expr == "headcount":
            return self._headcount_sql(super()._field_to_sql(alias, "department_id", query))
        return super()._field_to_sql(alias, field_expr, query)

    def _read_group_select(self, aggregate_spec, query):
        """Override so that a sum counts each department's people once, however many rows it has."""
        if aggregate_spec != "headcount:sum":
            return super()._read_group_select(aggregate_spec, query)
        department = self._field_to_sql(self._table, "department_id", query)
        # departments are told apart by a part that is taken away again
        return SQL(
            "(SUM(DISTINCT %(key)s + %(count)s) - SUM(DISTINCT %(key)s))::int",
            key=SQL("coalesce(%s, 0)::bigint * 1000000", department),
            count=self._headcount_sql(department),
        )

    @api.model
    def _headcount_sql(self, department):
        """SQL of how many people at work the department has; all are counted once a query."""
        self.env["hr.employee"].flush_model(["active", "leifeng_away", "current_version_id"])
        self.env["hr.version"].flush_model(["department_id"])
        return SQL(
            "coalesce(((SELECT jsonb_object_agg(h.department_id, h.heads) FROM ("
            "SELECT v.department_id, count(*) AS heads FROM hr_employee e "
            "JOIN hr_version v ON v.id = e.current_version_id AND v.department_id IS NOT NULL "
            "WHERE e.active AND e.leifeng_away IS NULL GROUP BY v.department_id) h) "
            "->> (%s)::text)::int, 0)",
            department,
        )
