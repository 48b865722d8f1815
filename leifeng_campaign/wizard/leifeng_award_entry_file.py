from odoo import fields, models


class LeifengAwardEntryFile(models.TransientModel):
    """File a signed paper of a nomination: the form with its seals, or consent by hand."""

    _name = "leifeng.award.entry.file"
    _description = "Signed Paper of a Nomination"

    entry_id = fields.Many2one("leifeng.award.entry", required=True, readonly=True)
    paper = fields.Selection(
        [("form", "Signed Form"), ("consent", "Signed Consent")], required=True, readonly=True
    )
    file = fields.Binary(string="Scan", required=True, attachment=False)
    file_name = fields.Char()
    named = fields.Boolean(string="Agrees to Be Named in the Notice")
    publicized = fields.Boolean(string="Agrees to Be Publicized")

    def action_file(self):
        scan = (self.file_name, self.file)
        if self.paper == "form":
            self.entry_id.action_file_form(*scan)
        else:
            self.entry_id.action_consent_on_paper(*scan, self.named, self.publicized)
        return {"type": "ir.actions.act_window_close"}
