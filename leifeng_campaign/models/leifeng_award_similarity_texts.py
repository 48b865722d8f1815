from markupsafe import Markup

from odoo import api, fields, models

from ..tools import marked_text

TEXT = Markup('<div style="white-space: pre-wrap; overflow-wrap: anywhere">%s</div>')
PASSAGE = Markup("<mark>%s<sup>%s</sup></mark>")


class LeifengAwardSimilarity(models.Model):
    """Both texts side by side; a passage has the same number in both."""

    _inherit = "leifeng.award.similarity"

    entry_text = fields.Html(string="Essay's Text", compute="_compute_texts", sanitize=False)
    other_text = fields.Html(string="Other Essay's Text", compute="_compute_texts", sanitize=False)
    entry_author = fields.Char(string="Author", compute="_compute_authors")
    other_author = fields.Char(compute="_compute_authors")
    is_changed = fields.Boolean(compute="_compute_is_changed")

    @api.depends("passages", "entry_id.body", "other_id.body")
    def _compute_texts(self):
        for pair in self:
            # sudo: leifeng.award.entry - both texts, to whoever may read the flag
            one, other = pair.sudo().entry_id.body, pair.sudo().other_id.body
            spans = [] if pair.is_changed else (pair.passages or {}).get("spans", [])
            pair.entry_text = self._marked(one, [span[:2] for span in spans])
            pair.other_text = self._marked(other, [span[2:] for span in spans])

    @api.depends("entry_id.employee_name", "other_id.employee_name")
    def _compute_authors(self):
        for pair in self:
            # sudo: leifeng.award.entry - authors, to whoever may read the flag
            one, other = pair.sudo().entry_id, pair.sudo().other_id
            pair.entry_author, pair.other_author = one._author_text(), other._author_text()

    @api.depends("passages", "entry_id.version", "other_id.version")
    def _compute_is_changed(self):
        """A text that was changed since has its passages elsewhere."""
        for pair in self:
            # sudo: leifeng.award.entry - the numbers of the versions
            entries = pair.sudo().entry_id, pair.sudo().other_id
            seen = (pair.passages or {}).get("versions")
            pair.is_changed = seen != [entry.version for entry in entries]

    def _marked(self, text, spans):
        """Return ``text`` as HTML, everything in it escaped."""
        pieces = marked_text.parts(text or "", spans)
        return TEXT % Markup().join(
            PASSAGE % (piece, number) if number else Markup.escape(piece)
            for piece, number in pieces
        )


class LeifengAwardEntry(models.Model):
    _inherit = "leifeng.award.entry"

    def _author_text(self):
        """Return 'Li · Hotline · 2025'."""
        words = (self.employee_name, self.department_name, str(self.award_id.year or ""))
        return " · ".join(filter(None, words))
