from datetime import date

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import split_every

from ..tools import workbook

DAY_ZERO = date(1899, 12, 30)  # what spreadsheets count days from
BATCH = 500  # records in memory at a time


class LeifengWorkbook(models.TransientModel):
    """One workbook with everything that is reported upward, a sheet a table.

    Each fact is asked once (practice.md point 26): whoever wants one more table takes it from here.
    Records are read by the user's own rights, batch by batch, so that memory doesn't grow with
    them.
    """

    _name = "leifeng.workbook"
    _description = "Workbook for Reporting"
    _inherit = ["leifeng.export.mixin"]

    scope = fields.Selection(default="campaign", readonly=True)

    # ACTIONS

    def action_export(self):
        """Check the choice and have the browser fetch the file."""
        self._check_may_export()
        self._check_choice()
        self._disclose("workbook")
        url = f"/leifeng/workbook/{self.id}"
        return {"type": "ir.actions.act_url", "url": url, "target": "download"}

    # BUSINESS

    def _check_choice(self):
        """Override: a campaign without a service record has tables, too."""
        if not self.campaign_id:
            raise UserError(self.env._("Please choose a campaign."))

    def _record_domain(self):
        """Override: the whole campaign, whatever else was sent."""
        return [
            ("company_id", "=", self.company_id.id),
            ("campaign_id", "=", self.campaign_id.id),
        ]

    def _scope_text(self):
        return self.campaign_id.name

    def _file_name(self):
        words = self.env._("Workbook for Reporting")
        return f"{words} {self._scope_text()}.xlsx"

    def _write(self, file):
        """Write the workbook into ``file``."""
        self._check_may_export()
        self._check_choice()
        with workbook.Book(file) as book:
            for name, columns, rows in self._tables():
                self._add_table(book, name, columns, rows)
            self._add_ledger_sums(book)

    def _tables(self):
        """Give (name, columns, rows) of each sheet, in the order of a campaign."""
        yield from self._plan_tables()
        yield from self._service_tables()
        yield from self._award_tables()
        yield from self._summary_tables()

    def _add_table(self, book, name, columns, rows):
        table = book.table(name, columns, f"{name} · {self._scope_text()}")
        rows = ([_cell(value) for value in row] for row in rows)
        table.add_rows(workbook.masked(rows, columns) if self._is_masked() else rows)

    def _add_ledger_sums(self, book):
        """Write the sums of the ledger of service, by the ledger itself: one figure, one source."""
        ledger = self.env["leifeng.ledger.export"].create(
            {"scope": "campaign", "campaign_id": self.campaign_id.id}
        )
        ledger._write_sums(book)

    # CELLS

    def _each(self, model, domain, order=None):
        """Give the records that ``domain`` finds; a batch is forgotten before the next is read."""
        records = self.env[model].search(domain, order=order)
        for ids in split_every(BATCH, records.ids):
            batch = records.browse(ids)
            yield from batch
            batch.invalidate_recordset()

    def _label(self, record, name):
        """Return the word of a selection field's value, in the user's language."""
        labels = dict(record._fields[name]._description_selection(self.env))
        return labels.get(record[name], "")

    def _day(self, moment):
        """Return a date, or the agency's day of a UTC moment, as spreadsheets count days."""
        if not moment:
            return None
        day = moment if type(moment) is date else self._local(moment).date()
        return (day - DAY_ZERO).days

    def _clock(self, moment):
        return self._local(moment).strftime("%H:%M") if moment else ""

    def _local(self, moment):
        zoned = self.with_context(tz=self.company_id.leifeng_tz or "Asia/Shanghai")
        return fields.Datetime.context_timestamp(zoned, moment)


def _cell(value):
    """Return a cell's value: what Odoo calls False is empty."""
    return None if value is False else value
