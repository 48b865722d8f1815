from uuid import uuid4

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_list

# What volunteers must be told before they sign up (志愿服务条例 art. 12; practice point 8).
CALL_FIELDS = ("location", "risks", "contact", "contact_phone")


class LeifengSession(models.Model):
    """Publishing, cancelling, and the sweep that carries a change to everyone in line."""

    _inherit = "leifeng.session"

    publish_refusal = fields.Char(
        string="Why It Can't Be Published", compute="_compute_publish_refusal"
    )

    @api.depends(
        *("state", "kind", "capacity", *CALL_FIELDS),
        *("dangerous", "insured", "briefed", "safety_reason"),
    )
    def _compute_publish_refusal(self):
        for session in self:
            session.publish_refusal = session.state == "draft" and session._publish_refusal()

    # ACTIONS

    def action_publish(self):
        for session in self:
            if reason := session._publish_refusal():
                raise UserError(
                    self.env._("“%(name)s”: %(reason)s", name=session.name, reason=reason)
                )
        self._set_state("open")

    def action_unpublish(self):
        if any(session.live_count for session in self):
            raise UserError(
                self.env._("Somebody is in line already. Please cancel the session instead.")
            )
        self._set_state("draft")
        self._request_sweep()

    def action_cancel(self, reason):
        """Cancel with a reason; whoever is in line is taken out and told by the sweep."""
        if not (reason or "").strip():
            raise UserError(self.env._("Please say why; everyone in line will read it."))
        self._set_state("cancelled", cancel_reason=reason.strip(), change_ref=uuid4().hex)
        self._request_sweep()

    def action_move(self, start, stop):
        """Move to other times; refused while people in line would collide with another session.

        The ends of sign-up and withdrawal move along; when sign-up opens stays as announced.
        """
        self.ensure_one()
        start, stop = map(fields.Datetime.to_datetime, (start, stop))
        if self.state not in ("draft", "open"):
            raise UserError(self.env._("Only sessions to come can be moved."))
        if stop <= start:
            raise UserError(self.env._("A session must end after it begins."))
        self._check_nobody_collides(start, stop)
        moved = self._ends_after(start)
        self.write({"start": start, "stop": stop, "change_ref": uuid4().hex, **moved})
        self._request_sweep()

    # BUSINESS

    def _publish_refusal(self):
        """Return what is missing before employees may see this session, or False."""
        missing = [
            self._fields[name]._description_string(self.env)
            for name in self._call_fields()
            if not self[name]
        ]
        if missing:
            names = format_list(self.env, missing)
            return self.env._("Please fill in first: %(fields)s.", fields=names)
        if self.dangerous and not (self.insured and self.briefed) and not self.safety_reason:
            return self.env._(
                "A dangerous post needs insurance and briefing ticked, or a reason why not."
            )
        return False

    def _call_fields(self):
        """Override to ask for more before publishing."""
        return ("capacity", *CALL_FIELDS) if self._is_service() else ("capacity", "location")

    def _portal_url(self):
        """Return the address of the session's page in the portal, for links and QR codes."""
        return f"{self.get_base_url()}/my/leifeng/sessions/{self.id}"

    def _would_collide(self, start, stop):
        """Return the people in line here who are in another line between ``start`` and ``stop``."""
        return self._would_collide_at({self: (start, stop)})

    def _check_nobody_collides(self, start, stop):
        self._refuse_collisions(self._would_collide(start, stop))

    def _request_sweep(self):
        # sudo: ir.cron - whoever changes a line may ask for the sweep
        self.env.ref("leifeng_campaign.ir_cron_sweep").sudo()._trigger()
