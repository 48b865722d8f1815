import io

from odoo import models
from odoo.exceptions import AccessError, UserError

from ..tools.workbook import Book, Column
from ..tools.zip_folder import checksums, zip_bytes

MANAGER = "leifeng_campaign.group_leifeng_manager"
ENDED_STATES = ("granted", "cancelled")


class LeifengAward(models.Model):
    """归档材料: all papers of an award in one zip, for the archive (档案法 art. 37).

    For the manager, who alone of the office may read single opinions. Sheets bear the numbers of
    the judges, objections don't say who raised them: what was kept apart stays apart.
    """

    _inherit = "leifeng.award"

    # ACTIONS

    def action_dossier(self):
        self.ensure_one()
        self._check_dossier()
        url = f"/leifeng/award/{self.id}/dossier"
        return {"type": "ir.actions.act_url", "url": url, "target": "download"}

    # BUSINESS

    def _check_dossier(self):
        self.check_access("read")
        if not self.env.user.has_group(MANAGER):
            raise AccessError(self.env._("The campaign's manager files the dossier of an award."))
        if self.state not in ENDED_STATES:
            raise UserError(
                self.env._("There is a dossier once the award is commended or cancelled.")
            )

    def _dossier_name(self):
        words = self.env._("Dossier")
        return f"{words} {self.name}.zip"

    def _dossier(self):
        """Return the zip; its last file lists the checksums of all others."""
        self._check_dossier()
        # sudo: leifeng.award and what hangs on it - the manager files all of it
        files = self.sudo()._dossier_files()
        sums = checksums(files).encode()
        words = self.env._("Checksums")
        return zip_bytes([*files, (f"{words}.txt", sums)])

    def _dossier_files(self):
        """Return [(path, bytes)], in the order of the procedure."""
        return [
            *self._dossier_rules(),
            *self._dossier_entries(),
            *self._dossier_opinions(),
            *self._dossier_sheets(),
            *self._dossier_results(),
            *self._dossier_notices(),
            *self._dossier_decisions(),
            *self._dossier_journal(),
        ]

    def _dossier_table(self, path, headings, rows):
        """Return [(path, xlsx)] with one sheet; nothing where there are no rows."""
        rows = list(rows)
        if not rows:
            return []
        stream = io.BytesIO()
        columns = [Column(heading, width=20) for heading in headings]
        with Book(stream) as book:
            table = book.table(self.name, columns, self.name)
            table.add_rows([_text(cell) for cell in row] for row in rows)
        return [(f"{path}.xlsx", stream.getvalue())]

    def _dossier_attachments(self, folder, attachments):
        return [(f"{folder}/{each.name}", each.raw or b"") for each in attachments]

    def _label_of(self, record, name):
        """Return what a selection says in the reader's language."""
        labels = dict(record._fields[name]._description_selection(self.env))
        return labels.get(record[name], "")

    def _headings(self, model, names):
        """Return the labels of the fields ``names`` of ``model``."""
        fields = self.env[model]._fields
        return [fields[name]._description_string(self.env) for name in names]


def _text(value):
    """Return a cell as text; nothing for what is empty, figures as they are written."""
    return "" if value is False or value is None else str(value)
