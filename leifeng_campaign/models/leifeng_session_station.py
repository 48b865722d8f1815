from odoo import api, fields, models
from odoo.tools import SQL, format_list

STATION_ROWS = 2  # empty ones below each shift, for whoever comes without a sign-up


def _leader(session):
    return session._leader_name()


class LeifengSession(models.Model):
    """Stations: several shifts at one post and one time, each with its own work, places, condition.

    No record of their own: same post, same start and same end is a station.
    """

    _inherit = "leifeng.session"

    station = fields.Char(
        compute="_compute_station",
        store=True,
        help="What the shifts of a station share.",
    )
    sibling_ids = fields.Many2many(
        "leifeng.session", string="Other Shifts of the Station", compute="_compute_sibling_ids"
    )

    _by_station = models.Index("(post_id, start) WHERE post_id IS NOT NULL")

    @api.depends("post_id.name", "start", "stop")
    def _compute_station(self):
        for session in self:
            shift = bool(session.post_id and session.start and session.stop)
            session.station = shift and f"{session._span_text()} · {session.post_id.name}"

    @api.depends("post_id", "start", "stop", "state")
    def _compute_sibling_ids(self):
        """The others of the station that were not cancelled and that the user may read."""
        shifts = self.filtered(lambda session: session.post_id and session.start)
        found = self.search(
            [
                ("post_id", "in", shifts.post_id.ids),
                ("start", "in", shifts.mapped("start")),
                ("state", "!=", "cancelled"),
            ],
            order="start, id",
        )
        stations = found.grouped(lambda session: session._station_key())
        for session in self:
            station = stations.get(session._station_key(), self.browse())
            session.sibling_ids = station - session._origin

    def _station_key(self):
        """Return what the shifts of a station have in common; another session is alone."""
        if not self.post_id:
            return (self._origin.id,)
        return (self.post_id._origin.id, self.start, self.stop)

    @api.model
    def _search_stations(self, domain, limit=None, offset=0):
        """Return sessions that fit ``domain`` as a list of recordsets, one a station, by start.

        ``limit`` and ``offset`` count stations, so that none is torn between two pages.
        """
        rows = self.env.execute_query(
            SQL(
                "SELECT array_agg(s.id ORDER BY s.id) FROM leifeng_session s WHERE s.id IN %s "
                "GROUP BY coalesce(s.post_id, -s.id), s.start, s.stop "
                "ORDER BY s.start, min(s.id) LIMIT %s OFFSET %s",
                self._station_query(domain),
                limit,
                offset,
            )
        )
        every = [number for (numbers,) in rows for number in numbers]
        return [self.browse(numbers).with_prefetch(every) for (numbers,) in rows]

    @api.model
    def _count_stations(self, domain):
        """Return how many stations ``_search_stations`` would find without a limit."""
        [(count,)] = self.env.execute_query(
            SQL(
                "SELECT count(DISTINCT (coalesce(s.post_id, -s.id), s.start, s.stop)) "
                "FROM leifeng_session s WHERE s.id IN %s",
                self._station_query(domain),
            )
        )
        return count

    @api.model
    def _station_query(self, domain):
        self.flush_model(["post_id", "start", "stop"])
        return self._search(domain).subselect()

    def _stations(self):
        """Return the stations of these sessions, each whole, as a list of recordsets."""
        every = (self | self.sibling_ids).sorted(lambda session: (session.start, session.id))
        return list(every.grouped(lambda session: session._station_key()).values())

    def _station_paper(self):
        """Return the stations to print; who keeps one sheet of a station gets that one."""
        return [
            station.filtered(lambda session: session._may_print_sheet()) or station
            for station in self._stations()
        ]

    def _may_print_sheet(self):
        return self._may_keep_sheet() or self.env.user.has_group(
            "leifeng_campaign.group_leifeng_supervisor"
        )

    def _station_rows(self):
        """Return the rows of one shift on the station's sheet, a few empty ones with them."""
        return self._sheet_rows(page=self.capacity, spare=STATION_ROWS)

    def _station_leaders(self):
        """Return who leads the shifts of the station, each once."""
        return format_list(self.env, list(dict.fromkeys(filter(None, map(_leader, self)))))

    def _station_name(self):
        first = next(iter(self))  # not a slice, which would be read apart from other stations
        # sudo: leifeng.service.post - its name stands on the notice, portal users can't read posts
        return first.sudo().post_id.name or first.name
