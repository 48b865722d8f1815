from odoo import api, models
from odoo.exceptions import UserError


class LeifengSession(models.Model):
    """What may still change in a session that people know of.

    The acts of this model write as superuser and pass; these rules are for whoever writes fields.
    """

    _inherit = "leifeng.session"

    def write(self, vals):
        if self.env.su:
            return super().write(vals)
        self._check_not_over(vals)
        moves = {"start", "stop"} & vals.keys()
        if moves:
            self._check_can_move(vals)
        done = super().write(vals)
        self._check_still_publishable()
        if moves or "capacity" in vals:
            self._request_sweep()
        return done

    @api.ondelete(at_uninstall=False)
    def _unlink_except_published(self):
        if any(session.state != "draft" for session in self):
            raise UserError(
                self.env._("Somebody is in line already. Please cancel the session instead.")
            )

    def _check_not_over(self, vals):
        """A session that is over stands; materials may still be added."""
        if not vals.keys() - {"material_ids", "links", "message_follower_ids", "activity_ids"}:
            return
        states = set(self.mapped("state"))
        if "done" in states:
            raise UserError(
                self.env._("This sheet is confirmed. Please correct the service record instead.")
            )
        if "cancelled" in states:
            raise UserError(self.env._("This session has been cancelled."))

    def _check_can_move(self, vals):
        for session in self.filtered(lambda each: each.state == "open"):
            times = {"start": session.start, "stop": session.stop}
            times.update({name: vals[name] for name in times if name in vals})
            session._check_nobody_collides(**times)

    def _check_still_publishable(self):
        for session in self:
            if session.state == "open" and (reason := session._publish_refusal()):
                raise UserError(
                    self.env._("“%(name)s”: %(reason)s", name=session.name, reason=reason)
                )
