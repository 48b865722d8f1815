from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.fields import Datetime
from odoo.tests import Form

from .common import LeifengCase


class TestSessionWizards(LeifengCase):
    def _wizard(self, model, role="officer", **vals):
        return self._as(role, self.env[model]).create(vals)

    def test_cancelling_asks_for_a_reason(self):
        session = self._session()
        wizard = self._wizard("leifeng.session.change", session_id=session.id, what="cancel")
        with self.assertRaises(UserError):
            wizard.action_apply()

        wizard.reason = "Thunderstorm"
        wizard.action_apply()

        self.assertEqual((session.state, session.cancel_reason), ("cancelled", "Thunderstorm"))

    def test_moving_lists_who_would_collide_before_the_click(self):
        session, other = self._session(), self._session(hours_ahead=48)
        person = self._employees(1)
        self._line(session, person)
        self._line(other, person)
        officer = self._as("officer", self.env["leifeng.session.change"])
        form = Form(officer.with_context(default_session_id=session.id))
        self.assertFalse(form.collisions)

        form.start = other.start
        self.assertEqual(form.stop, other.start + timedelta(hours=2), "the length stays")
        self.assertIn("Colleague 0", form.collisions)
        wizard = form.save()
        with self.assertRaises(UserError):
            wizard.action_apply()

        form.start = other.stop
        form.save().action_apply()
        self.assertEqual(session.start, other.stop)

    def test_walk_ins_are_added_by_the_leader(self):
        session = self._session(hours_ahead=-1, leader_id=self.people["internal"].id)
        vals = {"session_id": session.id, "employee_id": self.people["colleague"].id}

        self._wizard("leifeng.session.person", "internal", **vals).action_add_walk_in()

        row = session.sheet_ids
        self.assertEqual((row.source, row.attendance), ("walk_in", "present"))
        self.assertEqual(row.signed_by, "Internal")
        with self.assertRaises(UserError):
            self._wizard("leifeng.session.person", "internal", **vals).action_add_walk_in()
        with self.assertRaises(AccessError):
            self._wizard("leifeng.session.person", "coordinator", **vals).action_add_walk_in()

    def test_practice_07_on_behalf_is_for_the_own_department_and_marked(self):
        session = self._session()
        vals = {"session_id": session.id, "employee_id": self.people["employee"].id}
        with self.assertRaises(UserError):
            self._wizard("leifeng.session.person", "internal", **vals).action_sign_up()

        self._wizard("leifeng.session.person", "coordinator", **vals).action_sign_up()

        self.assertEqual(session.sheet_ids.source, "behalf")
        self.assertEqual(session.sheet_ids.signed_by, "Coordinator")

    def test_confirming_enters_the_results_as_the_leader(self):
        session = self._session(hours_ahead=-3, leader_id=self.people["internal"].id)
        self._line(session, self._employees(2))
        vals = {"session_id": session.id, "people_served": 46, "goods_given": "Rice"}
        wizard = self._wizard("leifeng.session.confirm", "internal", **vals)
        self.assertRegex(wizard.pending, "^Colleague 0.+Colleague 1$")
        with self.assertRaises(UserError):
            wizard.action_confirm()

        self._as("internal", session).action_everyone_came()
        wizard = self._wizard("leifeng.session.confirm", "internal", **vals)
        self.assertEqual(wizard.summary, "Present 2")
        wizard.action_confirm()

        self.assertEqual((session.people_served, session.goods_given), (46, "Rice"))
        self.assertEqual(session.record_count, 2)

    def test_the_group_s_text_has_link_and_code_and_no_name(self):
        session = self._session(
            start=self._moment("2099-03-05 07:30"), stop=self._moment("2099-03-05 08:30")
        )
        self._line(session, self.people["employee"])

        wizard = self._wizard("leifeng.session.text", session_ids=session.ids)

        self.assertEqual(
            wizard.text.splitlines(),
            [
                "Shift",
                "Time: Thu, Mar 5, 2099 07:30–08:30",
                "Place: Corner",
                "Number of places: 2",
                f"Sign up here: {session.get_base_url()}/my/leifeng/sessions/{session.id}",
            ],
        )
        self.assertTrue(wizard.qr_code)


class TestRecordWizards(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.record = cls._confirmed(
            cls.people["employee"],
            start=cls._moment("2025-03-05 09:00"),
            stop=cls._moment("2025-03-05 11:00"),
        ).record_ids

    def _form(self, model, **defaults):
        context = {f"default_{name}": value for name, value in defaults.items()}
        return Form(self._as("officer", self.env[model]).with_context(**context))

    def _question(self):
        questions = self._as("employee", self.env["leifeng.service.correction"])
        return questions.ask(self.record.with_user(self.users["employee"]), "I left at ten")

    def test_correcting_answers_the_question_that_asked_for_it(self):
        question = self._question()
        form = self._form(
            "leifeng.service.record.correct", record_id=self.record.id, question_id=question.id
        )
        self.assertEqual(form.start, self.record.start)
        form.stop = Datetime.to_string(self.record.start + timedelta(hours=1))
        form.reason = "The sheet was misread"
        form.save().action_correct()

        self.assertEqual((question.state, question.answer), ("corrected", "The sheet was misread"))
        counting = self.env["leifeng.service.record"]._standing_between(
            self.people["employee"], self.record.start, self.record.stop
        )
        self.assertEqual(counting.minutes, 60)

    def test_nothing_remains(self):
        form = self._form("leifeng.service.record.correct", record_id=self.record.id)
        form.outcome = "nothing"
        form.reason = "Was not there"
        form.save().action_correct()

        self.assertEqual(self.record.state, "reversed")
        self.assertEqual(len(self.record.session_id.record_ids), 2)

    def test_a_question_is_answered_and_the_record_kept(self):
        question = self._question()
        form = self._form("leifeng.service.correction.answer", question_id=question.id)
        self.assertEqual(form.question, "I left at ten")
        form.answer = "The sheet says eleven"
        form.save().action_answer()

        self.assertEqual((question.state, self.record.state), ("kept", "recorded"))

    def test_the_office_issues_for_a_colleague_without_an_account(self):
        person = self._employees(1)
        self._confirmed(person, hours_ahead=-40)
        form = self._form("leifeng.certificate.issue")
        form.employee_id = person
        self.assertEqual(form.preview, "1 services, 2 hours in all.")

        action = form.save().action_issue()

        certificate = self.env["leifeng.certificate"].browse(action["res_id"])
        self.assertEqual(
            (certificate.holder_name, certificate.issued_by), ("Colleague 0", "Officer")
        )

    def test_wizards_of_the_office_are_for_the_office(self):
        for model in (
            "leifeng.session.change",
            "leifeng.service.record.correct",
            "leifeng.service.correction.answer",
            "leifeng.certificate.issue",
        ):
            for role in ("internal", "coordinator", "supervisor", "employee"):
                with self.assertRaises(AccessError, msg=(model, role)):
                    self._as(role, self.env[model]).create({})
