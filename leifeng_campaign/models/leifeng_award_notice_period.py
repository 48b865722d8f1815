from odoo import models

from ..tools import moments, notice_dates


class LeifengAwardNotice(models.Model):
    """The period of a notice, by the agency's calendar and its own clock."""

    _inherit = "leifeng.award.notice"

    def _calendar(self):
        return self.env["leifeng.workday"].calendar(self.company_id)

    def _last_day(self, first):
        """Return the last day of a period that is published on ``first`` (dates)."""
        return notice_dates.last_day(self._calendar(), first, self.workdays, self.first_counts)

    def _is_running(self):
        """Whether the last day is not over yet at the agency, whatever the state says."""
        if self.state != "published":
            return False
        return not notice_dates.is_over(self.company_id._leifeng_today(), self.date_stop)

    def _accepts_objections(self):
        """Until the last second of the last day; a list that was replaced is no list any more."""
        return self._is_running()

    def _unknown_years(self):
        """Return the years of the period whose public holidays nobody has announced yet."""
        first = self.date_start or self.company_id._leifeng_today()
        return self._calendar().unknown_years(first, self.date_stop or self._last_day(first))

    def _day_text(self, day):
        return moments.date_text(self.env, day)
