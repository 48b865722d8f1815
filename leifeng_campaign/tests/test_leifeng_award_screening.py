from odoo.exceptions import AccessError, UserError

from .nomination_case import NominationCase


class TestScreening(NominationCase):
    def _forward(self, role, entry):
        self._as(role, entry).action_put_forward("We agree.")
        return entry

    def test_head_or_coordinator_puts_forward_with_an_opinion(self):
        for role, employee in (("head", "employee"), ("coordinator", "colleague")):
            entry = self._sent(employee, self.people[employee])
            with self.assertRaisesRegex(UserError, "opinion"):
                self._as(role, entry).action_put_forward(" ")
            with self.assertRaisesRegex(UserError, "500"):
                self._as(role, entry).action_put_forward("x" * 501)

            self._as(role, entry).action_put_forward("We agree.")

            expected = {
                "state": "candidate",
                "department_opinion": "We agree.",
                "department_by": role.title(),
                "department_name": "Service Hall",
            }
            self.assertRecordValues(entry, [expected])
            self.assertTrue(entry.department_on)
            self.assertIn("has been put forward", self._told(self.people[employee])[0])

    def test_others_may_not(self):
        entry = self._sent("employee", self.me)
        for role in ("employee", "colleague", "internal", "leader", "hr", "supervisor", "judge"):
            for act in ("put_forward", "return", "drop"):
                with self.assertRaises(AccessError, msg=f"{role} {act}"):
                    getattr(self._as(role, entry), f"action_{act}")("Why not")
        other = self.people["judge"]  # of the hotline
        theirs = self._sent("judge", other)
        for role in ("head", "coordinator"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, theirs).action_put_forward("We agree.")

    def test_the_office_acts_for_a_department(self):
        entry = self._sent("employee", self.me)

        self._forward("officer", entry)

        self.assertEqual((entry.state, entry.department_by), ("candidate", "Officer"))

    def test_nobody_screens_oneself(self):
        entry = self._sent("head", self.people["head"])

        with self.assertRaisesRegex(AccessError, "Coordinator or the campaign's office"):
            self._as("head", entry).action_put_forward("I am good.")
        with self.assertRaisesRegex(AccessError, "Coordinator or the campaign's office"):
            self._as("head", entry).action_drop("Too good")
        self.assertFalse(self._as("head", entry).may_screen)
        self.assertTrue(self._as("coordinator", entry).may_screen)
        self._forward("coordinator", entry)

    def test_nobody_screens_the_own_nominee(self):
        entry = self._agreed("coordinator", self.me)

        with self.assertRaisesRegex(AccessError, "Head or the campaign's office"):
            self._as("coordinator", entry).action_put_forward("As I wrote.")
        self._forward("head", entry)

    def test_where_one_person_is_both_the_office_screens(self):
        self.part.head_id = self.people["coordinator"]
        entry = self._agreed("coordinator", self.me)

        with self.assertRaisesRegex(AccessError, "by the campaign's office"):
            self._as("coordinator", entry).action_put_forward("As I wrote.")
        self._forward("officer", entry)

    def test_an_officer_does_not_screen_the_own_entry(self):
        entry = self._sent("officer", self.people["officer"])

        with self.assertRaisesRegex(AccessError, "Head, Coordinator, or|Head, Coordinator or"):
            self._as("officer", entry).action_put_forward("I am good.")

    def test_returning_takes_a_reason_that_the_writer_reads(self):
        entry = self._agreed("coordinator", self.me)
        with self.assertRaisesRegex(UserError, "what should be changed"):
            self._as("head", entry).action_return("")

        self._as("head", entry).action_return("Please name the year.")

        self.assertRecordValues(entry, [{"state": "returned", "reason": "Please name the year."}])
        self.assertIn("Please name the year.", self._told(self.people["coordinator"])[0])

    def test_not_putting_forward_takes_a_reason_and_can_be_thought_over(self):
        entry = self._sent("employee", self.me)
        with self.assertRaisesRegex(UserError, "why"):
            self._as("head", entry).action_drop("\n")

        self._as("head", entry).action_drop("Next year, please.")
        self.assertIn("Next year, please.", self._told(self.me)[0])
        self._forward("head", entry)

        self.assertRecordValues(entry, [{"state": "candidate", "reason": False}])

    def test_a_candidate_can_be_returned_or_taken_off(self):
        entry = self._forward("head", self._sent("employee", self.me))
        self._as("head", entry).action_return("Please name the year.")
        self.assertRecordValues(
            entry, [{"state": "returned", "department_opinion": False, "department_order": 0}]
        )

        other = self._forward("head", self._sent("colleague", self.colleague))
        self._as("head", other).action_drop("Next year, please.")
        self.assertEqual(other.state, "dropped")

    def test_the_quota_of_a_department(self):
        self.award.department_quota = 1
        entry, other = (
            self._sent("employee", self.me),
            self._sent("colleague", self.colleague),
        )
        elsewhere = self._sent("judge", self.people["judge"])
        self._forward("head", entry)

        with self.assertRaisesRegex(UserError, "can put forward 1"):
            self._as("head", other).action_put_forward("We agree.")
        self._forward("officer", elsewhere)
        self._as("head", entry).action_drop("Next year, please.")
        self._forward("head", other)

    def test_not_once_judging_has_opened(self):
        entry = self._sent("employee", self.me)
        self._stage(self.award, "judging")

        for act in ("put_forward", "return", "drop"):
            with self.assertRaisesRegex(UserError, "is over", msg=act):
                getattr(self._as("head", entry), f"action_{act}")("Late")
        self.assertFalse(self._as("head", entry).may_screen)

    def test_essays_are_screened_the_same_way(self):
        contest = self._stage(self._award("essay"), "open")
        entry = self._entry(contest, self.me, state="submitted")
        own = self._entry(contest, self.people["head"], state="submitted")

        self._forward("head", entry)

        self.assertEqual(entry.state, "candidate")
        with self.assertRaisesRegex(AccessError, "Coordinator"):
            self._as("head", own).action_put_forward("Mine is good.")


class TestOrder(NominationCase):
    def setUp(self):
        super().setUp()
        people = [self.people[role] for role in ("employee", "colleague", "leader")]
        self.entries = [self._sent(person.user_id.login[3:], person) for person in people]
        for entry in self.entries:
            self._as("head", entry).action_put_forward("We agree.")

    def _order(self):
        self.env.invalidate_all()
        entry = self.entries[0]
        return entry._department_candidates().mapped("employee_name")

    def test_candidates_stand_in_the_order_in_which_they_were_put_forward(self):
        self.assertEqual(self._order(), ["Employee", "Colleague", "Leader"])

    def test_up_and_down(self):
        self._as("head", self.entries[2]).action_move_up()
        self.assertEqual(self._order(), ["Employee", "Leader", "Colleague"])
        self._as("coordinator", self.entries[0]).action_move_down()
        self.assertEqual(self._order(), ["Leader", "Employee", "Colleague"])
        self._as("head", self.entries[2]).action_move_up()
        self._as("head", self.entries[2]).action_move_up()
        self.assertEqual(self._order(), ["Leader", "Employee", "Colleague"], "first stays first")
        self._as("head", self.entries[1]).action_move_down()
        self.assertEqual(self._order(), ["Leader", "Employee", "Colleague"], "last stays last")

    def test_nobody_moves_oneself_nor_past_oneself(self):
        own = self._sent("coordinator", self.people["coordinator"])
        self._as("head", own).action_put_forward("We agree.")

        with self.assertRaises(AccessError):
            self._as("coordinator", own).action_move_up()
        with self.assertRaises(AccessError):
            self._as("coordinator", self.entries[2]).action_move_down()
        self._as("head", own).action_move_up()
        self.assertEqual(self._order()[2:], ["Coordinator", "Leader"])

    def test_others_may_not(self):
        for role in ("employee", "internal", "supervisor", "judge"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.entries[1]).action_move_up()
