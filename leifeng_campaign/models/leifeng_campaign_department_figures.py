from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL

from .leifeng_service_record import OWN_HOURS

# What came of the sessions in which people of a department served; one query, whatever the number
# of departments. A session that two departments shared stands with both of them.
SERVED_SQL = """
SELECT v.campaign_id, v.department_id, sum(q.requests), sum(s.people_served),
       sum(s.materials_handed_out), sum(a.answers), sum(a.stars)
  FROM (SELECT DISTINCT r.campaign_id, r.department_id, r.session_id
          FROM leifeng_service_record r
         WHERE r.campaign_id = ANY(%(campaigns)s) AND r.department_id = ANY(%(departments)s)
           AND r.kind = 'service' AND r.session_id IS NOT NULL AND r.reverses_id IS NULL
           AND NOT EXISTS (SELECT FROM leifeng_service_record b WHERE b.reverses_id = r.id)) v
  JOIN leifeng_session s ON s.id = v.session_id
  LEFT JOIN (SELECT session_id, count(*) AS requests FROM leifeng_service_request
              WHERE state = 'served' GROUP BY session_id) q ON q.session_id = s.id
  LEFT JOIN (SELECT session_id, count(*) AS answers, sum(stars) AS stars
               FROM leifeng_service_rating GROUP BY session_id) a ON a.session_id = s.id
 GROUP BY v.campaign_id, v.department_id
"""
SERVED_READS = {
    "leifeng.service.record": ["campaign_id", "department_id", "session_id", "kind", "reverses_id"],
    "leifeng.session": ["people_served", "materials_handed_out"],
    "leifeng.service.request": ["state", "session_id"],
    "leifeng.service.rating": ["session_id", "stars"],
}
FIGURES = (
    "headcount",
    "people",
    "attendances",
    "minutes",
    "requests",
    "people_served",
    "materials",
    "answers",
    "stars",
    "essays",
    "nominations",
    "honors",
)
HANDED_IN = ("submitted", "returned", "candidate", "dropped", "granted", "not_granted")


class LeifengCampaignDepartment(models.Model):
    """A department in figures that nobody types: sums over the records of the campaign, with the
    head-count beside them (practice.md points 25 and 26: asked once, and no ranks)."""

    _inherit = "leifeng.campaign.department"

    def _figures(self):
        """Return {name of FIGURES: number} of one department; ``stars`` is an average."""
        self.ensure_one()
        return self._figures_of()[self.id]

    def _figures_of(self):
        """Return {part's id: {name of FIGURES: number}} in as many queries for one as for all."""
        # sudo: sums over whole departments without a name, for heads, who are portal users, and
        # coordinators, who read no single answer of the served
        parts = self.sudo()
        heads = parts.department_id._leifeng_headcounts()
        sums = {}
        for values in (
            parts._people_sums(),
            parts._minute_sums(),
            parts._served_sums(),
            parts._entry_sums(),
            parts._honor_sums(),
        ):
            for key, figures in values.items():
                sums.setdefault(key, {}).update(figures)
        return {
            part.id: {
                **dict.fromkeys(FIGURES, 0),
                **sums.get((part.campaign_id.id, part.department_id.id), {}),
                "headcount": heads.get(part.department_id.id, 0),
            }
            for part in parts
        }

    # Each returns {(campaign's id, department's id): {name: number}}.

    def _people_sums(self):
        rows = self._sums_of("leifeng.participation", ["people:count_distinct", "times:sum"])
        return {key: {"people": people, "attendances": times} for key, people, times in rows}

    def _minute_sums(self):
        rows = self._sums_of("leifeng.service.record", ["minutes:sum"], OWN_HOURS)
        return {key: {"minutes": minutes} for key, minutes in rows}

    def _served_sums(self):
        for model, names in SERVED_READS.items():
            self.env[model].flush_model(names)
        query = SQL(SERVED_SQL, campaigns=self.campaign_id.ids, departments=self.department_id.ids)
        return {
            (campaign, department): {
                "requests": int(requests or 0),
                "people_served": people or 0,
                "materials": materials or 0,
                "answers": int(answers or 0),
                "stars": round(stars / float(answers), 1) if answers else 0,
            }
            for campaign, department, requests, people, materials, answers, stars in (
                self.env.execute_query(query)
            )
        }

    def _entry_sums(self):
        """Essays handed in and people put forward, whatever becomes of them."""
        handed = [("state", "in", HANDED_IN), ("employee_id", "!=", False)]
        found = {}
        for kind, name in (("essay", "essays"), ("person", "nominations")):
            rows = self._sums_of("leifeng.award.entry", ["__count"], [*handed, ("kind", "=", kind)])
            for key, count in rows:
                found.setdefault(key, {})[name] = count
        return found

    def _honor_sums(self):
        valid = [("kind", "=", "honor"), ("state", "=", "valid")]
        paths = ("award_id.campaign_id", "holder_department_id")
        rows = self._sums_of("leifeng.certificate", ["__count"], valid, paths)
        return {key: {"honors": count} for key, count in rows}

    def _sums_of(self, model, aggregates, domain=(), paths=("campaign_id", "department_id")):
        """Return [(key, sum, …)] over the rows of ``model`` that belong to the parts."""
        campaign, department = paths
        mine = Domain(campaign, "in", self.campaign_id.ids)
        mine &= Domain(department, "in", self.department_id.ids) & Domain(list(domain))
        groups = self.env[model]._read_group(mine, list(paths), aggregates)
        return [((one.id, other.id), *sums) for one, other, *sums in groups]
