from odoo import SUPERUSER_ID, api, models
from odoo.exceptions import AccessError, UserError

from ..tools import upload

MAX_SCAN = 10 * 1024 * 1024  # bytes


class LeifengAwardReview(models.Model):
    """Sheets of paper: one person enters them, a second one compares them; both are recorded.

    Neither is an officer, so that no officer sees single scores before closing.
    """

    _inherit = "leifeng.award.review"

    # ACTIONS

    def action_enter_paper(self, scores, comment, scan, correction=""):
        """Enter what a sheet of paper says; ``scan``: its bytes. A second person submits it."""
        sheet = self._paper_sheet("paper_clerk_id")
        sheet = sheet._paper_draft(correction)
        sheet.write(
            {
                **sheet._entered_values(self.env.user, scan),
                "paper_abstains": False,
                "draft_scores": sheet._complete(scores),
                "comment": sheet._remark(comment),
            }
        )
        return sheet.id

    def action_enter_abstention(self, comment, scan):
        """Enter that the judge abstains; a second person compares that as well."""
        sheet = self._paper_sheet("paper_clerk_id")
        sheet._check_draft()
        sheet.write(
            {
                **sheet._entered_values(self.env.user, scan),
                "paper_abstains": True,
                "draft_scores": False,
                "comment": sheet._remark(comment),
            }
        )

    def action_enter_recusal(self, reason, note, scan):
        sheet = self._paper_sheet("paper_clerk_id")
        sheet._check_draft()
        sheet.write(sheet._entered_values(self.env.user, scan))
        sheet._recuse(reason, note)

    def action_agree_paper(self):
        """The second person: what was entered is what the paper says; the sheet is final."""
        sheet = self._paper_sheet("paper_checker_id")
        sheet._check_to_compare(self.env.user)
        sheet.checked_by_id = self.env.user
        if sheet.paper_abstains:
            sheet._abstain(sheet.comment)
        else:
            sheet._submit(sheet._parsed_scores(sheet.draft_scores), sheet.comment)

    def action_return_paper(self):
        """The second person: it is not what the paper says; it is entered again."""
        sheet = self._paper_sheet("paper_checker_id")
        sheet._check_to_compare(self.env.user)
        sheet.from_paper = False

    # CHECKS

    def _paper_sheet(self, role):
        """Return the sheet in the hands of the system's own user; ``role``: field of the award."""
        self.ensure_one()
        # sudo: leifeng.award.review - neither person may read sheets but through these acts
        sheet = self.sudo()
        if sheet.award_id[role] != self.env.user or not sheet.judge_id.on_paper:
            raise AccessError(
                self.env._("Only who was named for it can enter or check sheets of paper.")
            )
        sheet.award_id._check_paper_user(self.env.user)
        return self._as_the_system()

    def _check_to_compare(self, user):
        if self.state != "draft" or not self.from_paper:
            raise UserError(self.env._("There is nothing to compare on this sheet."))
        if self.entered_by_id == user:
            raise AccessError(self.env._("You entered this sheet: a second person checks it."))

    # BUSINESS

    def _paper_draft(self, correction):
        """Return the sheet to write on: this one, or a new version in place of a final one."""
        if self.state in ("submitted", "abstained"):
            return self._new_version(correction)
        self._check_draft()
        return self

    def _complete(self, scores):
        """Return all scores as a draft holds them; UserError for a missing one."""
        return {str(each.id): str(value) for each, value in self._parsed_scores(scores).items()}

    def _entered_values(self, user, scan):
        return {
            "from_paper": True,
            "entered_by_id": user.id,
            "checked_by_id": False,
            "scan_id": self._scan(scan).id,
        }

    def _scan(self, content):
        kind = upload.kind_of(content or b"")
        if not kind or len(content) > MAX_SCAN:
            raise UserError(
                self.env._("Please attach the signed sheet: PDF, JPG or PNG, at most 10 MB.")
            )
        values = {"name": f"{self.code}.{kind}", "raw": content}
        return self.env["ir.attachment"].create(values)

    # READING

    @api.model
    def _paper_sheets(self, domain=()):
        """Return the sheets of paper that the visitor enters or checks, with sudo."""
        # sudo: leifeng.award.review - of awards that name the visitor for it
        return self.sudo().search(
            [*self._paper_domain(), *domain], order="award_id, judge_id, code"
        )

    @api.model
    def _paper_waiting(self):
        """Return how many sheets of paper the visitor has still to enter, and to compare."""
        me, role = self.env.user, {False: "paper_clerk_id", True: "paper_checker_id"}
        counts = {False: 0, True: 0}
        # sudo: leifeng.award.review - counts of what _paper_sheets shows
        for award, entered, count in self.sudo()._read_group(
            [
                *self._paper_domain(),
                ("state", "=", "draft"),
                ("award_id.scoring_closed_on", "=", False),
            ],
            ["award_id", "from_paper"],
            ["__count"],
        ):
            counts[entered] += count if award[role[entered]] == me else 0
        return counts[False], counts[True]

    def _paper_domain(self):
        """Return the domain of what the visitor was named to enter or to check."""
        return [
            ("award_id.state", "=", "judging"),
            ("judge_id.on_paper", "=", True),
            *self._live_domain(),
            "|",
            ("award_id.paper_clerk_id", "=", self.env.uid),
            ("award_id.paper_checker_id", "=", self.env.uid),
        ]


class LeifengAwardJudge(models.Model):
    _inherit = "leifeng.award.judge"

    def _paper_to_print(self):
        """Return the judge's sheets for the blank forms, with sudo; for who enters them alone.

        The office prints none: paper that shows name and code would tell it whose scores are whose.
        """
        self.ensure_one()
        sheets = self.env["leifeng.award.review"]._paper_sheets([("judge_id", "=", self.id)])
        if not sheets:
            raise AccessError(self.env._("Only who enters this judge's sheets can print them."))
        return sheets.with_user(SUPERUSER_ID)
