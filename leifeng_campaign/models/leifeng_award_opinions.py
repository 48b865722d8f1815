from odoo import SUPERUSER_ID, fields, models

from .leifeng_award import STAFF
from .leifeng_award_opinion_acts import BODIES

GIVEN = ("agreed", "objected")


class LeifengAward(models.Model):
    """Whose opinion is asked on a proposal: HR's and discipline's on persons and departments.

    Essays are judged for what is written; nobody is asked about their authors.
    """

    _inherit = "leifeng.award"

    opinions_complete = fields.Boolean(compute="_compute_opinions_complete", groups=STAFF)

    def _compute_opinions_complete(self):
        """The office sees whether all have come, never what they say."""
        for award in self:
            award.opinions_complete = not award._outstanding_opinions()

    def _ask_opinions(self):
        """Ask both bodies about whoever is proposed, and no longer about who isn't any more."""
        if self.kind == "essay":
            return
        proposed = self._winners().entry_id
        standing = self._standing_opinions()
        standing.filtered(lambda each: each.entry_id not in proposed)._set_state("cancelled")
        asked = {(each.entry_id, each.body) for each in standing if each.entry_id in proposed}
        standing.create(
            [
                self._opinion_values(entry, body)
                for entry in proposed
                for body in BODIES
                if (entry, body) not in asked
            ]
        )

    def _standing_opinions(self):
        """Return the opinions asked for or given, in the hands of the system's own user."""
        # the system's own user: neither maker nor time of a row tells anything
        opinions = self.env["leifeng.award.opinion"].with_user(SUPERUSER_ID)
        return opinions.search([("award_id", "in", self.ids), ("state", "!=", "cancelled")])

    def _opinion_values(self, entry, body):
        return {
            "award_id": self.id,
            "company_id": self.company_id.id,
            "entry_id": entry.id,
            "body": body,
            "award_name": self.name,
            "holder_name": entry.employee_name or entry.department_name,
            "department_name": entry.department_name,
            "post": entry.post,
            "deeds_short": entry.deeds_short or entry.statement,
        }

    def _outstanding_opinions(self):
        """Return {(entry's id, body)} of those proposed that are still to come."""
        if self.kind == "essay":
            return set()
        proposed = self._winners().entry_id.ids
        given = self._standing_opinions().filtered(lambda each: each.state in GIVEN)
        needed = {(entry, body) for entry in proposed for body in BODIES}
        return needed - {(each.entry_id.id, each.body) for each in given}

    def _objected(self):
        """Return the results on the list that a body objects to, with sudo."""
        objected = self._standing_opinions().filtered(lambda each: each.state == "objected")
        entries = objected.entry_id.ids
        return self._winners().filtered(lambda result: result.entry_id.id in entries)
