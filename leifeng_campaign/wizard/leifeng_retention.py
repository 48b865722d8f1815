from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

from ..models.leifeng_append_only_mixin import MIN_YEARS

WITHDRAWN_DAYS = 30  # after the session; a withdrawal leaves no mark for longer
CHUNK = 1000  # rows per DELETE
YEARS = "leifeng_campaign.record_years"


class LeifengRetention(models.TransientModel):
    """How long data is kept, what is past that now, and the job that removes it.

    Personal data is kept for the shortest time that its purpose needs (个人信息保护法 art. 19, 47),
    service records for at least ten years (GB/T 40143-2021). Certificates and journal stay.
    """

    _name = "leifeng.retention"
    _description = "Data Retention"

    company_id = fields.Many2one(
        "res.company", required=True, readonly=True, default=lambda self: self.env.company
    )
    withdrawn_days = fields.Integer(
        string="Withdrawn Sign-ups and Offers: Days After the Session",
        readonly=True,
        default=WITHDRAWN_DAYS,
    )
    signup_months = fields.Integer(
        string="Sign-ups: Months After the Session",
        required=True,
        default=lambda self: self.env.company.leifeng_signup_months,
    )
    message_months = fields.Integer(
        string="Messages: Months After Reading",
        required=True,
        default=lambda self: self.env.company.leifeng_message_months,
        help="A message that nobody has read is removed as many months after it was written.",
    )
    record_years = fields.Integer(
        string="Service Records: Years",
        required=True,
        default=lambda self: self._record_years(),
        help="At least 10 years (GB/T 40143-2021). The same for all agencies in this database.",
    )
    withdrawn_count = fields.Integer(string="Withdrawn Sign-ups", compute="_compute_counts")
    offer_count = fields.Integer(string="Invitations and Offers", compute="_compute_counts")
    signup_count = fields.Integer(string="Sign-ups", compute="_compute_counts")
    entry_count = fields.Integer(string="Hours Not Recorded", compute="_compute_counts")
    message_count = fields.Integer(string="Messages", compute="_compute_counts")
    record_count = fields.Integer(string="Service Records", compute="_compute_counts")

    @api.constrains("signup_months", "message_months", "record_years")
    def _check_periods(self):
        for page in self:
            if min(page.signup_months, page.message_months) < 1:
                raise ValidationError(self.env._("Periods last for at least one month."))
            if page.record_years < MIN_YEARS:
                raise ValidationError(
                    self.env._(
                        "Service records are kept for at least %(years)s years.", years=MIN_YEARS
                    )
                )

    @api.depends("company_id")
    def _compute_counts(self):
        for page in self:
            counts = {name: len(rows) for name, rows in page._expired(page.company_id).items()}
            page.update({f"{name}_count": count for name, count in counts.items()})

    # ACTIONS

    def action_save(self):
        """Keep the periods; the job goes by them from the next night on."""
        self.ensure_one()
        self.check_access("write")
        if self.company_id not in self.env.companies:
            raise AccessError(self.env._("Periods are set for one's own agency alone."))
        # sudo: res.company, ir.config_parameter - managers set these periods and nothing else there
        self.company_id.sudo().write(
            {
                "leifeng_signup_months": self.signup_months,
                "leifeng_message_months": self.message_months,
            }
        )
        # sudo: ir.config_parameter - see above
        self.env["ir.config_parameter"].sudo().set_param(YEARS, self.record_years)
        return {"type": "ir.actions.act_window_close"}

    # BUSINESS

    @api.model
    def _record_years(self):
        # sudo: ir.config_parameter - the period is public
        value = self.env["ir.config_parameter"].sudo().get_param(YEARS) or "0"
        return max(MIN_YEARS, int(value) if value.isdecimal() else 0)

    @api.model
    def _cron_purge(self):
        """Remove what is past, one transaction per agency; a second run finds nothing."""
        self.env["leifeng.account.open"]._forget_codes()
        # agencies are few: pylint: disable-next=no-search-all
        for company in self.env["res.company"].search([]):
            self._purge(company)
            self.env["ir.cron"]._commit_progress(1)

    @api.model
    def _purge(self, company):
        """Remove what is past in ``company`` and say so in the journal; return {kind: count}."""
        expired = self._expired(company)
        counts = {name: len(rows) for name, rows in expired.items() if rows}
        # Questions and reviews of a record go with it, and a correction before what it corrects.
        expired["record"].correction_ids.unlink()
        expired["record"].entry_ids.unlink()
        expired["record"] = expired["record"].sorted(lambda record: not record.reverses_id)
        for name, rows in expired.items():
            for start in range(0, len(rows), CHUNK):
                self._remove(name, rows[start : start + CHUNK])
        if counts:
            self.env["leifeng.journal"].record("purged", company, {"removed": counts})
        return counts

    @api.model
    def _remove(self, _kind, rows):
        """Override for kinds of which more than the personal data is kept."""
        rows.unlink()

    @api.model
    def _expired(self, company):
        """Return {kind: rows that are past their period} of ``company``."""
        # sudo: all of them - withdrawn rows are hidden from everybody but the person; the page
        # shows counts alone, and the job removes
        env = self.sudo().env
        return {
            # before the sign-ups, which take the offers of their places with them
            "offer": env["leifeng.session.offer"].search(self._offer_domain(company)),
            "withdrawn": env["leifeng.session.signup"].search(self._withdrawn_domain(company)),
            "signup": env["leifeng.session.signup"].search(self._signup_domain(company)),
            "entry": env["leifeng.service.entry"].search(self._refused_domain(company)),
            "message": env["leifeng.message"].search(self._message_domain(company)),
            "record": env["leifeng.service.record"].search(self._record_domain(company)),
        }

    @api.model
    def _withdrawn_domain(self, company):
        limit = fields.Datetime.now() - relativedelta(days=WITHDRAWN_DAYS)
        return [
            ("session_id.company_id", "=", company.id),
            ("live", "=", False),
            ("stop", "<", limit),
        ]

    @api.model
    def _offer_domain(self, company):
        """Invitations leave no trace, whether they were declined or not."""
        limit = fields.Datetime.now() - relativedelta(days=WITHDRAWN_DAYS)
        closed = self.env["leifeng.session.offer"]._expired_domain(limit)
        return closed & fields.Domain("session_id.company_id", "=", company.id)

    @api.model
    def _signup_domain(self, company):
        """Sheets that nobody has confirmed yet keep their people, however old."""
        limit = fields.Datetime.now() - relativedelta(months=company.leifeng_signup_months)
        return [
            ("session_id.company_id", "=", company.id),
            ("session_id.state", "in", ("done", "cancelled")),
            ("live", "=", True),
            ("stop", "<", limit),
        ]

    @api.model
    def _refused_domain(self, company):
        """Hours that did not become a record go when the sign-ups of that day do."""
        limit = fields.Datetime.now() - relativedelta(months=company.leifeng_signup_months)
        return [
            ("company_id", "=", company.id),
            ("state", "=", "refused"),
            ("date", "<", limit.date()),
        ]

    @api.model
    def _message_domain(self, company):
        limit = fields.Datetime.now() - relativedelta(months=company.leifeng_message_months)
        unread = ["&", ("read_on", "=", False), ("create_date", "<", limit)]
        return [("company_id", "=", company.id), "|", ("read_on", "<", limit), *unread]

    @api.model
    def _record_domain(self, company):
        """A record that was corrected goes together with its correction, or its hours would count
        again. One day of grace: the database's guard reckons by its own clock."""
        limit = fields.Datetime.now() - relativedelta(years=self._record_years(), days=1)
        corrected = ["|", ("reversal_ids", "=", False), ("reversal_ids.create_date", "<", limit)]
        return [("company_id", "=", company.id), ("create_date", "<", limit), *corrected]
