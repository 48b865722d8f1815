from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_list

SHOWN = 5  # of the shifts that will be offered instead


class LeifengSessionChange(models.TransientModel):
    """Cancel or move a session, a post's day or a whole day; says first who is concerned."""

    _name = "leifeng.session.change"
    _description = "Cancel or Move"

    session_id = fields.Many2one("leifeng.session", required=True, readonly=True)
    scope = fields.Selection(
        [
            ("session", "This One Alone"),
            ("post_day", "This Post on That Day"),
            ("day", "The Whole Day"),
        ],
        string="How Much",
        required=True,
        default="session",
    )
    session_ids = fields.Many2many(
        "leifeng.session",
        string="Concerned",
        compute="_compute_session_ids",
        store=True,
        readonly=False,
        help="Take out what should stay as it is.",
    )
    what = fields.Selection(
        [("move", "Move"), ("cancel", "Cancel the Session")],
        string="Cancel or Move",
        required=True,
        default="move",
    )
    reason = fields.Char()
    start = fields.Datetime(
        string="New Start", compute="_compute_times", store=True, readonly=False
    )
    stop = fields.Datetime(string="New End", compute="_compute_times", store=True, readonly=False)
    new_date = fields.Date(string="New Day", help="The time of day stays the same.")
    collisions = fields.Text(compute="_compute_collisions")
    people_count = fields.Integer(string="People Who Are Told", compute="_compute_people")
    people = fields.Text(string="Their Names", compute="_compute_people")
    offers = fields.Text(string="Offered Instead", compute="_compute_offers")

    @api.depends("session_id", "scope")
    def _compute_session_ids(self):
        for wizard in self:
            session = wizard.session_id._origin
            wizard.session_ids = session and session._in_scope(wizard.scope or "session")

    @api.depends("session_id")
    def _compute_times(self):
        for wizard in self:
            wizard.start = wizard.session_id.start
            wizard.stop = wizard.session_id.stop

    @api.depends("what", "scope", "session_ids", "start", "stop", "new_date")
    def _compute_collisions(self):
        for wizard in self:
            people = wizard._colliding()
            names = list(dict.fromkeys(people.mapped("employee_name")))
            wizard.collisions = bool(names) and self.env._(
                "In line elsewhere at that time: %(people)s. Please speak with them first.",
                people=format_list(self.env, names),
            )

    @api.depends("session_ids")
    def _compute_people(self):
        for wizard in self:
            line = wizard._sessions().signup_ids.filtered("live")
            names = {signup.employee_id.id: signup.employee_name for signup in line}
            wizard.people_count = len(names)
            wizard.people = format_list(self.env, list(names.values()))

    @api.depends("what", "session_ids")
    def _compute_offers(self):
        for wizard in self:
            cancelled = wizard._sessions() if wizard.what == "cancel" else wizard._sessions()[:0]
            others = cancelled._other_places()[:SHOWN] if cancelled else cancelled
            wizard.offers = others._lines_text()

    def _sessions(self):
        return self.session_ids._origin

    def _colliding(self):
        if self.what != "move":
            return self.env["leifeng.session.signup"]
        return self.env["leifeng.session"]._would_collide_at(self._new_times())

    def _new_times(self):
        """Return {session: (start, stop)} after moving, empty while something is missing."""
        if self.scope == "session":
            times = (self.start, self.stop)
            return {self.session_id._origin: times} if self.session_id and all(times) else {}
        days = self._days()
        return {session: session._times_after(days) for session in self._sessions()} if days else {}

    def _days(self):
        """Return by how many days the sessions move."""
        if not (self.new_date and self.session_id):
            return 0
        return (self.new_date - self.session_id._origin._local_date()).days

    @api.onchange("start")
    def _onchange_start(self):
        """Keep the length when only the start is changed."""
        length = self.session_id.stop - self.session_id.start if self.session_id else None
        if self.start and length:
            self.stop = self.start + length

    def action_apply(self):
        self._check_something()
        if self.what == "cancel":
            self.session_ids.action_cancel(self.reason)
        elif self.scope == "session":
            self.session_id.action_move(self.start, self.stop)
        else:
            self.session_ids.action_move_days(self._days())
        return {"type": "ir.actions.act_window_close"}

    def _check_something(self):
        if not self.session_ids:
            raise UserError(self.env._("There is nothing left to cancel or move."))
