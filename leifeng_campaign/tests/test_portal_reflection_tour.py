from odoo.tests import tagged

from .portal_case import PortalCase


@tagged("post_install", "-at_install")
class TestReflectionTour(PortalCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_writing_on_a_phone(self):
        self.start_tour("/my/leifeng/reflections", "leifeng_portal_reflection", login="lf_employee")

        story = self.env["leifeng.story"].search([("author_id", "=", self.me.id)])
        self.assertEqual((story.name, story.state), ("What I Took Home", "draft"))
