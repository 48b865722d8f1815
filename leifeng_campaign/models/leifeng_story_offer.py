from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .leifeng_story_guard import WRITTEN


class LeifengStory(models.Model):
    """Handing a text over, and taking it back until somebody has reviewed it."""

    _inherit = "leifeng.story"

    private = fields.Boolean(
        readonly=True, copy=False, index=True, help="Nobody but the author reads it."
    )
    offered_on = fields.Datetime(string="Offered for Publication On", readonly=True, copy=False)
    is_mine = fields.Boolean(compute="_compute_is_mine")

    @api.depends_context("uid")
    @api.depends("kind", "author_id", "writer_id", "department_id")
    def _compute_is_mine(self):
        for story in self:
            story.is_mine = story._user_writes()

    # ACTIONS

    def action_offer(self):
        """Offer for Publication: from now on the office sees it, and somebody reviews it."""
        self.ensure_one()
        self._check_writing()
        if not self.name or not self.character_count:
            raise UserError(self.env._("Please write a title and a text first."))
        # sudo: leifeng.story - authors have read access alone, checked above
        story = self.sudo()
        if self.state == "returned":
            story._set_state("draft")
        story.write(self._offer_values())

    def action_take_back(self):
        """Take Back, until somebody reviewed it; a reflection is the author's alone again."""
        self.ensure_one()
        self._check_writes()
        returned = self.state == "returned" and self.kind == "reflection"
        if not returned and not (self.state == "draft" and self.offered_on):
            raise UserError(self.env._("There is nothing to take back any more."))
        # sudo: leifeng.story - authors have read access alone, checked above
        story = self.sudo().with_context(tracking_disable=self.kind == "reflection")
        if story.state == "returned":
            story._set_state("draft")
        story.write({"offered_on": False, "remark": False})
        if story.kind == "reflection":
            story._make_private()

    # BUSINESS

    def _offer_values(self):
        values = {"offered_on": fields.Datetime.now(), "private": False, "remark": False}
        if self.kind == "reflection":  # offering it is the author's consent
            values |= {"consent": "given", "consent_on": fields.Datetime.now()}
        return values

    def _make_private(self):
        """Leave nothing of the time in between: no message, follower or to-do of anybody."""
        self.with_context(tracking_disable=True).write({"private": True, "consent": False})
        self.activity_ids.unlink()
        self.message_ids.unlink()
        self.message_follower_ids.unlink()

    def _user_writes(self):
        """Whether the user is who writes this text, or of the office that publishes it."""
        user = self.env.user
        me = user.employee_id
        if self.kind == "reflection":
            return bool(me) and self.author_id == me
        if user.has_group("leifeng_campaign.group_leifeng_officer"):
            return True
        if self.kind == "essay":
            return bool(me) and self.author_id == me
        if self.writer_id == user:
            return True
        # sudo: hr.department - coordinators can't read hr
        return self.sudo().department_id in user._leifeng_departments() and not user.share

    def _check_writes(self):
        self.check_access("read")
        if not self._user_writes():
            raise AccessError(self.env._("Only whoever writes this text decides about that."))

    def _check_writing(self):
        self._check_writes()
        if self.state not in WRITTEN:
            raise UserError(self.env._("This text is reviewed or published already."))

    def _message_subscribe(self, partner_ids=None, subtype_ids=None, customer_ids=None):
        """Override: colleagues could read who follows, and so that there is a private text."""
        # sudo: leifeng.story - whoever may not read a private text may not follow it either
        if any(story.private for story in self.sudo()):
            raise AccessError(self.env._("A private text has no followers."))
        return super()._message_subscribe(partner_ids, subtype_ids, customer_ids)

    def _tell_returned(self, remark):
        """Tell the author of a reflection in the portal; other texts are the writer's to-do."""
        if self.kind != "reflection":
            return
        name = self.name
        # sudo: hr.employee - the author is told
        self.env["leifeng.message"].tell(
            self.sudo().author_id,
            lambda env: env._(
                "“%(name)s” came back with a remark: %(remark)s", name=name, remark=remark
            ),
            url=f"/my/leifeng/reflections/{self.id}",
        )

    def _tell_published(self):
        """Tell the author and whom it is about; nobody else is sent anything."""
        name = self.name
        # sudo: hr.employee - those concerned are told
        people = self.sudo().author_id | self.sudo().person_id
        self.env["leifeng.message"].tell(
            people.filtered("user_id"),
            lambda env: env._("“%(name)s” has been published.", name=name),
            url=f"/my/leifeng/stories/{self.id}",
        )
