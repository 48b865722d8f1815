from odoo.tests import tagged

from .essay_case import EssayPortalCase


@tagged("post_install", "-at_install")
class TestEssayTour(EssayPortalCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_writing_on_a_phone(self):
        self.start_tour("/my/leifeng/essays", "leifeng_portal_essay", login="lf_employee")

        essay = self.env["leifeng.award.entry"].search([("award_id", "=", self.contest.id)])
        self.assertEqual((essay.state, essay.title), ("submitted", "A Morning"))
        self.assertIn("don’t", essay.body)
        self.assertTrue(essay.consent_named)
        self.assertGreater(essay.version, 2, "it was saved while it was written")
