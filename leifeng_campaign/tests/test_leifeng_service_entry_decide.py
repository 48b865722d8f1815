from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .test_leifeng_service_entry import HOUR, EntryCase


class TestDeciding(EntryCase):
    def test_practice_06_a_second_person_agrees_and_it_stays_marked(self):
        entry = self._ask(times=(self.start, self.stop, 10))

        self._as("officer", entry).action_record()

        self.assertEqual((entry.state, entry.decided_by), ("recorded", "Officer"))
        self.assertRecordValues(
            entry.record_id,
            [
                {
                    "source": "late",
                    "raw_minutes": 110,
                    "minutes": 108,
                    "recorded_by": "Leader",
                    "session_id": self.session.id,
                    "content": "Shift",
                    "leader_name": "Leader",
                    "state": "recorded",
                }
            ],
        )
        self.assertEqual(entry.record_id.entry_ids, entry)

    def test_practice_06_the_certificate_says_that_it_was_entered_late(self):
        entry = self._ask()
        self._as("officer", entry).action_record()

        certificate = self.env["leifeng.certificate"].issue_service_record(self.person.id)

        self.assertIn("Late Entry", certificate.content)

    def test_practice_06_nobody_is_the_own_second_person(self):
        asked = self._ask("officer")
        own = self._ask(person=self.people["manager"])

        with self.assertRaisesRegex(AccessError, "second person"):
            self._as("officer", asked).action_record()
        with self.assertRaisesRegex(AccessError, "own hours"):
            self._as("manager", own).action_record()
        for role in ("leader", "coordinator", "head", "employee", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, asked).action_record()
            with self.assertRaises(AccessError, msg=role):
                self._as(role, asked).action_refuse("No")
        self.assertFalse((asked | own).record_id)
        self._as("manager", asked).action_record()
        self._as("officer", own).action_record()

    def test_practice_05_a_long_day_is_the_manager_s(self):
        entry = self._long()

        with self.assertRaisesRegex(AccessError, "12 hours"):
            self._as("officer", entry).action_record()
        self._as("manager", entry).action_record()

        self.assertEqual(entry.record_id.minutes, 120)

    def test_practice_05_a_day_that_became_long_meanwhile_is_the_manager_s(self):
        entry = self._ask()
        self._confirmed(self.person, start=self.stop, stop=self.stop + 11 * HOUR)
        self.assertFalse(entry.long_day)

        with self.assertRaisesRegex(AccessError, "12 hours"):
            self._as("officer", entry).action_record()

    def test_practice_05_who_led_a_long_day_does_not_decide(self):
        self.session = self._confirmed(
            self.people["colleague"],
            start=self.start + 24 * HOUR,
            stop=self.stop + 36 * HOUR,
            leader_id=self.people["manager"].id,
        )
        times = (self.session.start, self.session.stop, 0)
        entry = self._ask("officer", times=times)

        with self.assertRaisesRegex(AccessError, "led this session"):
            self._as("manager", entry).action_record()

    def test_the_rules_are_looked_at_once_more(self):
        entry = self._ask()
        self._confirmed(self.person, start=self.stop - HOUR, stop=self.stop)

        with self.assertRaisesRegex(UserError, "covers part"):
            self._as("officer", entry).action_record()
        self.assertIn("covers part", self._as("officer", entry).day_warning)
        self._as("officer", entry).action_refuse("The sheet has it")

        self.assertEqual((entry.state, entry.answer), ("refused", "The sheet has it"))
        self.assertFalse(entry.record_id)

    def test_refused_with_a_sentence_by_the_wizard(self):
        entry = self._ask()
        wizards = self._as("officer", self.env["leifeng.service.entry.refuse"])
        form = Form(wizards.with_context(default_entry_id=entry.id))
        form.answer = "Nobody saw it"

        form.save().action_refuse()

        self.assertEqual(entry.state, "refused")
        told = self.env["leifeng.message"].search([("text", "ilike", "Nobody saw it")])
        self.assertEqual(told.employee_id, self.person | self.people["leader"])
        with self.assertRaises(UserError):
            self._as("officer", self._ask()).action_refuse(" ")

    def test_decided_once(self):
        entry = self._ask()
        self._as("officer", entry).action_record()

        with self.assertRaises(UserError):
            self._as("manager", entry).action_record()
        with self.assertRaises(UserError):
            self._as("manager", entry).action_refuse("No")
        self.assertEqual(
            len(self.env["leifeng.service.record"].search([("source", "=", "late")])), 1
        )

    def test_the_form_has_the_buttons_for_who_decides(self):
        entry = self._ask()
        for role, may in (("officer", True), ("supervisor", False), ("coordinator", False)):
            self.assertEqual(Form(self._as(role, entry)).may_decide, may, role)

    def test_the_journal_proves_the_record(self):
        entry = self._ask()
        self._as("officer", entry).action_record()
        row = self.env["leifeng.journal"].search([("kind", "=", "entry_recorded")])

        self.assertEqual(row.res_id, entry.id)
        self.assertEqual(list(row._digests()), entry.record_id.ids)
        self.assertTrue(row._fits({entry.record_id.id: entry.record_id}))
        self.assertNotIn("Employee", row.payload)

    def test_it_waits_for_those_who_may_decide(self):
        todos, mine = self.env["leifeng.todo"], [("is_mine", "=", True)]
        of_entries = [*mine, ("res_model", "=", "leifeng.service.entry")]

        def names(role):
            return sorted(self._as(role, todos).search(of_entries).mapped("kind"))

        self._ask("officer")
        self.assertEqual((names("officer"), names("manager")), ([], ["entry"]))
        self.entries.search([]).unlink()
        self._long()
        self.assertEqual((names("officer"), names("manager")), ([], ["entry_long"]))
        self._ask(person=self.people["officer"])
        self.assertEqual((names("officer"), names("manager")), ([], ["entry", "entry_long"]))
        self._ask(person=self.people["head"])
        self.assertEqual(names("officer"), ["entry"])
