from odoo import api, fields, models
from odoo.exceptions import ValidationError

OFFICER = "leifeng_campaign.group_leifeng_officer"


class LeifengAwardJudge(models.Model):
    """A member of a panel: a user, from outside too, or somebody who scores on paper."""

    _name = "leifeng.award.judge"
    _description = "Member of a Review Panel"
    _inherit = ["leifeng.award.rule.mixin"]
    _order = "award_id, sequence, id"
    _free_fields = frozenset({"label"})

    award_id = fields.Many2one("leifeng.award", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="award_id.company_id", store=True)
    sequence = fields.Integer(default=10)
    user_id = fields.Many2one("res.users", string="Account", index=True, ondelete="restrict")
    name = fields.Char(string="Full Name", required=True)
    title = fields.Char(string="Post or Unit")
    chair = fields.Boolean(string="Head of the Panel")
    on_paper = fields.Boolean(string="Scores on Paper")
    # What a judge is called on sheets once others may read them. Who can read this and the name
    # would know whose scores they are.
    label = fields.Integer(
        string="Number Drawn", readonly=True, copy=False, groups=fields.NO_ACCESS
    )
    progress = fields.Char(string="Sheets Done", compute="_compute_progress")

    _unique_user = models.UniqueIndex(
        "(award_id, user_id) WHERE user_id IS NOT NULL", "This person is on the panel already."
    )

    def _compute_progress(self):
        """Counts alone: no score, and nothing of single sheets."""
        counts = self._sheet_counts()
        for judge in self:
            done, count = counts.get(judge.id, (0, 0))
            judge.progress = f"{done}/{count}" if count else ""

    @api.onchange("user_id")
    def _onchange_user_id(self):
        if self.user_id and not self.name:
            self.name = self.user_id.name

    @api.constrains("user_id", "award_id", "on_paper")
    def _check_seat(self):
        """Raise for whom the panel can't have; looked at again when judging opens."""
        for judge in self:
            # sudo: res.users - groups and standing of the account that was chosen
            if refusal := judge._seat_refusal(judge.sudo().user_id):
                raise ValidationError(refusal)

    def _seat_refusal(self, user):
        """Return why ``user`` can't have this seat, or ""."""
        if not user:
            return "" if self.on_paper else self._without_account_text()
        if not user.active:
            return self.env._("The account of %(name)s is archived.", name=self.name)
        if self.award_id.kind == "essay" and user.has_group(OFFICER):
            return self.env._(
                "%(name)s is a campaign officer and sees who wrote the essays. "
                "An officer can't judge essays.",
                name=self.name,
            )
        return ""

    def _without_account_text(self):
        return self.env._(
            "%(name)s has no account. Please choose one, or tick Scores on Paper.", name=self.name
        )

    def _sheet_counts(self):
        """Return {judge id: (sheets done, all)}; who is recused has no sheet to do."""
        # sudo: leifeng.award.review - counts alone, sheets themselves stay the judges'
        groups = (
            self.env["leifeng.award.review"]
            .sudo()
            ._read_group(
                [
                    ("judge_id", "in", self.ids),
                    ("state", "in", ("draft", "submitted", "abstained")),
                ],
                ["judge_id", "state"],
                ["__count"],
            )
        )
        counts = {}
        for judge, state, count in groups:
            done, total = counts.get(judge.id, (0, 0))
            counts[judge.id] = (done + (state != "draft") * count, total + count)
        return counts

    # BUSINESS

    def _employees(self):
        """Return who of the judges is an employee, with sudo; judges from outside are not."""
        # sudo: hr.employee - whose accounts the panel's are
        employees = self.env["hr.employee"].sudo()
        return employees.search([("user_id", "in", self.user_id.ids)])

    def _found_conflicts(self, entries):
        """Yield (entry, reason) of what records tell; both in sudo."""
        if not self.user_id:
            return
        employees = self._employees()
        screened = self._screened_departments(employees)
        for entry in entries:
            if reason := self._conflict(entry, employees, screened):
                yield entry, reason

    def _conflict(self, entry, employees, screened):
        department = entry.department_id
        if entry.employee_id in employees:
            return "self"
        if not entry.employee_id and department in screened:
            return "self"  # the head's own department is what is judged
        if entry.entered_by_id in employees:
            return "nominator"
        if department in employees.department_id and self.award_id.recuse_department:
            return "department"
        if entry.kind == "essay" and department in screened:
            return "department"
        return ""

    def _screened_departments(self, employees):
        """Return the departments that the judge answers for, as head or coordinator."""
        parts = self.env["leifeng.campaign.department"].search(
            [
                ("campaign_id", "=", self.award_id.campaign_id.id),
                "|",
                ("head_id", "in", employees.ids),
                ("coordinator_id", "in", employees.ids),
            ]
        )
        managed = self.env["hr.department"].search([("manager_id", "in", employees.ids)])
        return parts.department_id | managed
