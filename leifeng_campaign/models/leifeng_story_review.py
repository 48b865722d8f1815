from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

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

    # BUSINESS

    def _sentence(self, text, refusal):
        if not (text or "").strip():
            raise UserError(refusal)
        return text.strip()

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
