import io

from odoo import models
from odoo.exceptions import AccessError

from ..tools.workbook import Book, Column

LISTED = ("candidate", "granted", "not_granted", "disqualified")


class LeifengAward(models.Model):
    """The summary of nominees (推荐对象汇总表), in the order of the departments."""

    _inherit = "leifeng.award"

    # ACTIONS

    def action_nominees_pdf(self):
        return self._nominees_action("pdf")

    def action_nominees_xlsx(self):
        return self._nominees_action("xlsx")

    # BUSINESS

    def _nominees_action(self, kind):
        self.ensure_one()
        url = f"/leifeng/nominees/{self.id}/{kind}"
        return {"type": "ir.actions.act_url", "url": url, "target": "download"}

    def _nominees_file(self, ending):
        words = self.env._("Summary of Nominees")
        return f"{words} {self.name}.{ending}"

    def _check_nominees(self, department_id):
        """A department's list is for who answers for it; all of it is the office's."""
        self.check_access("read")
        if self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            return
        if not department_id or department_id not in self._own_parts().department_id.ids:
            raise AccessError(
                self.env._("This list is made by the department, or by the campaign's office.")
            )

    def _nominee_groups(self, department_id=False):
        """Return [(department's name, rows)]; rows as of ``_nominee_row``, numbered through."""
        self._check_nominees(department_id)
        domain = [("award_id", "=", self.id), ("state", "in", LISTED)]
        if department_id:
            domain.append(("department_id", "=", department_id))
        # sudo: leifeng.award.entry - whose list it is has been checked
        entries = self.env["leifeng.award.entry"].sudo().search(domain)
        ranks = {
            part.department_id: n for n, part in enumerate(self.campaign_id.sudo().department_ids)
        }
        entries = entries.sorted(
            lambda each: (
                ranks.get(each.department_id, len(ranks)),
                each.department_id.id,
                each.department_order,
                each.id,
            )
        )
        rows = [entry._nominee_row(number) for number, entry in enumerate(entries, 1)]
        grouped = {}
        for entry, row in zip(entries, rows, strict=True):
            grouped.setdefault(entry.department_name or "", []).append(row)
        return list(grouped.items())

    def _nominees_workbook(self, department_id=False):
        """Return the list as the bytes of an xlsx file; every cell is text (practice point 29)."""
        headings = (
            (self.env._("No."), 6),
            (self.env._("Full Name"), 12),
            (self.env._("Gender"), 8),
            (self.env._("Department and Post"), 28),
            (self.env._("Political Status"), 14),
            (self.env._("Main Deeds"), 70),
            (self.env._("Remark"), 18),
        )
        columns = [Column(heading, width=width) for heading, width in headings]
        file = io.BytesIO()
        with Book(file) as book:
            words = self.env._("Summary of Nominees")
            table = book.table(words, columns, f"{words} · {self.name}")
            for _department, rows in self._nominee_groups(department_id):
                table.add_rows([tuple(row.values()) for row in rows])
        return file.getvalue()
