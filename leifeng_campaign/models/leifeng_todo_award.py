from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from .leifeng_todo_award_sql import AWARD_SQL

GROUPS = {
    "hr": "hr.group_hr_user",
    "supervisor": "leifeng_campaign.group_leifeng_supervisor",
    "manager": "leifeng_campaign.group_leifeng_manager",
}
# What opens as a list: (model, which of its rows)
LISTS = {
    "award_screening": ("leifeng.award.entry", [("state", "=", "submitted")]),
    "award_similar": ("leifeng.award.similarity", [("state", "=", "open")]),
    "award_opinion": ("leifeng.award.opinion", [("state", "=", "requested")]),
}


class LeifengTodo(models.Model):
    """What awards wait for; some of it waits for a body or a judge, not for the office."""

    _inherit = "leifeng.todo"
    _depends = {
        "leifeng.award": [
            "name",
            "kind",
            "state",
            "active",
            "is_template",
            "is_earlier",
            "date_open",
            "date_deadline",
            "date_screening",
            "judging_on",
            "scoring_closed_on",
            "meeting_date",
            "approval_date",
            "campaign_id",
            "company_id",
        ],
        "leifeng.award.entry": ["state", "award_id", "department_id", "submitted_on"],
        "leifeng.award.similarity": ["state", "award_id"],
        "leifeng.award.judge": ["award_id", "user_id"],
        "leifeng.award.review": ["state", "award_id", "judge_id", "submitted_on"],
        "leifeng.award.opinion": ["state", "award_id", "body"],
        "leifeng.award.notice": ["name", "state", "date_stop", "award_ids", "campaign_id"],
        "leifeng.award.objection": ["state", "notice_id", "company_id"],
    }

    kind = fields.Selection(
        selection_add=[
            ("award_open", "Open the award for entries"),
            ("award_end", "End the entries"),
            ("award_screening", "Give the department's opinion on entries"),
            ("award_similar", "Look at similar essays"),
            ("award_judging", "Start the panel's review"),
            ("award_scoring", "Score the entries"),
            ("award_close", "Close scoring: all sheets are in"),
            ("award_proposal", "Record the panel's proposal"),
            ("award_opinion", "Give an opinion on those proposed"),
            ("award_approval", "Record the final approval"),
            ("award_notice", "Put the award on public notice"),
            ("award_decision", "The notice period is over: decide"),
            ("award_objection", "Check the objection"),
        ]
    )
    role = fields.Selection(
        [("hr", "HR"), ("supervisor", "Discipline Supervisor"), ("manager", "Campaign Manager")],
        string="Acting Body",
        readonly=True,
    )

    def _sources(self):
        """Override: what was there before waits for an employee or for the office."""
        before = [
            SQL(
                "SELECT b.*, b.id AS res_id, NULL::int AS actor_id, NULL::varchar AS role "
                "FROM (%s) b",
                source,
            )
            for source in super()._sources()
        ]
        return [*before, SQL(AWARD_SQL, today=self.env.company._leifeng_today())]

    @api.depends("role", "user_id")
    def _compute_who(self):
        """Override: name the body, or the judge."""
        named = super()._compute_who()
        words = dict(self._fields["role"]._description_selection(self.env))
        for todo in self:
            # sudo: res.users - the name of the judge whose turn it is
            judge = todo.kind == "award_scoring" and todo.sudo().user_id.name
            todo.who = words.get(todo.role) or judge or todo.who
        return named

    @api.model
    def _mine_domain(self):
        mine = super()._mine_domain()
        roles = [role for role, group in GROUPS.items() if self.env.user.has_group(group)]
        return mine | Domain("role", "in", roles)

    @api.model
    def _late_domain(self):
        """Override: also calls whose day for opening or closing has passed."""
        return super()._late_domain() | Domain("kind", "in", ("award_open", "award_end"))

    def action_open(self):
        """Override: some of it opens as a list, sheets of judges in their own pages."""
        self.ensure_one()
        if self.kind == "award_scoring":
            return {"type": "ir.actions.act_url", "url": "/my/leifeng/sheets", "target": "self"}
        if self.kind not in LISTS:
            return super().action_open()
        model, domain = LISTS[self.kind]
        return {
            "type": "ir.actions.act_window",
            "name": self.name,
            "res_model": model,
            "views": [(False, "list"), (False, "form")],
            "domain": [("award_id", "=", self.res_id), *domain],
        }
