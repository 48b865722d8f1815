import json

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools.essay_text import count_characters, patterns
from .leifeng_campaign_department_summary import SUMMARY_PARTS

LONGEST_PART = 20_000  # characters; what is typed by hand stays far below


class LeifengCampaignDepartment(models.Model):
    """How long a summary is: all five parts count, as they are read."""

    _inherit = "leifeng.campaign.department"

    summary_length = fields.Integer(
        string="Characters", compute="_compute_summary_length", store=True
    )
    summary_limit = fields.Integer(
        compute="_compute_summary_limit", export_string_translation=False
    )
    summary_count_rules = fields.Char(
        compute="_compute_summary_limit", export_string_translation=False
    )

    @api.depends(*SUMMARY_PARTS)
    def _compute_summary_length(self):
        for part in self:
            part.summary_length = sum(count_characters(part[name] or "") for name in SUMMARY_PARTS)

    @api.depends("company_id.leifeng_summary_limit")
    def _compute_summary_limit(self):
        """The limit, and how a browser counts as the server does."""
        rules = json.dumps(patterns())
        for part in self:
            part.summary_limit = part.company_id.leifeng_summary_limit
            part.summary_count_rules = rules

    def _check_summary(self):
        """Refuse a summary that says nothing of its own, or more than was agreed on."""
        for part in self:
            if not any((part[name] or "").strip() for name in SUMMARY_PARTS[1:]):
                raise UserError(self.env._("Please write the summary first."))
            if 0 < part.summary_limit < part.summary_length:
                raise UserError(
                    self.env._(
                        "The summary has %(count)s characters, at most %(limit)s are asked for.",
                        count=part.summary_length,
                        limit=part.summary_limit,
                    )
                )

    def _check_length(self, text):
        """Refuse what no one types; a draft may be longer than what is asked for."""
        if len(text) > LONGEST_PART:
            message = self.env._("Please use at most %(count)s characters.", count=LONGEST_PART)
            raise UserError(message)
