from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date, format_list

from ..tools import next_year


class LeifengCampaignNext(models.TransientModel):
    """Prepare Next Year: shows what will be made and on which days, then makes it."""

    _name = "leifeng.campaign.next"
    _description = "Prepare Next Year"

    campaign_id = fields.Many2one("leifeng.campaign", required=True, readonly=True)
    name = fields.Char(
        string="Title", required=True, compute="_compute_name", store=True, readonly=False
    )
    days = fields.Integer(compute="_compute_preview")
    preview = fields.Html(compute="_compute_preview", sanitize=False)
    existing = fields.Char(string="There Already", compute="_compute_existing")
    make_anyway = fields.Boolean(string="Make another one all the same")

    @api.depends("campaign_id")
    def _compute_name(self):
        for wizard in self:
            campaign = wizard.campaign_id
            wizard.name = campaign and next_year.next_name(campaign.name, campaign._year())

    @api.depends("campaign_id")
    def _compute_preview(self):
        for wizard in self:
            campaign = wizard.campaign_id
            wizard.days = campaign._days_to_next_year() if campaign.date_start else 0
            wizard.preview = campaign.date_start and wizard._preview()

    @api.depends("campaign_id")
    def _compute_existing(self):
        for wizard in self:
            names = wizard._existing().mapped("name")
            wizard.existing = format_list(self.env, names) if names else False

    # ACTIONS

    def action_make(self):
        self.ensure_one()
        self._check_can_make()
        campaign = self.campaign_id._make_next_year(self.name.strip())
        return {
            "type": "ir.actions.act_window",
            "res_model": "leifeng.campaign",
            "res_id": campaign.id,
            "views": [(False, "form")],
        }

    # BUSINESS

    def _check_can_make(self):
        self.campaign_id.check_access("write")
        if self.campaign_id.state not in ("closing", "closed"):
            raise UserError(self.env._("The next year is prepared when this campaign wraps up."))
        if not self.campaign_id.date_start:
            raise UserError(
                self.env._("Please enter the first and the last day of the campaign first.")
            )
        if self.existing and not self.make_anyway:
            raise UserError(
                self.env._(
                    "There is a campaign of that year already: %(names)s. "
                    "Please tick that another one is to be made.",
                    names=self.existing,
                )
            )

    def _existing(self):
        """Return the campaigns of the year after, or made of this one before."""
        campaign = self.campaign_id
        if not campaign.date_start:
            return campaign.browse()
        year = campaign._year() + 1
        return campaign.with_context(active_test=False).search(
            [
                ("company_id", "=", campaign.company_id.id),
                ("id", "!=", campaign.id),
                "|",
                ("previous_id", "=", campaign.id),
                "&",
                ("date_start", ">=", f"{year}-01-01"),
                ("date_start", "<=", f"{year}-12-31"),
            ]
        )

    # WHAT WILL BE MADE

    def _preview(self):
        values = {
            "counts": self._counts(),
            "rows": self._rows(),
            "unknown": self._unknown_years(),
            "weeks": self.days // 7,
        }
        html = self.env["ir.qweb"]._render("leifeng_campaign.campaign_next_preview", values)
        return Markup(html)

    def _counts(self):
        campaign, env = self.campaign_id, self.env
        departments = campaign.department_ids.filtered("department_id.active")
        return [
            (env._("Phases"), len(campaign.phase_ids)),
            (env._("Activities of the Plan"), len(campaign.plan_activity_ids)),
            (env._("Departments with Heads and Coordinators"), len(departments)),
            (env._("Awards with Tiers and Criteria"), len(campaign._awards_to_carry_on())),
            (env._("Next Steps Still Open"), len(campaign._steps_to_carry_on())),
        ]

    def _rows(self):
        """Return the plan's days: [{"name", "level", "old", "new", "off": new days off}]."""
        campaign = self.campaign_id
        rows = [self._row(self.name or campaign.name, 0, campaign)]
        for phase in campaign.phase_ids:
            rows.append(self._row(phase.name, 1, phase))
            dated = phase.activity_ids.filtered(lambda each: each.date_start or each.date_stop)
            rows += [self._row(activity.name, 2, activity) for activity in dated]
        return rows

    def _row(self, name, level, record):
        old = [record.date_start, record.date_stop]
        new = [next_year.moved(day, self.days) for day in old]
        return {
            "name": name,
            "level": level,
            "old": self._span(old),
            "new": self._span(new),
            "off": self._newly_off(old, new),
        }

    def _newly_off(self, old, new):
        """Return the new days that are days off while the old ones were workdays, in words."""
        calendar = self.env["leifeng.workday"].calendar(self.campaign_id.company_id)
        off = [
            after
            for before, after in zip(old, new, strict=True)
            if after and calendar.is_workday(before) and not calendar.is_workday(after)
        ]
        return format_list(self.env, [self._day(day) for day in off]) if off else ""

    def _span(self, days):
        return " – ".join(self._day(day) for day in days if day)

    def _day(self, day):
        return format_date(self.env, day, date_format="yyyy-MM-dd EEE")

    def _unknown_years(self):
        calendar = self.env["leifeng.workday"].calendar(self.campaign_id.company_id)
        dates = [day for day in (self.campaign_id.date_start, self.campaign_id.date_stop) if day]
        new = [next_year.moved(day, self.days) for day in dates]
        return ", ".join(map(str, calendar.unknown_years(min(new), max(new)))) if new else ""
