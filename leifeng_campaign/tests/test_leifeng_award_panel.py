import json
from collections import Counter
from datetime import timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command, Date

from .panel_case import PanelCase


class TestStartPanelReview(PanelCase):
    """What is asked before judging opens, and what opening brings about."""

    def _ready(self, kind="essay", **vals):
        award = self._stage(self._award(kind, **vals), "screening")
        self._entry(award, self.people["employee"])
        return award

    def _start(self, award, role="officer"):
        self._as(role, award).action_start_judging()

    def _refused(self, award, error=UserError):
        with self.assertRaises(error) as caught:
            self._start(award)
        self.assertEqual(award.state, "screening")
        self.assertFalse(self._sheets(award))
        return str(caught.exception)

    def test_sheets_of_all_judges(self):
        award = self._opened()

        self.assertEqual(award.state, "judging")
        self.assertTrue(award.judging_on)
        sheets = self.env["leifeng.award.review"].sudo().search([("award_id", "=", award.id)])
        self.assertEqual(Counter(sheets.judge_id.mapped("name")).total(), 3)
        self.assertEqual(len(sheets), 6)
        self.assertEqual(sheets.create_uid.ids, [1])
        self.assertEqual(sheets.write_uid.ids, [1])

    def test_nobody_but_the_office_starts_it(self):
        award = self._ready()
        for role in ("judge", "internal", "supervisor", "hr", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._start(award, role)

    def test_three_judges(self):
        award = self._ready(judges=("judge", "judge2"))
        self.assertIn("3", self._refused(award))

    def test_nobody_was_put_forward(self):
        self._refused(self._stage(self._award("person"), "screening"))

    def test_somebody_waits_for_a_decision(self):
        award = self._ready()
        self._entry(award, self.people["colleague"], state="submitted")
        self.assertIn("1", self._refused(award))

    def test_drafts_stay_out(self):
        award = self._ready()
        self._entry(award, self.people["colleague"], state="draft")
        self._start(award)
        self.assertEqual(len(self._sheets(award)), 1)

    def test_a_candidate_has_not_agreed(self):
        award = self._ready("person")
        self._entry(award, self.people["colleague"], consent_considered=False)
        self.assertIn("Colleague", self._refused(award))

    def test_similar_essays_nobody_looked_at(self):
        award = self._ready()
        other = self._entry(award, self.people["colleague"])
        flag = self.env["leifeng.award.similarity"].create(
            {"award_id": award.id, "entry_id": award.entry_ids[0].id, "other_id": other.id}
        )
        self._refused(award)
        flag._set_state("kept")
        self._start(award)
        self.assertEqual(award.state, "judging")

    def test_only_computed_criteria(self):
        award = self._ready()
        award.criterion_ids.write({"source": "hours", "target": 10})
        self._refused(award)

    def test_an_archived_account(self):
        award = self._ready()
        self.users["outside"].active = False
        self.assertIn("Outside", self._refused(award, ValidationError))

    def test_departments_are_judged_without_a_review_before(self):
        award = self._opened("department")
        self.assertEqual(award.state, "judging")
        self.assertEqual(set(self._sheets(award).mapped("title")), {"Service Hall"})

    def test_a_summary_that_is_not_due_yet_is_not_late(self):
        today = self.company._leifeng_today()
        self.campaign.summary_due = today
        award = self._award("department")
        award.criterion_ids[1].source = "summary"
        self._stage(award, "open")
        entry = self._entry(award, department_id=self.hall.id)
        with self.assertRaisesRegex(UserError, "1 departments have time"):
            self._as("officer", award).action_start_judging()

        parts = self.campaign.department_ids
        parts.filtered(lambda part: part.department_id == self.hall).summary_submitted_on = today
        self._as("officer", award).action_start_judging()

        self.assertEqual((award.state, entry.facts["summary"]), ("judging", 1))

    def test_too_few_may_read(self):
        award = self._ready("person", reading="shares", share_size=3)
        award._declare_recusal(award.judge_ids[0], award.entry_ids, "kin")
        self.assertIn(award.entry_ids.display_name, self._refused(award))

    def test_once(self):
        with self.assertRaises(UserError):
            self._start(self._opened())


class TestSeats(PanelCase):
    def test_an_officer_judges_no_essays_but_persons(self):
        for role in ("officer", "manager"):
            with self.assertRaises(ValidationError, msg=role):
                self._award("essay", judges=("judge", role))
            self._award("person", judges=("judge", role))

    def test_a_judge_who_became_officer_since(self):
        award = self._stage(self._award("essay"), "screening")
        self._entry(award, self.people["employee"])
        group = self.env.ref("leifeng_campaign.group_leifeng_officer")
        self.users["judge"].group_ids = [Command.link(group.id)]
        with self.assertRaises(ValidationError):
            self._as("officer", award).action_start_judging()

    def test_who_has_no_account_scores_on_paper(self):
        award = self._award("person", **self._paper_vals())
        self.assertEqual(award.judge_ids[2].name, "Old Judge")
        with self.assertRaises(ValidationError):
            award.judge_ids[2].on_paper = False

    def test_who_enters_paper_is_no_officer_no_judge_and_two_persons(self):
        award = self._award("person", **self._paper_vals())
        clerk, judge = self.users["internal"], self.users["judge"]
        for users in (
            (clerk, clerk),
            (clerk, self.users["officer"]),
            (self.users["manager"], clerk),
            (judge, clerk),
        ):
            with self.assertRaises(ValidationError):
                award.write({"paper_clerk_id": users[0].id, "paper_checker_id": users[1].id})

    def test_paper_needs_two_persons_and_none_of_them_takes_part(self):
        award = self._stage(self._award("person", **self._paper_vals()), "screening")
        entry = self._entry(award, self.people["internal"])
        with self.assertRaises(ValidationError):
            self._as("officer", award).action_start_judging()
        award.paper_clerk_id = False
        with self.assertRaises(UserError):
            self._as("officer", award).action_start_judging()
        award.paper_clerk_id = self.users["leader"]
        self.assertEqual(entry.state, "candidate")


class TestOnTheSheets(PanelCase):
    def test_an_essay_is_its_text_alone(self):
        award = self._opened()
        for sheet in self._sheets(award):
            self.assertFalse(sheet.facts)
            self.assertFalse(sheet.file_ids)
            shown = json.dumps(sheet.read(["title", "body", "code", "facts"]), default=str)
            self.assertNotIn("Hall", shown)

    def test_each_judge_has_codes_and_numbers_of_the_own(self):
        award = self._opened(authors=("employee", "colleague", "head", "leader", "hr"))
        codes = {}
        for role in ("judge", "judge2", "outside"):
            for sheet in self._sheets(award, role):
                codes.setdefault(sheet.entry_id, set()).add(sheet.code)
        self.assertTrue(any(len(each) > 1 for each in codes.values()))
        labels = self.env["leifeng.award.judge"].sudo().search([("award_id", "=", award.id)])
        self.assertEqual(sorted(labels.mapped("label")), [1, 2, 3])

    def test_ids_of_sheets_follow_no_order(self):
        """With 3 judges and 40 works the chance of an ordered batch is nil."""
        people = self._employees(40)
        award = self._stage(self._award("essay", judges=("outside", "head", "leader")), "screening")
        for person in people:
            self._entry(award, person)
        self._as("officer", award).action_start_judging()
        sheets = self.env["leifeng.award.review"].sudo().search([("award_id", "=", award.id)])
        by_id = sheets.sorted("id")
        self.assertNotEqual(by_id.mapped("entry_id.id"), by_id.entry_id.ids * 3)
        own = self._sheets(award, "outside")
        self.assertNotEqual(own.mapped("entry_id.id"), sorted(own.entry_id.ids))
        self.assertNotEqual(own.ids, sorted(own.ids))

    def test_a_person_has_name_facts_and_proof_but_no_opinion_or_phone(self):
        person = self.people["employee"]
        person.write({"mobile_phone": "13800001111"})
        award = self._stage(self._award("person"), "screening")
        proof = self.env["ir.attachment"].create(
            {"name": "letter from Employee.PDF", "raw": b"%PDF-1"}
        )
        self._entry(
            award,
            person,
            department_opinion="Secretly weak",
            department_by="Head",
            service_minutes=90,
            proof_ids=[Command.set(proof.ids)],
        )
        self._as("officer", award).action_start_judging()

        sheet = self._sheets(award)
        self.assertEqual(sheet.title, "Employee")
        self.assertEqual(sheet.body, "Helps everybody, every day.")
        self.assertEqual(sheet.facts["department"], "Service Hall")
        shown = json.dumps(sheet.read()[0], default=str)
        for secret in ("Secretly", "13800001111"):
            self.assertNotIn(secret, shown)
        self.assertEqual((sheet.file_ids.name, sheet.file_ids.raw), ("1.pdf", b"%PDF-1"))
        self.assertEqual(sheet.file_ids.create_uid.id, 1)
        self.assertFalse(sheet.file_ids.res_model)
        self.assertNotEqual(sheet.file_ids, proof)

    def test_facts_are_shown_and_nought_is_one(self):
        sheet = self._sheets(self._opened("department"))
        shown = dict(sheet._fact_rows())
        self.assertEqual(shown["Requests Served"], "0")
        self.assertIn("Head-count", shown)
        self.assertIn("Taking Part (0–40)", sheet._computed_text())
        person = self._sheets(self._opened("person", authors=("employee",)))
        self.assertEqual(dict(person._fact_rows())["Number of Services"], "0")

    def test_shares_are_balanced(self):
        award = self._stage(self._award("essay", reading="shares", share_size=2), "screening")
        for person in self._employees(6):
            self._entry(award, person)
        award.recuse_department = False
        self._as("officer", award).action_start_judging()
        counts = [len(self._sheets(award, role)) for role in ("judge", "judge2", "outside")]
        self.assertEqual(counts, [4, 4, 4])

    def test_the_journal_knows_counts_and_digests_but_no_name(self):
        award = self._opened()
        row = self.env["leifeng.journal"].search([("kind", "=", "judging_opened")], limit=1)
        payload = json.loads(row.payload)
        self.assertEqual((payload["sheets"], payload["entries"], payload["judges"]), (6, 2, 3))
        self.assertEqual(payload["rules_hash"], award.rules_hash)
        self.assertEqual(len(payload["works"]), 2)
        for word in ("Employee", "Colleague", "Work"):
            self.assertNotIn(word, row.payload)

    def test_judges_who_are_employees_are_told(self):
        today = Date.today()
        award = self._opened(date_judging=today + timedelta(days=9))
        told = self.env["leifeng.message"].search([("url", "=", "/my/leifeng/sheets")])
        self.assertEqual(told.employee_id, self.people["judge"] | self.people["judge2"])
        self.assertIn(award.name, told[0].text)
        self.assertIn("/my/leifeng/sheets", self._as("officer", award).panel_text)
