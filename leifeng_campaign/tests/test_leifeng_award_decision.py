from datetime import timedelta

from odoo import Command
from odoo.exceptions import AccessError, UserError

from . import docx_files
from .honor_case import HonorCase


class DecisionCase(HonorCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.award = cls._award("person")
        cls.me, cls.colleague = cls.people["employee"], cls.people["colleague"]
        cls.leader = cls.people["leader"]
        cls.first = cls._winner(cls.award, cls.me)
        cls.second = cls._winner(cls.award, cls.colleague)
        cls.other = cls._entry(cls.award, cls.leader)

    def _texts(self, person):
        messages = self.env["leifeng.message"].search([("employee_id", "=", person.id)])
        return messages.mapped("text")

    def _refused(self, decision, words, role="officer"):
        with self.assertRaises(UserError) as refusal, self.env.cr.savepoint():
            self._as(role, decision).action_issue()
        self.assertIn(words, str(refusal.exception))
        self.env.invalidate_all()
        self.assertEqual(decision.state, "draft")
        self.assertFalse(decision.honor_ids)


class TestDecision(DecisionCase):
    def test_it_grants_what_stood_on_the_notice(self):
        decision = self._issue(self.award)

        honors = self._honors_of(decision)
        self.assertEqual((decision.state, self.award.state), ("issued", "granted"))
        self.assertEqual(honors.employee_id, self.me | self.colleague)
        self.assertRecordValues(
            self.first | self.second,
            [
                {
                    "state": "granted",
                    "tier_name": "First",
                    "granted_on": decision.date,
                    "honor_number": honor.number,
                }
                for honor in (
                    honors.filtered(lambda each: each.employee_id == self.me),
                    honors.filtered(lambda each: each.employee_id == self.colleague),
                )
            ],
        )
        self.assertEqual((self.other.state, self.other.honor_number), ("not_granted", False))

    def test_several_awards_in_one_decision(self):
        essays = self._award("essay")
        organizers = self._award("department")
        self._winner(essays, self.leader)
        self._winner(organizers, department_id=self.hotline.id, department_name="Hotline")

        decision = self._issue(self.award, essays, organizers)

        honors = self._honors_of(decision)
        self.assertEqual(
            honors.mapped("award_name"),
            ["Award for a person"] * 2 + ["Award for a essay", "Award for a department"],
        )
        self.assertEqual(honors[3].department_id, self.hotline)
        self.assertEqual(honors[3].holder_name, "Hotline")
        self.assertFalse(honors[3].employee_id or honors[3].holder_department)

    def test_within_a_tier_the_order_says_nothing_of_who_is_better(self):
        decision = self._issue(self.award)

        names = self._honors_of(decision).mapped("holder_name")
        self.assertEqual(names, sorted(names))

    def test_practice_20_not_before_the_notice_is_over(self):
        self._stage(self.award, "approved")
        self._refused(self._decision(self.award), "after a public notice")
        notice = self._on_notice(self.award)
        self.assertEqual(notice.state, "ended")
        self.env["leifeng.award.objection"].create(
            {
                "notice_id": notice.id,
                "company_id": self.company.id,
                "about": "List",
                "text": "Not so",
            }
        )

        self._refused(self._decision(self.award), "objection")

    def test_a_list_that_changed_needs_a_new_notice(self):
        self._on_notice(self.award)
        self._winner(self.award, self.people["head"])

        self._refused(self._decision(self.award), "changed")

    def test_what_a_decision_needs(self):
        self._on_notice(self.award)
        tomorrow = self.company._leifeng_today() + timedelta(days=1)
        for vals, words in (
            ({"document_number": False}, "document number"),
            ({"date": False}, "document number"),
            ({"issuer": " "[:0]}, "document number"),
            ({"date": tomorrow}, "future"),
        ):
            self._refused(self._decision(self.award, **vals), words)

    def test_nobody_to_commend(self):
        empty = self._award("person", name="Empty")
        self._on_notice(self.award)
        self._stage(empty, "notice")

        self._refused(self._decision(self.award, empty), "Empty")

        self.assertEqual(self.award.state, "notice", "none of it is granted")

    def test_the_award_s_row_is_where_objection_and_grant_meet(self):
        before = self.award.touch

        self._issue(self.award)

        self.assertGreater(self.award.touch, before)

    def test_an_issued_decision_stays_as_it_is(self):
        decision = self._issue(self.award)
        values = {
            "name": "Other",
            "document_number": "7",
            "hopes": "None",
            "award_ids": [Command.clear()],
        }
        for name, value in values.items():
            with self.assertRaises(UserError, msg=name):
                self._as("manager", decision).write({name: value})
        with self.assertRaises(UserError):
            self._as("manager", decision).unlink()
        with self.assertRaises(UserError):
            self._as("officer", decision).action_issue()

    def test_only_the_office_issues(self):
        self._on_notice(self.award)
        decision = self._decision(self.award)
        for role in ("employee", "head", "coordinator", "supervisor", "hr", "judge"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, decision).action_issue()

    def test_a_draft_is_the_office_s_an_issued_one_everybody_s(self):
        draft = self._decision(self.award)
        for role in ("employee", "internal", "coordinator"):
            found = self._as(role, self.env["leifeng.award.decision"]).search([])
            self.assertNotIn(draft, found, role)

        issued = self._issue(self.award)

        for role in ("employee", "internal", "coordinator", "hr", "supervisor"):
            found = self._as(role, self.env["leifeng.award.decision"]).search([])
            self.assertIn(issued, found, role)

    def test_the_button_on_the_award_leads_to_its_draft(self):
        self._on_notice(self.award)
        action = self._as("officer", self.award).action_decide()
        self.assertFalse(action["res_id"])
        self.assertEqual(action["context"]["default_award_ids"], self.award.ids)

        draft = self._decision(self.award)

        self.assertEqual(self._as("officer", self.award).action_decide()["res_id"], draft.id)

    def test_everyone_who_entered_is_told_the_own_result(self):
        dropped = self._entry(self.award, self.people["head"], state="dropped")
        self._issue(self.award)

        for winner in (self.me, self.colleague):
            self.assertTrue(any("Congratulations" in text for text in self._texts(winner)))
        for person in (self.leader, dropped.employee_id):
            (text,) = (text for text in self._texts(person) if "result" in text)
            self.assertIn("Thank you", text)
        told = self._texts(self.leader) + self._texts(self.me)
        for text in told:
            self.assertNotIn(self.colleague.name, text, "nothing of others")

    def test_who_answers_for_a_department_is_told(self):
        organizers = self._award("department")
        self._winner(organizers)

        self._issue(organizers)

        for role in ("head", "coordinator"):
            texts = self._texts(self.people[role])
            self.assertTrue(any("Service Hall" in text for text in texts), role)

    def test_the_journal_holds_numbers_and_no_names(self):
        decision = self._issue(self.award)

        rows = self.env["leifeng.journal"].search([("kind", "in", ("decision", "honor"))])
        self.assertEqual(sorted(rows.mapped("kind")), ["decision", "honor", "honor"])
        self.assertEqual(
            set(rows.filtered(lambda row: row.kind == "honor").mapped("res_id")),
            set(decision.honor_ids.ids),
        )
        for row in rows:
            for person in self.me | self.colleague:
                self.assertNotIn(person.name, row.payload)


class TestDecisionDocument(DecisionCase):
    def _lists(self, decision):
        return self._as("officer", decision)._document_lists()

    def test_the_draft_and_the_issued_one_hold_the_same_lists(self):
        self._on_notice(self.award)
        decision = self._decision(self.award)
        draft = self._lists(decision)
        self._as("officer", decision).action_issue()

        self.assertEqual(self._lists(decision), draft)
        self.assertEqual(
            draft[0]["rows"],
            [["1", "Colleague", "Service Hall"], ["2", "Employee", "Service Hall"]],
        )
        self.assertEqual(draft[0]["sentence"], "2 comrades are named “Award for a person”.")

    def test_a_list_for_each_award_and_tier(self):
        essays = self._award("essay", tier_ids=[Command.create({"name": name}) for name in "AB"])
        self._winner(essays, self.leader, essays.tier_ids[1])
        self._winner(essays, self.people["head"], essays.tier_ids[0])

        lists = self._lists(self._issue(self.award, essays))

        self.assertEqual(
            [each["title"] for each in lists],
            [
                "List of Those Commended: Award for a person",
                "List of Works Awarded: Award for a essay, A",
                "List of Works Awarded: Award for a essay, B",
            ],
        )
        self.assertEqual(lists[1]["rows"], [["1", "A Morning", "Head", "Service Hall"]])

    def test_practice_19_nobody_is_named_who_did_not_agree(self):
        self.first.consent_named = False

        (names,) = (each["rows"] for each in self._lists(self._issue(self.award)))

        self.assertEqual([row[1] for row in names], ["Colleague", "(Name Withheld)"])

    def test_a_paper_issued_anew_does_not_change_the_decision(self):
        decision = self._issue(self.award)
        before = self._lists(decision)

        self._as("officer", decision.honor_ids[0]).action_reissue_honor("Corrected", "Misspelled")

        self.assertEqual(self._lists(decision), before)

    def test_the_text_says_what_was_decided(self):
        decision = self._issue(self.award)

        words = docx_files.text_of(self._as("officer", decision)._document())

        for part in (
            decision.name,
            decision.preamble,
            decision.hopes,
            "The Agency",
            "2 comrades are named “Award for a person”.",
            "List of Those Commended: Award for a person",
        ):
            self.assertIn(part, words)
