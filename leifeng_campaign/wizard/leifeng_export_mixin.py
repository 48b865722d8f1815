from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class LeifengExportMixin(models.AbstractModel):
    """Which service records leave the system, and whether with people's data in full.

    Every list is masked by default (practice.md point 19; 个人信息保护法 art. 6). Who needs the
    full names says why; the reason goes into the journal, once for each press of the button.
    """

    _name = "leifeng.export.mixin"
    _description = "Choice of Service Records to Export"

    company_id = fields.Many2one(
        "res.company", required=True, readonly=True, default=lambda self: self.env.company
    )
    scope = fields.Selection(
        [("campaign", "A Campaign"), ("period", "A Period")],
        string="Records Of",
        required=True,
        default=lambda self: "campaign" if self._default_campaign() else "period",
    )
    campaign_id = fields.Many2one(
        "leifeng.campaign", default=lambda self: self._default_campaign(), check_company=True
    )
    date_from = fields.Date(default=lambda self: self._default_dates()[0])
    date_to = fields.Date(default=lambda self: self._default_dates()[1])
    department_ids = fields.Many2many(
        "hr.department", string="Departments", help="All departments if none is chosen."
    )
    unmasked = fields.Boolean(string="Show Names and Numbers in Full")
    reason = fields.Char(string="Why in Full")
    disclosed = fields.Boolean(groups=fields.NO_ACCESS)
    record_count = fields.Integer(string="Number of Records", compute="_compute_record_count")

    @api.model
    def _default_campaign(self):
        begun = [("company_id", "=", self.env.company.id), ("state", "!=", "draft")]
        return self.env["leifeng.campaign"].search(begun)._under_way_first()[:1]

    @api.model
    def _default_dates(self):
        """Return the first and the last day of this year."""
        today = self.env.company._leifeng_today()
        return today.replace(month=1, day=1), today.replace(month=12, day=31)

    @api.depends("scope", "campaign_id", "date_from", "date_to", "department_ids")
    def _compute_record_count(self):
        for wizard in self:
            domain = wizard._record_domain()
            wizard.record_count = self.env["leifeng.service.record"].search_count(domain)

    # CRUD

    def write(self, vals):
        """Override so that another choice is masked until its button is pressed."""
        done = super().write(vals)
        if not self.env.su:
            self._undisclose()
        return done

    # BUSINESS

    def _undisclose(self):
        # sudo: this dialog - whether names are shown is set by its button alone
        self.sudo().disclosed = False

    def _check_may_export(self):
        """Refuse all but the campaign's office, for its own agency."""
        self.ensure_one()
        self.check_access("read")
        officer = self.env.user.has_group("leifeng_campaign.group_leifeng_officer")
        if not officer or self.company_id not in self.env.companies:
            raise AccessError(self.env._("Ledgers are exported by the campaign's office."))

    def _check_choice(self):
        if self.scope == "campaign" and not self.campaign_id:
            raise UserError(self.env._("Please choose a campaign."))
        if self.scope == "period":
            self._check_dates()
        if not self.record_count:
            raise UserError(self.env._("There is no service record in this period."))

    def _check_dates(self):
        if not self.date_from or not self.date_to:
            raise UserError(self.env._("Please enter the first and the last day."))
        if self.date_from > self.date_to:
            raise UserError(self.env._("The last day comes before the first."))

    def _disclose(self, what, **facts):
        """Let the list show names and numbers in full if that is wanted, and note it."""
        if self.unmasked:
            if not (self.reason or "").strip():
                raise UserError(self.env._("Please say why the list has to show full names."))
            self.env["leifeng.journal"].record(
                "names_exported",
                self.company_id,
                {"what": what, "reason": self.reason.strip(), **self._choice_facts(), **facts},
            )
        # sudo: this dialog - see _undisclose
        self.sudo().disclosed = self.unmasked

    def _choice_facts(self):
        """Return what was chosen, for the journal: ids, dates and a count."""
        facts = {"departments": self.department_ids.ids, "records": self.record_count}
        if self.scope == "campaign":
            return {**facts, "campaign": self.campaign_id.id}
        return {**facts, "from": str(self.date_from), "to": str(self.date_to)}

    def _is_masked(self):
        # sudo: this dialog - see _undisclose
        return not self.sudo().disclosed

    def _record_domain(self):
        domain = [("company_id", "=", self.company_id.id)]
        if self.scope == "campaign":
            domain.append(("campaign_id", "=", self.campaign_id.id))
        else:
            domain += [("date", ">=", self.date_from), ("date", "<=", self.date_to)]
        if self.department_ids:
            domain.append(("department_id", "child_of", self.department_ids.ids))
        return domain

    def _scope_text(self):
        """Return what the list covers, as it is written on it."""
        if self.scope == "campaign":
            return self.campaign_id.name
        return f"{self.date_from} – {self.date_to}"
