from odoo import fields, models


class LeifengStoryReturn(models.TransientModel):
    """Give an item back to whoever wrote it, or take a published one down; the reason stays."""

    _name = "leifeng.story.return"
    _description = "Return or Take Down an Item"

    story_id = fields.Many2one(
        "leifeng.story", string="Publicity Item", required=True, readonly=True
    )
    act = fields.Selection(
        [("return", "Return with Remark"), ("take_down", "Take Down")],
        required=True,
        readonly=True,
        default="return",
    )
    remark = fields.Text(required=True)

    def action_return(self):
        self.story_id.action_return(self.remark)

    def action_take_down(self):
        self.story_id.action_take_down(self.remark)
