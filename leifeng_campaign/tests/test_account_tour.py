from odoo.tests import HttpCase, tagged

from ..wizard import leifeng_account_open
from .common import LeifengSetup


@tagged("-at_install", "post_install")
class TestAccountTour(LeifengSetup, HttpCase):
    """The dialog as an officer uses it: choose, look, open, print."""

    def test_officer_opens_the_accounts_of_a_department(self):
        self._set_up_leifeng()
        # two calls of the browser, so that the second goes on where the first one ended
        self.patch(leifeng_account_open, "CHUNK", 1)
        people = self._employee("Anna", department=self.hotline, barcode="WX001")
        people |= self._employee("Bert", department=self.hotline, barcode="WX002")
        self._employee("Cora", department=self.hotline)

        self.start_tour(
            "/odoo/action-leifeng_campaign.leifeng_account_open_action",
            "leifeng_account_open",
            login="lf_officer",
        )

        self.assertEqual(people.user_id.mapped("login"), ["WX001", "WX002"])
        self.assertFalse(self.env["leifeng.account.open.line"].search([]))
