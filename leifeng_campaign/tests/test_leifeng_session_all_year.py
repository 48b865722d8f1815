from datetime import timedelta

from odoo.exceptions import UserError
from odoo.fields import Date

from .common import LeifengCase


class TestAllYear(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.post = cls.env["leifeng.service.post"].create(
            {"name": "Station", "location": "Lane 18", "all_year": True, "withdraw_hours": 0}
        )
        cls.me = cls.people["employee"]

    def _shift(self, **vals):
        return self._session(post_id=self.post.id, **vals)

    def _close(self):
        self.campaign.phase_ids.action_close()
        self.campaign.action_wrap_up()
        self.campaign.action_close()

    def test_an_all_year_post_takes_sign_ups_when_the_campaign_is_over(self):
        shift, other = self._shift(), self._session(hours_ahead=50)
        self.campaign.action_wrap_up()
        self.assertFalse(self._as("employee", shift).refusal)
        self.assertTrue(self._as("employee", other).refusal)
        self.campaign.action_close()

        self._as("employee", shift).action_sign_up()

        self.assertEqual(shift.signup_ids.employee_id, self.me)
        with self.assertRaises(UserError):
            self._as("employee", other).action_sign_up()

    def test_before_the_campaign_has_begun_nobody_signs_up(self):
        waiting = self._campaign(start=False, name="Next year")
        shift = self._shift(activity_id=waiting.plan_activity_ids[0].id)

        self.assertTrue(shift._refusal(self.me))

    def test_late_hours_move_no_closed_campaign_s_figures(self):
        shift = self._confirmed([self.me], post_id=self.post.id)
        times = (shift.start, shift.stop, 0)
        entries = self._as("leader", self.env["leifeng.service.entry"])
        before, after = self.people["colleague"], self.people["internal"]
        waiting = entries.ask(before.id, times, "Forgotten", session=shift)
        self._close()

        late = entries.ask(after.id, times, "Forgotten", session=shift)
        self._as("officer", waiting | late).action_record()

        self.assertEqual((waiting | late).mapped("state"), ["recorded", "recorded"])
        self.assertFalse((waiting | late).record_id.campaign_id)
        self.assertTrue(shift.record_ids.filtered(lambda each: each.employee_id == self.me))

    def test_a_closed_campaign_s_figures_stand_still(self):
        self._confirmed([self.me], post_id=self.post.id, leader_id=self.people["leader"].id)
        later = self._shift()
        self._close()
        campaign = self._as("officer", self.campaign)
        before = (campaign.session_count, campaign.signup_count, campaign.hours)

        self._line(later, [self.me])
        later.write(
            {"start": later.start - timedelta(days=10), "stop": later.stop - timedelta(days=10)}
        )
        later._sweep()
        later.signup_ids.attendance = "present"
        later.action_confirm()

        self.assertEqual(len(later.record_ids), 1)
        self.assertFalse(later.record_ids.campaign_id)
        self.assertTrue(later.off_campaign)
        campaign = self._as("officer", self.campaign)
        self.assertEqual((campaign.session_count, campaign.signup_count, campaign.hours), before)
        own = self._as("employee", self.env["leifeng.service.record"]).search([])
        self.assertEqual(len(own), 2, "the hours are the volunteer's all the same")

    def test_a_shift_outside_the_campaign_s_dates_counts_in_none(self):
        inside = self._shift()
        self.campaign.date_stop = Date.today() + timedelta(days=5)
        outside = self._shift(hours_ahead=24 * 9)
        plain = self._session(hours_ahead=24 * 9 + 5)

        self.assertEqual((inside | outside | plain).mapped("off_campaign"), [False, True, False])
        self.assertEqual(plain._record_campaign(), self.campaign)
        self.assertFalse(outside._record_campaign())
        self.campaign.date_stop = Date.today() + timedelta(days=20)
        self.assertFalse(outside.off_campaign)
