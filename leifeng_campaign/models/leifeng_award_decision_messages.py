from odoo import models

HONORS = "/my/leifeng/honors"
# Whose entry was in it and didn't win; who took back or was taken out was told then.
TOLD = ("submitted", "dropped", "not_granted")


class LeifengAwardDecision(models.Model):
    """The result is told to everyone who entered: the own one, and nothing of others."""

    _inherit = "leifeng.award.decision"

    def _tell_results(self, awards, honors):
        for title, won in honors.grouped(lambda honor: honor._honor_title()).items():
            self._tell_winners(title, won)
        for award in awards:
            # sudo: leifeng.award.entry - told by the office, which may not read every entry
            entries = award.sudo().entry_ids.filtered(lambda entry: entry.state in TOLD)
            self._tell_others(award, entries)

    def _tell_winners(self, title, honors):
        self.env["leifeng.message"].tell(
            honors.employee_id,
            lambda env: env._(
                "Congratulations! You are awarded “%(honor)s”. Your certificate is here.",
                honor=title,
            ),
            url=HONORS,
        )
        for honor in honors.filtered(lambda each: not each.employee_id):
            self._tell_department(
                honor.department_id,
                lambda env, name=honor.holder_name: env._(
                    "Congratulations! “%(department)s” is awarded “%(honor)s”. The certificate is "
                    "here.",
                    department=name,
                    honor=title,
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
