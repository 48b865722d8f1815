from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

REPORTS = {
    "roster": "leifeng_campaign.action_report_partner_roster",
    "equipment": "leifeng_campaign.action_report_session_equipment",
    "insured": "leifeng_campaign.action_report_session_insured",
    "sheet": "leifeng_campaign.action_report_session_sheet",
}


class LeifengSessionPrint(models.TransientModel):
    """Print a list of the shifts of some posts over some days."""

    _name = "leifeng.session.print"
    _description = "Lists to Print"

    kind = fields.Selection(
        [
            ("roster", "Roster for the Partner"),
            ("equipment", "Equipment List"),
            ("insured", "Insurance List"),
            ("insured_xlsx", "Insurance List (Excel)"),
            ("sheet", "Sign-in Sheet to Print"),
        ],
        string="List",
        required=True,
        default="roster",
    )
    post_ids = fields.Many2many("leifeng.service.post", string="Posts", required=True)
    date_first = fields.Date(string="First Day", required=True, default=fields.Date.context_today)
    date_last = fields.Date(
        string="Last Day", required=True, default=lambda self: self._in_a_week()
    )
    session_count = fields.Integer(string="Number of Shifts", compute="_compute_session_count")

    def _in_a_week(self):
        return fields.Date.context_today(self) + timedelta(days=6)

    @api.depends("post_ids", "date_first", "date_last")
    def _compute_session_count(self):
        for wizard in self:
            wizard.session_count = len(wizard._sessions())

    def _sessions(self):
        if not (self.date_first and self.date_last):
            return self.env["leifeng.session"]
        company = self.post_ids.company_id[:1] or self.env.company
        return self.env["leifeng.session"].search(
            [
                ("post_id", "in", self.post_ids.ids),
                ("state", "in", ("open", "done")),
                ("start", ">=", company._leifeng_midnight(self.date_first)),
                ("start", "<", company._leifeng_midnight(self.date_last + timedelta(days=1))),
            ]
        )

    def action_print(self):
        sessions = self._sessions()
        if not sessions:
            raise UserError(
                self.env._("There are no published shifts on these days. Please choose others.")
            )
        if self.kind == "insured_xlsx":
            return sessions.action_insured_xlsx()
        return self.env.ref(REPORTS[self.kind]).report_action(sessions)
