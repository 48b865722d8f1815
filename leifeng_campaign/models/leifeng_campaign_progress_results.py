from odoo import models
from odoo.fields import Domain


class LeifengCampaign(models.Model):
    """What came of it on *Progress*: requests, people served, what the served say."""

    _inherit = "leifeng.campaign"

    def _progress_requests(self):
        """Return how many requests were asked, wait, are planned, were served; or None."""
        requests = self.env["leifeng.service.request"]
        if not requests.has_access("read"):
            return None
        counts = dict(requests._read_group(self._request_domain(), ["state"], ["__count"]))
        waiting = counts.get("new", 0) + counts.get("accepted", 0)
        return {
            "asked": sum(counts.values()),
            "waiting": waiting,
            "planned": counts.get("planned", 0),
            "served": counts.get("served", 0),
        }

    def _request_domain(self):
        """Requests that the campaign's shifts answer, and those without a shift that came in its
        days."""
        planned = Domain("session_id.campaign_id", "=", self.id)
        planned &= Domain("session_id.off_campaign", "=", False)
        came = Domain("session_id", "=", False)
        if self.date_start:
            came &= Domain("asked_on", ">=", self.date_start)
        if self.date_stop:
            came &= Domain("asked_on", "<=", self.date_stop)
        return Domain("company_id", "=", self.company_id.id) & (planned | came)

    def _progress_results(self):
        """Return the results of confirmed sessions, and the answers of the served or None."""
        sums = ["__count", "people_served:sum", "materials_handed_out:sum"]
        sessions = self.env["leifeng.session"]
        ((held, people, materials),) = sessions._read_group(self._held_domain(), [], sums)
        return {
            "sessions": held,
            "people": people or 0,
            "materials": materials or 0,
            "answers": self._progress_answers(),
        }

    def _held_domain(self):
        return self._session_domain() & Domain("state", "=", "done")

    def _progress_answers(self):
        ratings = self.env["leifeng.service.rating"]
        if not ratings.has_access("read"):
            return None
        sums = ["__count", "stars:avg"]
        ((count, stars),) = ratings._read_group(self._answer_domain(), [], sums)
        return {"count": count, "stars": stars or 0}

    def _answer_domain(self):
        # its own sessions, though no other has its answers: or those of all years are read
        return self._own_domain() & Domain("session_id", "any", self._session_domain())
