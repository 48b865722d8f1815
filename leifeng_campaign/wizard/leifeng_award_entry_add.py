from odoo import fields, models


class LeifengAwardEntryAdd(models.TransientModel):
    """Enter a nomination that reached the office on paper."""

    _name = "leifeng.award.entry.add"
    _description = "Nomination on Paper"

    award_id = fields.Many2one(
        "leifeng.award", required=True, domain=[("kind", "=", "person"), ("state", "=", "open")]
    )
    employee_id = fields.Many2one("hr.employee", string="Colleague", required=True)
    deeds_short = fields.Text(string="Deeds, Short", required=True)
    deeds_full = fields.Text(string="Deeds, in Full", required=True)
    proof = fields.Binary(string="Proof, if There Is Any", attachment=False)
    proof_name = fields.Char()
    consent = fields.Binary(
        string="Signed Consent",
        attachment=False,
        help="Of somebody without an account. Empty: the colleague is asked in the portal, or the "
        "paper is filed later.",
    )
    consent_name = fields.Char()
    named = fields.Boolean(string="Agrees to Be Named in the Notice")
    publicized = fields.Boolean(string="Agrees to Be Publicized")

    def action_add(self):
        entry = self.award_id.action_nominate_by_office(
            self.employee_id.id,
            {"deeds_short": self.deeds_short, "deeds_full": self.deeds_full},
            proofs=[(self.proof_name, self.proof)] if self.proof else (),
            consent=self.consent and (self.consent_name, self.consent, self.named, self.publicized),
        )
        return {
            "type": "ir.actions.act_window",
            "res_model": "leifeng.award.entry",
            "res_id": entry.id,
            "views": [(self.env.ref("leifeng_campaign.leifeng_award_entry_view_form").id, "form")],
        }
