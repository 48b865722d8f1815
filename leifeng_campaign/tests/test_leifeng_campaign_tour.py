from odoo.tests import HttpCase, tagged

from .common import LeifengSetup


@tagged("post_install", "-at_install")
class TestCampaignTour(LeifengSetup, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_leifeng()

    def test_the_office_opens_and_starts_a_campaign(self):
        campaign = self._campaign(start=False, name="Next Year's Campaign")
        action = self.env.ref("leifeng_campaign.leifeng_campaign_action")

        self.start_tour(f"/odoo/{action.path}", "leifeng_campaign_start", login="lf_officer")

        self.assertEqual(campaign.state, "running")
        departments = self.env["hr.department"].search([("company_id", "=", self.company.id)])
        self.assertEqual(campaign.department_ids.department_id, departments)
