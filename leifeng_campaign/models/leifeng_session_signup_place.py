from odoo import api, fields, models
from odoo.tools import SQL


class LeifengSessionSignup(models.Model):
    """Which place a position in the line gives: counted where it is asked for, never stored."""

    _inherit = "leifeng.session.signup"

    place = fields.Integer(string="Place in Line", compute="_compute_place", search="_search_place")
    holds_place = fields.Boolean(compute="_compute_place", search="_search_holds_place")
    standing = fields.Selection(
        [("signed_up", "Signed Up"), ("waiting", "Waiting"), ("withdrawn", "Withdrawn")],
        compute="_compute_standing",
    )

    @api.depends("live", "session_id.capacity", "session_id.signup_ids.live")
    def _compute_place(self):
        places = self._places()
        for signup in self:
            place, holds = places.get(signup._origin.id, (0, False))
            signup.place = place
            signup.holds_place = holds

    @api.depends("live", "holds_place")
    def _compute_standing(self):
        for signup in self:
            in_line = "signed_up" if signup.holds_place else "waiting"
            signup.standing = in_line if signup.live else "withdrawn"

    def _places(self):
        """Return {id: (place, holds_place)} of those in ``self`` that are in the database."""
        if not self.ids:
            return {}
        self.env["leifeng.session"].flush_model(["capacity"])
        self.flush_model(["session_id", "line_no", "live"])
        place, holds = self._place_sql("s"), self._holds_place_sql("s")
        rows = self.env.execute_query(
            SQL(
                "SELECT s.id, %s, %s FROM leifeng_session_signup s WHERE s.id IN %s",
                place,
                holds,
                tuple(self.ids),
            )
        )
        return {row_id: (place, holds) for row_id, place, holds in rows}

    @api.model
    def _place_sql(self, alias):
        """SQL of a row's position in its line, 0 for a row that left it."""
        return SQL(
            "(CASE WHEN %(a)s.live THEN (SELECT count(*)::int FROM leifeng_session_signup ahead "
            "WHERE ahead.session_id = %(a)s.session_id AND ahead.live "
            "AND ahead.line_no <= %(a)s.line_no) ELSE 0 END)",
            a=SQL.identifier(alias),
        )

    @api.model
    def _holds_place_sql(self, alias):
        return SQL(
            "(%(a)s.live AND %(place)s <= "
            "(SELECT x.capacity FROM leifeng_session x WHERE x.id = %(a)s.session_id))",
            a=SQL.identifier(alias),
            place=self._place_sql(alias),
        )

    def _field_to_sql(self, alias, field_expr, query=None):
        if field_expr in ("place", "holds_place"):
            self._check_field_access(self._fields[field_expr], "read")
            self.env["leifeng.session"].flush_model(["capacity"])
            self.flush_model(["session_id", "line_no", "live"])
            make = self._place_sql if field_expr == "place" else self._holds_place_sql
            return make(alias)
        return super()._field_to_sql(alias, field_expr, query)

    def _search_place(self, operator, value):
        if operator not in ("in", "not in", "<", "<=", ">", ">="):
            return NotImplemented
        return self._computed_domain("place", operator, value)

    def _search_holds_place(self, operator, value):
        if operator not in ("in", "not in"):
            return NotImplemented
        return self._computed_domain("holds_place", operator, value)

    def _computed_domain(self, name, operator, value):
        wanted = tuple(value) if operator in ("in", "not in") else value
        sql_operator = SQL(operator.upper())
        return fields.Domain.custom(
            to_sql=lambda model, alias, query: SQL(
                "%s %s %s", model._field_to_sql(alias, name, query), sql_operator, wanted
            )
        )
