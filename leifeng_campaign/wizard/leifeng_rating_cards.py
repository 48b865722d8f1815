from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

MOST = 200  # cards of one go
PER_PAGE = 10


class LeifengRatingCards(models.TransientModel):
    """Print cards on which the served answer: each is good for one answer about this shift."""

    _name = "leifeng.rating.cards"
    _description = "Print Feedback Cards"

    session_id = fields.Many2one("leifeng.session", required=True, readonly=True)
    count = fields.Integer(
        string="Number of Cards", compute="_compute_count", store=True, readonly=False
    )
    card_ids = fields.Many2many("leifeng.service.rating.card", readonly=True)

    @api.depends("session_id")
    def _compute_count(self):
        for wizard in self:
            # sudo: leifeng.service.request - how many people are served stands on the shift's page
            asked = sum(wizard.session_id.sudo().request_ids.mapped("people_count"))
            wizard.count = min(asked or PER_PAGE, MOST)

    def action_print(self):
        self.ensure_one()
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("Only the campaign's office prints these cards."))
        if not 1 <= self.count <= MOST:
            raise UserError(self.env._("Please print 1 to %(most)s cards at once.", most=MOST))
        if self.session_id.kind != "service" or self.session_id.state not in ("open", "done"):
            raise UserError(self.env._("Cards are printed for published service shifts."))
        self.card_ids = self.card_ids._for_session(self.session_id, self.count).ids
        report = self.env.ref("leifeng_campaign.leifeng_rating_card_report")
        return report.report_action(self, config=False)

    def _pages(self):
        """Return the cards as printed, in pages: the codes are read here and nowhere else."""
        self.session_id.check_access("write")
        # sudo: leifeng.service.rating.card - who may print reads what is printed
        mine = self.sudo().card_ids.filtered(lambda card: card.session_id == self.session_id)
        cards = [card._print_values() for card in mine]
        return [cards[at : at + PER_PAGE] for at in range(0, len(cards), PER_PAGE)]
