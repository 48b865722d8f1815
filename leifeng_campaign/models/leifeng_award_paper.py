from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

OFFICER = "leifeng_campaign.group_leifeng_officer"


class LeifengAward(models.Model):
    """Who enters the sheets of judges who score on paper, and who compares them with the paper.

    Two persons who aren't officers: they see whose scores they are, officers must not.
    """

    _inherit = "leifeng.award"

    paper_clerk_id = fields.Many2one(
        "res.users",
        string="Enters Paper Sheets",
        domain="[('share', '=', False)]",
        ondelete="restrict",
        copy=False,
    )
    paper_checker_id = fields.Many2one(
        "res.users",
        string="Checks Paper Sheets",
        domain="[('share', '=', False)]",
        ondelete="restrict",
        copy=False,
    )
    panel_text = fields.Text(string="Text for Judges", compute="_compute_panel_text")

    @api.depends("name", "date_judging")
    def _compute_panel_text(self):
        """What the office can send to judges from outside, who read no messages here."""
        for award in self:
            url = f"{award.get_base_url()}/my/leifeng/sheets"
            award.panel_text = f"{award._panel_sentence(award.env)}\n{url}"

    def _panel_sentence(self, env):
        """Return what a judge is told, in the language of ``env``."""
        if not self.date_judging:
            return env._("“%(award)s”: your score sheets are ready.", award=self.name)
        return env._(
            "“%(award)s”: your score sheets are ready. Please score until %(date)s.",
            award=self.name,
            date=fields.Date.to_string(self.date_judging),
        )

    def _tell_paper(self):
        """Tell who enters and who compares sheets, where judges score on paper."""
        if not any(self.judge_ids.mapped("on_paper")):
            return
        # sudo: hr.employee - the employees of both accounts
        employees = self.env["hr.employee"].sudo()
        users = self.sudo().paper_clerk_id | self.sudo().paper_checker_id
        self.env["leifeng.message"].tell(
            employees.search(
                [("user_id", "in", users.ids), ("company_id", "=", self.company_id.id)]
            ),
            lambda env: env._(
                "“%(award)s”: some judges score on paper, and you were named to enter their sheets "
                "or to compare them. Please keep single scores to yourself.",
                award=self.name,
            ),
            url="/my/leifeng/sheets/paper",
        )

    @api.constrains("paper_clerk_id", "paper_checker_id", "judge_ids")
    def _check_paper(self):
        for award in self:
            # sudo: res.users - groups of the accounts that were chosen
            users = award.sudo().paper_clerk_id | award.sudo().paper_checker_id
            if award.paper_clerk_id and award.paper_clerk_id == award.paper_checker_id:
                raise ValidationError(
                    self.env._("Sheets on paper are entered by one person and checked by another.")
                )
            for user in users:
                award._check_paper_user(user)

    def _check_paper_user(self, user):
        # sudo: leifeng.award.judge, leifeng.award.entry - whether this person has part in the award
        award_sudo = self.sudo()
        if user.has_group(OFFICER):
            text = self.env._("%(name)s is a campaign officer, who may not see single scores.")
        elif user in award_sudo.judge_ids.user_id:
            text = self.env._("%(name)s is on the panel and can't enter sheets of others.")
        elif user in award_sudo.entry_ids.employee_id.user_id:
            text = self.env._("%(name)s can win this award and can't see its scores.")
        else:
            return
        raise ValidationError(text % {"name": user.name})

    def _check_paper_ready(self):
        """Asked when judging opens."""
        self._check_paper()
        on_paper = self.judge_ids.filtered("on_paper")
        if on_paper and not (self.paper_clerk_id and self.paper_checker_id):
            raise UserError(
                self.env._(
                    "%(names)s score on paper. Please name who enters the sheets and who checks "
                    "them.",
                    names=", ".join(on_paper.mapped("name")),
                )
            )
