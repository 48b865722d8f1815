from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import AccessError, UserError

from ..tools import chain

OFFICER = "leifeng_campaign.group_leifeng_officer"
REASONS = ("kin", "other")


class LeifengAwardReview(models.Model):
    """What a judge does with a sheet; nobody else can: neither the head of the panel nor the
    office. All is written by the system's own user."""

    _inherit = "leifeng.award.review"

    # ACTIONS

    def save_draft(self, scores, comment):
        """Keep what has been typed; ``scores``: {criterion id: number as text}, some or all."""
        sheet = self._own_sheet()
        sheet._check_draft()
        sheet.write({"draft_scores": sheet._draft(scores), "comment": sheet._remark(comment)})

    def action_submit(self, scores, comment):
        """Submit Scores: final from here on."""
        sheet = self._own_sheet()
        sheet._check_draft()
        sheet._submit(sheet._parsed_scores(scores), sheet._remark(comment))

    def action_abstain(self, comment):
        """Abstain: the sheet is missing in the mean, it is no 0."""
        sheet = self._own_sheet()
        sheet._check_draft()
        sheet._abstain(sheet._remark(comment))

    def action_recuse(self, reason, note):
        """I Must Recuse Myself: the sheet leaves, the judge leaves the quorum of this work."""
        self._own_sheet()._recuse(reason, note)

    def action_correct(self, reason, scores, comment):
        """Write a new version of a submitted sheet; the old one stays, with the reason."""
        sheet = self._own_sheet()
        version = sheet._new_version(reason)
        version._submit(version._parsed_scores(scores), version._remark(comment))
        return version.id

    # CHECKS

    def _own_sheet(self):
        """Return the sheet in the hands of the system's own user; only its judge comes here."""
        self.ensure_one()
        # sudo: leifeng.award.review - whose sheet it is can't be read
        if self.sudo().user_id != self.env.user:
            raise AccessError(self.env._("Only the judge of this sheet can write on it."))
        if self.sudo().judge_id.on_paper:
            raise UserError(self.env._("Your scores are entered from your sheets of paper."))
        if self.kind == "essay" and self.env.user.has_group(OFFICER):
            raise AccessError(self.env._("A campaign officer can't judge essays."))
        return self._as_the_system()

    def _as_the_system(self):
        sheet = self.with_user(SUPERUSER_ID)
        sheet._check_scoring()
        return sheet

    def _check_scoring(self):
        if self.award_id.state != "judging" or self.award_id.scoring_closed_on:
            raise UserError(self.env._("Scoring of this award is closed."))

    def _check_draft(self):
        if self.state != "draft":
            raise UserError(
                self.env._(
                    "This sheet is “%(state)s” already. What was submitted doesn't change; "
                    "a correction is a new version with a reason.",
                    state=dict(self._fields["state"]._description_selection(self.env))[self.state],
                )
            )

    # BUSINESS, in the hands of the system's own user

    def _submit(self, scores, comment):
        """Write lines and total; ``scores``: {criterion: Decimal}, all of them."""
        self.award_id._touch()  # closing at the same moment is run again, or this is
        self.env["leifeng.award.review.line"].create(
            [self._line_values(criterion, value) for criterion, value in scores.items()]
        )
        total = sum(scores.values())
        self.comment = comment
        self._set_state("submitted", total=float(total), submitted_on=fields.Datetime.now())
        self._record(total, scores)

    def _line_values(self, criterion, value):
        return {
            "review_id": self.id,
            "criterion_id": criterion.id,
            "sequence": criterion.sequence,
            "name": criterion.name,
            "maximum": criterion.weight,
            "value": float(value),
        }

    def _record(self, total, scores):
        """The journal's row doesn't say who: sheets are read without names after closing."""
        journal = self.env["leifeng.journal"]
        salt = journal.salt()
        values = sorted([criterion.id, str(value)] for criterion, value in scores.items())
        payload = {
            "award": self.award_id.id,
            "version": self.version,
            "from_paper": self.from_paper,
            "salt": salt,
            "digest": chain.digest(salt, values, f"{total:.2f}"),
        }
        journal.record("score_sheet", self, payload)

    def _abstain(self, comment):
        self.award_id._touch()
        self._set_state("abstained", comment=comment, submitted_on=fields.Datetime.now())

    def _recuse(self, reason, note):
        if reason not in REASONS:
            raise UserError(self.env._("Please choose why you recuse yourself."))
        note = self._text(note, 500)
        if reason == "other" and not note:
            raise UserError(self.env._("Please say in a few words why you recuse yourself."))
        self.award_id._touch()
        self._set_state("recused")
        self.award_id._record_recusal(self.judge_id, self.entry_id, reason, note)

    def _new_version(self, reason):
        """Return a new sheet in place of this one, which is superseded."""
        reason = self._text(reason, 500)
        if not reason:
            raise UserError(self.env._("Please say why the sheet is corrected."))
        if self.state not in ("submitted", "abstained"):
            raise UserError(self.env._("There is nothing to correct yet."))
        self.award_id._touch()
        self._set_state("superseded")
        self.flush_recordset()  # the database lets one version of a sheet stand
        return self.create({**self._copied(), "correction_reason": reason})

    def _copied(self):
        names = ("award_id", "company_id", "judge_id", "user_id", "entry_id")
        plain = ("judge_label", "sequence", "code", "kind", "title", "body", "facts")
        return {
            **{name: self[name].id for name in names},
            **{name: self[name] for name in plain},
            "file_ids": [(6, 0, self.file_ids.ids)],
            "version": self.version + 1,
            "previous_id": self.id,
        }

    # READING

    @api.model
    def _live_domain(self):
        """What a judge has to do or has done: not what was corrected or recused."""
        return [("state", "in", ("draft", "submitted", "abstained"))]
