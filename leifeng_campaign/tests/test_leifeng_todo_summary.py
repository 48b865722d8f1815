from datetime import timedelta

from .common import LeifengCase


class TestTodoSummary(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.today = cls.company._leifeng_today()
        cls.campaign.summary_due = cls.today + timedelta(days=14)

    def _todos(self, role):
        domain = [
            ("campaign_id", "=", self.campaign.id),
            ("is_mine", "=", True),
            ("kind", "like", "summary"),
        ]
        return self._as(role, self.env["leifeng.todo"]).search(domain)

    def _kinds(self, role):
        return self._todos(role).mapped("kind")

    def test_a_summary_waits_for_whose_turn_it_is(self):
        self.part.head_id = self.people["internal"]
        self.assertEqual(self._kinds("coordinator"), ["summary_draft"])
        self.part.summary_problems = "Rain"
        self.part.action_send_summary()
        self.assertEqual(self._kinds("coordinator"), [])
        self.assertEqual(self._kinds("internal"), ["summary_head"])
        self.part.action_agree_summary()
        self.assertEqual(self._kinds("internal"), [])
        self.assertEqual(self._kinds("officer"), ["summary_submitted"])
        self.part.action_return_summary("More")
        self.assertEqual(self._kinds("coordinator"), ["summary_draft"])
        self.part.action_send_summary()
        self.part.action_agree_summary()
        self.part.action_pass_summary()
        for role in ("coordinator", "internal", "officer"):
            self.assertEqual(self._kinds(role), [])

    def test_nobody_is_asked_before_it_is_time(self):
        self.campaign.summary_due = self.today + timedelta(days=15)
        self.assertEqual(self._kinds("coordinator"), [])

        self.campaign.action_wrap_up()

        self.assertEqual(self._kinds("coordinator"), ["summary_draft"])

    def test_it_is_late_after_its_day(self):
        for days, late in ((0, False), (-1, True)):
            self.campaign.summary_due = self.today + timedelta(days=days)
            self.assertIs(self._todos("coordinator").is_late, late)

    def test_it_opens_as_a_summary(self):
        action = self._todos("coordinator").action_open()
        view = self.env.ref("leifeng_campaign.leifeng_campaign_department_view_form_summary")

        self.assertEqual((action["res_id"], action["views"]), (self.part.id, [(view.id, "form")]))
