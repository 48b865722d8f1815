from odoo import api, fields, models

FIXED = ("story_id", "picture_id", "recorded_by")  # not written by hand


class LeifengStoryConsent(models.Model):
    """Somebody's consent as recorded: of a person on a picture, or on paper to a text.

    Kept away from readers: they see the pictures that may be shown, not who agreed, and no scans.
    """

    _name = "leifeng.story.consent"
    _description = "Consent on Record"
    _order = "id"

    story_id = fields.Many2one("leifeng.story", required=True, index=True, ondelete="cascade")
    picture_id = fields.Many2one("leifeng.story.picture", index=True, ondelete="cascade")
    name = fields.Char(string="Whose Consent", required=True)
    guardian = fields.Char(
        string="Given By, If Somebody Else",
        help="For a child under 14 a parent or guardian agrees (个人信息保护法 art. 31).",
    )
    agreed_on = fields.Date(help="Empty: not agreed yet, or taken back. Pictures vanish then.")
    recorded_by = fields.Char(readonly=True)
    scan = fields.Binary(string="Signed Paper", attachment=True)
    scan_name = fields.Char(string="Name of the Paper")

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._own_values(vals) for vals in vals_list])

    def write(self, vals):
        values = {name: vals[name] for name in vals if name not in FIXED}
        if "agreed_on" in values:
            values["recorded_by"] = self.env.user.name
        return super().write(values)

    def _own_values(self, vals):
        """Return ``vals`` with the item of the picture, and with who records it."""
        values = {**vals, "recorded_by": self.env.user.name}
        if picture_id := vals.get("picture_id"):
            values["story_id"] = self.env["leifeng.story.picture"].browse(picture_id).story_id.id
        return values
