from odoo import api, fields, models


class LeifengStory(models.Model):
    """Names as they are printed: copies, since most readers can't read hr and history doesn't
    move."""

    _inherit = "leifeng.story"

    author_name = fields.Char(
        string="Author as Printed",
        compute="_compute_author_name",
        store=True,
        readonly=False,
        precompute=True,
    )
    department_name = fields.Char(
        string="Department as Printed",
        compute="_compute_department_name",
        store=True,
        readonly=False,
        precompute=True,
    )

    @api.depends("author_id")
    def _compute_author_name(self):
        for story in self:
            story.author_name = story.author_id.name

    @api.depends("department_id")
    def _compute_department_name(self):
        for story in self:
            story.department_name = story.department_id.name

    # BUSINESS

    def _byline(self):
        """Return department and author as printed: '热线与评价科　章小满'."""
        return "\u3000".join(filter(None, (self.department_name, self.author_name)))
