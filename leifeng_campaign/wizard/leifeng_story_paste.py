from odoo import api, fields, models


class LeifengStoryPaste(models.TransientModel):
    """The item as it is pasted into the editor of an official account: inline styles alone."""

    _name = "leifeng.story.paste"
    _description = "Copy for the Official Account"

    story_id = fields.Many2one(
        "leifeng.story", string="Publicity Item", required=True, readonly=True
    )
    html = fields.Html(compute="_compute_html", sanitize=False)

    @api.depends("story_id")
    def _compute_html(self):
        for wizard in self:
            wizard.html = wizard.story_id._paste_html()
