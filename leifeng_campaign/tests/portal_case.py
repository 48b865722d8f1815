from lxml import html

from odoo.http import Request
from odoo.tests import HttpCase

from .common import PASSWORD, LeifengSetup


class PortalCase(LeifengSetup, HttpCase):
    """Pages as the browser of a role gets them. Words are checked by what they are made of, not by
    their language: texts come translated."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]

    @classmethod
    def _account_without_employee(cls):
        portal = cls.env.ref("base.group_portal")
        values = {"name": "Guest", "login": "lf_guest", "password": PASSWORD}
        users = cls.env["res.users"].with_context(no_reset_password=True)
        return users.create({**values, "group_ids": [(6, 0, portal.ids)]})

    def _login(self, role):
        self.authenticate(f"lf_{role}", PASSWORD)

    def _page(self, path, status=200):
        """Open ``path`` and return the page as a tree."""
        return self._tree(self.url_open(path), status)

    def _post(self, path, status=200, **values):
        """Send a form with a valid token; return the page that comes of it as a tree."""
        token = Request.csrf_token(self)
        return self._tree(self.url_open(path, data={"csrf_token": token, **values}), status)

    def _tree(self, response, status):
        self.env.invalidate_all()
        self.assertEqual(response.status_code, status, response.text[:2000])
        self.answer = response
        return html.fromstring(response.text)

    def _has(self, tree, xpath):
        self.assertTrue(tree.xpath(xpath), f"{xpath} is missing")

    def _lacks(self, tree, xpath):
        self.assertFalse(tree.xpath(xpath), f"{xpath} is there")

    def _text(self, tree, xpath):
        """Return the text of the one element that ``xpath`` finds, spaces collapsed."""
        (element,) = tree.xpath(xpath)
        return " ".join(element.text_content().split())

    def _hrefs(self, tree, start):
        """Return the addresses linked in the page's body that begin with ``start``."""
        links = tree.xpath("//div[contains(@class, 'o_leifeng ')]//a/@href")
        return [link for link in links if link.startswith(start)]

    def _queries(self, path):
        """Return how many statements a second look at ``path`` costs."""
        self.url_open(path)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        self._page(path)
        return self.cr.sql_log_count - before
