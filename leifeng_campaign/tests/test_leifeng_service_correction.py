from odoo.exceptions import AccessError, UserError
from odoo.service.model import call_kw

from .common import LeifengCase


class TestQuestion(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.record = cls._confirmed(cls.people["employee"]).record_ids

    def _ask(self, text="I stayed ten minutes longer", role="employee"):
        questions = self._as(role, self.env["leifeng.service.correction"])
        return questions.ask(self.record.with_user(self.users[role]), text)

    def test_practice_14_everyone_contests_the_own_record_and_is_answered(self):
        question = self._ask()

        self._as("officer", question).action_answer("The sheet says 8:30.")

        self.assertEqual((question.state, question.answered_by), ("kept", "Officer"))
        told = self.env["leifeng.message"].search(
            [("employee_id", "=", self.people["employee"].id)]
        )
        self.assertEqual(told[:1].url, "/my/leifeng/records")

    def test_one_question_at_a_time(self):
        self._ask()

        with self.assertRaises(UserError):
            self._ask("And another thing")

    def test_only_about_the_own_record(self):
        for role in ("colleague", "officer"):
            with self.assertRaises(AccessError, msg=role):
                self._ask(role=role)

    def test_a_question_says_something_and_not_too_much(self):
        for text in ("", "  ", "x" * 1001):
            with self.assertRaises(UserError):
                self._ask(text)

    def test_whoever_asked_and_outsiders_do_not_answer(self):
        question = self._ask()
        for role in ("employee", "internal", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, question).action_answer("Fine")
        own = self._confirmed(self.people["officer"], hours_ahead=-50).record_ids
        asked = self._as("officer", self.env["leifeng.service.correction"]).ask(
            own.with_user(self.users["officer"]), "More"
        )

        with self.assertRaises(UserError):
            asked.action_answer("Granted")

    def test_the_office_writes_answers_by_the_button_alone(self):
        question = self._as("officer", self._ask())

        for values in ({"answer": "X"}, {"text": "X"}, {"answered_by": "X"}):
            with self.assertRaises(AccessError, msg=values):
                question.write(values)

    def test_asking_is_no_remote_call(self):
        questions = self._as("officer", self.env["leifeng.service.correction"])

        with self.assertRaises(AccessError):
            call_kw(questions, "ask", [self.record.id, "Why?"], {})

    def test_an_answer_says_something(self):
        with self.assertRaises(UserError):
            self._as("officer", self._ask()).action_answer(" ")
