from odoo import api, fields, models
from odoo.tools import SQL


class LeifengSession(models.Model):
    """Who could come, in a fair order, from one statement however many people there are."""

    _inherit = "leifeng.session"

    # BUSINESS

    def _candidate_rows(self, term="", limit=None, offset=0):
        """Return (rows, count) of those whom this user may invite, in a fair order.

        Rows are dicts of id, name, department and has_account; ``term`` is part of a name or
        department. The order says who served least this year; no figure leaves the database.
        """
        rows = self.env.execute_query_dict(
            SQL(
                "SELECT c.*, count(*) OVER () AS count FROM (%s) c WHERE %s "
                "ORDER BY c.position LIMIT %s OFFSET %s",
                self._candidates_sql(),
                self._named_sql(term),
                limit,
                offset,
            )
        )
        return rows, rows[0]["count"] if rows else 0

    def _invitable_ids(self, employee_ids=None, department_id=None):
        """Return who of ``employee_ids``, or of the department, can be sent an invitation."""
        only = SQL("c.has_account")
        if employee_ids is not None:
            only = SQL("%s AND c.id = ANY(%s)", only, _whole_numbers(employee_ids))
        if department_id is not None:
            only = SQL("%s AND c.department_id = ANY(%s)", only, _whole_numbers([department_id]))
        rows = self.env.execute_query(
            SQL(
                "SELECT c.id FROM (%s) c WHERE %s ORDER BY c.position", self._candidates_sql(), only
            )
        )
        return [row_id for (row_id,) in rows]

    def _stand_in_rows(self, term, limit):
        """Return up to ``limit`` colleagues of that name who could take over a place."""
        return self.env.execute_query_dict(
            SQL(
                "SELECT c.id, c.name, c.department FROM (%s) c WHERE c.has_account AND "
                "c.name ILIKE %s ORDER BY c.name, c.id LIMIT %s",
                self._free_people_sql(),
                _part(term),
                limit,
            )
        )

    def _stand_in_ids(self, employee_ids):
        rows = self.env.execute_query(
            SQL(
                "SELECT c.id FROM (%s) c WHERE c.has_account AND c.id = ANY(%s)",
                self._free_people_sql(),
                _whole_numbers(employee_ids),
            )
        )
        return [row_id for (row_id,) in rows]

    @api.model
    def _named_sql(self, term):
        if not term:
            return SQL("TRUE")
        return SQL("(c.name ILIKE %(term)s OR c.department ILIKE %(term)s)", term=_part(term))

    def _candidates_sql(self):
        """SQL of those whom this user may ask, with their position in the fair order."""
        return SQL(
            "SELECT p.*, row_number() OVER "
            "(ORDER BY coalesce(served.minutes, 0), p.name, p.id) AS position "
            "FROM (%s) p LEFT JOIN (%s) served ON served.employee_id = p.id "
            "WHERE p.id != %s AND %s",
            self._free_people_sql(),
            self._served_sql(),
            self.env.user.employee_id.id or 0,  # oneself signs up
            self._own_people_sql(),
        )

    def _own_people_sql(self):
        """SQL: whom of the people ``p`` this user may ask, or sign up where there is no account."""
        if self.env.user.has_group("leifeng_campaign.group_leifeng_officer"):
            return SQL("TRUE")
        own = SQL("p.department_id = ANY(%s)", self.env.user._leifeng_departments().ids)
        return SQL("(%s OR p.has_account)", own) if self._may_invite_all() else own

    def _served_sql(self):
        """SQL of the minutes that each person served this year."""
        records = self.env["leifeng.service.record"]
        records.flush_model(["employee_id", "date", "minutes", "kind"])
        first = fields.Date.context_today(self.with_context(tz=self._tz())).replace(month=1, day=1)
        return SQL(
            "SELECT r.employee_id, sum(r.minutes) AS minutes FROM leifeng_service_record r "
            "WHERE r.kind = 'service' AND r.date >= %s GROUP BY r.employee_id",
            first,
        )

    def _free_people_sql(self):
        """SQL of the agency's people who could come: condition met, free, and not asked before.

        Who declined, or withdrew, isn't asked again; the list says neither that nor why anybody
        is missing. Away is who isn't in the head-count, or has time off in the own calendar.
        """
        self._flush_for_candidates()
        # sudo: leifeng.session - times, leader and condition are on the notice
        session = self.sudo()
        return SQL(
            """
            SELECT e.id, e.name, v.department_id, %(department)s AS department,
                   coalesce(u.active, FALSE) AS has_account
              FROM hr_employee e
              LEFT JOIN hr_version v ON v.id = e.current_version_id
              LEFT JOIN hr_department d ON d.id = v.department_id
              LEFT JOIN res_users u ON u.id = e.user_id
             WHERE e.active AND e.leifeng_away IS NULL AND e.company_id = %(company)s
               AND e.id != %(leader)s AND %(fit)s
               AND e.id NOT IN (
                   SELECT s.employee_id FROM leifeng_session_signup s
                    WHERE s.session_id = %(session)s
                       OR (s.live AND s.start < %(stop)s AND s.stop > %(start)s)
                   UNION
                   SELECT o.employee_id FROM leifeng_session_offer o
                    WHERE o.session_id = %(session)s AND o.state != 'withdrawn'
                   UNION
                   SELECT x.leader_id FROM leifeng_session x
                    WHERE x.leader_id IS NOT NULL AND x.state = 'open'
                      AND x.start < %(stop)s AND x.stop > %(start)s)
               AND NOT EXISTS (
                   SELECT FROM resource_calendar_leaves l
                    WHERE l.resource_id = e.resource_id
                      AND l.date_from < %(stop)s AND l.date_to > %(start)s)
            """,
            # sudo: hr.department - the name of a department one may invite from
            department=self.env["hr.department"].sudo()._field_to_sql("d", "name"),
            company=session.company_id.id,
            leader=session.leader_id.id or 0,
            session=session.id,
            start=session.start,
            stop=session.stop,
            fit=session._fit_sql(),
        )

    def _fit_sql(self):
        """SQL: whether the person ``e`` meets what ``_refusal_by_condition`` asks for."""
        if not self.tag_ids:
            return SQL("TRUE")
        return SQL(
            "EXISTS (SELECT FROM employee_category_rel t "
            "WHERE t.employee_id = e.id AND t.category_id = ANY(%s))",
            self.tag_ids.ids,
        )

    def _flush_for_candidates(self):
        self.env["hr.employee"].flush_model(
            ["name", "active", "user_id", "current_version_id", "leifeng_away"]
        )
        self.env["hr.version"].flush_model(["department_id"])
        self.env["leifeng.session.signup"].flush_model(["live", "start", "stop"])
        self.env["leifeng.session.offer"].flush_model(["state"])
        self.flush_model(["state", "start", "stop", "leader_id"])


def _part(term):
    """Return a pattern that finds ``term`` in a text, whatever signs stand in it."""
    for sign in "\\%_":
        term = term.replace(sign, f"\\{sign}")
    return f"%{term}%"


def _whole_numbers(values):
    """Return those of ``values`` that can be ids; they may come from anywhere."""
    return [each for each in values if type(each) is int and 0 < each < 2**31]
