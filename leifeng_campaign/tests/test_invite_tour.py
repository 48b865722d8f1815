from odoo.tests import tagged

from .portal_case import PortalCase


@tagged("post_install", "-at_install")
class TestInviteTour(PortalCase):
    def test_the_office_invites_and_lowers_the_places(self):
        shift = self._session()
        self._line(shift, self._employees(2))

        self.start_tour(
            f"/odoo/leifeng-shifts/{shift.id}", "leifeng_session_invite", login="lf_officer"
        )

        self.assertEqual(shift.offer_ids.employee_id, self.me)
        self.assertEqual((shift.capacity, shift.waiting_count), (1, 1))


@tagged("post_install", "-at_install")
class TestPortalInviteTour(PortalCase):
    browser_size = "390x844"
    touch_enabled = True

    def test_a_head_invites_on_a_phone(self):
        shift = self._session()

        self.start_tour(
            f"/my/leifeng/sessions/{shift.id}/invite", "leifeng_portal_invite", login="lf_head"
        )

        self.assertEqual(shift.offer_ids.employee_id, self.me | self.colleague)
