from odoo import api, fields, models

from .leifeng_campaign_department import PLAN_STATES, PLAN_TRANSITIONS

SUMMARY = "summary_state"
DAYS_BEFORE = 14  # the summary is asked for two weeks before its day, or when the wrap-up begins
# What a department writes (practice.md section 4): facts from the records, then its own words
SUMMARY_PARTS = (
    "summary_facts",
    "summary_practices",
    "summary_results",
    "summary_problems",
    "summary_measures",
)


class LeifengCampaign(models.Model):
    _inherit = "leifeng.campaign"

    summary_due = fields.Date(string="Department Summaries Until", tracking=True)


class LeifengCampaignDepartment(models.Model):
    """The department's summary goes the way of its plan: coordinator, head, office, and back."""

    _inherit = "leifeng.campaign.department"
    _state_fields = {"state": PLAN_TRANSITIONS, SUMMARY: PLAN_TRANSITIONS}

    summary_state = fields.Selection(
        PLAN_STATES,
        string="Department Summary",
        default="draft",
        required=True,
        copy=False,
        tracking=True,
    )
    summary_remark = fields.Text(
        string="Remark on the Summary", readonly=True, copy=False, tracking=True
    )
    # When it came in; being on time is a fact for the panel
    summary_submitted_on = fields.Date(string="Summary Received On", copy=False, tracking=True)
    summary_facts = fields.Text(string="Basic Facts", copy=False)
    summary_facts_draft = fields.Text(string="Basic Facts as Drafted", readonly=True, copy=False)
    summary_facts_edited = fields.Boolean(
        compute="_compute_summary_facts_edited", export_string_translation=False
    )
    summary_practices = fields.Text(string="Experience and Practices", copy=False)
    summary_results = fields.Text(string="Results Achieved", copy=False)
    summary_problems = fields.Text(string="Problems Found", copy=False)
    summary_measures = fields.Text(string="Improvement Measures and Suggestions", copy=False)
    is_my_summary_turn = fields.Boolean(
        string="My Turn on the Summary",
        compute="_compute_summary_turn",
        search="_search_is_my_summary_turn",
    )
    may_act_on_summary = fields.Boolean(
        compute="_compute_summary_turn", export_string_translation=False
    )
    may_write_summary = fields.Boolean(
        compute="_compute_summary_turn", export_string_translation=False
    )
    may_take_back_summary = fields.Boolean(
        compute="_compute_summary_turn", export_string_translation=False
    )

    @api.depends("summary_facts", "summary_facts_draft")
    def _compute_summary_facts_edited(self):
        """Whether somebody changed what was drafted from the records."""
        for part in self:
            facts, draft = part.summary_facts or "", part.summary_facts_draft or ""
            part.summary_facts_edited = bool(facts.strip()) and facts.strip() != draft.strip()

    @api.depends_context("uid")
    @api.depends(SUMMARY, "head_id", "coordinator_id")
    def _compute_summary_turn(self):
        officer = self._user_is_officer()
        for part in self:
            mine, state = part._is_turn_of_user(SUMMARY), part.summary_state
            part.is_my_summary_turn = mine
            part.may_act_on_summary = mine or officer
            part.may_write_summary = state != "approved" and (mine or officer)
            part.may_take_back_summary = part._sender(SUMMARY) in self.env.user.employee_ids

    def _search_is_my_summary_turn(self, operator, _value):
        return self._my_turn_domain(SUMMARY) if operator == "in" else NotImplemented

    def _summary_on_time(self):
        """Tell whether the summary came in, and no later than it was due."""
        self.ensure_one()
        came, due = self.summary_submitted_on, self.campaign_id.summary_due
        return bool(came) and (not due or came <= due)

    # ACTIONS

    def action_send_summary(self):
        self._check_acting("coordinator_id", SUMMARY)
        self._check_summary()
        self._set_state_as("head", SUMMARY)

    def action_agree_summary(self):
        self._check_acting("head_id", SUMMARY)
        self._check_summary()
        for company, parts in self.grouped("company_id").items():
            today = company._leifeng_today()
            vals = {"summary_remark": False, "summary_submitted_on": today}
            parts._set_state_as("submitted", SUMMARY, **vals)

    def action_pass_summary(self):
        self._check_acting(None, SUMMARY)
        self._set_state_as("approved", SUMMARY, summary_remark=False)

    def action_return_summary(self, remark):
        """Send the summary back to the coordinator; ``remark`` says what is missing."""
        words = self._checked_remark(remark, SUMMARY)
        vals = {"summary_remark": words, "summary_submitted_on": False}
        self._set_state_as("returned", SUMMARY, **vals)

    def action_take_back_summary(self):
        """Whoever sent the summary on takes it back as long as nobody acted on it."""
        for part in self:
            target = part._checked_way_back(SUMMARY)
            part._set_state_as(target, SUMMARY, summary_submitted_on=False)

    def action_open_summary(self):
        self.ensure_one()
        view = self.env.ref("leifeng_campaign.leifeng_campaign_department_view_form_summary")
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "views": [(view.id, "form")],
        }
