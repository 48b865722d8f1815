import base64
import binascii

from odoo import api, fields, models
from odoo.exceptions import UserError


class LeifengAwardEssayAdd(models.TransientModel):
    """Enter an essay that reached the office on paper or as a file, or one that was returned."""

    _name = "leifeng.award.essay.add"
    _description = "Essay Handed In at the Office"

    entry_id = fields.Many2one("leifeng.award.entry", string="Essay", readonly=True)
    award_id = fields.Many2one(
        "leifeng.award", required=True, domain=[("kind", "=", "essay"), ("state", "=", "open")]
    )
    employee_id = fields.Many2one("hr.employee", string="Author", required=True)
    file = fields.Binary(
        string="Essay as a File",
        attachment=False,
        help="A Word document (.docx) or a text file. Title and text are taken from it; the file "
        "itself is not kept.",
    )
    file_name = fields.Char()
    title = fields.Char(string="Essay Title", required=True, size=60)
    body = fields.Text(string="Text", required=True)
    dropped = fields.Text(string="Left Out, Since Judges Read Without Names", readonly=True)
    original = fields.Boolean(string="The Author States That It Is the Own Work, Not Published")
    named = fields.Boolean(string="The Author Agrees to Be Named If It Wins")
    names = fields.Text(string="Names the Author or the Department", compute="_compute_names")
    names_kept = fields.Boolean(string="Submit It as It Is")

    @api.onchange("file")
    def _onchange_file(self):
        if not self.file:
            return None
        try:
            read = self._read()
        except UserError as refusal:
            self.file = False
            return {"warning": {"title": self.env._("Essay as a File"), "message": str(refusal)}}
        self.title, self.body = read["title"] or self.title, read["body"]
        self.dropped = "\n".join(read["dropped"])
        self.file = False  # nothing of it is kept
        return None

    @api.depends("title", "body", "employee_id")
    def _compute_names(self):
        for dialog in self:
            places = dialog._places()
            dialog.names = "\n".join(place["context"] for place in places)

    # ACTIONS

    def action_add(self):
        texts = {"title": self.title, "body": self.body}
        said = {"original": self.original, "named": self.named}
        said["names_kept"] = len(self._places()) if self.names_kept else 0
        if self.entry_id:
            self.entry_id._save_essay(texts)
            self.entry_id.action_submit(**said)
            return {"type": "ir.actions.act_window_close"}
        essay = self.award_id.action_essay_by_office(self.employee_id.id, texts, **said)
        view = self.env.ref("leifeng_campaign.leifeng_award_essay_view_form")
        return {
            "type": "ir.actions.act_window",
            "res_model": "leifeng.award.entry",
            "res_id": essay.id,
            "views": [(view.id, "form")],
        }

    # BUSINESS

    def _read(self):
        try:
            content = base64.b64decode(self.file, validate=True)
        except (binascii.Error, TypeError, ValueError):
            raise UserError(self.env._("This file can't be read.")) from None
        return self.env["leifeng.award.entry"]._read_essay(content)

    def _places(self):
        """Return where the texts name their author, as the essay's own check does."""
        essays = self.env["leifeng.award.entry"]
        # sudo: hr.employee - the author's name and department
        names = essays._names_of(self.sudo().employee_id._origin)
        return essays._places({"title": self.title, "body": self.body}, names)
