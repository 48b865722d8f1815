from odoo import models

ORDER = ("decision", "awards", "speech", "deployment")
MINUTES = {"decision": 5, "awards": 5, "speech": 5, "deployment": 15}
# Proposed speeches: the office chooses others, or more, by hand.
SPEECHES = {"person": 3, "department": 2}


class LeifengSession(models.Model):
    """The agenda drafted from records: the decision, the awards, speeches of winners, deployment.

    Pressed again it adds what is missing and changes nothing that stands there.
    """

    _inherit = "leifeng.session"

    def action_propose_agenda(self):
        self._check_is_conference()
        awards = self._agenda_awards()
        presented = awards._presented()
        items = [
            *self._propose_decision(),
            *self._propose_presentations(awards, presented),
            *self._propose_speeches(awards, presented),
            *self._propose_deployment(),
        ]
        self._add_agenda(items)

    # BUSINESS

    def _agenda_awards(self):
        """Return the campaign's awards, those for essays first, then persons, then departments."""
        domain = [("campaign_id", "=", self.campaign_id.id), ("state", "!=", "cancelled")]
        kinds = ("essay", "person", "department")
        found = self.env["leifeng.award"].search(domain, order="id")
        return found.sorted(lambda award: (kinds.index(award.kind), award.id))

    def _agenda_decision(self):
        """Return the campaign's decision: the issued one before a draft."""
        domain = [("campaign_id", "=", self.campaign_id.id)]
        found = self.env["leifeng.award.decision"].search(domain)
        return found.sorted(lambda each: each.state != "issued")[:1]

    def _propose_decision(self):
        if self.agenda_ids.filtered(lambda item: item.kind == "decision"):
            return []
        name = self.env._("Reading of the Commendation Decision")
        decision = self._agenda_decision()
        return [self._item("decision", name, decision_id=decision.id)]

    def _propose_presentations(self, awards, presented):
        """Yield an item for each award and tier, in the order of the decision's list."""
        there = {
            (award, item.tier_id.name or "") for item in self.agenda_ids for award in item.award_ids
        }
        for award in awards:
            if (award, "") in there:
                continue
            for tier in self._tiers_presented(award, presented[award.id]):
                if (award, tier.name or "") not in there:
                    yield self._presentation(award, tier)

    def _tiers_presented(self, award, lines):
        """Return the tiers that somebody won; one empty tier while nobody knows."""
        won = {line["tier"] for line in lines}
        return award.tier_ids.filtered(lambda tier: tier.name in won) or [award.tier_ids.browse()]

    def _presentation(self, award, tier):
        title = award.name
        if tier and tier.name not in award.name:
            title = self.env._("%(award)s, %(tier)s", award=award.name, tier=tier.name)
        name = self.env._("Presentation: %(award)s", award=title)
        return self._item("awards", name, award_ids=[(6, 0, award.ids)], tier_id=tier.id)

    def _propose_speeches(self, awards, presented):
        """Yield speeches of some of those honored who agreed to be named, in the list's order;
        where the office has chosen persons or departments already, none of these."""
        spoken = self.agenda_ids._spoken()
        there = {"department" if item.department_id else "person" for item in spoken}
        for kind, count in SPEECHES.items():
            lines = [
                line
                for award in awards.filtered(lambda each, kind=kind: each.kind == kind)
                for line in presented[award.id]
                if line["named"] and kind not in there
            ]
            yield from map(self._speech, lines[:count])

    def _speech(self, line):
        name = self.env._("Speech: %(name)s", name=line["name"])
        who = {"employee_id": line["employee_id"]}
        if not line["employee_id"]:
            who = {"department_id": line["department_id"]}
        return self._item("speech", name, **who)

    def _propose_deployment(self):
        if self.agenda_ids.filtered(lambda item: item.kind == "deployment"):
            return []
        return [self._item("deployment", self.env._("Deployment of the Next Step"))]

    def _item(self, kind, name, **vals):
        item = {"session_id": self.id, "kind": kind, "name": name, "minutes": MINUTES[kind]}
        return {**item, **vals}

    def _add_agenda(self, items):
        """Add ``items`` (values) each behind those of its kind, and number the agenda anew."""
        for values in items:
            before = ORDER[: ORDER.index(values["kind"]) + 1]
            ahead = self.agenda_ids.filtered(lambda item, before=before: item.kind in before)
            values["sequence"] = max(ahead.mapped("sequence"), default=0)
            self.env["leifeng.session.agenda"].create(values)
        agenda = self.agenda_ids.sorted(lambda item: (item.sequence, item.id))
        for number, item in enumerate(agenda, 1):
            item.sequence = 10 * number
