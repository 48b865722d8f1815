from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import format_list

from .leifeng_story import CHANNELS

STEPS = {"draft": "first", "first": "second", "second": "final"}  # 三审: state → what passing gives
NO_REVIEWS = {
    f"{step}_{what}": False for step in ("first", "second", "final") for what in ("by_id", "on")
}
NEEDED = {"inner": 1, "public": 3}  # reviews before publication


class LeifengStory(models.Model):
    """Reviews before publication: one for the inner journal and the board, three by three people
    for what is read outside (三审三校), and nobody reviews what they wrote."""

    _inherit = "leifeng.story"

    reviewer_ids = fields.Many2many(
        "res.users",
        "leifeng_story_reviewer_rel",
        string="Reviewers",
        domain=[("share", "=", False)],
        copy=False,
        groups="leifeng_campaign.group_leifeng_officer",
        help="Colleagues who may review this item besides the office.",
    )
    first_by_id = fields.Many2one("res.users", "First Review By", readonly=True, copy=False)
    first_on = fields.Datetime("First Review On", readonly=True, copy=False)
    second_by_id = fields.Many2one("res.users", "Second Review By", readonly=True, copy=False)
    second_on = fields.Datetime("Second Review On", readonly=True, copy=False)
    final_by_id = fields.Many2one("res.users", "Final Review By", readonly=True, copy=False)
    final_on = fields.Datetime("Final Review On", readonly=True, copy=False)
    remark = fields.Text(readonly=True, copy=False)
    may_review = fields.Boolean(compute="_compute_may_review")
    may_publish = fields.Boolean(compute="_compute_may_review")
    review_hint = fields.Char(compute="_compute_may_review")

    @api.depends_context("uid")
    @api.depends("state", "offered_on", *CHANNELS, "writer_id", "author_id", "person_id")
    def _compute_may_review(self):
        officer = self.env.user.has_group("leifeng_campaign.group_leifeng_officer")
        for story in self:
            waits = story.state in STEPS and story.offered_on and not story._is_reviewed()
            refusal = waits and story._review_refusal()
            story.may_review = waits and not refusal
            story.review_hint = refusal or False
            story.may_publish = officer and story._is_reviewed()

    # ACTIONS

    def action_pass(self):
        """Pass the next review; the record says who and when."""
        self.ensure_one()
        self.check_access("read")
        if self.state not in STEPS or not self.offered_on:
            raise UserError(self.env._("This item does not wait for a review."))
        if refusal := self._review_refusal():
            raise AccessError(refusal)
        step = STEPS[self.state]
        passed = {f"{step}_by_id": self.env.uid, f"{step}_on": fields.Datetime.now()}
        # sudo: leifeng.story - reviewers have read access alone, checked above
        self.sudo()._set_state(step, remark=False, **passed)

    def action_return(self, remark):
        """Give it back to whoever wrote it; ``remark`` says what should be changed."""
        self.ensure_one()
        self.check_access("read")
        if not self._user_may_act():
            raise AccessError(self.env._("Items are returned by the office or a reviewer."))
        if not self.offered_on:
            raise UserError(self.env._("This item does not wait for a review."))
        remark = self._sentence(remark, self.env._("Please say what should be changed."))
        # sudo: leifeng.story - reviewers have read access alone, checked above
        self.sudo()._set_state("returned", remark=remark, offered_on=False, **NO_REVIEWS)
        self._tell_returned(remark)

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

    def _sentence(self, text, refusal):
        if not (text or "").strip():
            raise UserError(refusal)
        return text.strip()

    def _check_office(self):
        self.check_access("write")
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("Items are published by the campaign's office."))

    def _user_may_act(self):
        user = self.env.user
        # sudo: leifeng.story - reviewers are named by the office and need not see each other
        named = user in self.sudo().reviewer_ids and not user.share
        return named or user.has_group("leifeng_campaign.group_leifeng_officer")

    def _own_hands(self):
        """Return the accounts of all who wrote the item or whom it is about."""
        # sudo: hr.employee, res.users - whose account is whose
        story = self.sudo()
        people = story.author_id | story.person_id
        return story.writer_id | story.editor_ids | people.user_id

    def _review_refusal(self):
        """Return why this user can't do the next review, or ""."""
        user = self.env.user
        if not self._user_may_act():
            return self.env._("Items are reviewed by the office, or by whom it has named.")
        if user in self._own_hands():
            return self.env._("Somebody else has to review it: you wrote it, or it is about you.")
        if user in self.first_by_id | self.second_by_id | self.final_by_id:
            return self.env._("You have reviewed it already: each review is another person's.")
        return self._consent_refusal()

    def _reviews_done(self):
        return sum(bool(self[f"{step}_by_id"]) for step in ("first", "second", "final"))

    def _reviews_needed(self):
        return NEEDED["public" if self._is_public() else "inner"]

    def _is_reviewed(self):
        standing = self.state in ("first", "second", "final")
        return standing and self._reviews_done() >= self._reviews_needed()

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
