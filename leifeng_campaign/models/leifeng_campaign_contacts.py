import io

from odoo import models
from odoo.exceptions import AccessError

from ..tools.workbook import Book, Column


class LeifengCampaign(models.Model):
    """联络员名单: who answers for a department in the campaign, and at which telephone."""

    _inherit = "leifeng.campaign"

    def _contacts_title(self):
        return self.env._("Coordinators of the %(campaign)s", campaign=self.name)

    def _contacts_draft(self):
        draft = self._new_draft(self.company_id, self._contacts_title())
        draft.table(self._contact_head(), self._contact_rows(), [6, 20, 17, 17, 21, 19])
        return draft

    def _contacts_sheet(self):
        """Return the list as the content of a workbook."""
        stream = io.BytesIO()
        with Book(stream) as book:
            self._write_contacts(book)
        return stream.getvalue()

    def _write_contacts(self, book):
        columns = [Column(heading, width=18) for heading in self._contact_head()]
        table = book.table(self.env._("Coordinators"), columns, self._contacts_title(), 2)
        table.add_rows(self._contact_rows())

    def _contact_head(self):
        return [
            self.env._("No."),
            self.env._("Department"),
            self.env._("Department Head"),
            self.env._("Coordinator"),
            self.env._("Work Phone"),
            self.env._("Work Mobile"),
        ]

    def _contact_rows(self):
        """Return the rows in the campaign's order; of hr's data the numbers at work alone."""
        self._check_contacts()
        # sudo: hr.employee - names and work numbers of coordinators, for the campaign's office
        parts = self.sudo().department_ids
        return [self._contact_row(number, part) for number, part in enumerate(parts, 1)]

    def _contact_row(self, number, part):
        head, coordinator = part.head_id, part.coordinator_id
        return [
            str(number),
            part.department_id.name,
            head.name or "",
            coordinator.name or "",
            coordinator.work_phone or "",
            coordinator.mobile_phone or "",
        ]

    def _check_contacts(self):
        """Refuse whoever has no business with people's telephone numbers."""
        self.check_access("read")
        groups = ("leifeng_campaign.group_leifeng_officer", "hr.group_hr_user")
        if not any(map(self.env.user.has_group, groups)):
            raise AccessError(self.env._("Telephone numbers are for the campaign's office."))
