from odoo import models
from odoo.exceptions import UserError


class LeifengAwardDecision(models.Model):
    """Issuing: awards, entries and certificates in one transaction, or none of it."""

    _inherit = "leifeng.award.decision"

    # ACTIONS

    def action_issue(self):
        """Grant the honors of all awards that the decision covers (practice.md, point 20, 21).

        Objections update the awards' rows, too: of a late one and the grant at the same time, one
        is run again and sees the other.
        """
        self.ensure_one()
        self.check_access("write")
        # first: sealing waits for unfinished facts, and this act is going to add some
        code = self.env["leifeng.journal"]._head_code()
        awards = self.award_ids.sorted("id")
        awards._touch()
        self._check_complete()
        self._check_grantable(awards)
        results = self._winners_in_order(awards)
        honors = self._create_honors(results)
        self._grant(awards, results.entry_id, honors)
        self._set_state("issued", check_code=code)
        self._record_issue(honors)
        self._tell_results(awards, honors)
        return True

    # BUSINESS

    def _check_complete(self):
        if not (self.document_number and self.date and self.issuer and self.award_ids):
            raise UserError(
                self.env._(
                    "A decision needs awards, a document number, a date, and in whose name it is "
                    "issued."
                )
            )
        if self.date > self.company_id._leifeng_today():
            raise UserError(self.env._("The date of the decision lies in the future."))

    def _check_grantable(self, awards):
        for award in awards:
            if refusal := self._refusal(award):
                raise UserError(refusal)

    def _refusal(self, award):
        """Return why the honors of ``award`` can't be granted yet, or ""."""
        if award.state != "notice":
            return self.env._("“%(award)s” is granted after a public notice.", award=award.name)
        if refusal := award._notice_refusal():
            return refusal
        if award._winners():
            return ""
        return self.env._("There is nobody to commend in “%(award)s”.", award=award.name)

    def _winners_in_order(self, awards):
        """Return the results to commend as the decision lists them: by award and tier, then by
        department and name, so that the order says nothing of who is better (point 25)."""
        return awards._winners().sorted(
            lambda each: (
                each.award_id.id,
                *(each.tier_id.sequence, each.tier_id.id),
                *(each.entry_id.department_name or "", each.entry_id.employee_name or ""),
                each.id,
            )
        )

    def _create_honors(self, results):
        # sudo: leifeng.certificate - nobody has create access, honors are granted by this act
        honors = self.env["leifeng.certificate"].sudo()
        return honors.create([honors._honor_values(self, result) for result in results])

    def _grant(self, awards, winners, honors):
        """Bring awards and entries to their end; ``honors`` are in the order of ``winners``."""
        # sudo: leifeng.award.entry - nobody has write access, what came of it is written here
        others = awards.sudo().entry_ids.filtered(lambda entry: entry.state == "candidate")
        (others - winners)._set_state("not_granted")
        for entry, honor in zip(winners, honors, strict=True):
            entry._set_state(
                "granted",
                tier_name=honor.tier_name,
                granted_on=self.date,
                honor_number=honor.number,
            )
        awards._set_state("granted")

    def _record_issue(self, honors):
        journal = self.env["leifeng.journal"]
        payload = {"awards": honors.award_id.ids, "honors": honors.ids, "date": f"{self.date}"}
        journal.record("decision", self, payload)
        for honor in honors:
            journal.record("honor", honor, honor._honor_facts(journal.salt()))
