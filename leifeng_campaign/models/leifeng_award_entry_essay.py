from odoo import models
from odoo.exceptions import AccessError, UserError

from ..tools import essay_text, plain_text
from .leifeng_award_entry_nominate import MAX_KEPT
from .leifeng_award_essay import WRITTEN
from .leifeng_award_nominate import STAGES

MAX_TITLE = 60  # characters
TICKS = {"original": "original", "named": "consent_named"}  # on the form: the field


class LeifengAwardEntry(models.Model):
    """Writing an essay, submitting it, and taking it back until somebody acted."""

    _inherit = "leifeng.award.entry"

    # ACTIONS

    def action_save_essay(self, values):
        """Save for Later: keep "title", "body" and the ticks of ``values``, whatever the length."""
        self.ensure_one()
        self._save_essay(values)

    def action_submit(self, original=False, named=False, names_kept=0):
        """Submit Entry. ``original``: the author states that it is the own work, not published;
        ``named``: agrees to be named if it wins, which decides nothing (个人信息保护法 art. 25);
        ``names_kept``: how many places with the own name or department were shown and are kept.
        """
        self.ensure_one()
        self._check_essay_writing()
        self._check_essay_text()
        if not original:
            raise UserError(
                self.env._("Please tick that you wrote it yourself and that it isn't published.")
            )
        self._check_names(names_kept)
        self._submit(original=True, **self._consent_values(named, publicized=False))
        self._look_again()

    def action_take_back(self):
        """Take Back: it is a draft again, as long as nobody acted and entries are accepted."""
        self.ensure_one()
        self._check_author()
        if not self._may_take_back():
            raise UserError(self.env._("There is nothing to take back any more."))
        # sudo: leifeng.award.entry - nobody has write access, this act writes it
        self.sudo()._set_state("draft", submitted_on=False)

    def action_delete_essay(self):
        """Delete a draft that one wrote."""
        self.ensure_one()
        self._check_author()
        if self.state != "draft":
            raise UserError(self.env._("Only a draft can be deleted. Please take it back first."))
        # sudo: leifeng.award.entry - nobody has the right to delete; the own draft
        self.sudo().unlink()

    # BUSINESS

    def _save_essay(self, values):
        self._check_essay_writing()
        changed = self._changed(self._essay_values(values))
        if changed:
            if "body" in changed:
                changed["character_count"] = self._count(changed["body"])
            # sudo: leifeng.award.entry - nobody has write access, acts write it
            self.sudo().write({**changed, "version": self.version + 1})

    def _essay_values(self, values):
        """Return what of ``values`` can be kept, as plain text; UserError for what is too long."""
        kept = {}
        if isinstance(values.get("title"), str):
            kept["title"] = plain_text.one_line(values["title"])
            self._check_most(kept["title"], MAX_TITLE, self.env._("Title"))
        if isinstance(values.get("body"), str):
            kept["body"] = plain_text.cleaned(values["body"])
            self._check_most(kept["body"], MAX_KEPT, self.env._("Text"))
        kept.update({TICKS[name]: bool(values[name]) for name in TICKS if name in values})
        return kept

    def _changed(self, kept):
        return {
            name: value
            for name, value in kept.items()
            if (value or self[name]) and value != self[name]
        }

    def _is_blank(self):
        return not (self.title or self.body)

    def _check_most(self, text, limit, label):
        if len(text) > limit:
            raise UserError(
                self.env._(
                    "%(field)s: %(count)s characters. Please use at most %(limit)s.",
                    field=label,
                    count=len(text),
                    limit=limit,
                )
            )

    def _count(self, text):
        """Return the characters of ``text`` as this contest counts them."""
        return essay_text.count_characters(text, punctuation=self.award_id.count_marks)

    # CHECKS

    def _check_author(self):
        self.check_access("read")
        if self.kind != "essay" or not self._is_writer():
            raise AccessError(self.env._("Only whoever wrote this essay can change it."))

    def _may_write_essay(self):
        """Drafts are written while entries are accepted, what was returned until judging."""
        if self.state == "returned":
            # sudo: leifeng.award - in which stage it is
            return self.award_id.sudo().state in STAGES
        return self.state == "draft" and self.award_id._accepts_entries()

    def _may_take_back(self):
        acted = self.state != "submitted" or self.department_on
        return not acted and self.award_id._accepts_entries()

    def _check_essay_writing(self):
        self._check_author()
        if self._may_write_essay():
            return
        if self.state in WRITTEN:
            raise UserError(
                self.env._("“%(name)s” accepts no essays now.", name=self.award_id.name)
            )
        raise UserError(
            self.env._("This essay can't be changed now. Take it back first, if you still can.")
        )

    def _check_essay_text(self):
        if not self.title:
            raise UserError(self.env._("Please give the essay a title."))
        if not self.body:
            raise UserError(self.env._("There is no text yet."))
        if refusal := self._length_refusal():
            raise UserError(refusal)
        # sudo: hr.employee - the refusal names the person
        person = self.sudo().employee_id
        if self.state == "draft" and (refusal := self.award_id._person_refusal(person)):
            raise UserError(refusal)

    def _length_refusal(self):
        award, count = self.award_id, self._count(self.body or "")
        if award.min_characters and count < award.min_characters:
            return self.env._(
                "The essay has %(count)s characters. This contest asks for at least %(limit)s.",
                count=count,
                limit=award.min_characters,
            )
        if award.max_characters and count > award.max_characters:
            return self.env._(
                "The essay has %(count)s characters. This contest allows at most %(limit)s.",
                count=count,
                limit=award.max_characters,
            )
        return ""
