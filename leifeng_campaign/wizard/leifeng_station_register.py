from odoo import api, fields, models
from odoo.tools import SQL

from ..tools import hours
from ..tools.masking import masked_name, masked_phone


class LeifengStationRegister(models.TransientModel):
    """The register of a service station in one print: place, roster, ledger and sums of a period.

    A station is asked for its place, its roster and its ledger (practice.md section 2); all three
    are drawn from the records, nobody keeps them beside.
    """

    _name = "leifeng.station.register"
    _description = "Print Station Register"
    _inherit = ["leifeng.export.mixin"]

    scope = fields.Selection(default="period")
    post_id = fields.Many2one(
        "leifeng.service.post", required=True, readonly=True, check_company=True
    )

    # ACTIONS

    def action_print(self):
        """Check the choice and print; masked unless there is a reason."""
        self._check_may_export()
        self._check_choice()
        self._disclose("register", post=self.post_id.id)
        report = self.env.ref("leifeng_campaign.action_report_station_register")
        return report.report_action(self, config=False)

    # BUSINESS

    def _record_domain(self):
        return [*super()._record_domain(), ("session_id.post_id", "=", self.post_id.id)]

    def _place_rows(self):
        """Return [(word, text)] of what the station is."""
        post = self.post_id
        # sudo: hr.employee - the leader's name stands on every call for volunteers
        leader = post.sudo().leader_id.name
        labels = dict(post._fields["category"]._description_selection(self.env))
        rows = [
            (self.env._("Address"), post.location),
            (self.env._("Meeting Point"), post.meeting_point),
            (self.env._("Service Category"), labels.get(post.category)),
            (self.env._("Usual Times"), post.usual_times),
            (self.env._("Partner Organization"), post.partner_id.name),
            (self.env._("Contact Person"), self._shown(post.contact, masked_name)),
            (self.env._("Contact Phone"), self._shown(post.contact_phone, masked_phone)),
            (self.env._("On-site Leader"), self._shown(leader, masked_name)),
        ]
        return [(word, text) for word, text in rows if text]

    def _shown(self, text, mask):
        return mask(text) if self._is_masked() else text

    def _roster_rows(self):
        """Return {name, department, times, hours} of everyone who served here, by department."""
        query = self._standing_query()
        r = SQL.identifier(query.table)
        query.groupby = SQL("%s.employee_id", r)
        query.order = SQL("2, 1")
        rows = self.env.execute_query(
            query.select(
                self._last_sql(r, "employee_name"),
                self._last_sql(r, "department_name"),
                SQL("count(*)"),
                SQL("sum(%s.minutes)", r),
            )
        )
        return [
            {
                "name": self._shown(name, masked_name),
                "department": department,
                "times": times,
                "hours": hours.hours_text(minutes),
            }
            for name, department, times, minutes in rows
        ]

    def _ledger_rows(self):
        """Return the shifts of the period as dicts of texts and numbers, the oldest first."""
        query = self._standing_query()
        r = SQL.identifier(query.table)
        session = query.left_join(query.table, "session_id", "leifeng_session", "id", "session")
        s = SQL.identifier(session)
        query.groupby = SQL("%s.id", s)
        query.order = SQL("%s.start, %s.id", s, s)
        names = ("day", "start", "stop", "name", "people", "minutes", "work", "served", "materials")
        rows = self.env.execute_query(
            query.select(
                self._local_sql(SQL("%s.start", s), "YYYY-MM-DD"),
                self._local_sql(SQL("%s.start", s), "HH24:MI"),
                self._local_sql(SQL("%s.stop", s), "HH24:MI"),
                SQL("%s.name", s),
                SQL("count(DISTINCT %s.employee_id)", r),
                SQL("sum(%s.minutes)", r),
                SQL("sum(%s.work_minutes)", r),
                SQL("coalesce(%s.people_served, 0)", s),
                SQL("coalesce(%s.materials_handed_out, 0)", s),
            )
        )
        return [dict(zip(names, row, strict=True)) for row in rows]

    def _standing_query(self):
        query = self._record_query()
        r = SQL.identifier(query.table)
        query.add_where(SQL("%s AND %s", self._standing_sql(r), self._own_sql(r)))
        return query

    @api.model
    def _sums_of(self, rows):
        """Return {name: sum} of what the rows of the ledger count."""
        return {
            name: sum(row[name] for row in rows)
            for name in ("people", "minutes", "work", "served", "materials")
        }

    @api.model
    def _hours_text(self, minutes):
        return hours.hours_text(minutes)

    def _feedback(self):
        """Return {count, stars} of what the served said in the period, or nothing."""
        domain = [("post_id", "=", self.post_id.id), *self._rating_domain()]
        ratings = self.env["leifeng.service.rating"]
        [(count, stars)] = ratings._read_group(domain, [], ["__count", "stars:avg"])
        return {"count": count, "stars": f"{stars:.1f}"} if count else {}

    def _rating_domain(self):
        if self.scope == "campaign":
            return [("campaign_id", "=", self.campaign_id.id)]
        return [("session_date", ">=", self.date_from), ("session_date", "<=", self.date_to)]
