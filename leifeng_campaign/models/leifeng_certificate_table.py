from odoo import models
from odoo.exceptions import AccessError

from ..tools import masking, names


class LeifengCertificate(models.Model):
    """The register of honors as a workbook, for the archive."""

    _inherit = "leifeng.certificate"

    # ACTIONS

    def action_export_register(self):
        """Download the register: what is selected, or all of it."""
        numbers = ",".join(map(str, self.ids))
        url = f"/leifeng/honors.xlsx?certificates={numbers}"
        return {"type": "ir.actions.act_url", "url": url, "target": "download"}

    # BUSINESS

    def _register_xlsx(self):
        """Return these honors as the bytes of a workbook, in the order of their numbers; who did
        not agree to be named is masked (practice.md, point 19)."""
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("This list is made by the campaign's office."))
        honors = self.sorted(lambda each: (each.serial_year, each.serial))
        rows = [honor._register_row() for honor in honors]
        return names.workbook(self.env._("Honors"), self._register_columns(), rows)

    def _register_columns(self):
        """Return [(heading, width in characters)]."""
        return [
            (self.env._("Number"), 24),
            (self.env._("Person or Department"), 24),
            (self.env._("Department"), 24),
            (self.env._("Award"), 28),
            (self.env._("Tier"), 16),
            (self.env._("Year"), 8),
            (self.env._("Decision Number"), 20),
            (self.env._("Issued On"), 14),
            (self.env._("State"), 10),
            (self.env._("Remark"), 40),
        ]

    def _register_row(self):
        states = dict(self._fields["state"]._description_selection(self.env))
        return (
            self.number,
            self.holder_name if self.named else masking.masked_name(self.holder_name),
            self.holder_department or "",
            self.award_name,
            self.tier_name or "",
            str(self.honor_year or ""),
            self.document_number or "",
            self.issued_on.isoformat() if self.issued_on else "",
            states[self.state],
            self._void_text() if self.state != "valid" else "",
        )
