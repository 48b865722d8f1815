from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError


class LeifengSession(models.Model):
    """A conference with its agenda."""

    _inherit = "leifeng.session"

    agenda_ids = fields.One2many("leifeng.session.agenda", "session_id", copy=False)
    agenda_stop = fields.Datetime(string="Agenda Ends", compute="_compute_agenda_stop")
    agenda_warning = fields.Char(compute="_compute_agenda_stop", export_string_translation=False)

    def _set_agenda_times(self):
        """Set when each item begins, from the session's start and the minutes before it."""
        moment = self.start
        last = float("inf")  # a line that isn't saved yet stands behind those of its number
        for item in self.agenda_ids.sorted(lambda each: (each.sequence, each._origin.id or last)):
            item.start = moment
            item.clock = moment and self._clock(moment)
            moment = moment and moment + timedelta(minutes=item.minutes)

    @api.depends("start", "stop", "agenda_ids.minutes")
    def _compute_agenda_stop(self):
        for session in self:
            minutes = sum(session.agenda_ids.mapped("minutes"))
            stop = session.start and session.start + timedelta(minutes=minutes)
            session.agenda_stop = stop
            session.agenda_warning = session._agenda_warning(stop)

    def _agenda_warning(self, stop):
        if not stop or not self.stop or stop <= self.stop:
            return False
        return self.env._(
            "The agenda takes %(minutes)s minutes more than the conference has.",
            minutes=int((stop - self.stop).total_seconds() // 60),
        )

    def _check_is_conference(self):
        self.ensure_one()
        self.check_access("write")
        if self.kind != "ceremony":
            raise UserError(self.env._("Only a conference has an agenda."))

    @api.model
    def action_open_conference(self):
        """Open the conference of the latest campaign that isn't closed; a list where there are
        several or none."""
        action = self.env["ir.actions.actions"]._for_xml_id(
            "leifeng_campaign.leifeng_session_action_conference"
        )
        current = [("kind", "=", "ceremony"), ("campaign_id.state", "in", ("running", "closing"))]
        found = self.search([*current, ("state", "!=", "cancelled")], limit=2)
        if len(found) != 1:
            return action
        return {**action, "res_id": found.id, "views": [(False, "form")], "view_mode": "form"}
