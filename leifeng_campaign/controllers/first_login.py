from urllib.parse import urlencode

from odoo.exceptions import UserError
from odoo.http import request, route

from odoo.addons.portal.controllers.web import Home

from ..models.ir_http import CHOOSE
from ..models.res_users_account import MIN_PASSWORD
from .portal import text_of

HOME = "/my/leifeng"


class FirstLogin(Home):
    """After the login with a code from paper: a password of one's own."""

    def _login_redirect(self, uid, redirect=None):
        """Override: the page that was meant comes after the password; a second factor before."""
        url = super()._login_redirect(uid, redirect=redirect)
        # sudo: res.users - the own account, whose fields are nobody's to read
        user = request.env["res.users"].sudo().browse(uid)
        if request.session.uid and user.leifeng_first_code:
            return f"{CHOOSE}?{urlencode({'redirect': url})}"
        return url

    @route(CHOOSE, type="http", auth="user", website=True, sitemap=False)
    def leifeng_choose_password(self, **params):
        redirect = text_of(params, "redirect").replace("\n", "") or HOME
        # sudo: res.users - the own account, whose fields are nobody's to read
        if not request.env.user.sudo().leifeng_first_code:
            return request.redirect(redirect)
        error = ""
        if request.httprequest.method == "POST":
            error = self._leifeng_choose(text_of(params, "password"), text_of(params, "again"))
            if not error:
                return request.redirect(redirect)
        return self._leifeng_page(redirect, error)

    def _leifeng_choose(self, password, again):
        """Set the password and stay logged in; return why it can't be that one, or ''."""
        users = request.env["res.users"]
        try:
            with request.env.cr.savepoint():
                users.action_choose_password(password, again)
        except UserError as refusal:
            return str(refusal)
        # a session is bound to the password
        token = request.env.user._compute_session_token(request.session.sid)
        request.session.session_token = token
        return ""

    def _leifeng_page(self, redirect, error):
        response = request.render(
            "leifeng_campaign.portal_first_login",
            {
                "redirect": redirect,
                "error": error,
                "min_password": MIN_PASSWORD,
                "disable_database_manager": True,
            },
        )
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Frame-Options"] = "DENY"
        return response
