import base64

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools import story_board, story_docx, story_paste, story_text, upload
from ..tools.official_text import long_date

MAX_BOARD_PICTURES = 3
MAX_DOCUMENTS = 100


class LeifengStory(models.Model):
    """What leaves the system: a sheet for the board, a document, HTML for an official account.

    Pictures are in none of it before those portrayed have agreed.
    """

    _inherit = "leifeng.story"

    may_open_entry = fields.Boolean(
        compute="_compute_may_open_entry", export_string_translation=False
    )

    @api.depends("entry_id")
    @api.depends_context("uid")
    def _compute_may_open_entry(self):
        """Whoever was chosen to review the text need not be allowed to read the entry."""
        for story in self:
            story.may_open_entry = story.entry_id and story.entry_id.has_access("read")

    # ACTIONS

    def action_download(self):
        """One document of all chosen items, with their pictures."""
        if len(self) > MAX_DOCUMENTS:
            raise UserError(
                self.env._("At most %(count)s items in a document.", count=MAX_DOCUMENTS)
            )
        self.check_access("read")
        ids = ",".join(map(str, self.ids))
        return {"type": "ir.actions.act_url", "url": f"/leifeng/stories/{ids}/docx"}

    def action_view_entry(self):
        self.ensure_one()
        form = "award_essay_view_form" if self.kind == "essay" else "award_entry_view_form"
        return {
            "type": "ir.actions.act_window",
            "res_model": "leifeng.award.entry",
            "res_id": self.entry_id.id,
            "views": [(self.env.ref(f"leifeng_campaign.leifeng_{form}").id, "form")],
        }

    def action_open_page(self):
        self.ensure_one()
        url = f"/my/leifeng/stories/{self.id}"
        return {"type": "ir.actions.act_url", "url": url, "target": "new"}

    # DOCUMENT

    def _document_name(self):
        """Return 'department-author-title.docx', as editors ask for it."""
        first = self[:1]
        parts = (first.department_name, first.author_name, first.name)
        name = "-".join(filter(None, parts))
        if len(self) > 1:
            name = self.env._("Publicity Items (%(count)s)", count=len(self))
        return upload.safe_name(f"{name}.docx", "docx")

    def _document(self):
        """Return the content of the docx file of these items."""
        items = [story._document_item() for story in self]
        return story_docx.document(items, author=self[:1].company_id.name or "")

    def _document_item(self):
        return {
            "title": self.name,
            "lines": [self._byline()],
            "body": self.body,
            "pictures": [
                (base64.b64decode(picture.image), picture.caption or "")
                for picture in self._shown_pictures()
            ],
            "foot": " · ".join(filter(None, (self.campaign_id.name, self._day_text()))),
        }

    def _day_text(self):
        return long_date(self.published_on) if self.published_on else ""

    # OFFICIAL ACCOUNT

    def _paste_html(self):
        """Return the item with inline styles alone, its pictures in it."""
        self.check_access("read")
        pictures = [
            (picture._data_uri(), picture.caption or "") for picture in self._shown_pictures()
        ]
        return story_paste.paste(self.name, self._byline(), self.body, pictures)

    # BOARD

    def _board(self):
        """Return the sheet: {"size": of the letters in points, "columns": [[(mark, HTML, kind)]],
        "pictures": at most three of those that may be shown}."""
        parts = story_board.columns(story_text.blocks(self.body))
        pictures = self._shown_pictures()[:MAX_BOARD_PICTURES]
        shapes = [picture._shape() for picture in pictures]
        return {
            "size": story_board.letters(self.name, parts, shapes),
            "columns": [self._board_column(part) for part in parts],
            "pictures": pictures,
        }

    def _board_column(self, part):
        marked = story_text.marks(part)
        return [(mark, story_text.inline(runs), kind) for kind, mark, runs in marked]
