from odoo import api, fields, models
from odoo.exceptions import UserError


class LeifengAwardNotice(models.Model):
    """What the office sees on the form beside what is published."""

    _inherit = "leifeng.award.notice"

    running = fields.Boolean(compute="_compute_running", export_string_translation=False)
    expected_stop = fields.Date(
        string="Last Day If Published Today", compute="_compute_expected_stop"
    )
    unknown_text = fields.Char(compute="_compute_expected_stop", export_string_translation=False)
    grant_hint = fields.Text(
        compute="_compute_grant_hint",
        groups="leifeng_campaign.group_leifeng_officer",
        export_string_translation=False,
    )
    preview = fields.Text(
        string="The List as It Will Be Published",
        compute="_compute_preview",
        groups="leifeng_campaign.group_leifeng_officer",
    )
    unnamed_text = fields.Char(
        compute="_compute_preview",
        groups="leifeng_campaign.group_leifeng_officer",
        export_string_translation=False,
    )

    @api.depends("state", "date_stop")
    def _compute_running(self):
        for notice in self:
            notice.running = notice._is_running()

    @api.depends("workdays", "first_counts", "company_id", "date_stop")
    def _compute_expected_stop(self):
        for notice in self:
            today = notice.company_id._leifeng_today()
            planned = notice.state == "draft" and notice.workdays > 0
            notice.expected_stop = planned and notice._last_day(today)
            notice.unknown_text = (planned or notice.date_stop) and notice._unknown_text()

    @api.depends("state", "award_ids.state")
    def _compute_grant_hint(self):
        for notice in self:
            waiting = notice.award_ids.filtered(lambda award: award.state == "notice")
            hints = [award._notice_refusal() for award in waiting]
            notice.grant_hint = "\n".join(filter(None, hints))

    @api.depends("award_ids", "masked")
    def _compute_preview(self):
        for notice in self:
            draft = notice.state == "draft"
            notice.preview = "\n".join(notice._preview_rows()) if draft else False
            notice.unnamed_text = notice._unnamed_text() if draft else False

    def _preview_rows(self):
        """Return the list as it would be published now, a text for each line."""
        names = ("award_name", "tier_name", "holder_name", "department_name", "reason")
        values = [self._line_values(result, 0) for result in self._results_in_order()]
        return [" · ".join(filter(None, map(row.get, names))) for row in values]

    def _unnamed_text(self):
        """Say how many on the list are not named, and how they still can be; "" for none."""
        entries = self.award_ids._origin._winners().entry_id
        unnamed = entries.filtered(lambda entry: entry.employee_id and not entry.consent_named)
        if not unnamed:
            return ""
        return self.env._(
            "On this list, %(count)s have not agreed to be named; their names stay out. "
            "Whoever still wants to be named can say so on the own page until the notice is "
            "published.",
            count=len(unnamed),
        )

    # ACTIONS

    def action_view_objections(self):
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_award_objection_action"
        )
        return {**action, "domain": [("notice_id", "=", self.id)], "context": {}}

    def _open(self):
        """Return the action that opens this notice."""
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
        }


class LeifengAward(models.Model):
    _inherit = "leifeng.award"

    def action_put_on_notice(self):
        """Open a new notice with these awards, or the draft that there is."""
        notices = self.env["leifeng.award.notice"]
        drafts = notices.search([("award_ids", "in", self.ids), ("state", "=", "draft")])
        if fitting := drafts.filtered(lambda notice: notice.award_ids == self)[:1]:
            return fitting._open()
        for award in self:
            notices._check_award_state(award)
        if len(self.company_id) != 1:
            raise UserError(self.env._("All awards of a notice belong to one agency."))
        return notices.with_company(self.company_id).create(self._notice_values())._open()

    def action_view_notices(self):
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_award_notice_action"
        )
        return {**action, "domain": [("award_ids", "in", self.ids)], "context": {}}

    def _notice_values(self):
        return {
            "name": self.env._(
                "Public Notice of Those to Be Commended: %(awards)s",
                awards=", ".join(self.mapped("name")),
            ),
            "company_id": self.company_id.id,
            "campaign_id": self.campaign_id[:1].id,
            "award_ids": self.ids,
        }
