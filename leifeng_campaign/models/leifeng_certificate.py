from odoo import api, fields, models
from odoo.tools import SQL, format_date

from ..tools import hours
from .leifeng_append_only_mixin import AWARD_YEARS


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
        "award_id",
        "entry_id",
        "decision_id",
        "holder_department_id",
        "honor_year",
        "lang",
        "serial",
        "serial_year",
    )
    _append_years = AWARD_YEARS
    _append_once = ("replaced_by_id", "state_reason", "revoke_document", "revoked_on")

    kind = fields.Selection(
        [("service", "Service Record"), ("honor", "Honor")], required=True, readonly=True
    )
    number = fields.Char(required=True, readonly=True)
    # What the number was made of, since its format is a setting that may change
    serial = fields.Integer(string="Number of the Year", readonly=True, aggregator=None)
    serial_year = fields.Integer(string="Year of the Number", readonly=True, aggregator=None)
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
    rounding_rules = fields.Char(readonly=True)
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
    holder_department_id = fields.Many2one(
        "hr.department",
        string="Department When Honored",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    named = fields.Boolean(
        string="Agreed to Be Named",
        readonly=True,
        help="Whoever did not agree stands in the register and on no list for colleagues.",
    )
    # The paper is the same in every reader's hands
    lang = fields.Char(string="Language of the Paper", readonly=True)
    honor_year = fields.Integer(string="Year", readonly=True, aggregator=None)
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

    def init(self):
        """Extend: in the database, too, what was replaced or revoked never becomes valid again."""
        done = super().init()
        guard = f"{self._table}_append_only_guard_state"
        self._create_guard(guard, "UPDATE OF", ["state"], SQL("OLD.state <> 'valid'"))
        return done

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

    # BUSINESS

    def _long_date(self, day):
        return format_date(self.env, day, date_format="long")
