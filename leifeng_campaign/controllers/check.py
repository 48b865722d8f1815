import re

from odoo.http import Controller, request, route

from ..tools.rate_limit import RateLimit
from . import formats
from .portal import text_of
from .public_page import MINUTES, PublicPage

URL = "/leifeng/check"
CODE_LENGTH = 32

# How many names may be tried; each process counts for itself, which is enough to stop guessing.
by_address = RateLimit(30, MINUTES * 60)
by_code = RateLimit(10, MINUTES * 60)


class LeifengCheck(PublicPage, Controller):
    """The public page on which anybody who holds a certificate checks it."""

    @route(URL, type="http", auth="public", website=True, sitemap=False)
    def leifeng_check_form(self, **params):
        if code := text_of(params, "code"):
            return request.redirect(f"{URL}/{self._clean_code(code)}")
        return self._render("check_form")

    @route(f"{URL}/<string:code>", type="http", auth="public", website=True, sitemap=False)
    def leifeng_check(self, code, **_params):
        return self._render_certificate(code)

    @route(
        f"{URL}/<string:code>/name",
        type="http",
        auth="public",
        methods=["POST"],
        website=True,
        sitemap=False,
    )
    def leifeng_check_name(self, code, **params):
        if not self._may_try(code):
            return self._render("check_too_many", status=429, minutes=MINUTES)
        return self._render_certificate(code, name=text_of(params, "name").strip()[:100])

    # VALUES

    def _clean_code(self, code):
        """Return the code as a person may have copied it from paper; "-" stands for no code."""
        return re.sub(r"[^0-9a-f]", "", code.lower())[:CODE_LENGTH] or "-"

    def _may_try(self, code):
        return self._within(by_address, by_code, self._clean_code(code))

    def _render_certificate(self, code, name=""):
        certificate_sudo = request.env["leifeng.certificate"]._by_token(self._clean_code(code))
        if not certificate_sudo:
            return self._render("check_unknown", status=404)
        return self._render(
            "check_honor" if certificate_sudo.kind == "honor" else "check_certificate",
            **self._state_values(certificate_sudo),
            **self._paper_values(certificate_sudo),
            code=self._clean_code(code),
            name=name,
            name_fits=bool(name) and certificate_sudo._is_held_by(name),
        )

    def _state_values(self, certificate_sudo):
        """Return what is said of every certificate, for ever."""
        env = request.env
        successor_sudo = certificate_sudo.replaced_by_id
        return {
            "number": certificate_sudo.number,
            "state": certificate_sudo.state,
            "state_text": formats.label(certificate_sudo, "state"),
            "holder": certificate_sudo._masked_name(),
            "successor": certificate_sudo._successor_number(),
            "replaced_on": formats.long_date(env, successor_sudo.issued_on),
            "recording_unit": certificate_sudo.recording_unit,
            "issued_on": formats.long_date(env, certificate_sudo.issued_on),
        }

    def _paper_values(self, certificate_sudo):
        """Return what stands on the paper, with the name masked and no staff number."""
        honor = certificate_sudo.kind == "honor"
        return (self._honor_values if honor else self._service_values)(certificate_sudo)

    def _honor_values(self, certificate_sudo):
        """The department of a person isn't shown; a department's own honor bears its name."""
        return {
            "of_department": not certificate_sudo.employee_id,
            "award": certificate_sudo.award_name,
            "tier": certificate_sudo._shown_tier(),
            "sentence": certificate_sudo._sentence(),
            "document": certificate_sudo.document_number,
            "revoked_on": formats.long_date(request.env, certificate_sudo.revoked_on),
            "revoke_document": certificate_sudo.revoke_document,
        }

    def _service_values(self, certificate_sudo):
        env = request.env
        return {
            "department": certificate_sudo.holder_department,
            "date_from": formats.long_date(env, certificate_sudo.date_from),
            "date_to": formats.long_date(env, certificate_sudo.date_to),
            "hours": certificate_sudo._hours_text(),
            "work_hours": certificate_sudo._hours_text("work_minutes"),
            "service_count": certificate_sudo.service_count,
            "rounding": certificate_sudo.rounding_text,
            "rows": certificate_sudo._content_rows(),
            "partner_rows": certificate_sudo._content_rows("partner_content"),
            "partner_hours": certificate_sudo._hours_text("partner_minutes"),
            "training_rows": certificate_sudo._content_rows("training_content"),
            "training_hours": certificate_sudo._hours_text("training_minutes"),
        }
