import secrets
from random import Random

from odoo import fields, models
from odoo.exceptions import UserError

from ..tools import chain

MIN_JUDGES = 3  # practice.md section 4


class LeifengAward(models.Model):
    """Panel Review begins: what is asked first, and what is frozen, drawn and copied then."""

    _inherit = "leifeng.award"

    # ACTIONS

    def action_start_judging(self):
        """Freeze the rules and give every judge the sheets; there is no way back from here."""
        self.ensure_one()
        self.check_access("write")
        if "judging" not in self._state_fields["state"][self.state]:
            self._refuse_state("state", "judging")
        self._check_panel()
        candidates = self._candidates()
        self._check_candidates(candidates)
        self._touch()
        candidates._fill_facts()
        self._freeze_rules()
        random = Random(secrets.randbits(128))  # not kept: nobody draws the codes again
        self._draw_labels(random)
        self._find_recusals(candidates)
        sheets = self._make_sheets(candidates, random)
        self._set_state("judging", judging_on=fields.Datetime.now())
        self._record_opening(candidates, sheets)
        self._tell_judges()
        self._tell_paper()

    # BUSINESS

    def _candidates(self):
        """Return what is judged: the entries that were put forward."""
        # sudo: leifeng.award.entry - an officer opens the panel's review; facts are copied to them
        return self.sudo().entry_ids.filtered(lambda entry: entry.state == "candidate")

    def _check_panel(self):
        if len(self.judge_ids) < MIN_JUDGES:
            raise UserError(
                self.env._(
                    "A panel has at least %(number)s judges. Please add the others.",
                    number=MIN_JUDGES,
                )
            )
        self.judge_ids._check_seat()
        self._check_paper_ready()
        if not self.criterion_ids.filtered(lambda each: each.source == "judged"):
            raise UserError(self.env._("There is no criterion that judges could score."))

    def _check_candidates(self, candidates):
        # sudo: leifeng.award.entry - how many wait for a word of their department
        waiting = self.sudo().entry_ids.filtered(lambda entry: entry.state == "submitted")
        if waiting:
            raise UserError(
                self.env._(
                    "%(count)s entries have been submitted and not been decided on. "
                    "Please put them forward or not first.",
                    count=len(waiting),
                )
            )
        if not candidates:
            raise UserError(self.env._("Nobody has been put forward yet."))
        self._check_consent(candidates)
        self._check_similar()
        self._check_summaries(candidates)

    def _check_consent(self, candidates):
        """Who has not agreed to be considered is not judged (PIPL art. 13, practice.md 19)."""
        if self.kind != "person":
            return
        silent = candidates.filtered(lambda entry: not entry.consent_considered)
        if silent:
            raise UserError(
                self.env._(
                    "Not agreed to be considered yet: %(names)s.",
                    names=", ".join(silent.mapped("display_name")),
                )
            )

    def _check_similar(self):
        flags = self.similarity_ids.filtered(lambda flag: flag.state == "open")
        if flags:
            raise UserError(
                self.env._(
                    "%(count)s pairs of similar essays have not been looked at yet.",
                    count=len(flags),
                )
            )

    def _draw_labels(self, random):
        """Give the judges numbers in an order that tells nothing."""
        # sudo: leifeng.award.judge - nobody may read or write the number of a judge
        judges = self.sudo().judge_ids
        numbers = random.sample(range(1, len(judges) + 1), len(judges))
        for judge, number in zip(judges, numbers, strict=True):
            judge.label = number

    def _record_opening(self, candidates, sheets):
        salt = self.env["leifeng.journal"].salt()
        payload = {
            "rules_hash": self.rules_hash,
            "judges": len(self.judge_ids),
            "entries": len(candidates),
            "sheets": len(sheets),
            "recusals": len(self.recusal_ids),
            "salt": salt,
            "works": {str(each.id): chain.digest(salt, each._work()) for each in candidates},
        }
        self.env["leifeng.journal"].record("judging_opened", self, payload)

    def _tell_judges(self):
        # sudo: leifeng.award.judge - those of the panel who are employees are told
        judges = self.sudo().judge_ids.filtered(lambda judge: not judge.on_paper)
        self.env["leifeng.message"].tell(
            judges._employees(), self._panel_sentence, url="/my/leifeng/sheets"
        )
