from odoo.exceptions import AccessError, UserError
from odoo.service.model import get_public_method

from .conference_case import ConferenceCase

WORDS = "Nobody but me shall read this yet. "
ROLES = ("internal", "colleague", "coordinator", "head", "leader", "hr", "supervisor")
OFFICE = ("officer", "manager")


class TestSpeech(ConferenceCase):
    def test_everybody_who_speaks_is_asked_once_and_told(self):
        self._item(employee_id=self.people["employee"].id)
        self._item(department_id=self.hall.id)
        self._item(speaker="Guest Lin")
        self._item("deployment", employee_id=self.people["manager"].id)

        self._as("officer", self.conference).action_ask_outlines()

        speeches = self.conference.agenda_ids.speech_ids
        # the coordinator writes for the department
        asked = self.people["employee"] | self.people["coordinator"]
        self.assertEqual(speeches.employee_id, asked)
        messages = self.env["leifeng.message"].search([("employee_id", "in", asked.ids)])
        self.assertEqual(
            sorted(messages.mapped("url")),
            sorted(f"/my/leifeng/speeches/{speech.id}" for speech in speeches),
        )
        with self.assertRaisesRegex(UserError, "has been asked"):
            self._as("officer", self.conference).action_ask_outlines()

    def test_write_hand_in_take_back_hand_in_pass(self):
        speech = self._speech()
        mine = self._as("employee", speech)
        mine.action_save(WORDS)
        mine.action_submit()
        self.assertTrue(speech.submitted_on)
        with self.assertRaises(UserError):
            mine.action_save("Other")
        mine.action_take_back()
        self.assertEqual((speech.state, speech.text), ("draft", WORDS.strip()))
        mine.action_submit()
        self._as("officer", speech).action_pass()

        self.assertEqual(speech.state, "approved")
        with self.assertRaisesRegex(UserError, "any more"):
            self._as("employee", speech).action_take_back()

    def test_the_office_returns_with_a_remark(self):
        speech = self._speech(text=WORDS, state="submitted")
        with self.assertRaisesRegex(UserError, "should be changed"):
            self._as("officer", speech).action_return("  ")

        self._as("officer", speech).action_return("Shorter, please")

        self.assertEqual((speech.state, speech.remark), ("returned", "Shorter, please"))
        self._as("employee", speech).action_save("Short")
        self._as("employee", speech).action_submit()
        self.assertFalse(speech.remark)

    def test_bad_texts_are_refused_with_a_sentence(self):
        mine = self._as("employee", self._speech())
        with self.assertRaisesRegex(UserError, "first"):
            mine.action_submit()
        with self.assertRaisesRegex(UserError, "at most"):
            mine.action_save("x" * 10_001)
        mine.action_save("a\x00b\r\nc")
        self.assertEqual(mine.text, "ab\nc")
        mine.action_save({"not": "a text"})
        self.assertEqual(mine.text, "")
        for content in (b"%PDF-1.7", b"", b"PK\x03\x04 broken"):
            with self.assertRaises(UserError):
                mine._read_outline(content)
        self.assertEqual(mine._read_outline("一、做法\n二、体会".encode()), "一、做法\n二、体会")

    def test_nothing_is_written_when_the_conference_is_over(self):
        speech = self._speech()
        self.conference._set_state("cancelled")

        with self.assertRaises(UserError):
            self._as("employee", speech).action_save(WORDS)
        self.assertFalse(self._as("employee", speech)._mine())

    # WHOEVER SPEAKS INSTEAD

    def test_another_speaker_never_reads_what_the_first_one_wrote(self):
        speech = self._speech(text=WORDS)
        item = speech.agenda_id

        self._as("officer", item).employee_id = self.people["colleague"]

        self.assertFalse(speech.exists())
        self.conference.action_ask_outlines()
        self.assertFalse(item.speech_ids.text)
        self.assertEqual(item.speech_ids.employee_id, self.people["colleague"])

    def test_what_was_handed_in_is_not_lost_by_an_edit(self):
        item = self._speech(text=WORDS, state="submitted").agenda_id

        for act in (
            lambda: item.write({"employee_id": self.people["colleague"].id}),
            lambda: item.write({"kind": "other"}),
            item.unlink,
        ):
            with self.assertRaisesRegex(UserError, "Employee has handed in"):
                act()
        item.write({"employee_id": self.people["employee"].id, "name": "Renamed"})
        self.assertEqual(item.speech_ids.text, WORDS)

    # RIGHTS

    def _assert_unread(self, role, speech):
        seen = self._as(role, speech)
        self.assertFalse(seen.search([]), role)
        self.assertFalse(seen.search([("text", "ilike", "Nobody")]), role)
        self.assertFalse(seen._read_group([], ["text"], ["__count"]), role)
        for act in (
            lambda: seen.read(["text"]),
            seen.copy,
            lambda: seen.action_save("Mine"),
            seen.action_submit,
            seen.action_take_back,
        ):
            with self.assertRaises(AccessError, msg=role):
                act()
        with self.assertRaises(UserError, msg=role):  # neither with the right to export
            seen.export_data(["text"])

    def test_a_draft_is_read_by_its_writer_alone(self):
        speech = self._speech(text=WORDS)
        self.conference.action_publish()

        self.assertEqual(self._as("employee", speech).text, WORDS)
        for role in (*ROLES, *OFFICE):
            self._assert_unread(role, speech)

    def test_what_was_handed_in_is_read_by_writer_and_office(self):
        speech = self._speech(text=WORDS, state="submitted")
        self.conference.action_publish()

        for role in ("employee", *OFFICE):
            self.assertEqual(self._as(role, speech).text, WORDS, role)
        for role in ROLES:
            self._assert_unread(role, speech)

    def test_a_dialog_shows_no_draft(self):
        speech = self._speech(text=WORDS)
        dialogs = self._as("officer", self.env["leifeng.session.speech.decide"])

        with self.assertRaises(AccessError):
            dialogs.create({"speech_id": speech.id}).read(["text"])
        for role in ("internal", "employee", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, dialogs).create({"speech_id": speech.id})

    def test_the_office_reads_in_a_dialog(self):
        speech = self._speech(text=WORDS, state="submitted")
        action = self._as("officer", speech.agenda_id).action_read_outline()
        dialogs = self._as("officer", self.env["leifeng.session.speech.decide"])
        dialog = dialogs.with_context(**action["context"]).create({"remark": "Shorter"})
        self.assertEqual((dialog.text, dialog.minutes), (WORDS, 1))

        dialog.action_return()

        self.assertEqual(speech.state, "returned")

    def test_nobody_writes_outlines_by_hand(self):
        speech = self._speech(text=WORDS, state="submitted")
        for role in ("employee", *ROLES, *OFFICE):
            for operation in ("write", "create", "unlink"):
                self.assertFalse(self._as(role, speech).has_access(operation), f"{role}")
        with self.assertRaises(UserError):
            speech.write({"state": "approved"})
        for name in ("_mine", "_read_outline", "_tell_writer"):
            with self.assertRaises(AccessError, msg=name):
                get_public_method(self.env["leifeng.session.speech"], name)
        for act in ("action_pass", "action_read_outline"):
            with self.assertRaises(AccessError, msg=act):
                getattr(self._as("employee", speech), act)()

    def test_the_office_sees_who_has_not_handed_in(self):
        self._speech("employee", WORDS)
        self._speech("colleague", WORDS, "submitted")

        seen = self._as("officer", self.conference)

        self.assertEqual(seen.outlines_missing, "Employee")
        states = seen.agenda_ids.mapped("outline_state")
        self.assertEqual(states, ["draft", "submitted"])

    # TO-DOS

    def test_to_dos_of_speakers_and_office(self):
        todos = self.env["leifeng.todo"]
        mine = [("is_mine", "=", True), ("kind", "in", ("speech_write", "speech_read", "agenda"))]
        self.assertEqual(self._as("officer", todos).search(mine).mapped("kind"), ["agenda"])

        speech = self._speech("internal", WORDS)
        [todo] = self._as("internal", todos).search(mine)
        self.assertEqual(todo.kind, "speech_write")
        self.assertEqual(todo.action_open()["url"], f"/my/leifeng/speeches/{speech.id}")
        self.assertFalse(self._as("officer", todos).search(mine))

        self._as("internal", speech).action_submit()
        [todo] = self._as("officer", todos).search(mine)
        self.assertEqual((todo.kind, todo.name), ("speech_read", "Speech of internal"))
        self.assertEqual(todo.action_open()["res_model"], "leifeng.session.speech.decide")

        self._as("officer", speech).action_pass()
        self.assertFalse(self._as("officer", todos).search(mine))
