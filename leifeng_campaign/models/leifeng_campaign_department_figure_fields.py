from odoo import api, fields, models
from odoo.exceptions import UserError

from .leifeng_campaign_department_figures import FIGURES, HANDED_IN

COMPUTE = {"compute": "_compute_figures"}


class LeifengCampaignDepartment(models.Model):
    """The figures as fields, each with the list that it is the sum of; none is stored, so that no
    list can be put in the order of a sum."""

    _inherit = "leifeng.campaign.department"

    figure_headcount = fields.Integer(
        string="Head-count", help="People at work, without long leave and secondment.", **COMPUTE
    )
    figure_people = fields.Integer(string="People Taking Part", **COMPUTE)
    figure_attendances = fields.Integer(string="Times Taken Part", **COMPUTE)
    figure_hours = fields.Float(string="Service Hours", digits=(16, 1), **COMPUTE)
    figure_requests = fields.Integer(
        string="Requests Served", help="In sessions in which its people served.", **COMPUTE
    )
    figure_people_served = fields.Integer(
        string="People Served", help="In sessions in which its people served.", **COMPUTE
    )
    figure_materials = fields.Integer(
        string="Materials Handed Out", help="In sessions in which its people served.", **COMPUTE
    )
    figure_answers = fields.Integer(string="Answers of the Served", **COMPUTE)
    figure_stars = fields.Float(string="Average Stars", digits=(2, 1), **COMPUTE)
    figure_essays = fields.Integer(string="Essays Handed In", **COMPUTE)
    figure_nominations = fields.Integer(string="People Put Forward", **COMPUTE)
    figure_honors = fields.Integer(string="Honors Given", **COMPUTE)

    @api.depends("campaign_id", "department_id")
    def _compute_figures(self):
        found, zero = self._origin._figures_of(), dict.fromkeys(FIGURES, 0)
        for part in self:
            figures = found.get(part._origin.id, zero)
            part.figure_hours = figures["minutes"] / 60
            for name in FIGURES:
                if name != "minutes":
                    part[f"figure_{name}"] = figures[name]

    # ACTIONS

    def action_view_figure(self):
        """Open the list whose sum is the figure named in the context; the rules say what is in."""
        self.ensure_one()
        opens = {
            "attendances": self._attendance_list,
            "hours": self._record_list,
            "requests": self._request_list,
            "sessions": self._session_list,
            "answers": self._answer_list,
            "entries": self._entry_list,
            "honors": self._honor_list,
        }
        if (name := self.env.context.get("figure")) not in opens:
            raise UserError(self.env._("There is no such list."))
        return opens[name]()

    # BUSINESS

    def _mine_in_campaign(self):
        return [
            ("campaign_id", "=", self.campaign_id.id),
            ("department_id", "=", self.department_id.id),
        ]

    def _attendance_list(self):
        title = self.env._("Times Taken Part")
        return self._figure_list(
            "leifeng.session.signup",
            title,
            [
                ("session_id.campaign_id", "=", self.campaign_id.id),
                ("session_id.state", "=", "done"),
                ("department_id", "=", self.department_id.id),
                ("attendance", "=", "present"),
                ("live", "=", True),
            ],
        )

    def _record_list(self):
        title = self.env._("Service Records")
        return self._figure_list("leifeng.service.record", title, self._mine_in_campaign())

    def _request_list(self):
        domain = [("session_id", "in", self._served_ids()), ("state", "=", "served")]
        return self._figure_list("leifeng.service.request", self.env._("Service Requests"), domain)

    def _session_list(self):
        domain = [("id", "in", self._served_ids())]
        return self._figure_list("leifeng.session", self.env._("Shifts"), domain)

    def _answer_list(self):
        domain = [("session_id", "in", self._served_ids())]
        return self._figure_list("leifeng.service.rating", self.env._("Service Feedback"), domain)

    def _entry_list(self):
        domain = [*self._mine_in_campaign(), ("state", "in", HANDED_IN)]
        persons = [("employee_id", "!=", False)]
        title = self.env._("Essays and Nominations")
        return self._figure_list("leifeng.award.entry", title, domain + persons)

    def _honor_list(self):
        domain = [
            ("kind", "=", "honor"),
            ("state", "=", "valid"),
            ("award_id.campaign_id", "=", self.campaign_id.id),
            ("holder_department_id", "=", self.department_id.id),
        ]
        return self.env["leifeng.certificate"]._open_honors(domain)

    def _served_ids(self):
        """Return the ids of the sessions in which people of the department served."""
        records = self.env["leifeng.service.record"]
        domain = records._standing_domain() & fields.Domain(self._mine_in_campaign())
        domain &= fields.Domain("kind", "=", "service") & fields.Domain("session_id", "!=", False)
        # sudo: leifeng.service.record - ids of sessions alone; the list shows what may be seen
        return [session.id for (session,) in records.sudo()._read_group(domain, ["session_id"])]

    def _figure_list(self, model, title, domain):
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": model,
            "views": [(False, "list"), (False, "form")],
            "domain": domain,
            "context": {"create": False},
        }
