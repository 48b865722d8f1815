from markupsafe import Markup

from odoo import models
from odoo.tools import format_date, format_list

from ..tools import next_year


class LeifengCampaignNext(models.TransientModel):
    """What will be made: how many of each, and the plan's days, old and new."""

    _inherit = "leifeng.campaign.next"

    def _preview(self):
        values = {
            "counts": self._counts(),
            "rows": self._rows(),
            "unknown": self._unknown_years(),
            "weeks": self.days // 7,
            "year": self.campaign_id._year(),
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
