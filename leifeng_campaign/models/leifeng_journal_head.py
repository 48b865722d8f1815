from odoo import api, models

SHOWN = 16  # characters of a hash that are printed
FACT_ADDED = "leifeng_campaign.fact_added"


class LeifengJournal(models.Model):
    """The head of the chain, as it is printed on what is signed or published."""

    _inherit = "leifeng.journal"

    @api.model
    @api.private
    def record(self, kind, about, payload):
        """Extend: note that this transaction holds a fact, for which sealing would wait."""
        row = super().record(kind, about, payload)
        self.env.cr.postcommit.data[FACT_ADDED] = True
        return row

    @api.model
    @api.private
    def _head_code(self):
        """Return the first 16 characters of the chain's head, "" while nothing is sealed.

        Seals first, in a transaction of its own that waits for every unfinished fact; call it
        before you record one. After a fact of one's own, the head is that of what was sealed
        before: the fact itself can only be chained once it is committed.
        """
        if self.env.cr.postcommit.data.get(FACT_ADDED):
            return self._last_hash()[:SHOWN]
        with self.env.registry.cursor() as cr:
            # Odoo runs the request again when an unfinished fact takes longer
            cr.execute("SET LOCAL lock_timeout = '10s'")
            journal = self.with_env(self.env(cr=cr))
            journal._seal_rows()
            return journal._last_hash()[:SHOWN]

    @api.model
    def _last_hash(self):
        self.env.cr.execute(
            "SELECT hash FROM leifeng_journal WHERE hash IS NOT NULL ORDER BY id DESC LIMIT 1"
        )
        return (self.env.cr.fetchone() or ("",))[0]
