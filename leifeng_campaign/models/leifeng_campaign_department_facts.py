from odoo import models

from ..tools import hours
from ..tools.text_mark import mark_of
from .leifeng_campaign_department_summary import SUMMARY, SUMMARY_PARTS


class LeifengCampaignDepartment(models.Model):
    """The summary's first part says in sentences what the figures say; whoever has the summary may
    change it."""

    _inherit = "leifeng.campaign.department"

    # ACTIONS

    def action_draft_facts(self):
        """Write the facts anew from the records, whatever stood there."""
        self._check_may_write_summary()
        self._draft_facts()

    def action_save_summary(self, texts):
        """Keep what was typed: {name of SUMMARY_PARTS: text}; raises UserError if it can't be."""
        self.ensure_one()
        self.check_access("read")
        self._check_may_write_summary()
        values = self._checked_texts(texts)
        # sudo: leifeng.campaign.department - heads have read access alone; the turn is checked
        self.sudo().write(values)

    def action_send_summary(self):
        """Extend: what nobody changed is drafted once more, so that it says what is true now."""
        self._check_acting("coordinator_id", SUMMARY)
        self.filtered(lambda part: not part.summary_facts_edited)._draft_facts()
        return super().action_send_summary()

    # BUSINESS

    def _save_seen_summary(self, texts, seen):
        """Save ``texts`` unless the summary was changed elsewhere meanwhile; return whether.

        ``seen``: the mark of the texts that the writer's page shows.
        """
        self.check_access("read")
        self._check_may_write_summary()
        typed, own = self._checked_texts(texts), self._own_words()
        lost = [name for name in own if own[name] and typed.get(name, own[name]) != own[name]]
        if seen != self._summary_mark() and lost:
            return False
        self.action_save_summary(texts)
        return True

    def _summary_mark(self):
        return mark_of(self._own_words())

    def _own_words(self):
        """Return the parts that somebody wrote; what is drafted from the records isn't lost."""
        written = {name: (self[name] or "").strip() for name in SUMMARY_PARTS}
        return written if self.summary_facts_edited else {**written, "summary_facts": ""}

    def _draft_facts(self):
        figures = self._figures_of()
        for part in self:
            # sudo: leifeng.campaign.department - heads have read access alone; the turn is checked
            part.sudo().summary_facts = part._facts_text(figures[part.id])
            part.sudo().summary_facts_draft = part.summary_facts

    def _shown_facts(self, figures=None):
        """Return the first part as it is read: as written, or drafted now if nobody changed it."""
        if self.summary_facts_edited or self.summary_state not in ("draft", "returned"):
            return self.summary_facts or ""
        return self._facts_text(figures or self._figures())

    def _checked_texts(self, texts):
        values = {
            name: (texts[name] if isinstance(texts[name], str) else "").replace("\0", "").strip()
            for name in SUMMARY_PARTS
            if name in texts
        }
        for text in values.values():
            self._check_length(text)
        facts = values.get("summary_facts")
        if facts and not self.summary_facts_edited and facts == self._facts_text(self._figures()):
            values["summary_facts_draft"] = facts
        return values

    def _facts_text(self, figures):
        """Return the figures as a paragraph in the user's language; what is zero isn't said."""
        told = {**figures, "hours": hours.hours_text(figures["minutes"])}
        said = [sentence % told for wanted, sentence in self._fact_sentences() if figures[wanted]]
        return ("" if (self.env.lang or "").startswith("zh") else " ").join(said)

    def _fact_sentences(self):
        """Give (figure that must not be zero, sentence with names of figures), in their order."""
        yield "headcount", self.env._("The department has %(headcount)s people at work.")
        yield (
            "people",
            self.env._(
                "%(people)s people took part in the campaign, %(attendances)s times in all."
            ),
        )
        yield "minutes", self.env._("They gave %(hours)s hours of volunteer service.")
        yield "requests", self.env._("They helped to meet %(requests)s service requests.")
        yield "people_served", self.env._("%(people_served)s people were served at their shifts.")
        yield "materials", self.env._("%(materials)s items of material were handed out there.")
        yield (
            "answers",
            self.env._("The served gave %(answers)s answers, %(stars)s of 5 stars on average."),
        )
        yield "essays", self.env._("%(essays)s essays were handed in.")
        yield "nominations", self.env._("%(nominations)s people were put forward for awards.")
        yield (
            "honors",
            self.env._("%(honors)s honors were given to the department and its people."),
        )
