from datetime import timedelta

from odoo import api, models


class LeifengSession(models.Model):
    """When one signs up for a shift and withdraws from it, by the rule of its post."""

    _inherit = "leifeng.session"

    @api.depends("post_id", "start")
    def _compute_window(self):
        """Drafts follow their post; what was announced stands, and moves by ``action_move``."""
        for session in self:
            if session.post_id and session.start and session.state != "open":
                session.update(session._window_values())

    def _window_values(self):
        """Return opens, closes and withdraw_until; no number in the post means no moment."""
        post = self.post_id
        before = {
            "opens": timedelta(days=post.opens_days),
            "closes": timedelta(hours=post.closes_hours),
            "withdraw_until": timedelta(hours=post.withdraw_hours),
        }
        return {name: bool(ahead) and self.start - ahead for name, ahead in before.items()}
