from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from .leifeng_campaign_department_turn import PLAN

LONGEST = 300  # characters of what and who


class LeifengCampaignDepartment(models.Model):
    """The plan is taken from the campaign's activities; the coordinator writes what differs."""

    _inherit = "leifeng.campaign.department"

    @api.model_create_multi
    def create(self, vals_list):
        """Extend: a new part begins with the campaign's activities."""
        parts = super().create(vals_list)
        parts.filtered(lambda part: not part.line_ids)._take_lines()
        return parts

    # ACTIONS

    def action_take_lines(self):
        """Add a line for each activity of the campaign that has none in the plan yet."""
        self._check_may_write_plan()
        self._take_lines()

    def action_keep_line(self, line_id, vals):
        """Write the line ``line_id`` of the plan, or a new one where it is False.

        ``vals``: {"name", "date", "people", "not_for_us"}; raises UserError with what is wrong.
        """
        self.ensure_one()
        self._check_may_write_plan()
        values = self._checked_line(vals)
        if line_id:
            line = self._own_line(line_id)
            self._check_says_something(values, line.activity_id)
            line.write(values)
        else:
            self._check_says_something(values)
            # sudo: leifeng.campaign.department - the turn is checked, portal users can't write
            self.sudo().line_ids = [Command.create(values)]

    def action_drop_line(self, line_id):
        """Take a line out: one of the campaign stays as not for us, an own one is deleted."""
        self.ensure_one()
        self._check_may_write_plan()
        line = self._own_line(line_id)
        if line.activity_id:
            line.not_for_us = True
        else:
            line.unlink()

    # BUSINESS

    def _check_may_write_plan(self):
        self.check_access("read")
        if not all(part.may_write_plan for part in self):
            raise self._not_your_turn(PLAN)

    def _own_line(self, line_id):
        # sudo: leifeng.campaign.department.line - a line of the plan whose turn is checked
        line = self.sudo().line_ids.filtered(lambda each: each.id == line_id)
        if not line:
            raise UserError(self.env._("This line is no longer in the plan."))
        return line

    def _checked_line(self, vals):
        """Return values for a line from what somebody sent; nothing of it is trusted."""
        return {
            "name": self._checked_words(vals.get("name")),
            "people": self._checked_words(vals.get("people")),
            "date": self._checked_date(vals.get("date")),
            "not_for_us": bool(vals.get("not_for_us")),
        }

    def _checked_words(self, text):
        words = " ".join(text.replace("\0", "").split()) if isinstance(text, str) else ""
        if len(words) > LONGEST:
            message = self.env._("Please use at most %(count)s characters.", count=LONGEST)
            raise UserError(message)
        return words or False

    def _checked_date(self, text):
        try:
            return fields.Date.to_date(text or False) or False
        except (ValueError, TypeError):
            message = self.env._("Please choose a date from the calendar.")
            raise UserError(message) from None

    def _check_says_something(self, values, activity=None):
        """Refuse an empty line; words that the campaign has already are not written twice."""
        if activity and values["name"] == activity.name:
            values["name"] = False
        if not activity and not values["name"]:
            raise UserError(self.env._("Please write what the department plans to do."))

    def _take_lines(self):
        """All activities concern every department: who is responsible organizes, all take part."""
        values = [
            {"campaign_department_id": part.id, "activity_id": activity.id, "sequence": number}
            for part in self
            # sudo: leifeng.campaign - one that isn't started is the office's alone
            for number, activity in enumerate(part.sudo().campaign_id.plan_activity_ids, 1)
            if activity not in part.line_ids.activity_id
        ]
        # sudo: leifeng.campaign.department.line - the turn is checked, or the plan is new
        self.env["leifeng.campaign.department.line"].sudo().create(values)
