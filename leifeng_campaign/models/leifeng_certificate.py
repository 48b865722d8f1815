import base64
import hmac

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL, format_date

from ..tools import hours, masking, secret
from .leifeng_service_record import OWN_HOURS, PARTNER_HOURS, TRAINING_HOURS


class LeifengCertificate(models.Model):
    """What was attested to somebody, in the words as printed; checked on a public page."""

    _name = "leifeng.certificate"
    _description = "Certificate"
    _inherit = ["leifeng.append.only.mixin", "leifeng.state.mixin"]
    _order = "id desc"
    _rec_name = "number"
    _state_fields = {
        "state": {"valid": ("replaced", "revoked"), "replaced": (), "revoked": ()},
    }
    _append_only = (
        "kind",
        "number",
        "token",
        "employee_id",
        "holder_name",
        "holder_number",
        "holder_department",
        "date_from",
        "date_to",
        "minutes",
        "work_minutes",
        "service_count",
        "rounding_rules",
        "content",
        "partner_minutes",
        "partner_content",
        "training_minutes",
        "training_content",
        "recording_unit",
        "issued_on",
        "issued_by",
        "department_id",
        "award_name",
        "tier_name",
        "honor_words",
        "document_number",
    )

    kind = fields.Selection(
        [("service", "Service Record"), ("honor", "Honor")], required=True, readonly=True
    )
    number = fields.Char(required=True, readonly=True)
    token = fields.Char(required=True, readonly=True, groups=fields.NO_ACCESS)
    state = fields.Selection(
        [("valid", "Valid"), ("replaced", "Replaced"), ("revoked", "Revoked")],
        default="valid",
        required=True,
        readonly=True,
    )
    state_reason = fields.Char(readonly=True)
    company_id = fields.Many2one("res.company", required=True, readonly=True, ondelete="restrict")
    employee_id = fields.Many2one("hr.employee", readonly=True, index=True, ondelete="restrict")

    # The words as printed
    holder_name = fields.Char(string="Full Name", required=True, readonly=True)
    holder_number = fields.Char(string="Staff Number", readonly=True)
    holder_department = fields.Char(string="Department", readonly=True)
    date_from = fields.Date(readonly=True)
    date_to = fields.Date(readonly=True)
    minutes = fields.Integer(string="Minutes Recorded", readonly=True)
    hours = fields.Float(compute="_compute_hours", digits=(10, 2))
    work_minutes = fields.Integer(string="Minutes Within Working Hours", readonly=True)
    service_count = fields.Integer(string="Number of Services", readonly=True)
    # The rules of the records, such as "half tenth": named in each reader's language, and known
    # when the records have gone after their years.
    rounding_rules = fields.Char(readonly=True, export_string_translation=False)
    rounding_text = fields.Char(string="Rounding", compute="_compute_rounding_text")
    content = fields.Text(string="Services", readonly=True)
    # Listed apart and in no sum: who records certifies, and training is no service.
    partner_minutes = fields.Integer(string="Minutes Recorded by Partners", readonly=True)
    partner_content = fields.Text(string="Services Recorded by Partners", readonly=True)
    training_minutes = fields.Integer(string="Minutes of Training", readonly=True)
    training_content = fields.Text(string="Training", readonly=True)
    recording_unit = fields.Char(readonly=True)
    issued_on = fields.Date(readonly=True)
    issued_by = fields.Char(readonly=True)
    record_ids = fields.Many2many("leifeng.service.record", readonly=True)
    replaced_by_id = fields.Many2one("leifeng.certificate", readonly=True, ondelete="restrict")

    # Of an honor: a person's or a department's
    department_id = fields.Many2one(
        "hr.department", string="Honored Department", readonly=True, ondelete="restrict"
    )
    award_id = fields.Many2one(
        "leifeng.award", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    entry_id = fields.Many2one(
        "leifeng.award.entry",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
        groups=fields.NO_ACCESS,
    )
    decision_id = fields.Many2one(
        "leifeng.award.decision", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    award_name = fields.Char(string="Award as Printed", readonly=True)
    tier_name = fields.Char(string="Tier", readonly=True)
    honor_words = fields.Text(string="Words on the Certificate", readonly=True)
    document_number = fields.Char(string="Decision Number", readonly=True)
    revoke_document = fields.Char(string="Document of the Revocation", readonly=True)
    revoked_on = fields.Date(readonly=True)

    _has_a_holder = models.Constraint(
        "CHECK (employee_id IS NOT NULL OR (kind = 'honor' AND department_id IS NOT NULL))",
        "A certificate belongs to a person or to a department.",
    )
    _append_only_guard = models.Constraint(
        "CHECK (true)", "A certificate says for ever what was printed. Issue a new one instead."
    )
    _unique_number = models.UniqueIndex("(company_id, number)")
    _unique_token = models.UniqueIndex("(token)")

    @api.depends("minutes")
    def _compute_hours(self):
        for certificate in self:
            certificate.hours = float(hours.as_hours(certificate.minutes))

    @api.depends("rounding_rules")
    @api.depends_context("lang")
    def _compute_rounding_text(self):
        records = self.env["leifeng.service.record"]
        for certificate in self:
            certificate.rounding_text = records._rules_text(
                (certificate.rounding_rules or "").split()
            )

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
            "number": self._next_number(company),
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

    def _next_number(self, company):
        """Return the next number without gaps; the sequence's row is locked until commit."""
        year = company._leifeng_today().year
        number = int(self._number_sequence(company, year)._next())
        return company.leifeng_certificate_format % {"year": year, "number": number}

    def _number_sequence(self, company, year):
        # sudo: ir.sequence - numbers are drawn by acts of employees
        sequences = self.env["ir.sequence"].sudo()
        code = f"leifeng.certificate.{year}"
        found = sequences.search([("code", "=", code), ("company_id", "=", company.id)], limit=1)
        if found:
            return found
        self._meet_on(company)
        return sequences.create(
            {
                "name": code,
                "code": code,
                "company_id": company.id,
                "implementation": "no_gap",
            }
        )

    def _meet_on(self, company):
        """Update the company's row: of two first certificates of a year at the same time, one is
        run again and finds the other's sequence. A mere lock would leave it its old snapshot."""
        self.env.cr.execute(
            SQL("UPDATE res_company SET write_date = write_date WHERE id = %s", company.id)
        )

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

    @api.model
    def _by_token(self, token):
        """Return the certificate with this token, or an empty recordset."""
        # sudo: leifeng.certificate - the public check page; whoever holds the token may look
        return secret.holder_of(self.sudo(), "token", token)

    def _masked_name(self):
        """Return the holder's name with all but the family name hidden: 聂小雨 → 聂**."""
        return masking.masked_name(self.holder_name)

    def _is_held_by(self, name):
        """Tell whether ``name``, as a visitor typed it, is the holder's; spaces don't count."""
        typed, held = ("".join(text.split()).encode() for text in (name, self.holder_name))
        return hmac.compare_digest(typed, held)

    def _check_path(self):
        # sudo: leifeng.certificate - the token stands on the holder's own paper
        return f"/leifeng/check/{self.sudo().token}"

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

    def _long_date(self, day):
        return format_date(self.env, day, date_format="long")

    def _check_url(self):
        return self.get_base_url() + self._check_path()

    def _check_image(self):
        """Return the QR code of the check page as a data URI; nothing is fetched while printing."""
        png = self.env["ir.actions.report"].barcode("QR", self._check_url(), width=240, height=240)
        return "data:image/png;base64," + base64.b64encode(png).decode()

    def _hours_text(self, name="minutes"):
        return hours.hours_text(self[name])

    def _content_rows(self, name="content"):
        """Return the services as lists [date, service, place, hours], as printed.

        ``name``: also partner_content or training_content.
        """
        return [line.split("\t") for line in (self[name] or "").splitlines()]
