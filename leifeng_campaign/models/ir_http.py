import json
from urllib.parse import urlencode

from werkzeug.exceptions import abort

from odoo import models
from odoo.http import request

from odoo.addons.base.models.ir_http import SignedIntConverter

from ..tools.essay_text import patterns

CHOOSE = "/my/leifeng/password"


class Number(SignedIntConverter):
    """A number in an address, of so many digits as Python reads; a longer one is no page."""

    regex = r"-?\d{1,1000}"


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _get_converters(cls):
        """Override: Odoo fails at numbers of more than 4300 digits, which Python refuses."""
        return {**super()._get_converters(), "int": Number}

    def session_info(self):
        """Override: texts are counted in the browser as they are on the server."""
        return {**super().session_info(), "leifeng_count_rules": json.dumps(patterns())}

    @classmethod
    def _pre_dispatch(cls, rule, args):
        """Override: whoever logged in with a first code chooses a password before anything else in
        the portal, and then reaches the page that was meant."""
        result = super()._pre_dispatch(rule, args)
        if cls._leifeng_must_choose(rule):
            abort(request.redirect(f"{CHOOSE}?{urlencode({'redirect': cls._leifeng_meant()})}"))
        return result

    @classmethod
    def _leifeng_must_choose(cls, rule):
        page = rule.endpoint.routing["type"] == "http" and rule.rule.startswith("/my")
        if not page or rule.rule == CHOOSE or not request.session.uid:
            return False
        # sudo: res.users - the visitor's own account, whose fields are nobody's to read
        return request.env.user.sudo().leifeng_first_code

    @classmethod
    def _leifeng_meant(cls):
        """Return the page that was asked for; an act that was tried leads to the overview."""
        asked = request.httprequest
        return asked.full_path.rstrip("?") if asked.method == "GET" else "/my/leifeng"
