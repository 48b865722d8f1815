from odoo.exceptions import AccessError, UserError

from .essay_case import BODY, TITLE, EssayCase


class TestSubmitting(EssayCase):
    def test_submitting_copies_who_and_where_from(self):
        self.me.job_title = "Clerk"

        essay = self._submitted()

        self.assertEqual(
            (essay.state, essay.employee_name, essay.department_name, essay.post),
            ("submitted", "Employee", "Service Hall", "Clerk"),
        )
        self.assertTrue(essay.submitted_on and essay.original)

    def test_point_23_one_essay_a_person(self):
        self._submitted()

        with self.assertRaises(UserError):
            self._as("employee", self.contest).action_begin_essay()

    def test_originality_title_and_text_are_asked_for(self):
        essay = self._draft()
        with self.assertRaises(UserError):
            essay.action_submit(original=False)
        for values in ({"title": ""}, {"title": TITLE, "body": " "}):
            essay.action_save_essay(values)
            with self.assertRaises(UserError):
                essay.action_submit(original=True)
        self.assertEqual(essay.state, "draft")

    def test_length_as_the_contest_counts_it_at_both_limits(self):
        essay = self._draft(body="字" * 9)
        with self.assertRaisesRegex(UserError, "9.*10"):
            essay.action_submit(original=True)
        essay.action_save_essay({"body": "字" * 41})
        with self.assertRaisesRegex(UserError, "41.*40"):
            essay.action_submit(original=True)
        essay.action_save_essay({"body": "字" * 40})

        essay.action_submit(original=True)

        self.assertEqual((essay.state, essay.character_count), ("submitted", 40))

    def test_whoever_won_within_the_years_cant_win_again(self):
        earlier = self._award("essay", name=self.contest.name)
        self._granted(earlier, self.me)
        earlier.year = self.contest.year - 1
        self.contest.repeat_years = 2

        with self.assertRaises(UserError):
            self._as("employee", self.contest).action_begin_essay()

    def test_own_name_and_department_are_shown_before_it_is_submitted(self):
        essay = self._draft(
            title="A Day in the Service Hall", body=f"{BODY} My name is Employee, said I."
        )

        found = essay._names_found()

        self.assertEqual(
            [(place["name"], place["where"]) for place in found],
            [("Service Hall", "title"), ("Employee", "body")],
        )
        with self.assertRaisesRegex(UserError, "Employee"):
            essay.action_submit(original=True)
        self.assertEqual(essay.state, "draft")

    def test_names_that_were_shown_can_be_kept_and_new_ones_are_shown(self):
        essay = self._draft(body=f"{BODY} I am Employee.")
        essay.action_save_essay({"body": f"{BODY} I am Employee, yes, Employee."})
        with self.assertRaises(UserError):
            essay.action_submit(original=True, names_kept=1)

        essay.action_submit(original=True, names_kept=2)

        self.assertEqual(essay.state, "submitted")

    def test_taking_back_until_somebody_acted(self):
        essay = self._submitted()
        essay.action_take_back()
        self.assertEqual((essay.state, essay.submitted_on), ("draft", False))
        essay.action_submit(original=True)

        self._as("head", essay).action_put_forward("Well told")

        with self.assertRaises(UserError):
            self._as("employee", essay).action_take_back()

    def test_nothing_is_taken_back_after_entries_have_ended(self):
        essay = self._submitted()
        self._end_entries()

        with self.assertRaises(UserError):
            self._as("employee", essay).action_take_back()
        self.assertEqual(essay.state, "submitted")

    def test_nobody_takes_back_an_essay_of_somebody_else(self):
        essay = self._submitted()

        for role in ("colleague", "head", "officer"):
            with self.assertRaises(AccessError):
                self._as(role, essay).action_take_back()

    def test_what_was_returned_is_changed_and_sent_again_after_the_deadline(self):
        essay = self._submitted()
        self._end_entries()
        self._as("head", essay).action_return("Please say where it was")

        mine = self._as("employee", essay)
        mine.action_save_essay({"body": f"{BODY} At the counter."})
        mine.action_submit(original=True)

        self.assertEqual((mine.state, mine.reason), ("submitted", False))
        self.assertTrue(any("where it was" in text for text in self._told(self.me)))

    def test_an_essay_is_no_nomination_and_the_other_way_round(self):
        essay = self._draft()
        with self.assertRaises(AccessError):
            essay.action_save_nomination({"deeds_short": "x"})
        persons = self._stage(self._award("person"), "open")
        nomination = self._as("employee", persons).action_nominate(self.me.id)

        for act in (
            lambda: nomination.action_save_essay({"body": "x"}),
            lambda: nomination.action_submit(original=True),
        ):
            with self.assertRaises(AccessError):
                act()
        with self.assertRaises(UserError):
            self._as("employee", persons).action_begin_essay()
