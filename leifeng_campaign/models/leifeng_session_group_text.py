from odoo import models

from ..tools import moments

OCCASIONS = [
    ("announced", "Announcement"),
    ("shortage", "Places Still Free"),
    ("change", "Cancelled or Moved"),
    ("thanks", "Thanks After the Day"),
]


class LeifengSession(models.Model):
    """What an officer pastes into the group chat: with a link, without names."""

    _inherit = "leifeng.session"

    def _group_occasion(self):
        """Return the occasion on which these sessions are most likely written about."""
        if len(self) > 1:
            return "shortage"
        if self.state == "cancelled":
            return "change"
        over = self.state == "done" or self.badge in ("under_way", "to_confirm")
        return "thanks" if over else "announced"

    def _group_text(self, occasion="announced", reason=""):
        """Return one text about all of ``self``; ``reason`` is that of a change."""
        if occasion == "shortage":
            return self._group_shortage()
        if occasion == "change":
            texts = [session._group_change(reason) for session in self]
        elif occasion == "thanks":
            texts = [session._group_thanks() for session in self]
        else:
            texts = [session._group_announcement() for session in self]
        return "\n\n".join(texts)

    def _group_url(self, occasion="announced"):
        """Return the address of the portal's page that the text is about."""
        base = f"{self[:1].get_base_url()}/my/leifeng"
        if occasion == "thanks":
            return f"{base}/records"
        if len(self) == 1 and self.state != "cancelled":
            return self._portal_url()
        return f"{base}/sessions" + ("?free=1" if occasion == "shortage" else "")

    # TEXTS

    def _group_announcement(self):
        return self.env._(
            "%(name)s\nTime: %(time)s\nPlace: %(location)s\nNumber of places: %(capacity)s\n"
            "Sign up here: %(url)s",
            name=self.name,
            time=self._span_text(),
            location=self.location or "",
            capacity=self.capacity,
            url=self._portal_url(),
        )

    def _group_shortage(self):
        """Return which of ``self`` still have places, by time, in one text."""
        free = self.filtered(lambda session: session.badge == "free").sorted("start")
        if not free:
            return self.env._("All places are taken. Thank you!")
        lines = [
            self.env._(
                "%(time)s %(name)s: %(count)s places free",
                time=session._span_text(),
                name=session.name,
                count=session.free_count,
            )
            for session in free
        ]
        url = self._group_url("shortage")
        return "\n".join(
            [
                self.env._("Places are still free:"),
                *lines,
                self.env._("Sign up here: %(url)s", url=url),
            ]
        )

    def _group_change(self, reason):
        text = self._group_cancelled() if self.state == "cancelled" else self._group_moved()
        reason = (reason or self.cancel_reason or "").strip()
        if not reason:
            return text
        why = self.env._("Reason: %(reason)s", reason=reason)
        first, *others = text.split("\n")
        return "\n".join([first, why, *others])

    def _group_cancelled(self):
        return self.env._(
            "“%(name)s” on %(date)s has been cancelled.\n"
            "Whoever had signed up need not do anything. Other sessions: %(url)s",
            name=self.name,
            date=self._span_text(),
            url=self._group_url("change"),
        )

    def _group_moved(self):
        return self.env._(
            "“%(name)s” has changed.\nTime now: %(time)s\nPlace: %(location)s\n"
            "Whoever can't come then may withdraw here: %(url)s",
            name=self.name,
            time=self._span_text(),
            location=self.location or "",
            url=self._portal_url(),
        )

    def _group_thanks(self):
        lines = [
            self.env._(
                "Thank you to everyone who took part in “%(name)s” on %(date)s!",
                name=self.name,
                date=self._span_text(),
            ),
            *self._group_results(),
        ]
        if self._is_service():
            url = self._group_url("thanks")
            lines.append(self.env._("Your service record: %(url)s", url=url))
        return "\n".join(lines)

    def _group_results(self):
        """Return the results of the day as lines; what is 0 or empty is left out."""
        values = [(self.env._("People who took part"), self._present_count())]
        values += [
            (self._fields[name]._description_string(self.env), self[name])
            for name in ("people_served", "materials_handed_out", "goods_given")
        ]
        values.append((self.extra_unit, self.extra_quantity and f"{self.extra_quantity:g}"))
        return [
            self.env._("%(label)s: %(value)s", label=label, value=value)
            for label, value in values
            if label and value
        ]

    def _present_count(self):
        # sudo: leifeng.session.signup - how many came is told to all, who they are isn't
        lines = self.env["leifeng.session.signup"].sudo()
        return lines.search_count(
            [("session_id", "=", self.id), ("attendance", "=", "present"), ("live", "=", True)]
        )

    def _span_text(self):
        """Return 'day from–to' in the agency's time zone."""
        return moments.span_text(self.env, self.start, self.stop, self._tz())
