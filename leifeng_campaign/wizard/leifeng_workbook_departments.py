from odoo import models

from ..tools import hours
from ..tools.masking import masked_name, masked_phone
from ..tools.workbook import Column

FIGURES = ("headcount", "people", "attendances")
RESULTS = ("requests", "people_served", "materials", "answers", "stars")
AWARDS = ("essays", "nominations", "honors")


class LeifengWorkbook(models.TransientModel):
    """The sheets of the departments' sums and of their coordinators."""

    _inherit = "leifeng.workbook"

    def _department_tables(self):
        name = self.env._("Participation by Department")
        yield name, self._department_columns(), self._department_rows()
        yield self.env._("Coordinators"), self._contact_columns(), self._contact_rows()

    def _department_columns(self):
        """Sums beside the head-count, in the campaign's order: no ranks (point 25)."""
        words = [*self._figure_words(FIGURES), self.env._("Service Hours")]
        words += self._figure_words((*RESULTS, *AWARDS))
        return [
            Column(self.env._("Department"), width=24),
            *(Column(word, "number") for word in words),
        ]

    def _figure_words(self, names):
        labels = self._figure_labels()
        return [labels["times" if name == "attendances" else name] for name in names]

    def _department_rows(self):
        parts = self.campaign_id.department_ids
        sums = parts._figures_of()
        for part in parts:
            figures = sums[part.id]
            spent = float(hours.as_hours(figures["minutes"]))
            last = [figures[name] for name in (*RESULTS, *AWARDS)]
            yield [part.name, *(figures[name] for name in FIGURES), spent, *last]

    def _contact_columns(self):
        """The list of contacts, with names and numbers masked as in every list."""
        masks = (None, None, masked_name, masked_name, masked_phone, masked_phone)
        heads = self.campaign_id._contact_head()
        return [Column(head, width=18, mask=mask) for head, mask in zip(heads, masks, strict=True)]

    def _contact_rows(self):
        return self.campaign_id._contact_rows()
