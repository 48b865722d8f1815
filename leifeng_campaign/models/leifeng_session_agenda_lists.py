from odoo import models
from odoo.exceptions import AccessError

from ..tools import speech_time


class LeifengSession(models.Model):
    """What is printed for a conference: agenda, order of presentation, speaking order."""

    _inherit = "leifeng.session"

    # LISTS

    def _agenda_rows(self):
        """Return the agenda as it is handed out: [{"clock", "name", "minutes", "speaker"}]."""
        return [
            {
                "clock": item.clock,
                "name": item.name,
                "minutes": item.minutes,
                "speaker": item.speaker or "",
            }
            for item in self.agenda_ids
        ]

    def _presentation_groups(self):
        """Return who is called to the stage when: [{"name", "clock", "presenter", "rows"}].

        ``rows``: {"tier", "name", "department", "title", "number"} in the order of the decision's
        list; [] for an award whose winners aren't known yet.
        """
        self._check_may_list()
        items = self.agenda_ids.filtered(lambda item: item.kind == "awards")
        presented = items.award_ids._presented()
        return [
            {
                "name": item.name,
                "clock": item.clock,
                "presenter": item.presenter or "",
                "rows": item._presented_rows(presented),
            }
            for item in items
        ]

    def _speaking_rows(self):
        """Return who speaks when: [{"clock", "speaker", "name", "minutes", "kind", "written"
        (minutes that the outline handed in takes, "" without one)}]."""
        self._check_may_list()
        items = self.agenda_ids.filtered("speaker")
        kinds = dict(items._fields["kind"]._description_selection(self.env))
        return [
            {
                "clock": item.clock,
                "speaker": item.speaker,
                "name": item.name,
                "minutes": item.minutes,
                "kind": kinds[item.kind],
                "written": item._written_minutes(),
            }
            for item in items
        ]

    # BUSINESS

    def _check_may_list(self):
        """Lists with names are the office's; Odoo prints a report for whoever reads its record."""
        if not self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            raise AccessError(self.env._("Lists of the conference are for the campaign's office."))


class LeifengSessionAgenda(models.Model):
    _inherit = "leifeng.session.agenda"

    def _presented_rows(self, presented):
        """Return the lines of this item's awards, of its tier alone where it has one."""
        names = ("tier", "name", "department", "title", "number")
        return [
            {name: line[name] or "" for name in names}
            for award in self.award_ids
            for line in presented[award.id]
            if not self.tier_id or line["tier"] == self.tier_id.name
        ]

    def _written_minutes(self):
        speech = self.speech_ids.filtered(lambda each: each.state in ("submitted", "approved"))
        return speech_time.minutes(speech.character_count) if speech else ""
