from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from ..tools import story_text
from .leifeng_story import CHANNELS

WRITTEN = ("draft", "returned")  # states in which the words may change
WORDS = {
    *("name", "body", "kind", "author_id", "author_name", "department_id", "department_name"),
    *("person_id", "entry_id", "session_id", "campaign_id", "company_id"),
}
# Written by buttons alone
KEPT = {
    *("private", "offered_on", "writer_id", "editor_ids", "published_on", "entry_id"),
    *("first_by_id", "first_on", "second_by_id", "second_on", "final_by_id", "final_on"),
    *("consent", "consent_on", "remark", "session_id", "character_count"),
}
OWNED = ("essay", "reflection")  # texts that belong to their author
SILENT = {
    "mail_create_nosubscribe": True,
    "mail_create_nolog": True,
    "mail_auto_subscribe_no_notify": True,
    "tracking_disable": True,
}


class LeifengStory(models.Model):
    """What can't be changed by hand, and when nothing can: reviewed words are frozen words."""

    _inherit = "leifeng.story"

    editor_ids = fields.Many2many(
        "res.users",
        "leifeng_story_editor_rel",
        string="Changed By",
        readonly=True,
        copy=False,
        groups="leifeng_campaign.group_leifeng_officer",
        help="Who changed the words; none of them reviews it.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        vals_list = [self._new_values(vals) for vals in vals_list]
        stories = super(LeifengStory, self.with_context(**SILENT)).create(vals_list)
        return stories.with_env(self.env)

    def _new_values(self, vals):
        self._check_kept({name: value for name, value in vals.items() if value})
        if not self.env.su and vals.get("kind") in OWNED:
            raise UserError(
                self.env._(
                    "Winning essays are opened from the entry; reflections are their authors'."
                )
            )
        return self._cleaned(vals)

    def write(self, vals):
        self._check_kept(vals)
        changed = WORDS & vals.keys()
        if changed:
            self._check_words(vals)
        if set(CHANNELS) & vals.keys():
            self._check_channels()
        if changed and not self.env.su:
            self._note_editor()
        return super().write(self._cleaned(vals))

    def copy_data(self, default=None):
        copies = super().copy_data(default)
        return [
            {**values, "name": self.env._("%s (copy)", story.name)}
            for story, values in zip(self, copies, strict=True)
        ]

    @api.ondelete(at_uninstall=False)
    def _unlink_except_reviewed(self):
        if any(story.state not in (*WRITTEN, "taken_down") for story in self):
            raise UserError(
                self.env._("What was reviewed is not deleted. Return it or take it down.")
            )

    def unlink(self):
        """Override: files of pictures and signed papers go with the rows that hold them."""
        # sudo: leifeng.story.consent - whoever may delete the item leaves no papers behind
        self.sudo().consent_ids.unlink()
        self.picture_ids.unlink()
        return super().unlink()

    # BUSINESS

    def _check_kept(self, vals):
        if KEPT & vals.keys() and not self.env.su:
            raise AccessError(self.env._("This is written by buttons, not by hand."))

    def _cleaned(self, vals):
        """Return ``vals`` with a text that holds words alone: no styles, no scripts, no pictures,
        which are put beside it with the consent of those portrayed."""
        if not vals.get("body"):
            return vals
        return {**vals, "body": story_text.clean(vals["body"])}

    def _check_words(self, vals):
        for story in self:
            if story.state not in WRITTEN:
                raise UserError(
                    self.env._(
                        "“%(name)s” has been reviewed: its words and pictures stand still. "
                        "Please return it first.",
                        name=story.name,
                    )
                )
            if not self.env.su:
                story._check_owner(vals)

    def _check_owner(self, vals):
        """Whose text it is, and whom it is about, can't be changed under a consent given."""
        owned = self.kind in OWNED or vals.get("kind") in OWNED
        kind = owned and vals.get("kind", self.kind) != self.kind
        author = owned and vals.get("author_id", self.author_id.id) != self.author_id.id
        person = self.consent and vals.get("person_id", self.person_id.id) != self.person_id.id
        if kind or author or person:
            raise UserError(
                self.env._("Whose text this is, or whom it is about, can't be changed any more.")
            )

    def _check_channels(self):
        if any(story.state in ("published", "taken_down") for story in self):
            raise UserError(
                self.env._("What has been published keeps its channels. Please write a new item.")
            )

    def _note_editor(self):
        """Remember who changed the words: nobody reviews what they wrote."""
        # sudo: leifeng.story - who changed it is not written by hand
        self.sudo().with_context(tracking_disable=True)._add_editor(self.env.user)

    def _add_editor(self, user):
        for story in self:
            if user not in story.editor_ids | story.writer_id:
                story.editor_ids = [Command.link(user.id)]
