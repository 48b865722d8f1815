from odoo import fields, models
from odoo.exceptions import UserError

from ..tools import upload

MAX_MEGABYTES = 5


class LeifengStoryConsentFile(models.TransientModel):
    """Record somebody's signed consent to the publication of a text."""

    _name = "leifeng.story.consent.file"
    _description = "Record a Signed Consent"

    story_id = fields.Many2one(
        "leifeng.story", string="Publicity Item", required=True, readonly=True
    )
    name = fields.Char(string="Whose Consent", help="Empty: the author, or whom it is about.")
    agreed_on = fields.Date(
        required=True, default=lambda self: self.env.company._leifeng_today(), string="Signed On"
    )
    scan = fields.Binary(string="Signed Paper", required=True)
    scan_name = fields.Char(string="Name of the Paper")

    def action_record(self):
        content = self.env["leifeng.award.entry"]._decoded(self.scan)
        if len(content) > MAX_MEGABYTES * 1024 * 1024:
            raise UserError(
                self.env._("A file can have at most %(count)s MB.", count=MAX_MEGABYTES)
            )
        kind = upload.kind_of(content)
        if not kind:
            raise UserError(self.env._("Please choose a picture (JPG, PNG) or a PDF."))
        name = upload.safe_name(self.scan_name, kind)
        self.story_id._consent_on_paper(self.name, self.scan, name, self.agreed_on)
