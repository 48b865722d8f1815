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
        """Bring every line into agreement with its session, one change per transaction."""
        cron = self.env["ir.cron"]
        changes = self._sessions_to_sweep()._by_change()
        cron._commit_progress(remaining=len(changes))
        for sessions in changes:
            sessions._sweep()
            cron._commit_progress(1)

    def _by_change(self):
        """Return these sessions by the act that changed them: who is in two of them hears once."""
        return list(self.grouped(lambda session: session.change_ref or session.id).values())

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
        # Somebody joined while it was taken off the page: it stays published.
        self.filtered(lambda session: session.state == "draft")._set_state("open")
        cancelled = self.filtered(lambda session: session.state == "cancelled")
        cancelled._sweep_cancelled()
        (self - cancelled)._sweep_moved()
        for session in self - cancelled:
            session._sweep_moved_up()

    def _sweep_cancelled(self):
        line = self.signup_ids.filtered("live")
        line._leave()
        for sessions, people in self._told_together(line).items():
            offers = bool(sessions[:1]._other_places())
            sessions[:1]._tell(
                people,
                lambda first, told=sessions, offers=offers: told.with_env(
                    first.env
                )._cancelled_text(offers),
            )

    def _sweep_moved(self):
        """Carry the lines to the new times and ask everyone again; nobody loses a place by it.

        Somebody who joined another line in between can't be in two places.
        """
        moved = self.signup_ids.filtered(
            lambda signup: (
                signup.live
                and (signup.start, signup.stop) != (signup.session_id.start, signup.session_id.stop)
            )
        )
        times = {session: (session.start, session.stop) for session in moved.session_id}
        left = moved & self._would_collide_at(times)
        kept = moved - left
        kept._copy_times()
        kept._ask_again()
        left._leave()
        self._tell_moved(kept, lambda sessions: sessions._moved_text())
        self._tell_moved(left, lambda sessions: sessions._moved_away_text())

    def _tell_moved(self, line, words):
        for sessions, people in self._told_together(line).items():
            sessions[:1]._tell(people, lambda first, told=sessions: words(told.with_env(first.env)))

    @api.model
    def _told_together(self, line):
        """Return {sessions: people} of those in ``line`` who are told of the same sessions."""
        told = {}
        for person, signups in line.grouped("employee_id").items():
            sessions = signups.session_id.sorted("start")
            told[sessions] = told.get(sessions, person.browse()) | person
        return told

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
