from odoo.exceptions import AccessError, UserError

from .nomination_case import PDF, b64
from .story_case import StoryCase


class TestDeed(StoryCase):
    """Deeds are opened from nominations of colleagues who agreed to be publicized."""

    def _open(self, role, entry):
        action = self._as(role, entry).action_open_story()
        return self.env["leifeng.story"].browse(action["res_id"])

    def test_text_and_department_are_taken_over_by_one_button(self):
        entry = self._entry(self._award("person"), self.me)

        story = self._open("officer", entry)

        expected = {
            "kind": "deed",
            "name": "Employee",
            "person_id": self.me.id,
            "department_name": "Service Hall",
            "campaign_id": self.campaign.id,
            "consent": "given",
            "state": "draft",
            "writer_id": self.users["officer"].id,
        }
        self.assertRecordValues(story, [expected])
        self.assertEqual(str(story.body), "<p>Helps everybody, every day.</p>")
        self.assertEqual(self._open("officer", entry), story, "one for each entry")

    def test_only_when_the_nominee_agreed_to_be_publicized(self):
        entry = self._entry(self._award("person"), self.me, consent_publicized=False)

        with self.assertRaisesRegex(UserError, "did not agree"):
            self._open("officer", entry)

    def test_only_while_the_nomination_stands(self):
        for state in ("dropped", "disqualified"):
            entry = self._entry(self._award("person"), self.me, state=state)
            with self.assertRaisesRegex(UserError, "does not stand"):
                self._open("officer", entry)

    def test_the_department_opens_its_own_and_nobody_else_does(self):
        entry = self._entry(self._award("person"), self.me)
        for role in ("internal", "hr", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._open(role, entry)

        story = self._open("coordinator", entry)

        self._as("coordinator", story).body = "<p>In better words.</p>"

    def test_a_nominee_who_agrees_no_longer_is_not_published(self):
        entry = self._entry(self._award("person"), self.me)
        story = self._open("officer", entry)
        self._as("officer", story).write({"channel_board": True})
        self._as("officer", story).action_offer()
        self._reviewed(story, "officer2")
        entry.consent_publicized = False

        with self.assertRaisesRegex(UserError, "Employee has not agreed"):
            self._as("officer", story).action_publish()

    def test_who_it_is_about_takes_a_published_deed_down(self):
        entry = self._entry(self._award("person"), self.me)
        story = self._open("officer", entry)
        self._as("officer", story).write({"channel_board": True})
        self._as("officer", story).action_offer()
        self._reviewed(story, "officer2").action_publish()
        with self.assertRaises(AccessError):
            self._as("colleague", story).action_decline()

        self._as("employee", story).action_decline()

        self.assertRecordValues(story, [{"state": "taken_down", "consent": "declined"}])

    def test_a_deed_written_freely_asks_the_colleague(self):
        story = self._story(kind="deed", person_id=self.me.id)
        with self.assertRaisesRegex(AccessError, "has not agreed"):
            self._as("officer2", story).action_pass()
        with self.assertRaises(AccessError):
            self._as("employee", story).read(["name"])
        self._as("coordinator", story).action_ask_consent()

        self._as("employee", story).action_agree()

        self.assertEqual(self._reviewed(story, "officer2").state, "first")
        with self.assertRaisesRegex(UserError, "by hand"):
            story.sudo().state = "draft"

    def test_whom_it_is_about_stands_still_once_asked(self):
        story = self._as("coordinator", self._story(kind="deed", person_id=self.me.id))
        story.action_ask_consent()

        with self.assertRaisesRegex(UserError, "any more"):
            story.person_id = self.colleague

    def test_a_department_s_deed_asks_nobody(self):
        entry = self._entry(self._award("department"), state="candidate", statement="We help.")

        story = self._open("officer", entry)

        self.assertFalse(story.consent_missing)
        self.assertEqual(str(story.body), "<p>We help.</p>")


class TestEssay(StoryCase):
    """Winning essays appear with their authors' consent, asked once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.award = cls._award("essay")
        cls.entry = cls._entry(cls.award, cls.me, state="candidate")

    def _open(self):
        if self.entry.state != "granted":
            self.entry._set_state("granted")
        action = self._as("officer", self.entry).action_open_story()
        story = self.env["leifeng.story"].browse(action["res_id"])
        self._as("officer", story).channel_journal = True
        return self._as("officer", story)

    def test_only_a_winning_essay(self):
        with self.assertRaisesRegex(UserError, "that won"):
            self._as("officer", self.entry).action_open_story()

    def test_the_author_agrees_by_one_tap(self):
        story = self._open()
        self.assertTrue(story.is_mine, "the office has the button")
        story.action_offer()
        with self.assertRaisesRegex(AccessError, "has not agreed"):
            self._as("officer2", story).action_pass()
        story.action_ask_consent()
        self.assertEqual(len(self._told(self.me)), 1)
        for role in ("officer", "coordinator", "head"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, story).action_agree()

        self._as("employee", story).action_agree()

        self._reviewed(story, "officer2").action_publish()
        self.assertRecordValues(
            story, [{"state": "published", "name": "A Morning", "author_name": "Employee"}]
        )

    def test_a_reviewer_reads_the_text_and_is_not_led_to_the_entry(self):
        story = self._open()
        story.reviewer_ids = self.users["internal"]
        story.action_offer()

        self.assertTrue(story.may_open_entry)
        reviewed = self._as("internal", story)
        self.assertTrue(reviewed.name)
        self.assertFalse(reviewed.may_open_entry)

    def test_nobody_is_asked_twice(self):
        story = self._open()
        story.action_ask_consent()
        self._as("employee", story).action_decline()

        with self.assertRaisesRegex(UserError, "asked"):
            self._as("officer", story).action_ask_consent()
        with self.assertRaises(UserError):
            self._paper(story)

    def _paper(self, story, content=PDF):
        dialog = self._as("officer", self.env["leifeng.story.consent.file"]).create(
            {"story_id": story.id, "scan": b64(content), "scan_name": "../consent.docx"}
        )
        dialog.action_record()
        return story.consent_ids

    def test_consent_on_paper_with_a_signed_scan(self):
        story = self._open()

        consent = self._paper(story)

        expected = {"name": "Employee", "recorded_by": "Officer", "scan_name": "consent.pdf"}
        self.assertRecordValues(consent, [expected])
        self.assertEqual(story.consent, "given")
        with self.assertRaises(AccessError):
            self._as("internal", consent).read(["scan"])

    def test_a_scan_is_a_picture_or_a_pdf(self):
        story = self._open()

        with self.assertRaises(UserError):
            self._paper(story, b"PK\x03\x04")

    def test_who_has_no_account_signs_on_paper(self):
        self.me.user_id.active = False
        story = self._open()

        with self.assertRaisesRegex(UserError, "no account"):
            story.action_ask_consent()

    def test_an_essay_stays_its_author_s(self):
        story = self._open()

        for values in ({"author_id": self.colleague.id}, {"kind": "news"}):
            with self.assertRaises(UserError):
                story.write(values)
        with self.assertRaises(UserError):
            self._as("officer", self.env["leifeng.story"]).create({"name": "x", "kind": "essay"})
