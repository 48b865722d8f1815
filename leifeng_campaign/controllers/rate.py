import re

from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.http import Controller, request, route
from odoo.tools import mute_logger

from ..models.leifeng_service_rating import MAX_SENTENCE
from ..tools.rate_limit import RateLimit
from . import formats
from .portal import text_of
from .public_page import MINUTES, PublicPage

URL = "/leifeng/rate"
OPTIONS = {"type": "http", "auth": "public", "website": True, "sitemap": False}

# A whole room may answer through one address; a card is answered once.
by_address = RateLimit(120, MINUTES * 60)
by_card = RateLimit(10, MINUTES * 60)


class LeifengRate(PublicPage, Controller):
    """The page behind a printed card: stars and a sentence, without an account, once."""

    @route(URL, **OPTIONS)
    def leifeng_rate_form(self, **params):
        if code := text_of(params, "code"):
            return request.redirect(f"{URL}/{self._clean(code)}")
        return self._render("rate_code")

    @route(f"{URL}/<string:code>", **OPTIONS, methods=["GET"])
    def leifeng_rate(self, code, **_params):
        if not self._within(by_address, by_card, self._clean(code)):
            return self._too_many()
        return self._page(code)

    @route(f"{URL}/<string:code>", **OPTIONS, methods=["POST"])
    def leifeng_rate_send(self, code, **params):
        if not self._within(by_address, by_card, self._clean(code)):
            return self._too_many()
        card_sudo = self._card(code)
        standing = card_sudo._standing() if card_sudo else "unknown"
        if standing != "open" or self._is_robot(params):
            return self._page(code)
        stars, text = text_of(params, "stars"), text_of(params, "text")
        if refusal := self._refusal(card_sudo, stars, text):
            return self._page(code, status=422, error=refusal, stars=stars, text=text)
        return self._render("rate_note", standing="thanks")

    # HELPERS

    def _clean(self, code):
        """Return the code as it may have been typed from paper; "-" stands for none."""
        return re.sub("[^0-9a-z]", "", code.lower())[:32] or "-"

    def _card(self, code):
        return request.env["leifeng.service.rating.card"]._by_token(self._clean(code))

    def _refusal(self, card_sudo, stars, text):
        """Write the answer; return the sentence by which it was refused, or ""."""
        ratings = request.env["leifeng.service.rating"]
        try:
            with mute_logger("odoo.sql_db"), request.env.cr.savepoint():
                ratings._answer(card_sudo.session_id, stars, text, card=card_sudo)
        except IntegrityError:
            return request.env._("This card has been used already.")
        except UserError as refusal:
            return str(refusal)
        return ""

    def _page(self, code, status=200, **values):
        card_sudo = self._card(code)
        standing = card_sudo._standing() if card_sudo else "unknown"
        if standing != "open":
            status = 404 if standing == "unknown" else 200
            return self._render("rate_note", status=status, standing=standing)
        session = card_sudo.session_id
        return self._render(
            "rate_page",
            status=status,
            code=self._clean(code),
            session=session.name,
            when=formats.span_text(request.env, session.start, session.stop, session._tz()),
            company=session.company_id.name,
            max_sentence=MAX_SENTENCE,
            **values,
        )

    def _too_many(self):
        return self._render("rate_note", status=429, standing="too_many", minutes=MINUTES)
