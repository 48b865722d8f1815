import base64

from odoo import fields, models


class LeifengAwardOpinionGive(models.TransientModel):
    """Give the opinion of one's own body; it stands once it is given."""

    _name = "leifeng.award.opinion.give"
    _description = "Give an Opinion"

    opinion_id = fields.Many2one(
        "leifeng.award.opinion", string="Asked About", required=True, readonly=True
    )
    objects = fields.Boolean(readonly=True)
    text = fields.Text(string="Opinion in Words")
    scan = fields.Binary(string="Signed Opinion", attachment=False)
    scan_name = fields.Char(export_string_translation=False)

    def action_give(self):
        content = base64.b64decode(self.with_context(bin_size=False).scan or b"")
        if self.objects:
            self.opinion_id.action_object(self.text, content)
        else:
            self.opinion_id.action_agree(self.text, content)
        return {"type": "ir.actions.act_window_close"}
