from odoo import api, models
from odoo.exceptions import UserError

from ..tools import chain
from .leifeng_award_notice import LIVE


class LeifengAwardNotice(models.Model):
    """Publishing a notice, ending its period, and renewing it."""

    _inherit = "leifeng.award.notice"

    # ACTIONS

    def action_publish(self):
        """Show the list to everyone from today on, for at least five workdays."""
        self.ensure_one()
        self.check_access("write")
        self._check_publish()
        # first: sealing waits for unfinished facts, and this act is going to add one
        code = self.env["leifeng.journal"]._head_code()
        first = self.company_id._leifeng_today()
        older = self._older()
        self._set_state(
            "published", date_start=first, date_stop=self._last_day(first), check_code=code
        )
        self._make_lines()
        self.award_ids.filtered(lambda award: award.state == "approved")._set_state("notice")
        older._set_state("replaced")
        self.env["leifeng.journal"].record("notice", self, self._fact())

    def action_end(self):
        """Say that the period is over; not before its last day is."""
        self.check_access("write")
        for notice in self:
            if notice._is_running():
                raise UserError(
                    self.env._(
                        "The period runs until the end of %(date)s.",
                        date=notice._day_text(notice.date_stop),
                    )
                )
        self._set_state("ended")

    def action_renew(self, reason):
        """Publish the list as it stands now in a new notice with a full period of its own.

        ``reason``: why, which stands on the new notice. Returns the new notice.
        """
        self.ensure_one()
        self.check_access("write")
        reason = (reason or "").strip()
        if not reason:
            raise UserError(self.env._("Please say why the notice is renewed."))
        if self.state not in LIVE:
            self._refuse_state("state", "replaced")
        renewed = self.copy({"replaces_id": self.id, "replace_reason": reason})
        renewed.action_publish()
        return renewed

    @api.model
    def _cron_end(self):
        """Close the periods that are over, each by the calendar of its own agency."""
        running = self.search([("state", "=", "published")])
        running.filtered(lambda notice: not notice._is_running())._set_state("ended")

    # BUSINESS

    def _check_publish(self):
        if self.state != "draft":
            self._refuse_state("state", "published")
        if not self.award_ids:
            raise UserError(self.env._("Please choose the awards that are put on public notice."))
        if not (self.office and self.office_phone):
            raise UserError(self.env._("Please say where to object: the office and its telephone."))
        for award in self.award_ids:
            self._check_award(award)

    def _check_award(self, award):
        """An award is put on notice once it is approved, or again when its notice is renewed."""
        if award.company_id != self.company_id:
            raise UserError(self.env._("All awards of a notice belong to one agency."))
        self._check_award_state(award)
        if not award._winners():
            raise UserError(self.env._("Nobody is on the list of “%(award)s”.", award=award.name))

    @api.model
    def _check_award_state(self, award):
        if award.state not in ("approved", "notice"):
            award._refuse_state("state", "notice")

    def _older(self):
        """Return the live notices of these awards that the new one makes void.

        One that covers other awards besides stands on for them.
        """
        live = self.award_ids._notices_by_lines().filtered(lambda notice: notice.state in LIVE)
        covers = set(self.award_ids.ids)
        return live.filtered(lambda notice: covers.issuperset(notice._awards_by_lines().ids))

    def _fact(self):
        """Return what the journal holds of a notice: figures, and a digest of the list."""
        salt = self.env["leifeng.journal"].salt()
        return {
            "awards": sorted(self.award_ids.ids),
            "count": len(self.line_ids),
            "first": str(self.date_start),
            "last": str(self.date_stop),
            "workdays": self.workdays,
            "salt": salt,
            "list": self._list_digest(salt),
            "replaces": self.replaces_id.id,
        }

    def _list_digest(self, salt):
        """Return the digest of the list as everyone read it."""
        # sudo: leifeng.award.notice.line - which entry a line is about
        lines = self.line_ids.sudo()
        return chain.digest(
            salt,
            *(
                [each.entry_id.id, each.award_name, each.tier_name, each.holder_name]
                for each in lines
            ),
        )
