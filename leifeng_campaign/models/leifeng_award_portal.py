from odoo import api, models


class LeifengAward(models.Model):
    _inherit = "leifeng.award"

    @api.model
    def _shown_to_employees(self):
        """Return the awards that a page lists: called, and neither granted nor called off.

        Those that accept entries come first, the one that ends soonest before the others.
        """
        awards = self.search(
            [
                ("state", "not in", ("draft", "granted", "cancelled")),
                ("is_template", "=", False),
                ("company_id", "=", self.env.company.id),
            ],
            order="date_deadline, id",
        )
        return awards.sorted(lambda award: not award._accepts_entries())
