from odoo import models
from odoo.fields import Domain
from odoo.tools import SQL

from ..tools import progress_sums

DAYS_SHOWN_ONE_BY_ONE = 31  # a longer campaign is shown week by week
TAKING_SQL = """
WITH taking AS MATERIALIZED (%(taking)s)
SELECT 'department', department_id, NULL, NULL::date, count(*), sum(times)::int
  FROM (SELECT department_id, people, count(*) AS times FROM taking GROUP BY 1, 2) d GROUP BY 2
UNION ALL
SELECT 'kind', NULL, kind, NULL, count(*), sum(times)::int
  FROM (SELECT kind, people, count(*) AS times FROM taking GROUP BY 1, 2) k GROUP BY 3
UNION ALL
SELECT 'day', NULL, NULL, day, count(*), sum(times)::int
  FROM (SELECT day, people, count(*) AS times FROM taking GROUP BY 1, 2) t GROUP BY 4
UNION ALL
SELECT 'whole', NULL, NULL, NULL, count(*), coalesce(sum(times), 0)::int
  FROM (SELECT people, count(*) AS times FROM taking GROUP BY 1) w
"""


class LeifengCampaign(models.Model):
    """The figures of *Progress*: who takes part, by department and over time, hours, results."""

    _inherit = "leifeng.campaign"

    def _progress_taking(self, span, rows):
        """Return people and attendances: ``departments`` {id: (people, times)}, ``whole``, by
        ``span`` of time and by kind, from ``rows`` of ``_taking_rows``."""
        sums = {"department": {}, "kind": {}, "day": {}, "whole": {}}
        for name, department, kind, day, *numbers in rows:
            sums[name][department or kind or day] = numbers
        people, times = sums["whole"].get(None, (0, 0))
        return {
            "departments": sums["department"],
            "kinds": self._named_kinds(sums["kind"]),
            "span": span,
            "times": [
                {"key": day, "people": people, "times": times}
                for day, people, times in progress_sums.unbroken(span, sums["day"])
            ],
            "whole": {"people": people, "times": times},
        }

    def _taking_rows(self, span):
        """Return (which sum, department, kind, day, people, attendances), all from one reading of
        what the user may read; a sum over persons first is faster than counting them apart."""
        rows = self.env["leifeng.participation"]._search(self._own_domain())
        columns = [self._taking_sql(rows, name) for name in ("department_id", "kind", "people")]
        day = SQL("date_trunc(%s, %s)::date AS day", span, self._taking_sql(rows, "date"))
        taking = rows.select(*columns, day)
        return self.env.execute_query(SQL(TAKING_SQL, taking=taking))

    def _taking_sql(self, rows, name):
        return self.env["leifeng.participation"]._field_to_sql(rows.table, name, rows)

    def _progress_span(self):
        if not (self.date_start and self.date_stop):
            return "week"
        return "day" if (self.date_stop - self.date_start).days < DAYS_SHOWN_ONE_BY_ONE else "week"

    def _named_kinds(self, sums):
        names = self._selection_names(self.env["leifeng.participation"], "kind")
        return [
            {"key": kind, "name": name, "people": sums[kind][0], "times": sums[kind][1]}
            for kind, name in names.items()
            if kind in sums
        ]

    def _progress_departments(self, taking, minutes):
        """Return a row a department of the campaign in its order, then one for all others.

        ``taking``: {department's id: (people, times)}, ``minutes``: {department's id: minutes}.
        """
        parts = self.department_ids
        parts.fetch(["department_id", "state", "summary_state"])  # and none of their long texts
        parts.department_id.fetch(["name"])
        heads = parts.department_id._leifeng_headcounts()
        fields = {"plan": "state", "summary": "summary_state"}
        names = {key: (name, self._selection_names(parts, name)) for key, name in fields.items()}
        rows = [
            {
                "id": part.id,
                "department": part.department_id.id,
                "name": part.department_id.name,
                "headcount": heads.get(part.department_id.id, 0),
                **self._department_sums(part.department_id.ids, taking, minutes),
                **self._department_states(part, names),
            }
            for part in parts
        ]
        return rows + self._other_departments(parts, taking, minutes)

    def _department_sums(self, department_ids, taking, minutes):
        people, times = progress_sums.added(taking.get(key, (0, 0)) for key in department_ids)
        served = sum(minutes.get(key, 0) for key in department_ids)
        return {"people": people, "times": times, "hours": served / 60}

    def _department_states(self, part, names):
        return {
            key: {"state": part[name], "name": words[part[name]]}
            for key, (name, words) in names.items()
        }

    def _other_departments(self, parts, taking, minutes):
        """Return one row for people of departments that are not in the campaign, if any came."""
        others = (taking.keys() | minutes.keys()) - set(parts.department_id.ids)
        if not others:
            return []
        sums = self._department_sums(others, taking, minutes)
        return [{"id": False, "department": 0, "headcount": False, **sums}]

    def _progress_hours(self, rows):
        """Return the agency's own hours by ``departments`` {id: minutes}, and ``sums``: the whole,
        within working hours, by category and department; partners' hours and training apart, from
        ``rows`` of ``_hour_rows``."""
        own = [(*row[:2], *row[4:]) for row in rows if self._whose_hours(*row[2:4]) == "own"]
        apart = progress_sums.summed((self._whose_hours(*row[2:4]), row[4] / 60) for row in rows)
        sums = {name: apart.get(name, 0) for name in ("partner", "training")}
        departments = progress_sums.summed((row[0], row[2]) for row in own)
        return {"departments": departments, "sums": {**self._hour_sums(own), **sums}}

    def _hour_rows(self):
        """Return (department's id, category, kind, source, minutes, those within working hours)."""
        groups = self.env["leifeng.service.record"]._read_group(
            self._own_domain(),
            ["department_id", "session_id.category", "kind", "source"],
            ["minutes:sum", "work_minutes:sum"],
        )
        return [(department.id, *row) for department, *row in groups]

    def _whose_hours(self, kind, source):
        """Return 'own', 'partner' or 'training', as OWN_HOURS and its kin say."""
        if kind == "training":
            return "training"
        return "partner" if source == "partner" else "own"

    def _hour_sums(self, rows):
        """``rows``: (department, category, minutes, minutes within working hours)."""
        names = self._selection_names(self.env["leifeng.session"], "category")
        by_category = progress_sums.summed((row[1], row[2]) for row in rows)
        return {
            "whole": sum(row[2] for row in rows) / 60,
            "inside": sum(row[3] or 0 for row in rows) / 60,
            "categories": [
                {"key": key or "", "name": names.get(key, ""), "hours": by_category[key] / 60}
                for key in [*names, False]
                if key in by_category
            ],
            "cells": [
                {"department": row[0], "category": row[1] or "", "hours": row[2] / 60}
                for row in rows
            ],
        }

    def _own_domain(self):
        return Domain("campaign_id", "=", self.id)
