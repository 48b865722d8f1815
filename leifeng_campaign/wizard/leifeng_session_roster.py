from datetime import timedelta

from babel.dates import format_skeleton

from odoo import api, fields, models
from odoo.tools import groupby
from odoo.tools.misc import babel_locale_parse, get_lang

WEEK = 7  # days


class LeifengSessionRoster(models.TransientModel):
    """Who stands where in a week, for the office's wall: names and departments, nothing else."""

    _name = "leifeng.session.roster"
    _description = "Roster of a Week"

    week = fields.Date(
        string="Week of", required=True, default=lambda self: self.env.company._leifeng_today()
    )
    post_ids = fields.Many2many(
        "leifeng.service.post", string="Volunteer Posts", help="Empty: all posts."
    )
    company_id = fields.Many2one("res.company", default=lambda self: self.env.company)

    # ACTIONS

    def action_print(self):
        report = self.env.ref("leifeng_campaign.action_report_session_roster")
        return report.report_action(self)

    # BUSINESS

    def _days(self):
        """Return the seven dates of the week, from Monday."""
        monday = self.week - timedelta(days=self.week.weekday())
        return [monday + timedelta(days=count) for count in range(WEEK)]

    def _span_text(self):
        """Return '11月23日–11月29日'."""
        days = self._days()
        return f"{self._day_text(days[0])}–{self._day_text(days[-1])}"

    def _day_text(self, day, skeleton="MMMd"):
        return format_skeleton(skeleton, day, locale=babel_locale_parse(get_lang(self.env).code))

    def _sessions(self):
        """Return the published shifts of the week; the wall says which were cancelled."""
        days = self._days()
        start = self.company_id._leifeng_midnight(days[0])
        stop = self.company_id._leifeng_midnight(days[-1] + timedelta(days=1))
        domain = [
            ("company_id", "=", self.company_id.id),
            ("kind", "=", "service"),
            ("state", "!=", "draft"),
            ("start", ">=", start),
            ("start", "<", stop),
        ]
        if self.post_ids:
            domain.append(("post_id", "in", self.post_ids.ids))
        return self.env["leifeng.session"].search(domain)

    def _grid(self):
        """Return the days on which there are shifts, and a line for each place and time of day,
        with a cell for each of these days."""
        sessions = self._sessions().sorted(self._row_key)
        days = sorted({session._local_date() for session in sessions})
        return {
            "days": [
                {"day": self._day_text(day), "weekday": self._day_text(day, "EEE")} for day in days
            ],
            "rows": [
                {"name": name, "times": times, "cells": self._cells(group, days)}
                for (name, times), group in groupby(sessions, key=self._row_key)
            ],
        }

    @api.model
    def _row_key(self, session):
        times = f"{session._clock(session.start)}–{session._clock(session.stop)}"
        return session.post_id.name or session.name, times

    def _cells(self, sessions, days):
        """Return one list of shifts a day."""
        by_day = {day: [] for day in days}
        for session in sessions:
            by_day[session._local_date()].append(session)
        return [
            [self._cell(each, len(shifts) > 1) for each in shifts] for shifts in by_day.values()
        ]

    def _cell(self, session, named):
        """Return what stands on the wall of a shift; ``named`` if it isn't the only one there."""
        cancelled = session.state == "cancelled"
        people = session._on_sheet() if not cancelled else session.signup_ids.browse()
        return {
            "name": session.name if named else "",
            "cancelled": cancelled,
            "leader": session._leader_name(),
            "free": session.free_count if session.state == "open" else 0,
            "people": [(each.employee_name, each.department_name or "") for each in people],
        }
