from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.fields import Date

from .docx_files import document_of, saved
from .essay_case import BODY, TITLE, EssayCase


class TestWriting(EssayCase):
    def test_a_draft_is_kept_whatever_its_length_and_seen_by_its_author_alone(self):
        essay = self._draft(body="Short.")

        self.assertEqual((essay.state, essay.character_count, essay.origin), ("draft", 1, "self"))
        for role in ("colleague", "head", "coordinator", "officer", "manager", "supervisor", "hr"):
            found = self._as(role, self.env["leifeng.award.entry"]).search(
                [("award_id", "=", self.contest.id)]
            )
            self.assertFalse(found, role)
            with self.assertRaises(AccessError):
                self._as(role, essay).read(["body"])

    def test_one_goes_on_with_the_draft_that_one_began(self):
        essay = self._draft()

        again = self._as("employee", self.contest).action_begin_essay()

        self.assertEqual((again, again.body), (essay, BODY.strip()))

    def test_every_change_is_a_version_and_none_without_one(self):
        essay = self._draft()
        before = essay.version
        essay.action_save_essay({"title": TITLE, "body": BODY})
        self.assertEqual(essay.version, before)

        essay.action_save_essay({"title": "Another"})

        self.assertEqual((essay.version, essay.body), (before + 1, BODY.strip()))

    def test_text_is_plain_and_without_what_hides_or_cant_be_stored(self):
        essay = self._draft(
            title="A\0 Morning\n at <b>Nine</b>", body="One\r\nTwo\x07\u202e\ud800<script>"
        )

        self.assertEqual(essay.title, "A Morning at <b>Nine</b>")
        self.assertEqual(essay.body, "One\nTwo<script>")

    def test_what_is_no_text_changes_nothing(self):
        essay = self._draft()

        essay.action_save_essay({"title": ["x"], "body": {"a": 1}})

        self.assertEqual((essay.title, essay.body), (TITLE, BODY.strip()))

    def test_too_much_is_refused(self):
        essay = self._draft()

        for values in ({"title": "x" * 61}, {"body": "x" * 20_001}):
            with self.assertRaises(UserError):
                essay.action_save_essay(values)
        self.assertEqual(essay.title, TITLE)

    def test_the_contest_says_whether_marks_count(self):
        essay = self._draft(body="钟声，响了。")
        self.assertEqual(essay.character_count, 6)
        self.contest.count_marks = False

        essay.action_save_essay({"body": "钟声，响了！"})

        self.assertEqual(essay.character_count, 4)

    def test_no_field_can_be_written_beside_the_acts(self):
        essay = self._draft()

        for role in ("employee", "officer", "manager"):
            with self.assertRaises(AccessError):
                self._as(role, essay).write({"body": "Other"})

    def test_nobody_else_saves_submits_or_deletes_it(self):
        essay = self._draft()

        for role in ("colleague", "head", "officer"):
            other = self._as(role, essay)
            for act in (
                lambda other=other: other.action_save_essay({"body": "x"}),
                lambda other=other: other.action_submit(original=True),
                other.action_delete_essay,
            ):
                with self.assertRaises(AccessError):
                    act()

    def test_deleting_the_own_draft(self):
        essay = self._draft()

        essay.action_delete_essay()

        self.assertFalse(essay.exists())

    def test_people_without_a_department_and_accounts_without_an_employee_cant_enter(self):
        self.me.department_id = False
        with self.assertRaises(UserError):
            self._as("employee", self.contest).action_begin_essay()
        with self.assertRaises(AccessError):
            self._as("outside", self.contest).action_begin_essay()

    def test_a_contest_that_has_not_begun_or_is_over_takes_nothing(self):
        essay = self._draft()
        self.contest.date_open = self.contest.date_deadline = Date.today() - timedelta(days=2)

        with self.assertRaises(UserError):
            self._as("colleague", self.contest).action_begin_essay()
        for act in (
            lambda: essay.action_save_essay({"body": "x"}),
            lambda: essay.action_submit(original=True),
        ):
            with self.assertRaises(UserError):
                act()
        self.assertEqual(self._as("employee", essay).body, BODY.strip(), "the text stays readable")


class TestFile(EssayCase):
    def test_a_document_fills_title_and_text_without_the_author_s_lines(self):
        file = saved(document_of("A Morning", "姓名：聂小雨", "It rang.", "Many came."))

        read = self._draft()._read_essay(file)

        self.assertEqual(
            read,
            {"title": "A Morning", "body": "It rang.\nMany came.", "dropped": ["姓名：聂小雨"]},
        )

    def test_a_text_file_in_the_encoding_of_old_programs(self):
        read = self._draft()._read_essay("清晨的钟声\n钟声响了，人们来了。".encode("gb18030"))

        self.assertEqual((read["title"], read["body"]), ("清晨的钟声", "钟声响了，人们来了。"))

    def test_files_that_cant_be_read_say_why(self):
        essay = self._draft()

        for content in (
            b"%PDF-1.4",
            b"PK\x03\x04broken",
            b"",
            b"\xd0\xcf\x11\xe0",
            b"\xff\xfe\x00",
        ):
            with self.assertRaises(UserError) as refusal:
                essay._read_essay(content)
            self.assertTrue(str(refusal.exception))
        self.assertEqual(essay.body, BODY.strip())


class TestDisqualifying(EssayCase):
    def test_the_office_disqualifies_with_a_reason_that_the_author_reads(self):
        essay = self._submitted()

        self._as("officer", essay).action_disqualify("It was printed before.")

        self.assertEqual((essay.state, essay.reason), ("disqualified", "It was printed before."))
        self.assertTrue(any("printed before" in text for text in self._told(self.me)))
        row = self.env["leifeng.journal"].search([("kind", "=", "disqualified")], limit=1)
        self.assertEqual(row.res_id, essay.id)
        self.assertNotIn("printed before", row.payload)

    def test_nobody_else_does_and_not_without_a_reason(self):
        essay = self._submitted()

        for role in ("employee", "colleague", "head", "supervisor", "hr"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, essay).action_disqualify("Because")
        with self.assertRaises(UserError):
            self._as("officer", essay).action_disqualify("  ")
        self.assertEqual(self._as("employee", essay).state, "submitted")

    def test_an_officer_doesnt_decide_on_the_own_essay(self):
        essay = self._submitted("officer")

        with self.assertRaises(AccessError):
            self._as("officer", essay).action_disqualify("Because")

    def test_persons_too_and_what_was_awarded_is_revoked_instead(self):
        persons = self._stage(self._award("person"), "screening")
        person = self._entry(persons, self.colleague)
        self._as("officer", person).action_disqualify("Withdrew from service")
        self.assertEqual(person.state, "disqualified")

        winner = self._granted(persons, self.me)
        with self.assertRaises(UserError):
            self._as("officer", winner).action_disqualify("Because")

    def test_it_is_taken_off_the_list_of_the_award(self):
        essay = self._entry(self.contest, self.me)
        result = self.env["leifeng.award.result"].create(
            {
                "award_id": self.contest.id,
                "entry_id": essay.id,
                "company_id": self.company.id,
                "code": "A1",
            }
        )

        self._as("officer", essay).action_disqualify("A copy")

        self.assertEqual(result.struck_reason, "A copy")
