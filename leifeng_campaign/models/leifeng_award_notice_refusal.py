from odoo import models

from .leifeng_award_notice import LIVE
from .leifeng_award_objection import OPEN


class LeifengAward(models.Model):
    """20: nothing is granted before the period is over, while an objection is open, or by another
    list than the one that everybody could read."""

    _inherit = "leifeng.award"

    def _notice_refusal(self):
        """Return why the honors of this award can't be granted yet, "" when they can be."""
        self.ensure_one()
        notices = self._notices_by_lines()
        notice = notices.filtered(lambda each: each.state in LIVE)[:1]
        if not notice:
            return self.env._("“%(award)s” has not been on public notice yet.", award=self.name)
        if notice._is_running():
            return self.env._(
                "The public notice of “%(award)s” runs until the end of %(date)s.",
                award=self.name,
                date=notice._day_text(notice.date_stop),
            )
        if notices._has_open_objection():
            return self.env._("An objection to “%(award)s” is still open.", award=self.name)
        if self._listed(notice) != self._to_be_listed():
            return self.env._(
                "The list of “%(award)s” has changed since it was published. "
                "Please renew the public notice.",
                award=self.name,
            )
        return ""

    def _notices_by_lines(self):
        """Return the notices on which these awards stand, the newest first.

        By their lines, which nobody can change.
        """
        # sudo: leifeng.award.notice.line - which entry a line is about
        lines = self.env["leifeng.award.notice.line"].sudo()
        found = lines.search([("entry_id.award_id", "in", self.ids)])
        return found.notice_id.sudo(False).sorted("id", reverse=True)

    def _listed(self, notice):
        """Return {(entry id, tier)} of this award as ``notice`` says."""
        # sudo: leifeng.award.notice.line - which entry a line is about
        lines = notice.sudo().line_ids.filtered(lambda line: line.entry_id.award_id == self)
        return {(line.entry_id.id, line.tier_name) for line in lines}

    def _to_be_listed(self):
        return {(result.entry_id.id, result.tier_id.name) for result in self._winners()}


class LeifengAwardNotice(models.Model):
    _inherit = "leifeng.award.notice"

    def _has_open_objection(self):
        # sudo: leifeng.award.objection - that there is one, to whoever grants honors
        objections = self.env["leifeng.award.objection"].sudo()
        return bool(
            objections.search_count([("notice_id", "in", self.ids), ("state", "in", OPEN)], limit=1)
        )
