from odoo import models


class LeifengSession(models.Model):
    """What people in line read when their sessions are cancelled or moved, in one message each."""

    _inherit = "leifeng.session"

    def _cancelled_text(self, offers):
        """Return why these sessions are cancelled; ``offers``: whether the page has others."""
        text = (
            self._one_cancelled_text()
            if len(self) == 1
            else self.env._(
                "Cancelled: %(reason)s\n%(sessions)s",
                reason=self[0].cancel_reason,
                sessions=self._lines_text(),
            )
        )
        others = self.env._("Other shifts with free places are on the page behind the link.")
        return f"{text}\n{others}" if offers else text

    def _one_cancelled_text(self):
        return self.env._(
            "“%(name)s” on %(date)s has been cancelled: %(reason)s",
            name=self.name,
            date=self._moment(self.start),
            reason=self.cancel_reason,
        )

    def _moved_text(self):
        if len(self) == 1:
            return self.env._(
                "“%(name)s” has been moved to %(date)s. Please say whether you take part; until "
                "then your place stays yours.",
                name=self.name,
                date=self._moment(self.start),
            )
        return self.env._(
            "Moved:\n%(sessions)s\nPlease say for each whether you take part; until then your "
            "places stay yours.",
            sessions=self._lines_text(),
        )

    def _moved_away_text(self):
        return self.env._(
            "Moved to a time at which you are in another line, so that you are no longer in this "
            "one:\n%(sessions)s",
            sessions=self._lines_text(),
        )

    def _lines_text(self):
        """Return name and beginning of each of these sessions, one a line."""
        return "\n".join(
            self.env._(
                "“%(name)s” on %(date)s", name=session.name, date=session._moment(session.start)
            )
            for session in self
        )
