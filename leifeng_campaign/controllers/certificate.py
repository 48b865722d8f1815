from odoo.exceptions import UserError
from odoo.fields import Date
from odoo.http import request, route

from . import formats
from .portal import ID, LeifengPortal, employees_only, text_of

URL = "/my/leifeng/certificates"


class LeifengCertificatePortal(LeifengPortal):
    """One's own certificates: issued on request, free of charge (民政部令67 art. 14)."""

    @route(URL, type="http", auth="user", website=True)
    @employees_only
    def leifeng_certificates(self, **_params):
        return self._leifeng_certificates_page()

    @route(f"{URL}/issue", type="http", auth="user", methods=["POST"], website=True)
    @employees_only
    def leifeng_issue_certificate(self, **params):
        period = {name: text_of(params, name) for name in ("date_from", "date_to")}
        if refusal := self._leifeng_refusal(lambda: self._leifeng_issue(**period)):
            return self._leifeng_certificates_page(**period, error=refusal, status=422)
        return request.redirect(URL)

    @route(
        f"{URL}/<{ID}:certificate_id>/reissue",
        type="http",
        auth="user",
        methods=["POST"],
        website=True,
    )
    @employees_only
    def leifeng_reissue_certificate(self, certificate_id, **_params):
        return self._leifeng_act(self._leifeng_find_certificate(certificate_id).action_reissue, URL)

    @route(f"{URL}/<{ID}:certificate_id>/pdf", type="http", auth="user", website=True)
    @employees_only
    def leifeng_certificate_pdf(self, certificate_id, **_params):
        certificate = self._leifeng_find_certificate(certificate_id)
        name = f"{certificate.number}.pdf"
        return self._leifeng_pdf("action_report_service_certificate", certificate, name)

    # VALUES

    def _leifeng_my_certificates(self):
        """Return the domain of one's own certificates of service; honors have their own page."""
        return [*self._leifeng_mine(), ("kind", "=", "service")]

    def _leifeng_find_certificate(self, certificate_id):
        domain = [*self._leifeng_my_certificates(), ("id", "=", certificate_id)]
        certificate = request.env["leifeng.certificate"].search(domain)
        if not certificate:
            raise request.not_found()
        return certificate

    def _leifeng_issue(self, date_from, date_to):
        employee = request.env.user.employee_id
        request.env["leifeng.certificate"].issue_service_record(
            employee.id, self._leifeng_date(date_from), self._leifeng_date(date_to)
        )

    def _leifeng_date(self, text):
        """Return the date that a browser sent as '2026-03-05', False for none."""
        try:
            return Date.to_date(text) or False
        except ValueError:
            message = request.env._("Please write dates like 2026-03-05.")
            raise UserError(message) from None

    def _leifeng_certificates_page(self, status=200, **values):
        certificates = request.env["leifeng.certificate"].search(self._leifeng_my_certificates())
        return self._leifeng_render(
            "portal_certificates",
            status=status,
            certificates=[self._leifeng_certificate_values(each) for each in certificates],
            **values,
        )

    def _leifeng_certificate_values(self, certificate):
        env = request.env
        return {
            "number": certificate.number,
            "issued_on": formats.long_date(env, certificate.issued_on),
            "date_from": formats.long_date(env, certificate.date_from),
            "date_to": formats.long_date(env, certificate.date_to),
            "hours": certificate._hours_text(),
            "state": certificate.state,
            "state_text": formats.label(certificate, "state"),
            "state_reason": certificate.state_reason,
            "successor": certificate._successor_number(),
            "partner_hours": certificate.partner_minutes
            and certificate._hours_text("partner_minutes"),
            "training_hours": certificate.training_minutes
            and certificate._hours_text("training_minutes"),
            "reissue_url": f"{URL}/{certificate.id}/reissue",
            "pdf_url": f"{URL}/{certificate.id}/pdf",
        }
