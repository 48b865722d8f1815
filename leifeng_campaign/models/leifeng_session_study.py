from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..tools import links


class LeifengSession(models.Model):
    """What a lecture, a screening or a discussion has: who speaks, what to read."""

    _inherit = "leifeng.session"

    lecturer_id = fields.Many2one(
        "hr.employee",
        string="Lecturer from the Agency",
        help="Leave it empty and write the name below when the lecturer comes from outside.",
    )
    lecturer = fields.Char(compute="_compute_lecturer", store=True, readonly=False)
    lecturer_about = fields.Text(string="About the Lecturer")
    links = fields.Text(help="One a line: a name, then the address.")

    @api.depends("lecturer_id")
    def _compute_lecturer(self):
        for session in self.filtered("lecturer_id"):
            session.lecturer = session.lecturer_id.name

    @api.constrains("links")
    def _check_links(self):
        for session in self:
            try:
                links.read(session.links)
            except ValueError as error:
                raise ValidationError(
                    self.env._(
                        "“%(line)s” doesn't end in the address of a page. "
                        "Please write the name, a space, then the address with https:// before it.",
                        line=error.args[0],
                    )
                ) from error

    def _link_values(self):
        """Return [{name, url}] of the pages to read."""
        return [{"name": name, "url": url} for name, url in links.read(self.links)]
