from odoo import fields, models
from odoo.exceptions import UserError


class LeifengAwardResult(models.Model):
    """Taking somebody off the list of those to be commended."""

    _inherit = "leifeng.award.result"

    def _strike(self, reason):
        """Take these off the list; ``reason`` is read by the office and must name no objector."""
        if not reason or self.filtered("struck_reason"):
            raise UserError(self.env._("This line is off the list already."))
        # sudo: leifeng.award.result - nobody has write access, this act writes the reason
        self.sudo().write({"struck_reason": reason})
        for result in self.sudo():  # sudo: leifeng.award.result - the entry's number
            self.env["leifeng.journal"].record(
                "struck_off",
                result,
                {"award": result.award_id.id, "entry": result.entry_id.id, "day": self._today()},
            )

    def _today(self):
        return str(fields.Date.context_today(self))
