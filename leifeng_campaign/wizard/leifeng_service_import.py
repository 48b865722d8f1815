import base64
from urllib.parse import quote as url_quote

from odoo import Command, api, fields, models
from odoo.exceptions import AccessError, UserError

from ..tools import partner_sheet, wording

MAX_BYTES = 5 * 1024 * 1024


class LeifengServiceImport(models.TransientModel):
    """Hours that partner organizations recorded, from their file, as what they are.

    Nothing is lost: what can't be taken is said row by row, and can be downloaded with the reason,
    mended and read again; a row that stands already is not doubled.
    """

    _name = "leifeng.service.import"
    _description = "Import Partner's Records"

    company_id = fields.Many2one(
        "res.company", required=True, readonly=True, default=lambda self: self.env.company
    )
    file = fields.Binary(string="File of the Partner", attachment=False)
    filename = fields.Char()
    recording_unit = fields.Char(help="For rows in which no recording unit stands.")
    template = fields.Binary(
        string="File to Fill In", default=lambda self: self._template(), readonly=True
    )
    template_name = fields.Char(default=lambda self: f"{self._words()['file']}.xlsx")
    line_ids = fields.One2many("leifeng.service.import.line", "import_id", readonly=True)
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
        # sudo: hr.employee - no right on hr is needed to count up the touch
        self.line_ids.employee_id.sudo()._leifeng_touch()
        self.line_ids._judge()
        self.line_ids._write_hours()
        self.done = True
        return self._reopen()

    # BUSINESS

    def _rows(self, content):
        words = self._words()
        try:
            rows = partner_sheet.read(content, words)
        except partner_sheet.NotReadable:
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
    def _words(self):
        """Return {field: title of its column}, and the names of the files."""
        return {
            "number": self.env._("Staff Number"),
            "name": self.env._("Full Name"),
            "department": self.env._("Department"),
            "date": self.env._("Date"),
            "start": self.env._("From"),
            "stop": self.env._("To"),
            "hours": self.env._("Hours"),
            "content": self.env._("Service"),
            "location": self.env._("Place"),
            "organizing_unit": self.env._("Organizing Unit"),
            "recording_unit": self.env._("Recording Unit"),
            "file": self.env._("Partner's Records"),
            "refused": self.env._("Rows Not Taken"),
        }

    @api.model
    def _headers(self):
        words = self._words()
        return [words[name] for name in partner_sheet.TITLES]

    @api.model
    def _template(self):
        """Return the workbook to fill in, with one example."""
        example = [
            "WX065",
            self.env._("Full Name"),
            self.env._("Department"),
            "2026-03-05",
            "09:00",
            "11:00",
            "2",
            self.env._("Shelving books (example, delete this row)"),
            self.env._("District library"),
            self.env._("District library"),
            self.env._("District library"),
        ]
        return base64.b64encode(partner_sheet.workbook(self._headers(), [example]))

    def _refused_workbook(self, lines):
        headers = [*self._headers(), self.env._("Why Not Taken")]
        rows = [
            [*(line.cells.get(name, "") for name in partner_sheet.TITLES), line.remark or ""]
            for line in lines
        ]
        return base64.b64encode(partner_sheet.workbook(headers, rows))

    def _reopen(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Import Partner's Records"),
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
            "target": "new",
            "context": {"dialog_size": "extra-large"},
        }
