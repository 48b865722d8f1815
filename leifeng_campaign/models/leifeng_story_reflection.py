from odoo import api, models
from odoo.exceptions import AccessError, UserError

from ..tools import plain_text, story_text
from .leifeng_story_guard import WRITTEN

MAX_TITLE, MAX_TEXT = 60, 20_000  # characters


class LeifengStory(models.Model):
    """A reflection (心得体会): optional, private until its author offers it, counted nowhere."""

    _inherit = "leifeng.story"

    # ACTIONS

    @api.model
    def action_begin_reflection(self, values, session_id=False):
        """Begin a private reflection of one's own with "title", "text"; return it."""
        me = self.env.user.employee_id
        if not me:
            raise AccessError(self.env._("Reflections are written by employees of the agency."))
        session = self._reflected(session_id)
        # sudo: hr.employee - portal users can't read hr; it is oneself
        person = me.sudo()
        # sudo: leifeng.story - employees have read access alone, this act writes their own text
        story = self.sudo().create(
            {
                **self._reflection_values(values),
                "kind": "reflection",
                "private": True,
                "author_id": person.id,
                "department_id": person.department_id.id,
                "company_id": person.company_id.id,
                "session_id": session.id,
                "campaign_id": session.campaign_id.id,
            }
        )
        return story.sudo(False)

    def action_save_reflection(self, values):
        """Save what the author typed: "title", "text"."""
        self.ensure_one()
        self._check_own_reflection()
        # sudo: leifeng.story - employees have read access alone, this act writes their own text
        self.sudo().with_context(tracking_disable=self.private).write(
            self._reflection_values(values)
        )

    def action_delete_reflection(self):
        """Delete a private text; nothing of it is left."""
        self.ensure_one()
        self._check_own_reflection()
        if not self.private:
            raise UserError(self.env._("Please take it back first."))
        # sudo: leifeng.story - employees have no right to delete; the own private text
        self.sudo().unlink()

    # BUSINESS

    def _reflected(self, session_id):
        """Return the study session that it is about, if the user may read that."""
        sessions = self.env["leifeng.session"]
        return sessions.search([("id", "=", session_id)]) if session_id else sessions

    def _check_own_reflection(self):
        self.check_access("read")
        me = self.env.user.employee_id
        if self.kind != "reflection" or not me or self.author_id != me:
            raise AccessError(self.env._("Only whoever writes this text decides about that."))
        if self.state not in WRITTEN:
            raise UserError(self.env._("This text is reviewed or published already."))

    def _reflection_values(self, values):
        title = plain_text.one_line(values.get("title") or "")
        text = plain_text.cleaned(values.get("text") or "")
        for typed, limit, label in (
            (title, MAX_TITLE, self.env._("Title")),
            (text, MAX_TEXT, self.env._("Text")),
        ):
            if len(typed) > limit:
                raise UserError(
                    self.env._(
                        "%(field)s: %(count)s characters. Please use at most %(limit)s.",
                        field=label,
                        count=len(typed),
                        limit=limit,
                    )
                )
        return {"name": title or self._untitled(text), "body": story_text.from_plain(text)}

    def _untitled(self, text):
        """Return a title for a text without one: how it begins."""
        begun = text.strip().split("\n")[0][:20]
        return begun or self.env._("Reflection")

    def _typed(self):
        """Return what the author's form shows: {"title", "text"}."""
        return {"title": self.name or "", "text": story_text.plain(self.body)}
