import json
from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form

from .close_case import CloseCase


class TestAwardMeeting(CloseCase):
    """The panel's meeting proposes; what it may do and what it has to say."""

    def _refused(self, award, words, rows=None, **meeting):
        with self.assertRaisesRegex(UserError, words):
            self._propose(award, rows, **meeting)
        self.assertEqual(award.state, "judging")

    def _changed(self, award, entry, **values):
        """Return the unanimous rows with other values for ``entry``."""
        rows = self._votes(award)
        rows[self._result(entry)] |= values
        return rows

    # PROPOSING

    def test_the_order_is_proposed(self):
        award, entries = self._closed()

        self._propose(award)

        first, second, third = map(self._result, entries)
        self.assertEqual((first | second).tier_id, award.tier_ids)
        self.assertFalse(third.tier_id)
        self.assertEqual((first.in_favor, first.against, first.abstained), (5, 0, 0))
        self.assertEqual((award.state, award.meeting_present), ("proposed", 5))
        self.assertEqual(award._winners(), first | second)

    def test_codes_first_then_names(self):
        award, entries = self._closed("essay")
        self.assertFalse(any(award.result_ids.mapped("entry_name")))

        self._propose(award)

        result = self._as("officer", self._result(entries[0]))
        self.assertEqual(result.entry_name, "A Morning")
        self.assertEqual(result.employee_name, entries[0].employee_name)

    def test_nobody_but_the_office_records_it(self):
        award, _entries = self._closed()

        for role in ("supervisor", "hr", "judge", "coordinator", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._propose(award, role=role)

    def test_not_before_scoring_is_closed(self):
        award, _entries = self._under_review()

        with self.assertRaises(UserError):
            self._as("officer", award).action_record_proposal()

    # WHO IS THERE

    def test_two_thirds_of_the_panel_are_a_quorum(self):
        award, _entries = self._closed(judges=6)
        rows = self._votes(award)
        for count in (3, 4):
            for row in rows.values():
                row["in_favor"] = count if row["tier_id"] else 0
            if count == 3:
                self._refused(award, "3 of 6", rows, present=award.judge_ids[:3])
            else:
                self._propose(award, rows, present=award.judge_ids[:4])
        self.assertEqual(award.state, "proposed")

    def test_strangers_to_the_panel_don_t_vote(self):
        award, _entries = self._closed()
        stranger = self._award().judge_ids[0]

        self._refused(award, "members of the panel", present=award.judge_ids | stranger)

    def test_practice_22_recused_members_leave_the_quorum_of_that_entry(self):
        award, entries = self._closed()
        for judge in award.judge_ids[:2]:
            self.env["leifeng.award.recusal"].create(
                {
                    "award_id": award.id,
                    "judge_id": judge.id,
                    "entry_id": entries[0].id,
                    "reason": "kin",
                    "origin": "declared",
                }
            )
        self._refused(award, "5 were present, 2 of them recused")

        self._propose(award, self._changed(award, entries[0], in_favor=2, against=1))

        result = self._result(entries[0])
        self.assertEqual((result.recused_count, result.in_favor, result.against), (2, 2, 1))

    def test_the_meeting_isn_t_in_the_future_or_before_closing(self):
        award, _entries = self._closed()
        own = award.with_user(self.users["officer"])
        for days in (-2, 1):
            with self.assertRaisesRegex(UserError, "after scoring is closed"):
                day = self._today() + timedelta(days=days)
                own._record_proposal(day, own.judge_ids, self._votes(award), "")

    # VOTES

    def test_votes_add_up(self):
        award, entries = self._closed()

        self._refused(award, "make 6 votes", self._changed(award, entries[0], against=1))
        self._refused(award, "make 4 votes", self._changed(award, entries[0], in_favor=4))

    def test_more_than_half_by_the_award_s_rule(self):
        """awards.md 6.10, case 8: 5 of 8 pass at more than half and fail at two thirds."""
        for majority, passes in (("half", True), ("two_thirds", False)):
            award, entries = self._closed(judges=8, majority=majority)
            rows = self._changed(award, entries[0], in_favor=5, against=2, abstained=1)
            if passes:
                self._propose(award, rows)
                self.assertEqual(self._result(entries[0]).in_favor, 5)
            else:
                self._refused(award, "too few votes", rows)

    def test_half_is_not_more_than_half(self):
        award, entries = self._closed(judges=4)

        rows = self._changed(award, entries[0], in_favor=2, against=2)

        self._refused(award, "too few votes", rows)

    # DEPARTURES

    def test_each_departure_from_the_order_carries_its_reason(self):
        award, entries = self._closed()
        rows = self._votes(award)
        tier = award.tier_ids
        rows[self._result(entries[1])] |= {"tier_id": False, "in_favor": 0}
        rows[self._result(entries[2])] |= {"tier_id": tier.id, "in_favor": 5}
        self._refused(award, "departs from the order", rows)
        rows[self._result(entries[1])]["departure_reason"] = "Left the agency"
        self._refused(award, "departs from the order", rows)
        rows[self._result(entries[2])]["departure_reason"] = "Next in order"

        self._propose(award, rows)

        self.assertEqual(award._winners().entry_id, entries[0] | entries[2])
        self.assertEqual(self._result(entries[1]).departure_reason, "Left the agency")

    def test_a_tie_across_the_cut_is_decided_with_a_reason(self):
        """awards.md 6.10, case 7."""
        award, entries = self._closed(totals=(80, 60, 60), tie_rule="meeting")
        rows = self._votes(award)
        rows[self._result(entries[1])] |= {"tier_id": award.tier_ids.id, "in_favor": 5}
        for entry in entries[1:]:
            self._refused(award, "leaves it open", rows)
            rows[self._result(entry)]["departure_reason"] = "By a second vote, 4 to 1"

        self._propose(award, rows)

        self.assertEqual(award._winners().entry_id, entries[:2])

    def test_scales_that_decide_need_a_note(self):
        award, _entries = self._closed()
        award.sudo().scale_decides = True
        self._refused(award, "scales decide")

        self._propose(award, note="The panel heard both and stays with the order")

        self.assertTrue(self._as("officer", award).meeting_note)

    # QUOTAS

    def test_no_more_than_the_tier_s_places(self):
        award, entries = self._closed()
        rows = self._votes(award, {entries[2]: award.tier_ids})

        self._refused(award, "has 2 places, 3 are proposed", rows)

    def test_leading_staff_up_to_their_share_of_those_awarded(self):
        award, entries = self._closed(leader_share=20)
        entries[0].leading = True
        self._refused(award, "1 of 2 proposed are leading staff")
        entries[0].leading = False

        self._propose(award)

        self.assertEqual(award.state, "proposed")

    def test_no_repeat_within_the_years_of_the_call(self):
        award, entries = self._closed(repeat_years=3)
        earlier = self.env["leifeng.award"].create(
            {"name": award.name, "kind": "person", "is_earlier": True, "year": award.year - 1}
        )
        self._entry(earlier, entries[0].employee_id, state="draft")._set_state("granted")

        self._refused(award, "has won this award within the last 3 years")

    def test_who_left_meanwhile_can_t_be_proposed(self):
        award, entries = self._closed()
        entries[0]._set_state("withdrawn")

        self._refused(award, "can't win this award")

    def test_somebody_has_to_be_proposed_and_all_are_decided_on(self):
        award, entries = self._closed()
        none = dict.fromkeys(entries, self.env["leifeng.award.tier"])
        self._refused(award, "Nobody is proposed", self._votes(award, none))
        rows = self._votes(award)
        rows.pop(self._result(entries[2]))
        self._refused(award, "results have changed", rows)

    # THE DIALOG

    def _minutes(self, award):
        action = self._as("officer", award).action_record_proposal()
        minutes = self.env[action["res_model"]].with_user(self.users["officer"])
        return minutes.browse(action["res_id"])

    def test_the_minutes_begin_with_the_order(self):
        award, entries = self._closed()

        minutes = self._minutes(award)

        self.assertEqual(minutes.line_ids.mapped("rank"), [1, 2, 3])
        self.assertEqual([bool(line.tier_id) for line in minutes.line_ids], [True, True, False])
        minutes.present_ids = [Command.set(award.judge_ids[:4].ids)]
        minutes.action_all_in_favor()
        self.assertEqual(minutes.line_ids.mapped("in_favor"), [4, 4, 0])
        minutes.action_record()
        self.assertEqual(award._winners().entry_id, entries[:2])

    def test_the_form_counts_who_is_recused(self):
        award, entries = self._closed()
        self.env["leifeng.award.recusal"].create(
            {
                "award_id": award.id,
                "judge_id": award.judge_ids[0].id,
                "entry_id": entries[0].id,
                "reason": "department",
                "origin": "found",
            }
        )

        with Form(self._minutes(award)) as form:
            form.present_ids.set(award.judge_ids.with_user(self.users["officer"]))
            with form.line_ids.edit(0) as line:
                self.assertEqual(line.recused_count, 1)
                line.in_favor = 4
            with form.line_ids.edit(1) as line:
                line.in_favor = 5
        form.record.action_record()

        self.assertEqual(self._result(entries[0]).recused_count, 1)

    def test_a_proposal_is_recorded_again_until_the_approval(self):
        award, entries = self._proposed()
        self._result(entries[0])._strike("Left the agency")

        minutes = self._minutes(award)
        self.assertEqual(minutes.line_ids.result_id.mapped("rank"), [2, 3])
        minutes.present_ids = [Command.set(award.judge_ids.ids)]
        runner_up = minutes.line_ids[1]
        runner_up.write({"tier_id": award.tier_ids.id, "reason": "Next in order"})
        minutes.action_all_in_favor()
        minutes.action_record()

        self.assertEqual(award._winners().entry_id, entries[1] | entries[2])
        rows = self.env["leifeng.journal"].search([("kind", "=", "panel_proposal")], limit=2)
        self.assertEqual(len(rows), 2)

    # THE JOURNAL

    def test_the_journal_holds_votes_as_digests_and_no_names(self):
        award, entries = self._proposed()

        row = self.env["leifeng.journal"].search([("kind", "=", "panel_proposal")], limit=1)

        facts = json.loads(row.payload)
        self.assertEqual((facts["panel"], facts["proposed"]), (5, 2))
        self.assertEqual(facts["present"], sorted(award.judge_ids.ids))
        self.assertEqual(facts["results"], award._proposal_digest(facts["salt"]))
        self.assertNotIn(entries[0].employee_name, row.payload)
