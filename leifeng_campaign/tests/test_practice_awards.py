"""The binding points of practice.md (section 10) that awards are about, each through the acts that
people use; every class is about one part of the way."""

import re

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .close_case import CloseCase
from .nomination_case import NominationCase
from .notice_case import ObjectionCase
from .panel_case import PanelCase

# What no score may be made of (point 24).
POPULAR = re.compile(r"like|vote|forward|read|click|login|online|visit|learn|stud", re.IGNORECASE)


class TestNominating(NominationCase):
    def test_point_19_consent_to_each_thing_by_itself_at_nomination(self):
        entry = self._sent("coordinator", self.me)
        with self.assertRaises(UserError):
            self._as("head", entry).action_put_forward("We agree.")

        self._as("employee", entry).action_agree(named=True)

        expected = {
            "consent_considered": True,
            "consent_named": True,
            "consent_publicized": False,
            "state": "submitted",
        }
        self.assertRecordValues(entry, [expected])
        self.assertTrue(entry.consent_on)
        with self.assertRaisesRegex(UserError, "tick"):
            self._sent_without_consent("colleague")

    def _sent_without_consent(self, role):
        self._nominate(role, self.people[role]).action_send_nomination(named=True)

    def test_point_21_nomination_and_preliminary_review_with_person_date_and_opinion(self):
        own, proposed = self._sent("colleague", self.colleague), self._agreed("head", self.me)
        for entry, role in ((own, "head"), (proposed, "coordinator")):
            self._as(role, entry).action_put_forward(f"Opinion by {role}")

        for entry, origin, role in ((own, "self", "head"), (proposed, "department", "coordinator")):
            expected = {
                "origin": origin,
                "state": "candidate",
                "department_opinion": f"Opinion by {role}",
                "department_by": role.title(),
                "department_name": "Service Hall",
            }
            self.assertRecordValues(entry, [expected])
            self.assertTrue(entry.submitted_on and entry.department_on)


class TestPublicNotice(ObjectionCase):
    def test_point_19_a_notice_holds_name_department_award_and_short_reason(self):
        line = self.line
        shown = {name for name in line._fields if line._fields[name].groups is None}

        self.assertEqual(
            shown & {"holder_name", "department_name", "award_name", "tier_name", "reason"},
            {"holder_name", "department_name", "award_name", "tier_name", "reason"},
        )
        for word in ("phone", "birth", "mail", "number", "ethnic", "political"):
            self.assertFalse([name for name in shown if word in name], word)
        self.assertEqual(line.reason, "Helps")
        self.assertTrue(self.notice.office and self.notice.office_phone and self.notice.date_stop)
        self.mine.write({"consent_named": False})
        with self._on("2026-11-24"):
            renewed = self._as("officer", self.notice).action_renew("One did not agree to be named")
        self.assertNotIn("Employee", renewed.sudo().line_ids.mapped("holder_name"))

    def test_point_20_five_workdays_the_objector_s_name_and_no_grant_while_one_is_open(self):
        workdays = self.notice._calendar().between(self.notice.date_start, self.notice.date_stop)
        self.assertGreaterEqual(len(workdays), 5)
        objection = self._object()

        for role in ("officer", "manager", "hr", "internal", "colleague", "judge"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, objection).read(["objector_name"])
        self.assertEqual(self._as("supervisor", objection).objector_name, "Employee")
        with self._on("2026-11-27"):
            self.assertTrue(self.award._notice_refusal(), "an objection is open")
            self._find(objection)
            self.assertFalse(self.award._notice_refusal())


class TestDeciding(CloseCase):
    def _approved(self):
        award, entries = self._proposed()
        self._all_agree(award)
        manager = award.with_user(self.users["manager"])
        manager.action_record_approval("Party Committee", self._today(), "Zhao", "Agreed")
        return award, entries

    def test_point_21_each_step_of_the_chain_has_its_person_date_and_opinion(self):
        award, entries = self._approved()

        self.assertEqual((award.meeting_date, award.meeting_present), (self._today(), 5))
        for body, giver in (("hr", "Hr"), ("discipline", "Supervisor")):
            opinion = self._opinion(entries[0], body)
            self.assertEqual((opinion.state, opinion.given_by), ("agreed", giver))
            self.assertEqual(opinion.given_on, self._today())
        self.assertEqual((award.approval_body, award.approval_person), ("Party Committee", "Zhao"))
        self.assertEqual((award.approval_date, award.approval_note), (self._today(), "Agreed"))
        chain = ("scoring_closed", "panel_proposal", "final_approval")
        rows = self.env["leifeng.journal"].search([("res_id", "=", award.id)], order="id")
        self.assertEqual([row.kind for row in rows if row.kind in chain], list(chain))

    def test_point_21_no_step_is_jumped_over(self):
        states = self.env["leifeng.award"]._state_fields["state"]

        for state, following in (
            ("judging", "proposed"),
            ("proposed", "approved"),
            ("approved", "notice"),
            ("notice", "granted"),
        ):
            self.assertIn(following, states[state])
        # an award that was imported with its honors was never judged here
        before = [state for state, after in states.items() if "granted" in after]
        self.assertEqual(before, ["draft", "notice"])

    def test_point_23_extremes_are_dropped_from_five_sheets_up_alone(self):
        for judges, method, score in ((4, "mean", 55.0), (5, "trimmed", 60.0)):
            award, (entry,) = self._under_review(judges=judges, entries=1)
            self._scored(award, {entry: [40, 60, 60, 60, 80][:judges]})

            self._as("officer", award).action_close_scoring()

            result = self._result(entry)
            self.assertEqual((result.method, result.score), (method, score))

    def test_point_24_nothing_popular_is_a_source_of_points(self):
        sources = dict(self.env["leifeng.award.criterion"]._fields["source"].selection)

        for value, label in sources.items():
            self.assertNotRegex(value, POPULAR)
            self.assertNotRegex(label, POPULAR)

    def test_point_25_results_are_no_table_of_persons_for_everybody(self):
        """Positions order a panel's work; nobody outside of it reads them."""
        award, _entries = self._approved()

        for role in ("employee", "colleague", "internal", "coordinator", "head", "judge"):
            results = self._as(role, self.env["leifeng.award.result"])
            self.assertFalse(results.has_access("read"), role)
        self.assertTrue(award.result_ids)


class TestJudging(PanelCase):
    def test_point_22_own_entry_declared_kin_and_own_department_and_each_is_minuted(self):
        judges = ("judge", "judge2", "outside", "leader")
        award = self._stage(self._award("person", judges=judges), "screening")
        own = self._entry(award, self.people["judge"])
        other = self._entry(award, self.people["employee"])
        outside = award.judge_ids[2]
        self._as("officer", award)._declare_recusal(outside, own, "kin", "A cousin")

        self._as("officer", award).action_start_judging()
        self._as("judge", self._sheets(award, "judge")).action_recuse("kin", "My wife")

        minuted = {(each.judge_id.name, each.entry_id, each.reason) for each in award.recusal_ids}
        expected = {("Judge", own, "self"), ("Judge2", own, "department")}
        expected |= {("Outside", own, "kin"), ("Judge", other, "kin")}
        expected.add(("Leader", other, "department"))
        self.assertEqual(minuted, expected)
        left = {"Judge": (0, 0), "Judge2": (0, 1), "Outside": (0, 1), "Leader": (0, 1)}
        self.assertEqual(award._progress(), left)

    def test_point_22_the_own_department_is_a_setting(self):
        award = self._opened("person", recuse_department=False, judges=("head", "judge", "outside"))

        self.assertFalse(award.recusal_ids)
        self.assertEqual(len(self._sheets(award, "head")), 2)

    def test_point_23_judges_of_essays_see_text_alone_and_score_by_themselves(self):
        award = self._opened("essay")
        sheet, other = self._as("judge", self._sheets(award, "judge"))
        scores = self._scores(award, "30", "30", "40")
        self.assertEqual(sum(map(int, scores.values())), 100)

        sheet.action_submit(scores, "")

        shown = str(sheet.read()) + str(other.read())
        for name in ("Employee", "Colleague", "Service Hall"):
            self.assertNotIn(name, shown)
        self.assertFalse(self._as("judge", self.env["leifeng.award.entry"]).search([]))
        seen = self._as("judge2", self.env["leifeng.award.review"]).search([])
        self.assertEqual(set(seen.mapped("state")), {"draft"})

    def test_point_23_one_entry_a_person(self):
        award = self._stage(self._award("essay"), "open")
        self._entry(award, self.people["employee"])
        with (
            self.assertRaises(IntegrityError),
            mute_logger("odoo.sql_db"),
            self.env.cr.savepoint(),
        ):
            self._entry(award, self.people["employee"])
