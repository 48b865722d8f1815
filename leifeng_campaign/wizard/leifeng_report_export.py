import re

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..models.leifeng_service_record import OWN_HOURS
from ..tools import wording, workbook

NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


class LeifengReportExport(models.TransientModel):
    """An upload file for a platform, by a layout that an administrator made."""

    _name = "leifeng.report.export"
    _description = "Export by Layout"
    _inherit = ["leifeng.export.mixin"]

    layout_id = fields.Many2one(
        "leifeng.report.layout",
        required=True,
        check_company=True,
        default=lambda self: self.env["leifeng.report.layout"].search([], limit=1),
    )
    missing_count = fields.Integer(string="Without a Volunteer Number", compute="_compute_missing")
    missing_names = fields.Text(string="Who Has No Volunteer Number", compute="_compute_missing")
    missing_rows = fields.Selection(
        [("include", "Include, With an Empty Cell"), ("leave_out", "Leave Out of This File")],
        string="Their Rows",
        required=True,
        default="include",
    )

    @api.depends("layout_id", "scope", "campaign_id", "date_from", "date_to", "department_ids")
    def _compute_missing(self):
        for wizard in self:
            missing = wizard._missing()
            wizard.missing_count = len(missing)
            wizard.missing_names = wording.listed(
                self.env.lang,
                (
                    self.env._("%(name)s (%(department)s)", name=name, department=unit or "–")
                    for name, unit in missing
                ),
            )

    # ACTIONS

    def action_export(self):
        """Check the choice and have the browser fetch the file."""
        self._check_may_export()
        if not self.layout_id.column_ids:
            raise UserError(self.env._("This layout has no columns yet."))
        self._check_choice()
        self._disclose("layout", layout=self.layout_id.id)
        return {
            "type": "ir.actions.act_url",
            "url": f"/leifeng/layout/{self.id}",
            "target": "download",
        }

    # BUSINESS

    def _record_domain(self):
        """Override: platforms are told what stands, and the agency's own hours alone: a partner
        reports its hours itself, and training is no service."""
        standing = [("reverses_id", "=", False), ("reversal_ids", "=", False)]
        return [*super()._record_domain(), *OWN_HOURS, *standing]

    def _choice_facts(self):
        return {**super()._choice_facts(), "left_out": self.missing_rows == "leave_out"}

    def _missing(self):
        """Return [(name, department on the last day)] of those who have no volunteer number, if
        the layout asks for it."""
        if not self.layout_id._asks_for("volunteer_number"):
            return []
        query = self._record_query()
        r, number = SQL.identifier(query.table), self._number_sql(query)
        query.add_where(SQL("%s IS NULL", number))
        query.groupby = SQL("%s.employee_id", r)
        query.order = SQL("2, 1")
        return self.env.execute_query(
            query.select(self._last_sql(r, "employee_name"), self._last_sql(r, "department_name"))
        )

    def _file_name(self):
        date = self.company_id._leifeng_today()
        name = self.layout_id._file_name_on(self.company_id, date)
        return NOT_IN_FILE_NAMES.sub(" ", name).strip() + ".xlsx"

    def _write(self, file):
        """Write the workbook into ``file``; memory doesn't grow with the rows."""
        self._check_may_export()
        layout = self.layout_id
        columns, rows = self._layout_table()
        if self._is_masked():
            rows = workbook.masked(rows, columns)
        with workbook.Book(file) as book:
            book.table(layout.sheet_name, columns, layout.name).add_rows(rows)
