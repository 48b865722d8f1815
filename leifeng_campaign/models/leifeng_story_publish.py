from odoo import models
from odoo.exceptions import AccessError, UserError
from odoo.tools import format_list

from .leifeng_story import CHANNELS


class LeifengStory(models.Model):
    """Publishing what has been reviewed, with everybody's consent, and taking it down."""

    _inherit = "leifeng.story"

    # ACTIONS

    def action_publish(self):
        """Publish in the channels chosen, once it is reviewed and everybody concerned agrees."""
        self._check_office()
        for story in self:
            story._check_publish()
            # sudo: leifeng.story - the day is not written by hand
            story.sudo()._set_state("published", published_on=story.company_id._leifeng_today())
            story._tell_published()

    def action_take_down(self, reason):
        """Take a published item down everywhere; ``reason`` stays on the record."""
        self.ensure_one()
        self._check_office()
        self._take_down(self._sentence(reason, self.env._("Please say why it is taken down.")))

    # BUSINESS

    def _take_down(self, reason):
        # sudo: leifeng.story - the reason is not written by hand
        self.sudo()._set_state("taken_down", remark=reason)

    def _check_office(self):
        self.check_access("write")
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("Items are published by the campaign's office."))

    def _check_publish(self):
        if not any(self[name] for name in CHANNELS):
            raise UserError(self.env._("Please choose where “%(name)s” appears.", name=self.name))
        if not self._is_reviewed():
            raise UserError(
                self.env._(
                    "“%(name)s” needs %(needed)s reviews by as many people, and has %(done)s.",
                    name=self.name,
                    needed=self._reviews_needed(),
                    done=self._reviews_done(),
                )
            )
        if refusal := self._consent_refusal() or self._pictures_refusal():
            raise UserError(refusal)

    def _pictures_refusal(self):
        """Name the pictures whose portrayed people have not agreed as recorded, or return "".

        Nobody's portrait is published without consent (民法典 art. 1019, 个人信息保护法 art. 25).
        """
        missing = self.picture_ids.filtered(lambda picture: not picture.cleared)
        if not missing:
            return ""
        return self.env._(
            "The people on these pictures have not agreed to the publication, as far as is "
            "recorded: %(pictures)s. Please record their consent or remove the pictures.",
            pictures=format_list(self.env, [picture._label() for picture in missing]),
        )
