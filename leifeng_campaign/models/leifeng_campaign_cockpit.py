from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from odoo import api, fields, models
from odoo.fields import Command, Domain
from odoo.tools import format_list

from .leifeng_service_record import OWN_HOURS

LINES = 7  # of each block; its button shows the rest
NEXT_DAYS = 7


class LeifengCampaign(models.Model):
    """The campaign's form as a cockpit: what runs, what comes, what is late, who has to act.

    Each block is cut to a few lines and each figure is one sum, so that the form costs the same
    number of queries with ten sessions as with a thousand. None of it is stored or cached across
    requests: whoever opens the form sees what may be seen now.
    """

    _inherit = "leifeng.campaign"

    running_session_ids = fields.Many2many("leifeng.session", compute="_compute_sessions_now")
    next_session_ids = fields.Many2many("leifeng.session", compute="_compute_sessions_now")
    late_todo_ids = fields.Many2many("leifeng.todo", compute="_compute_todos")
    todo_ids = fields.Many2many("leifeng.todo", compute="_compute_todos")
    session_count = fields.Integer(string="Sessions", compute="_compute_session_count")
    signup_count = fields.Integer(
        string="Sign-ups",
        compute="_compute_signup_count",
        groups="leifeng_campaign.group_leifeng_officer,"
        "leifeng_campaign.group_leifeng_supervisor,hr.group_hr_user",
    )
    hours = fields.Float(
        string="Service Hours",
        compute="_compute_hours",
        groups="leifeng_campaign.group_leifeng_officer,"
        "leifeng_campaign.group_leifeng_supervisor,hr.group_hr_user",
    )
    department_count = fields.Integer(string="Departments", compute="_compute_department_count")
    holidays_unknown = fields.Char(
        string="Years Without Known Holidays", compute="_compute_holidays_unknown"
    )

    @api.depends_context("uid")
    def _compute_sessions_now(self):
        sessions = self.env["leifeng.session"]
        for campaign in self:
            campaign.running_session_ids = sessions.search(campaign._today_domain(), limit=LINES)
            campaign.next_session_ids = sessions.search(campaign._next_domain(), limit=LINES)

    @api.depends_context("uid")
    def _compute_todos(self):
        """All of them in one reading, because what waits is made of many tables."""
        for campaign in self:
            todos = self.env["leifeng.todo"].search_fetch(campaign._todo_domain())
            late = todos.filtered("is_late")
            campaign.late_todo_ids = late[:LINES]
            campaign.todo_ids = (todos - late)[:LINES]

    def _compute_session_count(self):
        counts = self._sums(
            "leifeng.session", "campaign_id", "__count", [("off_campaign", "=", False)]
        )
        for campaign in self:
            campaign.session_count = counts.get(campaign._origin, 0)

    def _compute_signup_count(self):
        # sudo: leifeng.session.signup - how many; who sees the number reads all lines, and a rule
        # for each of tens of thousands would take long
        lines = self.env["leifeng.session.signup"].sudo()
        path, here = "session_id.campaign_id", Domain("session_id.off_campaign", "=", False)
        here &= Domain("live", "=", True) & Domain("session_id.campaign_id", "in", self._origin.ids)
        groups = lines._read_group(here, [path], ["__count"])
        counts = {campaign.sudo(False): count for campaign, count in groups}
        for campaign in self:
            campaign.signup_count = counts.get(campaign._origin.sudo(False), 0)

    def _compute_hours(self):
        sums = self._sums("leifeng.service.record", "campaign_id", "minutes:sum", OWN_HOURS)
        for campaign in self:
            campaign.hours = sums.get(campaign._origin, 0) / 60

    def _compute_department_count(self):
        counts = self._sums("leifeng.campaign.department", "campaign_id", "__count")
        for campaign in self:
            campaign.department_count = counts.get(campaign._origin, 0)

    def _sums(self, model, path, aggregate, domain=()):
        """Return {campaign: sum} over the records of ``model`` that the user may read."""
        domain = [(path, "in", self._origin.ids), *domain]
        return dict(self.env[model]._read_group(domain, [path], [aggregate]))

    @api.depends("date_start", "date_stop", "company_id")
    def _compute_holidays_unknown(self):
        """Years whose holidays nobody knows yet; the dates in them rest on Monday to Friday."""
        for campaign in self:
            years = []
            if campaign.date_start and campaign.date_stop:
                calendar = self.env["leifeng.workday"].calendar(campaign.company_id)
                years = calendar.unknown_years(campaign.date_start, campaign.date_stop)
            campaign.holidays_unknown = format_list(self.env, years)

    # ACTIONS

    def action_add_departments(self):
        """Let every department of the agency take part, its manager as head; does so once each."""
        for campaign in self:
            departments = self.env["hr.department"].search(
                [
                    ("company_id", "in", [False, campaign.company_id.id]),
                    ("id", "not in", campaign.department_ids.department_id.ids),
                ]
            )
            campaign.department_ids = [
                Command.create(
                    {"department_id": department.id, "head_id": department.manager_id.id}
                )
                for department in departments
            ]

    def action_view_sessions(self):
        return self._open_list("leifeng.session", self.env._("Sessions"), self._session_domain())

    def action_view_today(self):
        return self._open_list("leifeng.session", self.env._("Today"), self._today_domain())

    def action_view_next(self):
        return self._open_list("leifeng.session", self.env._("Next 7 Days"), self._next_domain())

    def action_view_todos(self):
        return self._open_list("leifeng.todo", self.env._("To-Dos"), self._todo_domain())

    def action_view_late(self):
        domain = self._todo_domain() & self.env["leifeng.todo"]._late_domain()
        return self._open_list("leifeng.todo", self.env._("What Is Late"), domain)

    def action_view_signups(self):
        domain = Domain("session_id", "any", self._session_domain()) & Domain("live", "=", True)
        return self._open_list("leifeng.session.signup", self.env._("Sign-ups"), domain)

    def action_view_records(self):
        domain = Domain("campaign_id", "in", self.ids)
        return self._open_list("leifeng.service.record", self.env._("Service Records"), domain)

    def action_view_departments(self):
        domain = Domain("campaign_id", "in", self.ids)
        action = self._open_list(
            "leifeng.campaign.department", self.env._("Department Plans"), domain
        )
        return {**action, "context": {"default_campaign_id": self.id}}

    def action_view_documents(self):
        domain = Domain("res_model", "=", self._name) & Domain("res_id", "in", self.ids)
        return self._open_list("ir.attachment", self.env._("Documents"), domain)

    def _open_list(self, model, name, domain):
        return {
            "type": "ir.actions.act_window",
            "name": name,
            "res_model": model,
            "views": [(False, "list"), (False, "form")],
            "domain": list(domain),
        }

    # BUSINESS

    def _session_domain(self):
        return Domain("campaign_id", "in", self._origin.ids) & Domain("off_campaign", "=", False)

    def _todo_domain(self):
        """What waits in the campaign, each sheet once: that it is overdue is for the coordinator
        to say, while for all others the sheet itself waits."""
        asking = Domain("kind", "=", "sheet_late") & Domain("user_id", "!=", self.env.uid)
        return Domain("campaign_id", "in", self._origin.ids) & ~asking

    def _today_domain(self):
        """Sessions that the agency's day of today touches."""
        start, stop = self._today()
        standing = Domain("state", "in", ("open", "done"))
        times = Domain("start", "<", stop) & Domain("stop", ">", start)
        return self._session_domain() & standing & times

    def _next_domain(self):
        """Sessions of the seven days after today, published or still to be."""
        _start, stop = self._today()
        standing = Domain("state", "in", ("draft", "open"))
        times = Domain("start", ">=", stop)
        times &= Domain("start", "<", stop + timedelta(days=NEXT_DAYS))
        return self._session_domain() & standing & times

    def _today(self):
        """Return the UTC datetimes between which the agency's day of today lies."""
        zone = ZoneInfo(self.company_id.leifeng_tz or "Asia/Shanghai")
        now = fields.Datetime.now().replace(tzinfo=ZoneInfo("UTC")).astimezone(zone)
        midnight = datetime.combine(now.date(), time.min, zone)
        start = midnight.astimezone(ZoneInfo("UTC")).replace(tzinfo=None)
        return start, start + timedelta(days=1)
