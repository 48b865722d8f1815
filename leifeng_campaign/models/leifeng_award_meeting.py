from odoo import models

from ..tools import chain

VOTES = ("in_favor", "against", "abstained")


class LeifengAward(models.Model):
    """The panel's meeting: the order proposes, the panel decides, and says where it departs.

    Recorded from the minutes by the office. Until the final approval it can be recorded again,
    say after somebody was taken off the list; the journal keeps every version.
    """

    _inherit = "leifeng.award"

    # ACTIONS

    def action_record_proposal(self):
        """Open the minutes, filled in with the order."""
        self.ensure_one()
        self._check_can_propose()
        minutes = self.env["leifeng.award.meeting"].create({"award_id": self.id})
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Record Panel Proposal"),
            "res_model": "leifeng.award.meeting",
            "res_id": minutes.id,
            "views": [(False, "form")],
            "target": "new",
            "context": {"dialog_size": "extra-large"},
        }

    # BUSINESS

    def _record_proposal(self, day, present, rows, note):
        """Record what the panel proposed on the date ``day``.

        ``present``: judges; ``rows``: {result: {tier_id, in_favor, against, abstained and
        departure_reason}} of all results on the list; ``note``: text, "" for none.
        """
        self._check_can_propose()
        # sudo: leifeng.award.result - nobody has write access, the proposal is written on them
        rows = {each.sudo(): self._proposed(each, present, row) for each, row in rows.items()}
        self._check_meeting(day, present, note)
        self._check_rows(present, rows)
        self._touch()
        for result, row in rows.items():
            result.write(row)
        self._set_proposed(day, present, note)
        self._show_names(rows)
        self._record_meeting(day, present, note)
        self._ask_opinions()

    def _proposed(self, result, present, row):
        """Return what is written on ``result``: votes are of those present and not recused."""
        reason = (row.get("departure_reason") or "").strip()
        recused = len(self._recused(result, present))
        return {**row, "departure_reason": reason or False, "recused_count": recused}

    def _recused(self, result, present):
        """Return who of ``present`` doesn't vote on ``result``."""
        # sudo: leifeng.award.recusal, leifeng.award.result - whose work it is stays unsaid
        recusals, entry = self.sudo().recusal_ids, result.sudo().entry_id
        return recusals.filtered(lambda each: each.entry_id == entry).judge_id & present

    def _set_proposed(self, day, present, note):
        values = {
            "meeting_date": day,
            "meeting_present": len(present),
            "meeting_note": note or False,
        }
        # sudo: leifeng.award - facts of the meeting can't be typed, this act writes them
        award = self.sudo()
        if award.state == "judging":
            award._set_state("proposed", **values)
        else:
            award.write(values)

    def _show_names(self, results):
        """Codes first, names now: copy them onto the results of essays."""
        for result in results:
            if not result.entry_name:
                result.write(result.entry_id._result_names())

    def _record_meeting(self, day, present, note):
        journal = self.env["leifeng.journal"]
        salt = journal.salt()
        payload = {
            "date": day.isoformat(),
            "panel": len(self._panel()),
            "present": sorted(present.ids),
            "note": chain.digest(salt, note or ""),
            "proposed": len(self._winners()),
            "salt": salt,
            "results": self._proposal_digest(salt),
        }
        journal.record("panel_proposal", self, payload)

    def _proposal_digest(self, salt):
        """Return the digest of votes, tiers and departures as they stand in the table."""
        # sudo: leifeng.award.result - computed again by Verify, whoever presses it
        stored = self.sudo().result_ids.sorted("id")
        return chain.digest(salt, [result._decided() for result in stored])


class LeifengAwardResult(models.Model):
    _inherit = "leifeng.award.result"

    def _decided(self):
        """Return what the meeting made of it, as values that never vary."""
        votes = [self[name] for name in (*VOTES, "recused_count")]
        return [self.entry_id.id, self.tier_id.id or 0, *votes, self.departure_reason or ""]

    def _departs(self, tier, places):
        """Tell whether proposing ``tier`` departs from the order among ``places``.

        Works equal across a cut have no tier by the order: whatever the panel decides on them
        needs its reason.
        """
        across = self.tied and not self.by_order_tier_id and self.rank <= places
        return across or tier != self.by_order_tier_id
