from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form

from .department_case import DepartmentCase


class TestDepartmentPlan(DepartmentCase):
    def _write_line(self, role="coordinator", name="Sweep the square"):
        with Form(self._as(role, self.part)) as page, page.line_ids.new() as line:
            line.name = name
            line.people = "Five of us"
            line.activity_id = self.service

    def _sent(self):
        self._write_line()
        self._as("coordinator", self.part).action_send_to_head()

    def _submitted(self):
        self._sent()
        self._as("head", self.part).action_agree()

    def test_the_coordinator_writes_and_sends_the_plan(self):
        self._write_line()
        self._as("coordinator", self.part).action_send_to_head()

        taken = ["Community", "Lecture"]
        self.assertEqual(self.part.line_ids.mapped("what"), [*taken, "Sweep the square"])
        self.assertEqual(self.part.state, "head")

    def test_an_empty_plan_isn_t_sent(self):
        for line in self.part.line_ids:
            self._as("coordinator", self.part).action_drop_line(line.id)
        with self.assertRaisesRegex(UserError, "at least one line"):
            self._as("coordinator", self.part).action_send_to_head()

    def test_the_way_through_head_and_office(self):
        self._submitted()
        self.assertEqual(self.part.state, "submitted")

        self._as("officer", self.part).action_pass()

        self.assertEqual(self.part.state, "approved")

    def test_whoever_has_the_plan_returns_it_with_a_remark(self):
        for role, reach in (("head", self._sent), ("officer", self._submitted)):
            reach()
            remark = f"{role}: who comes?"
            self._return(role, remark)
            self.assertEqual((self.part.state, self.part.remark), ("returned", remark))

            self._write_line(name="Once more")

        self._as("coordinator", self.part).action_send_to_head()
        self._as("head", self.part).action_agree()
        self.assertFalse(self.part.remark, "a plan handed in again bears no old remark")

    def _return(self, role, remark):
        if role == "head":  # has no backend: the portal calls the act itself
            self._as("head", self.part).action_return(remark)
            return
        wizard = self._as(role, self.env["leifeng.campaign.department.return"])
        page = Form(wizard.with_context(default_campaign_department_id=self.part.id))
        page.remark = remark
        page.save().action_return()

    def test_a_return_needs_words(self):
        self._sent()

        for nothing in ("", "  ", False):
            with self.assertRaisesRegex(UserError, "say what"):
                self._as("head", self.part).action_return(nothing)

    def test_the_sender_takes_it_back(self):
        self._sent()
        self.assertTrue(self._as("coordinator", self.part).may_take_back)
        self._as("coordinator", self.part).action_take_back()
        self.assertEqual(self.part.state, "draft")

        self._as("coordinator", self.part).action_send_to_head()
        self._as("head", self.part).action_agree()
        self.assertFalse(self._as("coordinator", self.part).may_take_back)
        self._as("head", self.part).action_take_back()
        self.assertEqual(self.part.state, "head")

    def test_an_approved_plan_isn_t_taken_back(self):
        self._submitted()
        self._as("officer", self.part).action_pass()

        self._check_nothing_to_take_back("action_take_back")

    def test_nobody_acts_out_of_turn(self):
        self._sent()

        self._check_out_of_turn(
            ("coordinator", "action_agree"),
            ("coordinator", "action_pass"),
            ("head", "action_pass"),
            ("head", "action_send_to_head"),
            ("other", "action_agree"),
            ("internal", "action_agree"),
            ("supervisor", "action_agree"),
            ("hr", "action_pass"),
            ("employee", "action_agree"),
        )

    def test_another_department_s_coordinator_sees_nothing_of_it(self):
        model = self.env["leifeng.campaign.department"]

        self.assertEqual(self._as("other", model).search([]), self.foreign_part)
        with self.assertRaises(AccessError):
            self._as("other", self.part).read(["state"])
        with self.assertRaises(AccessError):
            self._as("other", self.part).write({"line_ids": [Command.create({"name": "Mine"})]})

    def test_lines_are_written_on_the_coordinator_s_turn_alone(self):
        self._sent()
        line = self._as("coordinator", self.part.line_ids[-1:])
        add = {"line_ids": [Command.create({"name": "Late"})]}

        for role, records, vals in (
            ("coordinator", self.part, add),
            ("coordinator", line, {"name": "Changed"}),
            ("supervisor", self.part, add),
            ("hr", self.part, add),
            ("internal", self.part, add),
            ("head", self.part, add),
        ):
            with self.assertRaises(AccessError, msg=f"{role} {records}"):
                self._as(role, records).write(vals)

    def test_a_coordinator_changes_lines_and_nothing_else(self):
        seen = self._as("coordinator", self.part)
        me = self.people["coordinator"]

        for vals in (
            {"head_id": me.id},
            {"coordinator_id": self.people["other"].id},
            {"department_id": self.hotline.id},
            {"remark": "Fine"},
            {"line_ids": [Command.create({"name": "Mine"})], "head_id": me.id},
        ):
            with self.assertRaises(AccessError, msg=vals):
                seen.write(vals)
        with self.assertRaises(UserError):
            seen.write({"state": "approved"})

    def test_a_line_isn_t_moved_to_another_plan(self):
        self._write_line()

        with self.assertRaisesRegex(UserError, "another plan"):
            self._as("coordinator", self.part.line_ids[-1:]).write(
                {"campaign_department_id": self.foreign_part.id}
            )

    def test_my_turn_is_searchable(self):
        model = self.env["leifeng.campaign.department"]

        def turns(role):
            return self._as(role, model).search([("is_my_turn", "=", True)])

        self.assertEqual(turns("coordinator"), self.part)
        self.assertFalse(turns("officer"))
        self._sent()
        self.assertEqual(turns("head"), self.part)
        self.assertFalse(turns("coordinator"))
        self._as("head", self.part).action_agree()
        self.assertEqual(turns("officer"), self.part)
        self.assertFalse(turns("supervisor"))
