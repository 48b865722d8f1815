from odoo import api, fields, models
from odoo.tools import SQL


class LeifengSession(models.Model):
    """The second step of cancelling and moving, in a transaction of its own.

    A sign-up may have been committed between the snapshot and the update of whoever changed the
    session; the sweep sees it. Every step may run twice.
    """

    _inherit = "leifeng.session"

    @api.model
    def _cron_sweep(self):
        """Bring every line into agreement with its session, one session per transaction."""
        cron = self.env["ir.cron"]
        sessions = self._sessions_to_sweep()
        cron._commit_progress(remaining=len(sessions))
        for session in sessions:
            session._sweep()
            cron._commit_progress(1)

    @api.model
    def _sessions_to_sweep(self):
        lines = self.env["leifeng.session.signup"]
        lines.flush_model()
        self.flush_model(["state", "start", "stop", "capacity"])
        rows = self.env.execute_query(
            SQL(
                "SELECT DISTINCT s.session_id FROM leifeng_session_signup s "
                "JOIN leifeng_session x ON x.id = s.session_id WHERE s.live AND ("
                "x.state IN ('cancelled', 'draft') OR (x.state = 'open' AND ("
                "s.start <> x.start OR s.stop <> x.stop OR (s.told_waiting AND %s)))) ORDER BY 1",
                lines._holds_place_sql("s"),
            )
        )
        return self.browse(session_id for (session_id,) in rows)

    def _sweep(self):
        self.ensure_one()
        if self.state == "draft":
            # Somebody joined while it was taken off the page: it stays published.
            self._set_state("open")
        if self.state == "cancelled":
            self._sweep_cancelled()
        else:
            self._sweep_moved()
            self._sweep_moved_up()

    def _sweep_cancelled(self):
        line = self.signup_ids.filtered("live")
        line._leave()
        self._tell(
            line.employee_id,
            lambda session: session.env._(
                "“%(name)s” on %(date)s has been cancelled: %(reason)s",
                name=session.name,
                date=session._moment(session.start),
                reason=session.cancel_reason,
            ),
        )

    def _sweep_moved(self):
        moved = self.signup_ids.filtered(
            lambda signup: signup.live and (signup.start, signup.stop) != (self.start, self.stop)
        )
        if not moved:
            return
        free = moved - self._would_collide(self.start, self.stop)
        free._copy_times()
        # Somebody who joined another line in between can't be in two places.
        (moved - free)._leave()
        self._tell(
            moved.employee_id,
            lambda session: session.env._(
                "“%(name)s” has been moved to %(date)s. If you can't come, please withdraw.",
                name=session.name,
                date=session._moment(session.start),
            ),
        )

    def _sweep_moved_up(self):
        if self.start <= fields.Datetime.now():
            return
        up = self.signup_ids.filtered(lambda signup: signup.told_waiting and signup.holds_place)
        up.write({"told_waiting": False})
        self._tell(
            up.employee_id,
            lambda session: session.env._(
                "You have moved up: a place is yours in “%(name)s” on %(date)s.",
                name=session.name,
                date=session._moment(session.start),
            ),
        )

    def _tell(self, employees, sentence):
        """Tell ``employees`` what ``sentence(session)`` says in their language."""
        self.env["leifeng.message"].tell(
            employees,
            lambda env: sentence(self.with_env(env)),
            url=f"/my/leifeng/sessions/{self.id}",
        )
