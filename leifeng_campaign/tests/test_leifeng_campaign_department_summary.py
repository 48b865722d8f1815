from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from .department_case import DepartmentCase

WORDS = "Colleagues are asked one by one, nobody is sent."


class TestDepartmentSummary(DepartmentCase):
    def _written(self):
        self._as("coordinator", self.part).write({"summary_practices": WORDS})

    def _sent(self):
        self._written()
        self._as("coordinator", self.part).action_send_summary()

    def _submitted(self):
        self._sent()
        self._as("head", self.part).action_agree_summary()

    def test_the_way_through_head_and_office(self):
        self._sent()
        self.assertEqual(self.part.summary_state, "head")
        self._as("head", self.part).action_agree_summary()
        self.assertEqual(self.part.summary_state, "submitted")
        self.assertEqual(self.part.summary_submitted_on, self.company._leifeng_today())

        self._as("officer", self.part).action_pass_summary()

        self.assertEqual(self.part.summary_state, "approved")
        self.assertEqual(self.part.state, "draft", "the plan goes its own way")

    def test_an_empty_summary_isn_t_sent(self):
        self.part.summary_facts = "Twelve people."
        with self.assertRaisesRegex(UserError, "write the summary"):
            self._as("coordinator", self.part).action_send_summary()

    def test_a_text_that_is_too_long_is_kept_but_not_sent(self):
        self.company.leifeng_summary_limit = 10
        mine = self._as("coordinator", self.part)
        mine.write({"summary_facts": "五人参加", "summary_problems": "人手偏紧，雨"})
        self.assertEqual(mine.summary_length, 10)
        mine.write({"summary_results": "好"})

        with self.assertRaisesRegex(UserError, "has 11 characters, at most 10"):
            mine.action_send_summary()
        self.company.leifeng_summary_limit = 0
        mine.action_send_summary()
        self.company.leifeng_summary_limit = 10
        with self.assertRaisesRegex(UserError, "has 11 characters"):
            self._as("head", self.part).action_agree_summary()

    def test_whoever_has_the_summary_returns_it_with_a_remark(self):
        for role, reach in (("head", self._sent), ("officer", self._submitted)):
            reach()
            self._as(role, self.part).action_return_summary(f" {role}: what came of it? ")

            self.assertEqual(self.part.summary_state, "returned")
            self.assertEqual(self.part.summary_remark, f"{role}: what came of it?")
            self.assertFalse(self.part.summary_submitted_on)

        self._as("coordinator", self.part).action_send_summary()
        self._as("head", self.part).action_agree_summary()
        self.assertFalse(self.part.summary_remark)
        with self.assertRaisesRegex(UserError, "say what"):
            self._as("officer", self.part).action_return_summary("  ")

    def test_the_sender_takes_it_back(self):
        self._submitted()
        self.assertFalse(self._as("coordinator", self.part).may_take_back_summary)
        self.assertTrue(self._as("head", self.part).may_take_back_summary)
        self._as("head", self.part).action_take_back_summary()
        self.assertEqual(self.part.summary_state, "head")
        self.assertFalse(self.part.summary_submitted_on, "it isn't received any more")
        self._as("coordinator", self.part).action_take_back_summary()
        self.assertEqual(self.part.summary_state, "draft")

        self._submitted()
        self._as("officer", self.part).action_pass_summary()
        self._check_nothing_to_take_back("action_take_back_summary")

    def test_nobody_acts_out_of_turn(self):
        self._sent()

        self._check_out_of_turn(
            ("coordinator", "action_agree_summary"),
            ("coordinator", "action_pass_summary"),
            ("head", "action_pass_summary"),
            ("head", "action_send_summary"),
            ("head", "action_take_back_summary"),
            ("other", "action_agree_summary"),
            ("colleague", "action_agree_summary"),
            ("internal", "action_agree_summary"),
            ("supervisor", "action_pass_summary"),
            ("hr", "action_pass_summary"),
            ("employee", "action_send_summary"),
        )

    def test_whose_turn_it_is_writes(self):
        text = {"summary_results": "Changed"}

        def writers():
            found = []
            for role in (*self.users,):
                try:
                    with self.env.cr.savepoint():
                        self._as(role, self.part).write(text)
                    found.append(role)
                except UserError:
                    continue
            return found

        office = ["officer", "manager"]
        self._written()
        self.assertEqual(writers(), [*office, "coordinator"])
        self._as("coordinator", self.part).action_send_summary()
        self.assertEqual(writers(), office, "the head has no backend and acts through the portal")
        self._as("head", self.part).action_agree_summary()
        self.assertEqual(writers(), office)
        self._as("officer", self.part).action_pass_summary()
        self.assertEqual(writers(), [], "what was passed stands still")

    def test_a_head_with_a_backend_writes_while_it_is_there(self):
        self.part.head_id = self.people["internal"]
        text = {"summary_results": "Changed by the head"}
        with self.assertRaises(AccessError):
            self._as("internal", self.part).write(text)
        self._sent()

        self._as("internal", self.part).write(text)

        self.assertEqual(self.part.summary_results, "Changed by the head")
        with self.assertRaises(AccessError):
            self._as("internal", self.part).write({"line_ids": [Command.create({"name": "Mine"})]})

    def test_one_paper_s_turn_doesn_t_open_the_other(self):
        add = {"line_ids": [Command.create({"name": "Sweep"})]}
        self._sent()
        mine = self._as("coordinator", self.part)
        with self.assertRaises(AccessError):
            mine.write({"summary_results": "Late"})
        mine.write(add)
        mine.action_send_to_head()
        self._as("head", self.part).action_return_summary("Once more")

        mine = self._as("coordinator", self.part)
        mine.write({"summary_results": "In time"})
        for vals in (add, {**add, "summary_results": "Both"}, {"summary_remark": "Fine"}):
            with self.assertRaises(AccessError, msg=vals):
                self._as("coordinator", self.part).write(vals)
        with self.assertRaises(AccessError):
            self._as("coordinator", self.part.line_ids).write({"name": "Changed"})
        with self.assertRaises(UserError):
            self._as("coordinator", self.part).write({"summary_state": "approved"})
        with self.assertRaises(AccessError):
            self._as("coordinator", self.part).write({"summary_submitted_on": "2026-03-05"})

    def test_my_turn_is_searchable(self):
        def turns(role):
            model = self._as(role, self.env["leifeng.campaign.department"])
            return model.search([("is_my_summary_turn", "=", True)])

        self.assertEqual(turns("coordinator"), self.part)
        self._sent()
        self.assertEqual(turns("head"), self.part)
        self.assertFalse(turns("coordinator"))
        self._as("head", self.part).action_agree_summary()
        self.assertEqual(turns("officer"), self.part)
        self.assertFalse(turns("supervisor"))

    def test_a_summary_that_comes_again_came_on_its_later_day(self):
        today = self.company._leifeng_today()
        self._submitted()
        self.assertTrue(self.part._summary_on_time())
        self._as("officer", self.part).action_return_summary("Too short")
        self.campaign.summary_due = today - timedelta(days=1)
        self.assertFalse(self.part._summary_on_time())
        self._as("coordinator", self.part).action_send_summary()
        self._as("head", self.part).action_agree_summary()

        self.assertFalse(self.part._summary_on_time())
