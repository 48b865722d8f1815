import secrets
from datetime import timedelta

from odoo import api, fields, models

from ..tools import qr, secret

CARD_DAYS = 60  # after the shift; later nobody remembers, and the cards are removed
# Letters and digits that nobody takes for another one, on paper read aloud.
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
CODE_LENGTH = 16  # of 31 letters: 79 bits, and tries are counted


class LeifengServiceRatingCard(models.Model):
    """A printed card that is good for one answer about one shift; nobody knows who got it."""

    _name = "leifeng.service.rating.card"
    _description = "Feedback Card"
    _order = "id"

    session_id = fields.Many2one(
        "leifeng.session", required=True, readonly=True, index=True, ondelete="cascade"
    )
    token = fields.Char(required=True, readonly=True, groups=fields.NO_ACCESS)
    rating_ids = fields.One2many("leifeng.service.rating", "card_id", groups=fields.NO_ACCESS)

    _unique_token = models.UniqueIndex("(token)")

    @api.model
    def _for_session(self, session, count):
        """Make ``count`` cards for ``session``, with sudo: their codes are printed at once."""
        # sudo: leifeng.service.rating.card - nobody reads codes but from paper
        cards = self.sudo()
        codes = [self._code() for _number in range(count)]
        return cards.create([{"session_id": session.id, "token": code} for code in codes])

    @api.model
    def _code(self):
        return "".join(secrets.choice(LETTERS) for _n in range(CODE_LENGTH))

    @api.model
    def _by_token(self, token):
        """Return the card with this code, with sudo, or an empty recordset."""
        # sudo: leifeng.service.rating.card - whoever holds the card may answer
        return secret.holder_of(self.sudo(), "token", token)

    def _standing(self):
        """Return "used", "early", "late", or "open" for a card that can be answered on."""
        now, session = fields.Datetime.now(), self.session_id
        if self.rating_ids:
            return "used"
        if session.state not in ("open", "done") or now > session.stop + timedelta(days=CARD_DAYS):
            return "late"
        return "early" if now < session.start else "open"

    @api.model
    def _expired_domain(self, company):
        return [
            ("session_id.company_id", "=", company.id),
            ("session_id.stop", "<", fields.Datetime.now() - timedelta(days=CARD_DAYS)),
            ("rating_ids", "=", False),
        ]

    def _code_text(self):
        """Return the code as printed, in groups of four."""
        return "-".join(self.token[at : at + 4] for at in range(0, CODE_LENGTH, 4))

    def _print_values(self):
        url = f"{self.get_base_url()}/leifeng/rate/{self.token}"
        return {"code": self._code_text(), "qr": qr.data_uri(url)}
