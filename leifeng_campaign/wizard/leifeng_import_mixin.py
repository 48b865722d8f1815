import base64
from urllib.parse import quote as url_quote

from odoo import Command, api, fields, models
from odoo.exceptions import AccessError, UserError

from ..tools import table_file, wording

MAX_BYTES = 5 * 1024 * 1024


class LeifengImportMixin(models.AbstractModel):
    """Rows of somebody's file, shown one by one before anything is written.

    Nothing is lost: what can't be taken is said row by row, and can be downloaded with the reason,
    mended and read again; a row that stands already is not doubled. A dialog adds ``line_ids``
    with row, cells, verdict and remark, and the methods below HOOKS.
    """

    _name = "leifeng.import.mixin"
    _description = "Rows of a File to Import"

    company_id = fields.Many2one(
        "res.company", required=True, readonly=True, default=lambda self: self.env.company
    )
    file = fields.Binary(attachment=False)
    filename = fields.Char()
    template = fields.Binary(
        string="File to Fill In", default=lambda self: self._template(), readonly=True
    )
    template_name = fields.Char(default=lambda self: f"{self._words()['file']}.xlsx")
    done = fields.Boolean(readonly=True)
    summary = fields.Char(compute="_compute_summary")
    refused_file = fields.Binary(string="Rows Not Taken", compute="_compute_refused_file")
    refused_name = fields.Char(compute="_compute_refused_file")

    @api.depends("line_ids.verdict")
    def _compute_summary(self):
        for wizard in self:
            labels = dict(wizard.line_ids._fields["verdict"]._description_selection(self.env))
            counts = wizard.line_ids.grouped("verdict")
            words = [f"{labels[key]} {len(counts[key])}" for key in labels if key in counts]
            wizard.summary = wording.listed(self.env.lang, words)

    @api.depends("line_ids.verdict")
    def _compute_refused_file(self):
        for wizard in self:
            refused = wizard.line_ids.filtered(lambda line: line.verdict == "refused")
            wizard.refused_name = f"{self._words()['refused']}.xlsx"
            wizard.refused_file = bool(refused) and wizard._refused_workbook(refused)

    # ACTIONS

    def action_read(self):
        """Read the file and show what would become of each row; nothing is written."""
        self.ensure_one()
        if not self.file:
            raise UserError(self.env._("Please choose a file."))
        content = base64.b64decode(self.file)
        if len(content) > MAX_BYTES:
            raise UserError(self.env._("The file is too large: at most 5 MB."))
        rows = self._rows(content)
        self.line_ids = [
            Command.clear(),
            *(Command.create({"row": number, "cells": cells}) for number, cells in rows),
        ]
        self.line_ids._judge()
        return self._reopen()

    def action_template(self):
        """Download the file to fill in; a field of a dialog not yet saved could not be."""
        self.ensure_one()
        name = url_quote(self.template_name, safe="")
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/template/{name}?download=true",
            "target": "download",
        }

    def action_import(self):
        """Write what can be taken; the rules are looked at once more."""
        self.ensure_one()
        if self.company_id not in self.env.companies:
            raise AccessError(self.env._("Records are imported for one's own agency alone."))
        if self.done or not self.line_ids:
            raise UserError(self.env._("Please read the file first."))
        self._write_rows()
        self.done = True
        return self._reopen()

    # HOOKS

    @api.model
    def _sheet(self):
        """Override to return the tool that reads the file: ``read`` and ``TITLES``."""
        raise NotImplementedError

    @api.model
    def _words(self):
        """Override to return {field: title of its column}, and the names of the files."""
        raise NotImplementedError

    @api.model
    def _example(self):
        """Override to return the example row of the file to fill in."""
        raise NotImplementedError

    def _write_rows(self):
        """Override to write what the lines say."""
        raise NotImplementedError

    # BUSINESS

    def _rows(self, content):
        words = self._words()
        try:
            rows = self._sheet().read(content, words)
        except table_file.NotReadable:
            raise UserError(
                self.env._("This file can't be read. Please save it as .xlsx or .csv.")
            ) from None
        except KeyError as missing:
            names = wording.listed(self.env.lang, (words[name] for name in missing.args))
            raise UserError(
                self.env._(
                    "The first row has no column for: %(names)s. Please use the headings of the "
                    "file to fill in.",
                    names=names,
                )
            ) from None
        if not rows:
            raise UserError(self.env._("There are no rows below the headings."))
        return rows

    @api.model
    def _headers(self):
        words = self._words()
        return [words[name] for name in self._sheet().TITLES]

    @api.model
    def _template(self):
        """Return the workbook to fill in, with one example."""
        return base64.b64encode(table_file.workbook(self._headers(), [self._example()]))

    def _refused_workbook(self, lines):
        headers = [*self._headers(), self.env._("Why Not Taken")]
        rows = [
            [*(line.cells.get(name, "") for name in self._sheet().TITLES), line.remark or ""]
            for line in lines
        ]
        return base64.b64encode(table_file.workbook(headers, rows))

    def _reopen(self):
        return {
            "type": "ir.actions.act_window",
            "name": self._description_text(),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
            "context": {"dialog_size": "extra-large"},
        }

    def _description_text(self):
        # sudo: ir.model - the name of the dialog in the user's language
        return self.env["ir.model"].sudo()._get(self._name).name
