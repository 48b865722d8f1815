from odoo import models

from ..tools.official_document import OfficialDocument


class LeifengSession(models.Model):
    """Minutes of a conference (会议纪要) to go on writing: the agenda's items as headings."""

    _inherit = "leifeng.session"

    def _conference_minutes(self):
        """Return the minutes as the content of a docx file."""
        self._check_may_list()
        document = OfficialDocument(self.env._("Minutes of “%(name)s”", name=self.name))
        document.paragraph(self._when_and_where())
        document.paragraph(self._minutes_people())
        presented = self.agenda_ids.award_ids._presented()
        for item in self.agenda_ids:
            document.heading(item._minutes_title())
            document.paragraph(item._minutes_text(presented))
        document.signature(self.company_id.leifeng_office or self.company_id.name, None)
        return document.bytes()

    def _minutes_people(self):
        """Return who led and wrote, to be filled in, and how many came; who did not is no list."""
        env = self.env
        came = self.signup_ids.filtered(lambda each: each.live and each.attendance == "present")
        count = len(came) if self.state == "done" else self.held_count
        return "\n".join(
            (
                env._("Chaired by: %(name)s", name="＿＿＿＿"),
                env._("Minutes taken by: %(name)s", name="＿＿＿＿"),
                env._("Present: %(count)s people", count=count),
            )
        )


class LeifengSessionAgenda(models.Model):
    _inherit = "leifeng.session.agenda"

    def _minutes_title(self):
        """Return 'Deployment (Cheng)'; a speaker whom the item names already isn't named twice."""
        named = any(word in self.name for word in (self.speaker or "").split())
        if not self.speaker or named:
            return self.name
        return self.env._("%(item)s (%(speaker)s)", item=self.name, speaker=self.speaker)

    def _minutes_text(self, presented):
        """Return what the records say of the item; the office writes the rest."""
        texts = {
            "decision": self._minutes_of_decision,
            "awards": lambda: self._minutes_of_awards(presented),
            "speech": self._minutes_of_speech,
            "deployment": lambda: self.session_id.campaign_id.direction,
        }
        text = texts.get(self.kind, str)()
        return text or self.env._("(to be written)")

    def _minutes_of_decision(self):
        decision = self.decision_id
        if not decision:
            return ""
        number = decision.document_number
        title = f"《{decision.name}》" + (f"（{number}）" if number else "")
        return self.env._("%(title)s was read out.", title=title)

    def _minutes_of_awards(self, presented):
        """Return 'First Prize: A (Hall), B (Hotline)'; nobody is named who did not agree to it."""
        lines = []
        for row in self._presented_rows(presented):
            place = row["department"] if row["department"] != row["name"] else ""
            lines.append(row["name"] + (f"（{place}）" if place else ""))
        if not lines:
            return ""
        named = self.env._("Honored: %(names)s.", names="、".join(lines))
        by = self.presenter and self.env._("Presented by %(name)s.", name=self.presenter)
        return "\n".join(filter(None, (named, by)))

    def _minutes_of_speech(self):
        return self.speech_ids.filtered(lambda each: each.state == "approved").text
