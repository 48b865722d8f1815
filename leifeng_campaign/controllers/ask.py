import re

from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.http import Controller, request, route
from odoo.tools import mute_logger

from ..models.leifeng_service_rating import MAX_SENTENCE
from ..models.leifeng_service_request_ask import NUMBERS, TEXTS
from ..tools.rate_limit import RateLimit
from . import ask_values
from .portal import text_of
from .public_page import MINUTES, PublicPage

URL = "/leifeng/ask"
PAGE = f"{URL}/<string:token>"
# any text, not a number: Odoo fails at a NUL in an address that fits none of its routes
ONE = f"{PAGE}/<string:request_id>"
FIELDS = ("served", "wish_date", *TEXTS, *NUMBERS)
OPTIONS = {"type": "http", "auth": "public", "website": True, "sitemap": False}

# How often somebody may send something; each process counts for itself.
by_address = RateLimit(40, MINUTES * 60)
by_link = RateLimit(20, MINUTES * 60)


class LeifengAsk(PublicPage, Controller):
    """The page on which an organization asks for service, without an account, by its own link."""

    @route(PAGE, **OPTIONS, methods=["GET"])
    def leifeng_ask(self, token, **params):
        partner_sudo = self._partner(token)
        again = self._own(partner_sudo, text_of(params, "again"))
        return self._page(partner_sudo, texts=again and ask_values.texts_of(again))

    @route(PAGE, **OPTIONS, methods=["POST"])
    def leifeng_ask_send(self, token, **params):
        texts = {name: text_of(params, name) for name in FIELDS}

        def send(partner_sudo):
            request.env["leifeng.service.request"]._ask(partner_sudo, texts)
            return request.env._("Your request has been received. The office will answer here.")

        return self._do(token, params, send, texts=texts)

    @route(ONE, **OPTIONS, methods=["GET"])
    def leifeng_ask_edit(self, token, request_id, **_params):
        partner_sudo = self._partner(token)
        own = self._own(partner_sudo, request_id)
        if own.state != "new":
            return self._page(partner_sudo)
        return self._page(partner_sudo, texts=ask_values.texts_of(own), changing=own.id)

    @route(f"{ONE}/change", **OPTIONS, methods=["POST"])
    def leifeng_ask_change(self, token, request_id, **params):
        texts = {name: text_of(params, name) for name in FIELDS}

        def change(partner_sudo):
            self._own_or_refuse(partner_sudo, request_id)._change(texts)
            return request.env._("Your request has been changed.")

        return self._do(token, params, change, texts=texts, changing=self._number(request_id))

    @route(f"{ONE}/withdraw", **OPTIONS, methods=["POST"])
    def leifeng_ask_withdraw(self, token, request_id, **params):
        def withdraw(partner_sudo):
            self._own_or_refuse(partner_sudo, request_id)._take_back()
            return request.env._("Your request has been taken back.")

        return self._do(token, params, withdraw)

    @route(f"{ONE}/rate", **OPTIONS, methods=["POST"])
    def leifeng_ask_rate(self, token, request_id, **params):
        stars, text = text_of(params, "stars"), text_of(params, "text")

        def rate(partner_sudo):
            own = self._own_or_refuse(partner_sudo, request_id)
            own._rate(stars, text)
            return request.env._("Thank you for your answer.")

        rated = {"id": self._number(request_id), "stars": stars, "text": text}
        return self._do(token, params, rate, rated=rated)

    # HELPERS

    def _partner(self, token):
        """Return the organization whose link it is, or nobody; the time it takes tells nothing."""
        clean = token if re.fullmatch("[0-9a-f]{32}", token) else "0" * 32
        return request.env["res.partner"]._leifeng_by_ask_token(clean)

    def _own(self, partner_sudo, request_id):
        """Return the organization's request with this number, or an empty recordset."""
        requests_sudo = partner_sudo.env["leifeng.service.request"]
        number = self._number(request_id)
        domain = [("id", "=", number), ("partner_id", "=", partner_sudo.id)]
        return requests_sudo.search(domain) if partner_sudo else requests_sudo.sudo(False)

    def _number(self, text):
        """Return the number of a request, 0 for what is none."""
        return int(text) if re.fullmatch("[0-9]{1,9}", text) else 0

    def _own_or_refuse(self, partner_sudo, request_id):
        if own := self._own(partner_sudo, request_id):
            return own
        raise UserError(request.env._("This request is not on this page any more."))

    def _do(self, token, params, act, **typed):
        """Do ``act`` for the organization and show its page; what was ``typed`` comes back with
        the sentence of a refusal."""
        allowed = self._within(by_address, by_link, token[:40])
        partner_sudo = self._partner(token)
        if not partner_sudo:
            return self._page(partner_sudo)
        if not allowed:
            return self._page(partner_sudo, status=429, error=self._too_many(), **typed)
        if self._is_robot(params):
            return request.redirect(f"{URL}/{token}")
        try:
            with mute_logger("odoo.sql_db"), request.env.cr.savepoint():
                done = act(partner_sudo)
        except IntegrityError:  # the same answer from two devices at once
            error = request.env._(
                "Something changed at the same moment. Please look at this page again."
            )
            return self._page(partner_sudo, status=422, error=error, **typed)
        except UserError as refusal:
            return self._page(partner_sudo, status=422, error=str(refusal), **typed)
        request.session["leifeng_notice"] = done
        return request.redirect(f"{URL}/{token}")

    def _too_many(self):
        return request.env._(
            "Too much was sent from here. Please wait %(minutes)s minutes and send it again.",
            minutes=MINUTES,
        )

    def _page(self, partner_sudo, status=200, texts=None, changing=None, rated=None, error=""):
        if not partner_sudo:
            return self._render("ask_unknown", status=404)
        return self._render(
            "ask_page",
            status=status,
            **ask_values.page_values(request.env, partner_sudo),
            texts=texts or ask_values.first_texts(partner_sudo),
            changing=changing,
            rated=rated or {},
            error=error,
            max_sentence=MAX_SENTENCE,
            done=request.session.pop("leifeng_notice", ""),
        )
