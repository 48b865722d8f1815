from odoo import api, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

READERS = (
    "leifeng_campaign.group_leifeng_officer",
    "leifeng_campaign.group_leifeng_supervisor",
)
DECISIONS = 10  # lines; the button shows the rest


class LeifengCampaign(models.Model):
    """*Progress*: how the campaign goes, on one page, for the leading group.

    Everything comes from one call and is summed as the user, so that record rules say what counts;
    a part that the user may not read isn't there. Departments stand in the campaign's order with
    their head-count beside the sums, and nobody is put in order by a sum (practice points 24, 25).
    """

    _inherit = "leifeng.campaign"

    @api.model
    def get_progress(self, campaign_id=False):
        """Return what the page shows of a campaign, without one of the campaign going on.

        ``campaigns`` to choose from, then the keys of ``_progress``, which is all that is missing
        where there is no campaign yet. Raises AccessError for who isn't office or supervision.
        """
        self._check_progress_access()
        campaigns = self.search([("active", "=", True)])
        campaign = campaigns.filtered(lambda each: each.id == campaign_id)
        campaign = campaign or campaigns._shown_first()
        choices = [{"id": each.id, "name": each.name} for each in campaigns]
        return {"campaigns": choices, **(campaign._progress() if campaign else {})}

    @api.model
    def _check_progress_access(self):
        if not any(self.env.user.has_group(group) for group in READERS):
            raise AccessError(self.env._("Progress is for the campaign office and supervision."))

    def _shown_first(self):
        """Return the latest campaign that goes on, else the latest."""
        going_on = self.filtered(lambda campaign: campaign.state in ("running", "closing"))
        return (going_on or self)[:1]

    def _progress(self):
        """Return the parts of the page, each a list or dict of plain values; None for what the
        user may not read."""
        self.ensure_one()
        span = self._progress_span()
        taking_rows, hour_rows = self._kept_rows(span)
        taking, hours = self._progress_taking(span, taking_rows), self._progress_hours(hour_rows)
        return {
            "campaign": self._progress_head(),
            "phases": self._progress_phases(),
            "departments": self._progress_departments(taking["departments"], hours["departments"]),
            "taking": {key: taking[key] for key in ("whole", "span", "times", "kinds")},
            "hours": hours["sums"],
            "requests": self._progress_requests(),
            "results": self._progress_results(),
            "awards": self._progress_awards(),
            "decisions": self._progress_decisions(),
        }

    def _progress_head(self):
        return {
            "id": self.id,
            "name": self.name,
            "theme": self.theme or "",
            "state": self.state,
            "state_name": self._selection_name("state"),
            "start": self.date_start,
            "stop": self.date_stop,
        }

    def _progress_phases(self):
        return [
            {
                "id": phase.id,
                "name": phase.name,
                "start": phase.date_start,
                "stop": phase.date_stop,
                "state": phase.state,
                "state_name": self._selection_name("state", phase),
            }
            for phase in self.phase_ids
        ]

    def _progress_awards(self):
        """Return the awards, or None; with their entries for the office, which reads them."""
        awards = self.env["leifeng.award"]
        if not awards.has_access("read"):
            return None
        own = Domain("campaign_id", "=", self.id) & Domain("state", "!=", "cancelled")
        counts = self._entry_counts()
        return [
            {
                "id": award.id,
                "name": award.name,
                "kind": self._selection_name("kind", award),
                "state": award.state,
                "state_name": self._selection_name("state", award),
                "entries": counts.get(award.id, 0) if counts is not None else None,
            }
            for award in awards.search(own, order="date_deadline, id")
        ]

    def _entry_counts(self):
        """Return {award's id: entries that the office sees}; None for who doesn't."""
        if not self.env.user.has_group(READERS[0]):
            return None
        # sudo: leifeng.award.entry - a number; the office reads all of these entries
        entries = self.env["leifeng.award.entry"].sudo()
        seen = self._own_domain() & Domain("state", "not in", ("draft", "withdrawn"))
        return {
            award.id: count for award, count in entries._read_group(seen, ["award_id"], ["__count"])
        }

    def _progress_decisions(self):
        """Return what waits for the office, the manager or the user: the first lines, and how many
        there are."""
        todos = self.env["leifeng.todo"].search_fetch(self._decision_domain())
        lines = [self._progress_decision(todo) for todo in todos[:DECISIONS]]
        return {"count": len(todos), "lines": lines}

    def _progress_decision(self, todo):
        return {
            "id": todo.id,
            "what": self._selection_name("kind", todo),
            "name": todo.name,
            "since": todo.since,
            "who": todo.who,
            "late": todo.is_late,
        }

    def _decision_domain(self):
        """What waits in this campaign, or in none, for a decision; what departments write is
        theirs."""
        deciding = Domain("for_officer", "=", True) | Domain("role", "=", "manager")
        deciding |= Domain("is_mine", "=", True)
        here = self._todo_domain() | Domain("campaign_id", "=", False)
        return here & deciding

    def _selection_name(self, name, record=None):
        """Return the word for the value of a selection field, '' for none."""
        record = self if record is None else record
        return self._selection_names(record, name).get(record[name], "")

    def _selection_names(self, records, name):
        """Return {value: word} of a selection field."""
        return dict(records._fields[name]._description_selection(self.env))
