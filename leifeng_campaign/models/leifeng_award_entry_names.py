from odoo import models
from odoo.exceptions import UserError
from odoo.tools import format_list

from ..tools import essay_text

SHOWN = 3  # places that a refusal names


class LeifengAwardEntry(models.Model):
    """The author's own name or department in the text, shown before it is submitted.

    Judges read without names; a text that names its author tells them all the same.
    """

    _inherit = "leifeng.award.entry"

    def _names_found(self):
        """Return the places: [{"name", "context", "where": "title" or "body"}]."""
        # sudo: hr.employee - the author's own name and department
        names = [*self._names_of(self.sudo().employee_id), self.department_name]
        return self._places({"title": self.title, "body": self.body}, names)

    def _names_of(self, person):
        return [person.name, person.department_id.name]

    def _places(self, texts, names):
        names = list(dict.fromkeys(filter(None, names)))
        return [
            {"name": name, "where": where, "context": essay_text.context(text, start, stop)}
            for where, text in texts.items()
            for name, start, stop in essay_text.find_names(text or "", names)
        ]

    def _check_names(self, kept):
        """Refuse places that the author hasn't seen yet; ``kept``: how many were shown."""
        found = self._names_found()
        if len(found) <= (kept if isinstance(kept, int) else 0):
            return
        places = [f"“{place['context']}”" for place in found[:SHOWN]]
        raise UserError(
            self.env._(
                "The text names you or your department: %(places)s. Judges read without names. "
                "Please change it, or submit it as it is.",
                places=format_list(self.env, places),
            )
        )
