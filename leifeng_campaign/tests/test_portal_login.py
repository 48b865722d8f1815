from odoo.tests import tagged

from .common import PASSWORD
from .portal_case import PortalCase


@tagged("post_install", "-at_install")
class TestPortalLogin(PortalCase):
    def test_after_the_login_one_is_where_the_link_meant(self):
        session = self._session()

        for path in (
            f"/my/leifeng/sessions/{session.id}",
            "/my/leifeng/sessions?free=1&kind=service",
        ):
            self.authenticate(None, None)
            self._landing(path)

    def _landing(self, path):
        """Follow ``path``, as on a code on a poster, to the login, and log in by its form."""
        tree = self._page(path)
        (form,) = tree.xpath("//form[contains(@class, 'oe_login_form')]")
        fields = {field.get("name"): field.get("value") for field in form.xpath(".//input[@name]")}
        fields |= {"login": "lf_employee", "password": PASSWORD}
        self._tree(self.url_open("/web/login", data=fields), 200)
        self.assertTrue(self.answer.url.endswith(path), self.answer.url)
