import secrets
from random import Random

from odoo import fields, models
from odoo.exceptions import UserError

from ..tools import chain
from .leifeng_award import STAFF


class LeifengAward(models.Model):
    """Scoring is closed: the sheets become results, by the rules that were frozen before."""

    _inherit = "leifeng.award"

    scale_decides = fields.Boolean(
        string="Judges' Scales Decide",
        readonly=True,
        copy=False,
        groups=STAFF,
        help="With every judge's scores on one scale others would win: the meeting says why not.",
    )
    open_sheet_count = fields.Integer(
        string="Sheets Outstanding", compute="_compute_open_sheet_count", groups=STAFF
    )

    def _compute_open_sheet_count(self):
        for award in self:
            award.open_sheet_count = award._open_sheet_count()

    # ACTIONS

    def action_close_scoring(self, reason=""):
        """Compute and write the results. Outstanding sheets need a reason, and don't count."""
        self.ensure_one()
        self.check_access("write")
        reason = (reason or "").strip()
        self._check_can_close(reason)
        self._touch()
        # sudo: leifeng.award - facts of the closing can't be typed, this act writes them
        award = self.sudo()
        award.scale_decides = self._scales_decide()
        results = self._write_results(self._result_rows())
        award.scoring_closed_on = fields.Datetime.now()
        self._mark_sheets()
        self._record_closing(results, reason)

    # BUSINESS

    def _check_can_close(self, reason):
        if self.state != "judging" or self.scoring_closed_on:
            raise UserError(self.env._("Scores aren't being given now; there is nothing to close."))
        open_count = self._open_sheet_count()
        if open_count and not reason:
            raise UserError(
                self.env._(
                    "%(count)s sheets are still to come. Wait for them, or close with a reason; "
                    "they don't count then.",
                    count=open_count,
                )
            )
        judged = {work for _judge, work, _total in self._valid_sheets()}
        bare = len(set(self._judged_entries().ids) - judged)
        if bare:
            raise UserError(
                self.env._("%(count)s works have no sheet at all. They need a judge.", count=bare)
            )

    def _open_sheet_count(self):
        # sudo: leifeng.award.review - how many are still to come, nothing of what is on them
        sheets = self.env["leifeng.award.review"].sudo()
        return sheets.search_count([("award_id", "=", self.id), ("state", "=", "draft")])

    def _write_results(self, rows):
        """Write the results under codes drawn by lot; persons and departments with their names."""
        codes = [f"R{number:03d}" for number in range(1, len(rows) + 1)]
        Random(secrets.randbits(128)).shuffle(codes)
        names = self._names_at_closing([row["entry_id"] for row in rows])
        common = {"award_id": self.id, "company_id": self.company_id.id}
        # sudo: leifeng.award.result - nobody has write access, closing writes them
        return (
            self.env["leifeng.award.result"]
            .sudo()
            .create(
                [
                    {**common, **row, **names.get(row["entry_id"], {}), "code": code}
                    for row, code in zip(rows, codes, strict=True)
                ]
            )
        )

    def _names_at_closing(self, entry_ids):
        """Return {entry's id: names for its result}: none for essays, codes come first."""
        if self.kind == "essay":
            return {}
        # sudo: leifeng.award.entry - copies of the names that judges read too
        entries = self.env["leifeng.award.entry"].sudo().browse(entry_ids)
        return {entry.id: entry._result_names() for entry in entries}

    def _record_closing(self, results, reason):
        salt = self.env["leifeng.journal"].salt()
        payload = {
            "sheets": len(self._valid_sheets()),
            "outstanding": self._open_sheet_count(),
            "reason": chain.digest(salt, reason) if reason else "",
            "salt": salt,
            "results": self._results_digest(salt),
            "entries": len(results),
        }
        self.env["leifeng.journal"].record("scoring_closed", self, payload)

    def _results_digest(self, salt):
        """Return the digest of the results as they stand in the table."""
        # sudo: leifeng.award.result - computed again by Verify, whoever presses it
        stored = self.sudo().result_ids.sorted("id")
        return chain.digest(salt, [result._figures() for result in stored])
