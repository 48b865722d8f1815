from odoo.exceptions import AccessError, UserError

from .conference_case import ConferenceCase

DONE = "Open twice a month since May"
CONCERNED = ("coordinator", "head", "officer", "manager")
STRANGERS = ("internal", "employee", "colleague", "leader", "hr")


class TestFollowup(ConferenceCase):
    def test_coordinator_and_head_report_once(self):
        for role in ("coordinator", "head"):
            step = self._step()

            self._as(role, step).action_report(f" {DONE}\r\n")

            expected = {
                "state": "done",
                "report": DONE,
                "reported_on": self._in_days(0),
                "reported_by": role.title(),
            }
            self.assertRecordValues(step, [expected])
            with self.assertRaisesRegex(UserError, "can't become"):
                self._as(role, step).action_report("Once more")

    def test_the_responsible_colleague_reports_as_well(self):
        step = self._step(employee_id=self.people["internal"].id)

        self._as("internal", step).action_report(DONE)

        self.assertEqual(step.state, "done")

    def test_a_report_says_something_and_not_too_much(self):
        step = self._as("coordinator", self._step())
        for text in ("", "  ", None, "x" * 2001, {"a": 1}):
            with self.assertRaises(UserError, msg=text):
                step.action_report(text)

    def test_the_office_drops_and_opens_again(self):
        step = self._step()
        self._as("officer", step).action_drop()
        self.assertEqual(step.state, "dropped")
        self.assertFalse(step.activity_ids)

        self._as("officer", step).action_reopen()

        self.assertEqual(step.state, "open")
        self.assertTrue(step.activity_ids)
        with self.assertRaises(AccessError):
            self._as("coordinator", step).action_drop()

    def test_overdue_is_what_is_open_and_past_its_day(self):
        late, coming = self._step(date_due=self._in_days(-1)), self._step()
        self.assertEqual((late | coming).mapped("is_late"), [True, False])
        self.assertEqual(self.env["leifeng.followup"].search([("is_late", "=", True)]), late)

        late.action_report(DONE)

        self.assertFalse(late.is_late)

    def test_the_department_in_the_campaign_is_found_when_it_joins(self):
        step = self._step(department_id=self.hotline.id)
        self.assertFalse(step.part_id)

        part = self.env["leifeng.campaign.department"].create(
            {"campaign_id": self.campaign.id, "department_id": self.hotline.id}
        )

        self.assertEqual(step.part_id, part)

    # WHOSE DESK

    def test_the_to_do_lies_on_the_desk_of_the_responsible_internal_user(self):
        step = self._step()
        self.assertEqual(step.activity_ids.user_id, self.users["coordinator"])
        self.assertEqual(step.activity_ids.date_deadline, step.date_due)

        step.employee_id = self.people["internal"]
        self.assertEqual(step.activity_ids.user_id, self.users["internal"])
        step.employee_id = self.people["employee"]  # the portal has no to-dos of Odoo's
        self.assertEqual(step.activity_ids.user_id, self.users["coordinator"])

        self._as("head", step).action_report(DONE)

        self.assertFalse(step.activity_ids)

    def test_a_campaign_in_preparation_puts_nothing_on_a_desk(self):
        coming = self._campaign(start=False, name="Next Year")
        coming.department_ids = [
            (0, 0, {"department_id": self.hall.id, "coordinator_id": self.people["coordinator"].id})
        ]
        step = self._step(campaign_id=coming.id)
        self.assertFalse(step.activity_ids)

        coming.action_start()

        self.assertEqual(step.activity_ids.user_id, self.users["coordinator"])

    def test_leifeng_to_dos_two_weeks_ahead(self):
        soon, later = self._step(), self._step(date_due=self._in_days(30))
        mine = [("is_mine", "=", True), ("kind", "=", "followup")]

        todos = self._as("coordinator", self.env["leifeng.todo"])

        self.assertEqual(todos.search(mine).mapped("res_id"), soon.ids)
        self.assertFalse(self._as("officer", todos).search(mine))
        late = self._step(date_due=self._in_days(-1))
        found = self._as("coordinator", self.env["leifeng.todo"]).search(
            [*mine, ("is_late", "=", True)]
        )
        self.assertEqual(found.mapped("res_id"), late.ids)
        self.assertNotIn(later.id, found.mapped("res_id"))

    # RIGHTS

    def test_who_reads_and_who_writes(self):
        step = self._step()
        for role in (*CONCERNED, "supervisor"):
            self.assertTrue(self._as(role, step).search([]), role)
        for role in STRANGERS:
            seen = self._as(role, step)
            self.assertFalse(seen.search([]), role)
            with self.assertRaises(AccessError, msg=role):
                seen.read(["name"])
            with self.assertRaises(AccessError, msg=role):
                seen.action_report(DONE)
        for role in (*STRANGERS, "coordinator", "head", "supervisor"):
            for operation in ("write", "create", "unlink"):
                self.assertFalse(self._as(role, step).has_access(operation), role)
        with self.assertRaises(AccessError):
            self._as("supervisor", step).action_report(DONE)

    def test_another_department_s_and_next_year_s_are_not_seen(self):
        foreign = self._step(department_id=self.hotline.id)
        coming = self._campaign(start=False, name="Next Year")
        coming.department_ids = [
            (0, 0, {"department_id": self.hall.id, "coordinator_id": self.people["coordinator"].id})
        ]
        planned = self._step(campaign_id=coming.id)

        for step in (foreign, planned):
            self.assertFalse(self._as("coordinator", step).search([("id", "=", step.id)]))

    def test_the_state_has_one_door(self):
        step = self._step()
        with self.assertRaises(UserError):
            self._as("officer", step).write({"state": "done"})
        self.assertEqual(self._step(state="done").state, "open")

    # CARRIED ON

    def test_one_report_is_for_both_years(self):
        old = self._step()
        new = self._step(origin_id=old.id)

        self._as("coordinator", new).action_report(DONE)

        self.assertEqual((old | new).mapped("state"), ["done", "done"])
        self.assertEqual(old.report, DONE)

    def test_the_campaign_counts_its_steps(self):
        self._step().action_report(DONE)
        self._step()

        seen = self._as("officer", self.campaign)

        self.assertEqual((seen.followup_count, seen.followup_open_count), (2, 1))
        action = seen.action_view_followups()
        self.assertEqual(self.env["leifeng.followup"].search_count(action["domain"]), 2)

    def test_a_list_takes_as_many_queries_for_many_as_for_few(self):
        names = ["name", "department_id", "employee_id", "is_late", "may_report", "state"]

        def queries():
            self.env.flush_all()
            steps = self._as("coordinator", self.env["leifeng.followup"]).search([])
            before = self.cr.sql_log_count
            steps.read(names)
            return self.cr.sql_log_count - before

        for _number in range(10):
            self._step(employee_id=self.people["internal"].id)
        queries()  # what is read once for all
        few = queries()
        for _number in range(40):
            self._step(employee_id=self.people["internal"].id)

        self.assertEqual(few, queries())
