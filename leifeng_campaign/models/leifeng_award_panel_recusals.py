from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

BEFORE = ("draft", "open", "screening")


class LeifengAward(models.Model):
    """Who doesn't judge what: found from records when judging opens, or declared before.

    Own entry, own nomination and declared kin always (公务员法 art. 76), the own department by
    setting. Judges who screen a department's essays know who wrote them, whatever the setting.
    """

    _inherit = "leifeng.award"

    recusal_count = fields.Integer(string="Recusals", compute="_compute_recusal_count")

    @api.depends("recusal_ids")
    def _compute_recusal_count(self):
        """For those who may read recusals; judges may not, and count none."""
        readable = self.env["leifeng.award.recusal"].has_access("read")
        for award in self:
            award.recusal_count = len(award.recusal_ids) if readable else 0

    def action_recusals(self):
        """Open the recusals of this award."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "leifeng_campaign.leifeng_award_recusal_action"
        )
        return {**action, "domain": [("award_id", "=", self.id)]}

    def _declare_recusal(self, judge, entry, reason, note=""):
        """Record what a judge said to the office before judging opened."""
        self.check_access("write")
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("Recusals are recorded by the campaign's office."))
        if self.state not in BEFORE:
            raise UserError(self.env._("Judging has opened: the judge declares it on the sheet."))
        if judge.award_id != self or entry.award_id != self:
            raise UserError(self.env._("This judge or entry belongs to another award."))
        return self._record_recusal(judge, entry, reason, note)

    def _record_recusal(self, judge, entry, reason, note):
        # sudo: leifeng.award.recusal - nobody may create one by hand, declared ones come this way
        recusal = (
            self.env["leifeng.award.recusal"]
            .sudo()
            .create(
                {
                    "award_id": self.id,
                    "judge_id": judge.id,
                    "entry_id": entry.id,
                    "reason": reason,
                    "origin": "declared",
                    "note": note,
                }
            )
        )
        payload = {"judge": judge.id, "entry": entry.id, "reason": reason}
        self.env["leifeng.journal"].record("recusal", recusal, payload)
        return recusal

    def _find_recusals(self, candidates):
        """Record what the records tell; what was declared before stays as it is."""
        # sudo: leifeng.award.recusal, leifeng.award.judge - employees of the judges' accounts
        award_sudo = self.sudo()
        known = {(each.judge_id, each.entry_id) for each in award_sudo.recusal_ids}
        values = [
            {"judge_id": judge.id, "entry_id": entry.id, "reason": reason}
            for judge in award_sudo.judge_ids
            for entry, reason in judge._found_conflicts(candidates)
            if (judge, entry) not in known
        ]
        more = {"award_id": self.id, "origin": "found"}
        award_sudo.recusal_ids.create([{**each, **more} for each in values])
        self.invalidate_recordset(["recusal_ids"])
