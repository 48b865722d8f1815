import secrets

from odoo import api, fields, models
from odoo.tools import SQL

from ..tools import chain


class LeifengJournal(models.Model):
    """Log of what counts, chained by hashes.

    The transaction of a fact adds its row unsealed; sealing chains all unsealed rows in a
    transaction of its own, since locking and reading the last hash in the fact's own transaction
    forks the chain. A payload holds ids, figures and salted digests, never names.
    """

    _name = "leifeng.journal"
    _description = "Audit Journal"
    _inherit = ["leifeng.append.only.mixin"]
    _order = "id desc"
    _append_only = ("kind", "res_model", "res_id", "payload", "company_id", "user_id")
    _append_once = ("previous_hash", "hash", "sealed_on")

    kind = fields.Selection(
        [
            ("sheet", "Sheet Confirmed"),
            ("record_reversed", "Record Corrected"),
            ("entry_recorded", "Hours Recorded after Review"),
            ("entry_refused", "Hours Not Recorded after Review"),
            ("partner_records", "Partner's Records Imported"),
            ("certificate", "Certificate Issued"),
            ("certificate_revoked", "Certificate Revoked"),
            ("certificate_replaced", "Certificate Replaced"),
            ("purged", "Expired Data Removed"),
            ("accounts", "Accounts Opened"),
            ("account_code", "New Login Code Given"),
            ("names_exported", "List With Full Names Exported"),
            ("rating_text", "Sentence of a Rating Removed"),
            ("award_opened", "Award Opened for Entries"),
            ("judging_opened", "Panel Review Opened"),
            ("score_sheet", "Score Sheet Submitted"),
            ("recusal", "Judge Recused"),
            ("scoring_closed", "Scoring Closed"),
            ("panel_proposal", "Panel's Proposal Recorded"),
            ("final_approval", "Final Approval Recorded"),
            ("struck_off", "Taken off the List"),
            ("disqualified", "Entry Disqualified"),
            ("notice", "Public Notice Published"),
            ("objection_finding", "Finding on an Objection"),
            ("decision", "Commendation Decision Issued"),
            ("honor", "Honor Granted"),
            ("honor_revoked", "Honor Revoked"),
            ("honor_replaced", "Honor Certificate Replaced"),
            ("earlier_awards", "Earlier Honors Imported"),
            ("award_cancelled", "Award Cancelled"),
        ],
        required=True,
        readonly=True,
    )
    res_model = fields.Char(string="Record Type", required=True, readonly=True)
    res_id = fields.Many2oneReference(
        string="Record Number", model_field="res_model", required=True, readonly=True
    )
    payload = fields.Text(required=True, readonly=True)
    user_id = fields.Integer(string="User Number", readonly=True)
    user_name = fields.Char(string="Entered By", compute="_compute_user_name")
    company_id = fields.Many2one("res.company", required=True, readonly=True, ondelete="restrict")
    previous_hash = fields.Char(readonly=True)
    hash = fields.Char(string="Check Code", readonly=True, index="btree_not_null")
    sealed_on = fields.Datetime(readonly=True)

    _append_only_guard = models.Constraint(
        "CHECK (true)", "The audit journal can't be changed. Add a new fact instead."
    )

    def _compute_display_name(self):
        for row in self:
            row.display_name = f"#{row.id}"

    @api.depends("user_id")
    def _compute_user_name(self):
        """Name the user of today; the chain itself holds the number alone."""
        # sudo: res.users - the supervisor reads who did it, an archived or foreign account, too
        users = self.env["res.users"].sudo().browse(filter(None, self.mapped("user_id"))).exists()
        names = {user.id: user.name for user in users}
        for row in self:
            row.user_name = names.get(row.user_id, False)

    @api.model
    @api.private
    def record(self, kind, about, payload):
        """Add a fact about the record ``about``; ``payload`` is a dict without names."""
        content = {"about": [about._name, about.id], "kind": kind, **payload}
        # sudo: leifeng.journal - facts are written by acts of users who can't read the journal
        row = self.sudo().create(
            {
                "kind": kind,
                "res_model": about._name,
                "res_id": about.id,
                "payload": chain.canonical(content),
                "user_id": self.env.uid,
                "company_id": self._company_of(about).id,
            }
        )
        self.env.cr.postcommit.add(self._seal)
        return row

    def _company_of(self, about):
        """Return whose fact it is; a company's own facts are its own."""
        if about._name == "res.company":
            return about
        return about.company_id or self.env.company

    @api.model
    @api.private
    def salt(self):
        """Return a fresh salt for ``chain.digest``; it is stored beside the digest."""
        return secrets.token_hex(16)

    def _seal(self):
        """Chain what isn't chained yet, in a transaction of its own."""
        with self.env.registry.cursor() as cr:
            self.with_env(self.env(cr=cr))._seal_rows()

    def _seal_rows(self):
        """Must be the transaction's first statement: LOCK TABLE waits for every unfinished fact,
        and the snapshot that is taken after it sees them all."""
        self.env.cr.execute("LOCK TABLE leifeng_journal IN EXCLUSIVE MODE")
        self.env.cr.execute(
            "SELECT hash FROM leifeng_journal WHERE hash IS NOT NULL ORDER BY id DESC LIMIT 1"
        )
        previous = (self.env.cr.fetchone() or ("",))[0]
        self.env.cr.execute(
            "SELECT id, payload FROM leifeng_journal WHERE hash IS NULL ORDER BY id"
        )
        rows = []
        for row_id, payload in self.env.cr.fetchall():
            current = chain.link(previous, payload)
            rows.append((row_id, previous, current))
            previous = current
        self._store_hashes(rows)
        self.invalidate_model(["previous_hash", "hash", "sealed_on"])

    def _store_hashes(self, rows):
        if not rows:
            return
        values = SQL(", ").join(SQL("(%s, %s, %s)", *row) for row in rows)
        self.env.cr.execute(
            SQL(
                "UPDATE leifeng_journal j SET previous_hash = v.previous, hash = v.current, "
                "sealed_on = now() AT TIME ZONE 'UTC' "
                "FROM (VALUES %s) v (id, previous, current) WHERE j.id = v.id",
                values,
            )
        )

    @api.model
    def _cron_seal(self):
        self._seal()
