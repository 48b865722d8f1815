import base64

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools import upload
from ..tools.picture import shape

MAX_MEGABYTES = 20  # a photo as a phone takes it
MAX_PICTURES = 12


class LeifengStoryPicture(models.Model):
    """A photo of a story, never asked for: shown once everybody recognizable on it has agreed.

    It is written anew when it is stored, so that where and when it was taken is lost.
    """

    _name = "leifeng.story.picture"
    _description = "Picture of an Item"
    _order = "story_id, sequence, id"
    _rec_name = "caption"

    story_id = fields.Many2one("leifeng.story", required=True, index=True, ondelete="cascade")
    sequence = fields.Integer(default=10)
    image = fields.Image(string="Picture", required=True, max_width=2400, max_height=2400)
    image_small = fields.Image(
        "Picture, Small", related="image", max_width=1080, max_height=1080, store=True
    )
    caption = fields.Char()
    recognizable = fields.Boolean(
        string="People Are Recognizable", default=True, help="Also from behind or in uniform."
    )
    consent_ids = fields.One2many("leifeng.story.consent", "picture_id", groups="base.group_user")
    cleared = fields.Boolean(
        string="May Be Shown", compute="_compute_cleared", store=True, compute_sudo=True
    )
    portrayed = fields.Char(
        string="Who Is Portrayed", compute="_compute_portrayed", groups="base.group_user"
    )

    @api.depends("recognizable", "consent_ids.agreed_on")
    def _compute_cleared(self):
        for picture in self:
            dates = picture.consent_ids.mapped("agreed_on")
            picture.cleared = not picture.recognizable or (bool(dates) and all(dates))

    @api.depends("recognizable", "consent_ids.name", "consent_ids.agreed_on")
    def _compute_portrayed(self):
        for picture in self:
            picture.portrayed = ", ".join(map(picture._name_with_consent, picture.consent_ids))

    def _name_with_consent(self, consent):
        if consent.agreed_on:
            return consent.name
        return self.env._("%(name)s (not agreed yet)", name=consent.name)

    @api.model_create_multi
    def create(self, vals_list):
        pictures = super().create([self._cleaned(vals) for vals in vals_list])
        pictures._check_story()
        return pictures

    def write(self, vals):
        """Consents are recorded, and taken back, whatever became of the item."""
        if "story_id" in vals:
            raise UserError(self.env._("A picture stays with its item."))
        if vals.keys() - {"consent_ids"}:
            self._check_story()
        return super().write(self._cleaned(vals))

    @api.ondelete(at_uninstall=False)
    def _unlink_except_reviewed(self):
        self.filtered(lambda picture: picture.story_id.state != "taken_down")._check_story()

    # BUSINESS

    def _check_story(self):
        for story in self.story_id:
            story._check_words({})
            if len(story.picture_ids) > MAX_PICTURES:
                raise UserError(
                    self.env._("At most %(count)s pictures an item.", count=MAX_PICTURES)
                )

    def _cleaned(self, vals):
        """Return ``vals`` with a picture that says nothing of place and time."""
        if not vals.get("image"):
            return vals
        entries = self.env["leifeng.award.entry"]  # proof is cleaned in the same way
        content = entries._decoded(vals["image"])
        self._check_kind(content)
        return {**vals, "image": base64.b64encode(entries._clean_image(content))}

    def _check_kind(self, content):
        if len(content) > MAX_MEGABYTES * 1024 * 1024:
            raise UserError(
                self.env._("A file can have at most %(count)s MB.", count=MAX_MEGABYTES)
            )
        if upload.kind_of(content) not in ("jpg", "png"):
            raise UserError(self.env._("Please choose a picture as JPG or PNG."))

    def _label(self):
        """Return what a sentence calls it: its caption, else its place in the story."""
        pictures = self.story_id.picture_ids.ids
        number = pictures.index(self.id) + 1 if self.id in pictures else 1
        if self.caption:
            return self.env._(
                "picture %(number)s “%(caption)s”", number=number, caption=self.caption
            )
        return self.env._("picture %(number)s", number=number)

    def _shape(self):
        """Return height by width."""
        return shape(base64.b64decode(self.image_small))

    def _data_uri(self):
        """Return the picture as an address that holds it, for papers and for pasting."""
        content = self.image_small.decode()
        kind = "png" if content.startswith("iVBOR") else "jpeg"
        return f"data:image/{kind};base64,{content}"
