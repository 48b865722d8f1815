from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from .leifeng_service_request import OFFICER_OR_SUPERVISOR

MAX_SENTENCE = 200  # characters
STARS = range(1, 6)


class LeifengServiceRating(models.Model):
    """What the served say of a shift: stars and a sentence, for ever as they were given.

    Nobody in Odoo can write one: the public page alone does, once for each card. Odoo's own
    rating.rating can be rewritten by every internal user.
    """

    _name = "leifeng.service.rating"
    _description = "Service Feedback"
    _inherit = ["leifeng.append.only.mixin"]
    _order = "id desc"
    _append_only = ("session_id", "card_id", "request_id", "stars")

    session_id = fields.Many2one(
        "leifeng.session", string="Shift", required=True, readonly=True, ondelete="restrict"
    )
    card_id = fields.Many2one("leifeng.service.rating.card", readonly=True, ondelete="restrict")
    request_id = fields.Many2one("leifeng.service.request", readonly=True, ondelete="restrict")
    company_id = fields.Many2one("res.company", required=True, readonly=True)
    campaign_id = fields.Many2one("leifeng.campaign", readonly=True, index=True)
    activity_id = fields.Many2one("leifeng.campaign.activity", readonly=True)
    post_id = fields.Many2one("leifeng.service.post", readonly=True, index="btree_not_null")
    session_date = fields.Date(string="Day of the Shift", readonly=True)
    # a float, so that lists and pivots show averages as 4.3 and not as 4
    stars = fields.Float(required=True, readonly=True, digits=(2, 1), aggregator="avg")
    text = fields.Char(string="In Their Words", size=MAX_SENTENCE, readonly=True)
    text_removed_by = fields.Char(string="Sentence Removed By", readonly=True)

    _append_only_guard = models.Constraint("CHECK (true)", "What the served said can't be changed.")
    _one_to_five = models.Constraint(
        "CHECK (stars IN (1, 2, 3, 4, 5))", "Please choose 1 to 5 stars."
    )
    _by_session = models.Index("(session_id)")
    _one_a_card = models.UniqueIndex("(card_id)", "This card has been used already.")
    _one_a_request = models.UniqueIndex("(request_id)", "You have answered already.")

    def init(self):
        """Extend: a sentence can be emptied, never rewritten."""
        done = super().init()
        guard = f"{self._table}_append_only_guard_text"
        self._create_guard(guard, "UPDATE OF", ["text"], SQL("coalesce(NEW.text, '') <> ''"))
        return done

    @api.depends("stars", "session_id")
    def _compute_display_name(self):
        for rating in self:
            rating.display_name = "★" * int(rating.stars)

    # ACTIONS

    def action_remove_text(self):
        """Empty a sentence that names somebody; the stars stay."""
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_manager"):
            raise AccessError(self.env._("Only a campaign manager can remove a sentence."))
        self.check_access("read")
        for rating in self.filtered("text"):
            # sudo: leifeng.service.rating - nobody has write access, this act empties a sentence
            rating.sudo().write({"text": False, "text_removed_by": self.env.user.name})
            self.env["leifeng.journal"].record("rating_text", rating, {"stars": int(rating.stars)})

    # BUSINESS

    @api.model
    def _answer(self, session, stars, text, card=None, request=None):
        """Write what somebody said of ``session`` on a card or on the organization's page.

        The only way in; it is called by the public pages alone. Raises UserError.
        """
        stars = int(stars) if stars in map(str, STARS) else 0
        if not stars:
            raise UserError(self.env._("Please choose 1 to 5 stars."))
        text = " ".join((text or "").split())
        if len(text) > MAX_SENTENCE:
            raise UserError(
                self.env._("Please use at most %(count)s characters.", count=MAX_SENTENCE)
            )
        # sudo: leifeng.service.rating - written without an account, by nobody else
        return self.sudo().create(
            {
                **self._session_values(session.sudo()),
                "card_id": card.id if card else False,
                "request_id": request.id if request else False,
                "stars": stars,
                "text": text or False,
            }
        )

    def _session_values(self, session):
        """Return plain copies: guarded rows hold no stored related fields."""
        return {
            "session_id": session.id,
            "company_id": session.company_id.id,
            "campaign_id": session.campaign_id.id,
            "activity_id": session.activity_id.id,
            "post_id": session.post_id.id,
            "session_date": session._local_date(),
        }

    @api.model
    def _sum_of_person(self, employee):
        """Return (average, count) over the sessions in which ``employee`` served; nobody else's
        are told, and none to others."""
        # sudo: leifeng.service.record, leifeng.service.rating - a sum over one's own sessions
        env = self.sudo().env
        served = env["leifeng.service.record"]._read_group(
            [
                ("employee_id", "=", employee.id),
                ("session_id", "!=", False),
                ("reverses_id", "=", False),
                ("reversal_ids", "=", False),
            ],
            ["session_id"],
        )
        ids = [session.id for (session,) in served]
        ((average, count),) = env["leifeng.service.rating"]._read_group(
            [("session_id", "in", ids)], [], ["stars:avg", "__count"]
        )
        return average or 0, count


class LeifengRatingSumsMixin(models.AbstractModel):
    """Sums of the answers on what they are about: how many, and the average of the stars."""

    _name = "leifeng.rating.sums.mixin"
    _description = "Sums of service feedback"

    _rating_field = None  # the field of the rating that leads here

    rating_count = fields.Integer(
        string="Answers", compute="_compute_rating_sums", groups=OFFICER_OR_SUPERVISOR
    )
    rating_average = fields.Float(
        string="Average Stars",
        compute="_compute_rating_sums",
        digits=(2, 1),
        groups=OFFICER_OR_SUPERVISOR,
    )

    def _compute_rating_sums(self):
        field = self._rating_field
        groups = self.env["leifeng.service.rating"]._read_group(
            [(field, "in", self.ids)], [field], ["__count", "stars:avg"]
        )
        sums = {record: (count, average) for record, count, average in groups}
        for record in self:
            count, average = sums.get(record._origin, (0, 0))
            record.rating_count, record.rating_average = count, average

    def action_view_ratings(self):
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_service_rating_action"
        )
        return {**action, "domain": [(self._rating_field, "in", self.ids)], "context": {}}
