from odoo import models

HONORS = "/my/leifeng/honors"
# Whose entry was in it and didn't win; who took back or was taken out was told then.
TOLD = ("submitted", "dropped", "not_granted")


class LeifengAwardDecision(models.Model):
    """The result is told to everyone who entered: the own one, and nothing of others."""

    _inherit = "leifeng.award.decision"

    def _tell_results(self, awards, honors):
        for (award, tier), won in honors.grouped(lambda h: (h.award_name, h.tier_name)).items():
            self._tell_winners(award, tier, won)
        for award in awards:
            # sudo: leifeng.award.entry - told by the office, which may not read every entry
            entries = award.sudo().entry_ids.filtered(lambda entry: entry.state in TOLD)
            self._tell_others(award, entries)

    def _tell_winners(self, award, tier, honors):
        self.env["leifeng.message"].tell(
            honors.employee_id,
            lambda env: env._(
                "Congratulations! You are awarded “%(award)s” (%(tier)s). Your certificate "
                "is here.",
                award=award,
                tier=tier,
            ),
            url=HONORS,
        )
        for honor in honors.filtered(lambda each: not each.employee_id):
            self._tell_department(
                honor.department_id,
                lambda env, name=honor.holder_name: env._(
                    "Congratulations! “%(department)s” is awarded “%(award)s” (%(tier)s). The "
                    "certificate is here.",
                    department=name,
                    award=award,
                    tier=tier,
                ),
            )

    def _tell_others(self, award, entries):
        self.env["leifeng.message"].tell(
            entries.employee_id,
            lambda env: env._(
                "The result of “%(award)s” is out. You were not among those commended this time. "
                "Thank you for taking part: what you wrote or did is worth as much as before.",
                award=award.name,
            ),
            url=HONORS,
        )
        for entry in entries.filtered(lambda each: not each.employee_id):
            self._tell_department(
                entry.department_id,
                lambda env, name=entry.department_name: env._(
                    "The result of “%(award)s” is out. “%(department)s” was not among those "
                    "commended this time. Thank you for all that you organized.",
                    award=award.name,
                    department=name,
                ),
            )

    def _tell_department(self, department, sentence):
        """Tell who answers for the department in the decision's campaigns."""
        # sudo: leifeng.campaign.department - whom to tell, whoever issues the decision
        parts = department.sudo().leifeng_part_ids.filtered(
            lambda part: part.campaign_id in self.award_ids.campaign_id
        )
        people = parts.head_id | parts.coordinator_id
        self.env["leifeng.message"].tell(people, sentence, url=HONORS)
