from datetime import timedelta

from odoo.fields import Datetime

from .award_case import AwardCase


class TestTodoAward(AwardCase):
    """What an award waits for stands on the desk of whoever has to act, and on nobody else's."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.part.unlink()
        cls.part = cls.env["leifeng.campaign.department"].create(
            {
                "campaign_id": cls.campaign.id,
                "department_id": cls.hall.id,
                "head_id": cls.people["internal"].id,
                "coordinator_id": cls.people["coordinator"].id,
            }
        )
        cls.today = cls.company._leifeng_today()
        cls.past = cls.today - timedelta(days=2)

    def _mine(self, role):
        """Return the kinds of what ``role`` finds among the own to-dos about awards."""
        return sorted(self._seen(role, [("is_mine", "=", True)]).mapped("kind"))

    def _seen(self, role, domain=()):
        about = [("campaign_id", "=", self.campaign.id), ("kind", "=like", "award_%"), *domain]
        return self._as(role, self.env["leifeng.todo"]).search(about)

    def _judged(self, **vals):
        """Return an award under review with a sheet of each judge for one entry."""
        award = self._award(**vals)
        entry = self._entry(award, self.people["employee"])
        self._stage(award, "judging")
        award.judging_on = Datetime.now()
        sheets = [
            {
                "award_id": award.id,
                "company_id": self.company.id,
                "judge_id": judge.id,
                "user_id": judge.user_id.id,
                "entry_id": entry.id,
                "code": f"C{judge.id}",
            }
            for judge in award.judge_ids
        ]
        reviews = self._as_system(self.env["leifeng.award.review"])
        return award, reviews.create(sheets)

    # THE OFFICE

    def test_the_office_opens_what_is_due(self):
        award = self._award(date_open=self.past)
        self._award(date_open=self.today + timedelta(days=1))
        self._award(date_open=self.past, is_template=True, campaign_id=False)

        self.assertEqual(self._mine("officer"), ["award_open"])
        self.assertEqual(self._mine("coordinator"), [])

        self._stage(award, "open")
        self.assertEqual(self._mine("officer"), [])

    def test_the_office_ends_the_entries_and_starts_the_review(self):
        award = self._stage(self._award(date_open=self.past, date_deadline=self.past), "open")
        self.assertEqual(self._mine("officer"), ["award_end"])
        self.assertTrue(self._seen("officer").is_late)

        self._stage(award, "screening")
        self.assertEqual(self._mine("officer"), ["award_judging"])

        entry = self._entry(award, self.people["employee"], state="submitted")
        self.assertEqual(self._mine("officer"), [])
        award.date_screening = self.past
        self.assertEqual(self._mine("officer"), ["award_judging"])

        entry._set_state("candidate")
        self._stage(award, "judging")
        self.assertEqual(self._mine("officer"), [])

    def test_departments_that_enter_nothing_are_judged_after_the_last_day(self):
        self._stage(self._award("department", date_open=self.past, date_deadline=self.past), "open")

        self.assertEqual(self._mine("officer"), ["award_judging"])

    def test_similar_essays_wait_for_the_office(self):
        award = self._stage(self._award("essay"), "open")
        one, other = (self._entry(award, self.people[name]) for name in ("employee", "colleague"))
        flag = self.env["leifeng.award.similarity"].create(
            {"award_id": award.id, "entry_id": one.id, "other_id": other.id}
        )
        self.assertEqual(self._mine("officer"), ["award_similar"])
        action = self._seen("officer").action_open()
        self.assertEqual(action["res_model"], "leifeng.award.similarity")

        flag._set_state("kept")

        self.assertEqual(self._mine("officer"), [])

    def test_sheets_then_closing_then_the_proposal(self):
        award, sheets = self._judged()
        self.assertEqual(self._mine("officer"), [])

        for sheet in sheets:
            sheet._set_state("abstained")
        self.assertEqual(self._mine("officer"), ["award_close"])

        award.scoring_closed_on = Datetime.now()
        self.assertEqual(self._mine("officer"), ["award_proposal"])

        self._stage(award, "proposed")
        self.assertEqual(self._mine("officer"), [])

    def test_the_notice_and_what_follows_it(self):
        award = self._stage(self._award(), "approved")
        self.assertEqual(self._mine("officer"), ["award_notice"])
        values = {"name": "Notice", "campaign_id": self.campaign.id, "award_ids": award.ids}
        running, over = self.env["leifeng.award.notice"].create([values, values])
        running._set_state("published", date_start=self.past, date_stop=self.today)
        self._stage(award, "notice")
        self.assertEqual(self._mine("officer"), [])

        over._set_state("published", date_start=self.past, date_stop=self.past)
        self.assertEqual(self._mine("officer"), ["award_decision"])

        self._stage(award, "granted")
        self.assertEqual(self._mine("officer"), [])

    # DEPARTMENTS

    def test_entries_wait_for_coordinator_and_head_however_many(self):
        award = self._stage(self._award(), "open")
        for name in ("employee", "colleague"):
            self._entry(award, self.people[name], state="submitted")
        self._entry(award, self.people["judge"], state="submitted")

        for role in ("coordinator", "internal"):
            self.assertEqual(self._mine(role), ["award_screening"], role)
        todo = self._seen("coordinator")
        self.assertEqual((todo.name, todo.who), (award.name, "Coordinator"))
        action = todo.action_open()
        self.assertEqual(action["res_model"], "leifeng.award.entry")
        self.assertEqual(
            action["domain"], [("award_id", "=", award.id), ("state", "=", "submitted")]
        )
        self.assertEqual(self._mine("hr"), [])

    # JUDGES

    def test_sheets_wait_for_judges_of_the_office_one_line_an_award(self):
        award, sheets = self._judged()

        self.assertEqual(self._mine("judge"), ["award_scoring"])
        todo = self._seen("judge")
        self.assertEqual((todo.name, todo.who), (award.name, "Judge"))
        self.assertEqual(todo.action_open()["url"], "/my/leifeng/sheets")

        sheets.filtered(lambda sheet: sheet.user_id == self.users["judge"])._set_state("abstained")
        self.assertEqual(self._mine("judge"), [])

    def test_the_office_sees_who_has_to_score_and_supervision_doesn_t(self):
        self._judged()

        self.assertEqual(self._seen("officer").mapped("who"), ["Judge"])
        for role in ("supervisor", "hr", "coordinator"):
            self.assertFalse(self._seen(role), role)

    # BODIES

    def test_each_body_sees_its_own_requests_and_the_office_neither(self):
        """awards.md 6.4, DESIGN: the officer sees complete or not."""
        award = self._award()
        entry = self._entry(award, self.people["employee"])
        self._stage(award, "proposed")
        opinions = self._as_system(self.env["leifeng.award.opinion"])
        made = {
            body: opinions.create(
                {
                    "award_id": award.id,
                    "company_id": self.company.id,
                    "entry_id": entry.id,
                    "body": body,
                    "award_name": award.name,
                    "holder_name": "Employee",
                }
            )
            for body in ("hr", "discipline")
        }

        self.assertEqual(self._mine("hr"), ["award_opinion"])
        self.assertEqual(self._mine("supervisor"), ["award_opinion"])
        self.assertEqual(self._seen("hr").role, "hr")
        self.assertEqual(self._seen("supervisor").role, "supervisor")
        self.assertEqual(self._seen("supervisor").who, "Discipline Supervisor")
        for role in ("officer", "coordinator", "judge"):
            self.assertFalse(self._seen(role), role)

        made["hr"]._set_state("agreed")
        self.assertEqual(self._mine("hr"), [])
        made["discipline"]._set_state("agreed")
        self.assertEqual(self._mine("manager"), ["award_approval"])
        self.assertEqual(self._mine("officer"), [])
        self.assertEqual(self._seen("officer").who, "Campaign Manager")

    def test_an_objection_waits_for_supervision(self):
        award = self._stage(self._award(), "notice")
        notice = self.env["leifeng.award.notice"].create(
            {"name": "Notice", "campaign_id": self.campaign.id, "award_ids": award.ids}
        )
        objection = self._as_system(self.env["leifeng.award.objection"]).create(
            {
                "notice_id": notice.id,
                "company_id": self.company.id,
                "about": "Somebody",
                "text": "The hours are wrong",
                "objector_name": "Zou",
            }
        )
        self.assertEqual(self._mine("supervisor"), ["award_objection"])
        self.assertEqual(self._mine("officer"), [])
        todo = self._seen("officer")
        self.assertEqual((todo.name, todo.who), ("Notice", "Discipline Supervisor"))
        self.assertNotIn("Zou", str(todo.read()))

        objection._set_state("dismissed")

        self.assertFalse(self._seen("supervisor"))

    def test_numbers_of_to_dos_are_unique_and_say_what_they_open(self):
        for name in ("employee", "colleague"):
            award = self._stage(self._award(date_open=self.past, date_deadline=self.past), "open")
            self._entry(award, self.people[name], state="submitted")

        seen = self._seen("officer")

        self.assertEqual(len(set(seen.ids)), 6)
        self.assertEqual(set(seen.mapped("res_model")), {"leifeng.award"})
        self.assertEqual(set(seen.mapped("res_id")), set(self.campaign.award_ids.ids))
