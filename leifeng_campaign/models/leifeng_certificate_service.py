from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..tools import hours, secret
from .leifeng_service_record import OWN_HOURS, PARTNER_HOURS, TRAINING_HOURS


class LeifengCertificate(models.Model):
    """The 志愿服务记录证明: service that was recorded, certified on request."""

    _inherit = "leifeng.certificate"

    # ACTIONS

    @api.model
    def issue_service_record(self, employee_id, date_from=False, date_to=False, replaces_id=False):
        """Issue the 志愿服务记录证明 for the records in a period, or for all of them.

        On the volunteer's own request, or by the office (民政部令67 art. 14–17). ``replaces_id``
        is a valid certificate of the same person that the new one takes the place of.
        """
        # sudo: hr.employee - employees ask for themselves and can't read hr
        employee = self.env["hr.employee"].sudo().browse(employee_id).exists()
        self._check_may_issue(employee)
        records = self._attested_records(employee, date_from, date_to)
        if not records:
            raise UserError(self.env._("There is no service record in this period."))
        apart = self._records_apart(employee, date_from, date_to)
        old = self._replaceable(employee, replaces_id)
        (records | apart)._touch()
        if not old and (same := self._issued_today(employee, records | apart)):
            return same
        # sudo: leifeng.certificate - nobody has write access, certificates are issued by this act
        certificate = self.sudo().create(self._service_values(employee, records, apart))
        self.env["leifeng.journal"].record(
            "certificate",
            certificate,
            {"number": certificate.number, "minutes": certificate.minutes, "records": records.ids},
        )
        old._replace_by(certificate)
        return certificate.sudo(False)

    # BUSINESS

    def _check_may_issue(self, employee):
        mine = employee and employee == self.env.user.employee_id
        officer = self.env.user.has_group("leifeng_campaign.group_leifeng_officer")
        if not mine and not (officer and employee.company_id in self.env.companies):
            raise AccessError(self.env._("Certificates are issued to oneself or by the office."))

    def _attested_records(self, employee, date_from, date_to):
        """Return the records that the certificate sums up: service that this agency recorded."""
        return self._records_between(employee, date_from, date_to, OWN_HOURS)

    def _records_apart(self, employee, date_from, date_to):
        """Return what is listed apart: partners' records, which they certify, and training."""
        kinds = (PARTNER_HOURS, TRAINING_HOURS)
        found = (self._records_between(employee, date_from, date_to, kind) for kind in kinds)
        # sudo: leifeng.service.record - the empty set that they are joined to
        return self.env["leifeng.service.record"].sudo().union(*found)

    def _records_between(self, employee, date_from, date_to, kind):
        domain = [
            ("employee_id", "=", employee.id),
            ("reverses_id", "=", False),
            ("reversal_ids", "=", False),
            *kind,
        ]
        if date_from:
            domain.append(("date", ">=", date_from))
        if date_to:
            domain.append(("date", "<=", date_to))
        # sudo: leifeng.service.record - the person's records of all companies they worked in
        return self.env["leifeng.service.record"].sudo().search(domain, order="date, id")

    def _issued_today(self, employee, records):
        """Return the certificate issued today over the same records in the same words, if any: a
        second click gives the same paper, not a second number."""
        # sudo: leifeng.certificate - who asks may not read the person's certificates
        issued = self.sudo().search(
            [
                ("kind", "=", "service"),
                ("employee_id", "=", employee.id),
                ("state", "=", "valid"),
                ("issued_on", "=", employee.company_id._leifeng_today()),
                ("issued_by", "=", self._handler(employee)),
                ("holder_name", "=", employee.name),
                ("holder_department", "=", employee.department_id.name),
            ]
        )
        wanted = set(records.ids)
        same = issued.filtered(lambda certificate: set(certificate.record_ids.ids) == wanted)
        return same[:1].sudo(False)

    def _service_values(self, employee, records, apart):
        company = employee.company_id
        training = apart.filtered(lambda record: record.kind == "training")
        partners = apart - training
        days = (records | apart).mapped("date")
        return {
            "kind": "service",
            **self._number_values(company, "service", company._leifeng_today()),
            "token": secret.new_token(),
            "company_id": company.id,
            "employee_id": employee.id,
            "holder_name": employee.name,
            "holder_number": employee.barcode,
            "holder_department": employee.department_id.name,
            "date_from": min(days),
            "date_to": max(days),
            "minutes": sum(records.mapped("minutes")),
            "work_minutes": sum(records.mapped("work_minutes")),
            "service_count": len(records),
            "rounding_rules": " ".join(sorted(set(records.mapped("rounding")))),
            "content": "\n".join(map(self._content_line, records)),
            "partner_minutes": sum(partners.mapped("minutes")),
            "partner_content": "\n".join(map(self._partner_line, partners)),
            "training_minutes": sum(training.mapped("minutes")),
            "training_content": "\n".join(map(self._content_line, training)),
            "recording_unit": company.name,
            "issued_on": company._leifeng_today(),
            "issued_by": self._handler(employee),
            "record_ids": [fields.Command.set((records | apart).ids)],
        }

    def _handler(self, employee):
        """Return who stands on the paper as 经办人; nobody handles the own certificate."""
        mine = employee == self.env.user.employee_id
        return employee.company_id.leifeng_office if mine else self.env.user.name

    def _content_line(self, record):
        """Return one service as 'date TAB service TAB place TAB hours', as it is printed; what was
        entered late stays marked."""
        late = record._remark() if record.source == "late" else ""
        words = f"{record.content}（{late}）" if late else record.content
        cells = (record.date.isoformat(), words, record.location or "")
        return "\t".join((*cells, hours.hours_text(record.minutes)))

    def _partner_line(self, record):
        """As ``_content_line``; who recorded the hours stands with the service."""
        words = f"{record.content}（{record.recording_unit}）"
        cells = (record.date.isoformat(), words, record.location or "")
        return "\t".join((*cells, hours.hours_text(record.minutes)))

    def _revoke(self, reason):
        valid = self.filtered(lambda certificate: certificate.state == "valid")
        valid._set_state("revoked", state_reason=reason)
        for certificate in valid:
            self.env["leifeng.journal"].record(
                "certificate_revoked", certificate, {"number": certificate.number}
            )
            certificate._tell_revoked()

    def _tell_revoked(self):
        number = self.number
        self.env["leifeng.message"].tell(
            self.employee_id,
            lambda env: env._(
                "Certificate %(number)s is no longer valid, because a record in it was corrected. "
                "You can have a new one issued.",
                number=number,
            ),
            url="/my/leifeng/records",
        )

    def _statement(self):
        """Return the sentence that certifies, from the words as printed."""
        return self.env._(
            "This is to certify that %(name)s (staff number %(number)s) took part in %(count)s "
            "volunteer services organized by this agency from %(first)s to %(last)s, with "
            "%(hours)s hours of service in all. What was done is listed below.",
            name=self.holder_name,
            number=self.holder_number or "–",
            count=self.service_count,
            first=self._long_date(self.date_from),
            last=self._long_date(self.date_to),
            hours=self._hours_text(),
        )

    def _hours_text(self, name="minutes"):
        return hours.hours_text(self[name])

    def _content_rows(self, name="content"):
        """Return the services as lists [date, service, place, hours], as printed.

        ``name``: also partner_content or training_content.
        """
        return [line.split("\t") for line in (self[name] or "").splitlines()]
