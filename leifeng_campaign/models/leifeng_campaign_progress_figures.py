from odoo import models
from odoo.fields import Domain

from ..tools import progress_sums
from .leifeng_service_record import OWN_HOURS, PARTNER_HOURS, TRAINING_HOURS

DAYS_SHOWN_ONE_BY_ONE = 31  # a longer campaign is shown week by week
TAKING = ["people:count_distinct", "times:sum"]


class LeifengCampaign(models.Model):
    """The figures of *Progress*: who takes part, by department and over time, hours, results."""

    _inherit = "leifeng.campaign"

    def _progress_taking(self):
        """Return people and attendances: ``departments`` {id: (people, times)}, ``whole``, by
        ``span`` of time and by kind."""
        span = self._progress_span()
        sets = [["department_id"], ["kind"], [f"date:{span}"], []]
        departments, kinds, times, whole = self.env["leifeng.participation"]._read_grouping_sets(
            self._own_domain(), sets, TAKING
        )
        return {
            "departments": {department.id: sums for department, *sums in departments},
            "kinds": self._named_kinds(kinds),
            "span": span,
            "times": [
                {"key": day, "people": people, "times": count}
                for day, people, count in progress_sums.unbroken(
                    span, {day: sums for day, *sums in times}
                )
            ],
            "whole": {"people": whole[0][0], "times": whole[0][1] or 0} if whole else {},
        }

    def _progress_span(self):
        if not (self.date_start and self.date_stop):
            return "week"
        return "day" if (self.date_stop - self.date_start).days < DAYS_SHOWN_ONE_BY_ONE else "week"

    def _named_kinds(self, rows):
        names = self._selection_names(self.env["leifeng.participation"], "kind")
        sums = {kind: row for kind, *row in rows}
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
        heads = parts.department_id._leifeng_headcounts()
        rows = [
            {
                "id": part.id,
                "department": part.department_id.id,
                "name": part.department_id.name,
                "headcount": heads.get(part.department_id.id, 0),
                **self._department_sums(part.department_id.ids, taking, minutes),
                **self._department_states(part),
            }
            for part in parts
        ]
        return rows + self._other_departments(parts, taking, minutes)

    def _department_sums(self, department_ids, taking, minutes):
        people, times = progress_sums.added(taking.get(key, (0, 0)) for key in department_ids)
        served = sum(minutes.get(key, 0) for key in department_ids)
        return {"people": people, "times": times, "hours": served / 60}

    def _department_states(self, part):
        return {
            "plan": {"state": part.state, "name": self._selection_name("state", part)},
            "summary": {
                "state": part.summary_state,
                "name": self._selection_name("summary_state", part),
            },
        }

    def _other_departments(self, parts, taking, minutes):
        """Return one row for people of departments that are not in the campaign, if any came."""
        others = (taking.keys() | minutes.keys()) - set(parts.department_id.ids)
        if not others:
            return []
        sums = self._department_sums(others, taking, minutes)
        return [{"id": False, "department": 0, "headcount": False, **sums}]

    def _progress_hours(self):
        """Return the agency's own hours by ``departments`` {id: minutes}, and ``sums``: the whole,
        within working hours, by category and department; partners' hours and training apart."""
        records, own = self.env["leifeng.service.record"], self._own_domain()
        rows = records._read_group(
            own & Domain(OWN_HOURS),
            ["department_id", "session_id.category"],
            ["minutes:sum", "work_minutes:sum"],
        )
        apart = {
            "partner": self._hours_of(own & Domain(PARTNER_HOURS)),
            "training": self._hours_of(own & Domain(TRAINING_HOURS)),
        }
        departments = progress_sums.summed((row[0].id, row[2]) for row in rows)
        return {"departments": departments, "sums": {**self._hour_sums(rows), **apart}}

    def _hours_of(self, domain):
        ((minutes,),) = self.env["leifeng.service.record"]._read_group(domain, [], ["minutes:sum"])
        return (minutes or 0) / 60

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
                {"department": row[0].id, "category": row[1] or "", "hours": row[2] / 60}
                for row in rows
            ],
        }

    def _own_domain(self):
        return Domain("campaign_id", "=", self.id)
