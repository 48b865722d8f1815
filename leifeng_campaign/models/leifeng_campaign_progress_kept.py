from odoo import models, tools
from odoo.tools import SQL


class LeifengCampaign(models.Model):
    """Sums over everybody who took part, kept until what they are made of changes.

    What is summed is final: a confirmed sheet, and records that are never rewritten. A new record
    or a session that was written to makes a new stamp, under which the sums are made anew; so they
    are never old, and thousands of people are counted once for all who look.
    """

    _inherit = "leifeng.campaign"

    def _kept_rows(self, span):
        """Return the rows of who took part, by ``span`` of time, and those of hours: plain values,
        the same for all who may see the page (its record rules ask for the company alone)."""
        return self._rows_at(span, self._sums_stamp(), tuple(self.env.companies.ids))

    @tools.ormcache("self.id", "span", "stamp", "companies")
    def _rows_at(self, span, stamp, companies):
        return tuple(self._taking_rows(span)), tuple(self._hour_rows())

    def _sums_stamp(self):
        """Return what changes with every record, and with every session of the campaign."""
        self.env["leifeng.service.record"].flush_model()
        self.env["leifeng.session"].flush_model()
        self.env["leifeng.session.signup"].flush_model()
        rows = self.env.execute_query(
            SQL(
                "SELECT (SELECT max(id) FROM leifeng_service_record), count(*), max(write_date), "
                "count(*) FILTER (WHERE state = 'done'), min(company_id) "
                "FROM leifeng_session WHERE campaign_id = %s",
                self.id,
            )
        )
        return rows[0]


class LeifengSessionSignup(models.Model):
    _inherit = "leifeng.session.signup"

    def unlink(self):
        """Extend: lines that are removed in time leave the sums of attendances."""
        self.env.registry.clear_cache()
        return super().unlink()
