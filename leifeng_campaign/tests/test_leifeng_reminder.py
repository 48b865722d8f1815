from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from .common import LeifengCase


class TestReminder(LeifengCase):
    """Who still owes what: one list, one message a person."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.campaign.summary_due = cls.company._leifeng_today() + timedelta(days=3)
        cls._session(hours_ahead=-3)  # its sheet waits for the leader
        cls.coordinator, cls.leader = cls.people["coordinator"], cls.people["leader"]

    def _dialog(self, role="officer", campaign=True):
        dialogs = self._as(role, self.env["leifeng.reminder"])
        context = {"default_campaign_id": self.campaign.id} if campaign else {}
        return Form(dialogs.with_context(**context)).save()

    def _told(self, person):
        domain = [("employee_id", "=", person.id), ("reminder", "=", True)]
        return self.env["leifeng.message"].search(domain)

    def _send(self, **vals):
        dialog = self._dialog()
        dialog.write(vals)
        dialog.action_send()

    def test_each_person_stands_there_once_with_all_that_is_owed(self):
        lines = self._dialog().line_ids

        self.assertEqual(lines.mapped("name"), ["Coordinator", "Leader"])
        owed = lines[0].items
        self.assertIn("Write the department's plan: Service Hall", owed)
        self.assertIn("Write the department's summary: Service Hall", owed)
        self.assertIn("Confirm the sheet: Shift", lines[1].items)
        self.assertTrue(all(lines.mapped("tick")))

    def test_shifts_of_one_name_are_counted(self):
        self._session(hours_ahead=-9)

        self.assertIn("Confirm the sheet: Shift ×2", self._dialog().line_ids[1].items)

    def test_one_message_a_person_says_how_to_be_done_with_it(self):
        self._send()

        message = self._told(self.coordinator)
        self.assertEqual(len(message), 1)
        for words in ("department's plan", "department's summary", "Send to Department Head"):
            self.assertIn(words, message.text)
        self.assertEqual(message.url, "/my/leifeng/department")
        self.assertIn("/my/leifeng/department", message.text)
        self.assertEqual(self._told(self.leader).url, "/my/leifeng/lead")
        for name in ("Leader", "Shift", "Officer"):
            self.assertNotIn(name, message.text, "nothing of others")

    def test_who_is_not_ticked_gets_nothing(self):
        dialog = self._dialog()
        dialog.line_ids[0].tick = False
        dialog.action_send()

        self.assertFalse(self._told(self.coordinator))
        self.assertTrue(self._told(self.leader))

    def test_nobody_is_reminded_twice_a_day_unless_it_is_meant(self):
        self._send()
        dialog = self._dialog()
        self.assertFalse(any(dialog.line_ids.mapped("tick")))
        with self.assertRaisesRegex(UserError, "tick whom to remind"):
            dialog.action_send()
        dialog.line_ids.tick = True
        with self.assertRaisesRegex(UserError, "Coordinator, Leader had one today"):
            dialog.action_send()
        self.assertEqual(len(self._told(self.leader)), 1)

        dialog.again = True
        dialog.action_send()

        self.assertEqual(len(self._told(self.leader)), 2)
        midnight = self.company._leifeng_midnight(self.company._leifeng_today())
        self._told(self.leader)._write({"create_date": midnight - timedelta(minutes=1)})
        self.env.invalidate_all()
        told = {line.name: line.told_today for line in self._dialog().line_ids}
        self.assertEqual(told, {"Coordinator": True, "Leader": False})

    def test_what_is_done_meanwhile_is_left_out(self):
        dialog = self._dialog()
        self.part.line_ids.people = "All of us"
        self.part.action_send_to_head()
        self.campaign.summary_due = False
        self.env.invalidate_all()

        self._as("officer", dialog).action_send()

        self.assertFalse(self._told(self.coordinator))
        self.assertFalse(self._told(self.people["head"]), "who wasn't ticked")
        self.assertIn("Head", self._dialog().line_ids.mapped("name"))

    def test_what_waits_for_an_office_or_a_body_is_nobody_s(self):
        owed = self.env["leifeng.todo"]._owed(self.campaign)

        self.assertEqual([person.name for person in owed], ["Coordinator", "Leader"])
        self.part.action_send_to_head()
        self.part.action_agree()  # now the office reads it
        kinds = {todo.kind for todos in self.env["leifeng.todo"]._owed().values() for todo in todos}
        self.assertNotIn("plan_submitted", kinds)

    def test_oneself_needs_no_message(self):
        self.part.coordinator_id = self.people["officer"]

        self.assertEqual(self._dialog().line_ids.mapped("name"), ["Leader"])

    def test_all_campaigns_at_once(self):
        other = self._campaign(name="Other")
        other.action_add_departments()
        other.department_ids[:1].coordinator_id = self.people["internal"]

        self.assertNotIn("Internal", self._dialog().line_ids.mapped("name"))
        self.assertIn("Internal", self._dialog(campaign=False).line_ids.mapped("name"))

    def test_the_text_for_the_group_has_no_names(self):
        text = self._dialog().group_text

        for words in ("Write the department's summary: 1", "Confirm the sheet: 1", "/my/leifeng"):
            self.assertIn(words, text)
        for name in ("Coordinator", "Leader", "Service Hall", "Shift"):
            self.assertNotIn(name, text)

    def test_nothing_owed_says_so(self):
        quiet = self._campaign(name="Quiet")
        dialogs = self._as("officer", self.env["leifeng.reminder"])
        dialog = Form(dialogs.with_context(default_campaign_id=quiet.id)).save()

        self.assertFalse(dialog.line_ids)
        self.assertIn("Nothing is outstanding", dialog.group_text)

    def test_the_agency_can_switch_them_off(self):
        self.company.leifeng_reminders = False
        with self.assertRaisesRegex(UserError, "switched off"):
            self._send()
        self.assertFalse(self._told(self.leader))

    def test_the_office_alone_reminds(self):
        dialog = self._dialog()
        for role in ("supervisor", "hr", "coordinator", "head", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._dialog(role)
            with self.assertRaises(AccessError, msg=role):
                self._as(role, dialog).action_send()

    def test_only_who_owes_something_can_be_reminded(self):
        dialog = self._dialog()
        dialog.line_ids[0].employee_id = self.people["employee"]
        dialog.action_send()

        self.assertFalse(self._told(self.people["employee"]))
