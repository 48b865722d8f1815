import json

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..tools import chain
from .leifeng_append_only_mixin import MIN_YEARS

# Facts whose payload holds the digests of the records that were written.
PROVING = ("sheet", "entry_recorded", "partner_records")
MAY_VERIFY = (
    "leifeng_campaign.group_leifeng_officer",
    "leifeng_campaign.group_leifeng_supervisor",
)


class LeifengJournal(models.Model):
    """Verify: recompute the chain, and the figures of the sheets that it proves."""

    _inherit = "leifeng.journal"

    def action_verify(self):
        """Tell whether all entries fit, or raise a UserError that names the first that doesn't.

        The office may do so without reading the journal.
        """
        if not any(map(self.env.user.has_group, MAY_VERIFY)):
            raise AccessError(self.env._("The office and the supervisors verify the journal."))
        broken = self._first_break()
        if broken:
            raise UserError(
                self.env._(
                    "The journal does not fit from entry %(number)s on. "
                    "Please have the database's backups compared.",
                    number=broken.id,
                )
            )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {"type": "success", "message": self._verified_text()},
        }

    def _verified_text(self):
        # sudo: leifeng.journal - the head of the chain may belong to another company
        head = self.sudo().search([("hash", "!=", False)], limit=1)
        return self.env._("All entries fit. Head: %(head)s", head=(head.hash or "–")[:16])

    @api.model
    def _first_break(self):
        """Return the first sealed row that doesn't fit, or an empty recordset."""
        # sudo: leifeng.journal - the chain runs through all companies
        rows = self.sudo().search([("hash", "!=", False)], order="id")
        index = chain.first_break((r.payload, r.previous_hash or "", r.hash) for r in rows)
        # Payloads before the break are as they were sealed: what they prove can be compared.
        return rows[:index]._first_misfit() or (rows[index] if index is not None else rows[:0])

    def _first_misfit(self):
        """Return the first row that its own columns or the records it proves contradict."""
        # sudo: leifeng.service.record - of all companies, as the chain is
        records = self.env["leifeng.service.record"].sudo().search([("id", "in", self._proved())])
        found = {record.id: record for record in records}
        return next((row for row in self if not row._fits(found)), self[:0])

    def _proved(self):
        """Return the ids of the records whose digests these rows hold."""
        return [number for row in self for number in row._digests()]

    def _fits(self, found):
        facts = self._facts()
        if facts["about"] != [self.res_model, self.res_id] or facts["kind"] != self.kind:
            return False
        return all(
            self._proves(found.get(number), facts["salt"], digest)
            for number, digest in self._digests().items()
        )

    def _digests(self):
        """Return {record id: digest} of a confirmed sheet and the like, nothing for other facts."""
        records = self._facts()["records"] if self.kind in PROVING else {}
        return {int(number): digest for number, digest in records.items()}

    def _proves(self, record, salt, digest):
        """A record fits its digest; one that is gone was past the retention period."""
        if record:
            return record._digest(salt) == digest
        return self.create_date < fields.Datetime.now() - relativedelta(years=MIN_YEARS)

    def _facts(self):
        """Return the payload as a dict."""
        return json.loads(self.payload)
