from odoo import models
from odoo.fields import Domain


class HrDepartment(models.Model):
    """A department's facts in a campaign, side by side with its head-count.

    For the Excellent Organization Award: what was done for others and how it was rated; nothing
    counts essays handed in or hours per head (力戒形式主义, practice.md points 24–25).
    """

    _inherit = "hr.department"

    def _leifeng_award_facts(self, campaign):
        """Return {department: {source of a criterion or name of a figure: number}}."""
        # sudo: sums over the records of whole departments, for the panel
        env = self.sudo().env
        served = self._leifeng_served_sessions(env, campaign)
        asked, ratings = self._leifeng_requests(env, served), self._leifeng_stars(env, served)
        people, heads = self._leifeng_people(env, campaign), self._leifeng_headcounts()
        on_time = self._leifeng_summaries_on_time(env, campaign)
        facts = {}
        for department in self:
            stars, answers = ratings.get(department.id, (0, 0))
            count, times = people.get(department.id, (0, 0))
            heads_here = heads.get(department.id, 0)
            facts[department] = {
                "headcount": heads_here,
                "people_count": count,
                "people": round(100 * count / heads_here, 1) if heads_here else 0,
                "times": times,
                "requests": asked.get(department.id, 0),
                "ratings": round(stars, 2),
                "rating_count": answers,
                "summary": int(department.id in on_time),
            }
        return facts

    def _leifeng_served_sessions(self, env, campaign):
        """Return {department's id: ids of the service sessions its people served in}."""
        records = env["leifeng.service.record"]
        domain = records._standing_domain() & Domain("campaign_id", "=", campaign.id)
        domain &= Domain("kind", "=", "service") & Domain("session_id", "!=", False)
        domain &= Domain("department_id", "in", self.ids)
        served = {}
        for department, session in records._read_group(domain, ["department_id", "session_id"]):
            served.setdefault(department.id, set()).add(session.id)
        return served

    def _leifeng_requests(self, env, served):
        """Return {department's id: requests served with its people taking part}."""
        sessions = {session for ids in served.values() for session in ids}
        asked = env["leifeng.service.request"].search(
            [("session_id", "in", list(sessions)), ("state", "=", "served")]
        )
        wanted = asked.mapped("session_id.id")
        return {department: len(ids & set(wanted)) for department, ids in served.items()}

    def _leifeng_stars(self, env, served):
        """Return {department's id: (average stars, answers)} over the sessions served in."""
        sessions = {session for ids in served.values() for session in ids}
        groups = env["leifeng.service.rating"]._read_group(
            [("session_id", "in", list(sessions))], ["session_id"], ["stars:sum", "__count"]
        )
        sums = {session.id: (stars, count) for session, stars, count in groups}
        found = {}
        for department, ids in served.items():
            rated = [sums[session] for session in ids if session in sums]
            answers = sum(count for _stars, count in rated)
            if answers:
                found[department] = (sum(stars for stars, _count in rated) / answers, answers)
        return found

    def _leifeng_people(self, env, campaign):
        """Return {department's id: (people who took part in anything, times)}."""
        groups = env["leifeng.participation"]._read_group(
            [("campaign_id", "=", campaign.id), ("department_id", "in", self.ids)],
            ["department_id"],
            ["people:count_distinct", "times:sum"],
        )
        return {department.id: (people, times) for department, people, times in groups}

    def _leifeng_summaries_on_time(self, env, campaign):
        """Return the ids of the departments whose summary came by its day."""
        parts = env["leifeng.campaign.department"].search(
            [("campaign_id", "=", campaign.id), ("department_id", "in", self.ids)]
        )
        return {part.department_id.id for part in parts if part._summary_on_time()}
