from odoo.tests import tagged

from .portal_case import PortalCase


@tagged("post_install", "-at_install")
class TestPortalTour(PortalCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_signing_up_and_withdrawing_on_a_phone(self):
        session = self._session(name="Crossing", capacity=1)

        self.start_tour("/my", "leifeng_portal_sign_up", login="lf_employee")

        signup = session.signup_ids
        self.assertEqual((signup.employee_id, signup.live), (self.me, False))

    def test_making_copying_and_ending_the_calendar_s_link(self):
        self.start_tour("/my/leifeng/signups", "leifeng_portal_calendar", login="lf_employee")

        self.assertFalse(self.users["employee"].sudo().leifeng_calendar_token)
