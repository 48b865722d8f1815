"""What the public pages share: no robot keeps them, and tries are counted."""

import time

from odoo.http import request

MINUTES = 10  # in which tries are counted
TRAP = "website"  # a field that people don't see and robots fill in


class PublicPage:
    """Mixin of controllers; not a controller itself, or all of them would become one."""

    def _render(self, template, status=200, **values):
        """Render a page that no robot keeps and that hands its address to nobody."""
        response = request.render(f"leifeng_campaign.{template}", values, status=status)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
        return response

    def _within(self, by_address, by_key, key):
        """Count a try; tell whether both limits allow it. An address that is stopped counts for no
        further key, or it could push out what is known of others."""
        now = time.monotonic()
        address = request.httprequest.remote_addr
        return by_address.allows(address, now) and by_key.allows(key, now)

    def _is_robot(self, params):
        return bool(params.get(TRAP))
