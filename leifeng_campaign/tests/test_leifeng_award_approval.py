from datetime import timedelta

from odoo.exceptions import AccessError, UserError

from .close_case import CloseCase


class TestAwardApproval(CloseCase):
    """The final approval: with body, date and person, and never against an opinion."""

    def _approve(self, award, role="manager", **values):
        words = {"body": "Party Committee", "day": self._today(), "person": "Zhao", **values}
        self._as(role, award).action_record_approval(**words)

    def _take_off(self, entry, reason="A case is open", role="manager"):
        self._as(role, self._result(entry)).action_take_off(reason)

    def test_the_approval_names_body_day_and_person(self):
        award, _entries = self._proposed()
        self._all_agree(award)

        self._approve(award, note="Agreed as proposed")

        self.assertRecordValues(
            award,
            [
                {
                    "state": "approved",
                    "approval_body": "Party Committee",
                    "approval_date": self._today(),
                    "approval_person": "Zhao",
                    "approval_note": "Agreed as proposed",
                }
            ],
        )
        kinds = self.env["leifeng.journal"].search([("res_id", "=", award.id)]).mapped("kind")
        self.assertEqual(kinds[0], "final_approval")

    def test_the_dialog_proposes_the_agency_s_office(self):
        self.company.leifeng_office = "Party Committee of the Agency"
        award, _entries = self._proposed()
        self._all_agree(award)

        dialog = self._as("manager", self.env["leifeng.award.approve"])
        dialog.create({"award_id": award.id, "person": "Zhao"}).action_approve()

        self.assertEqual(award.approval_body, "Party Committee of the Agency")

    def test_the_manager_alone_records_it(self):
        award, _entries = self._proposed()
        self._all_agree(award)

        for role in ("officer", "supervisor", "hr", "judge", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._approve(award, role)

    def test_not_while_opinions_are_outstanding(self):
        award, entries = self._proposed()
        self._opinion(entries[0], "hr").with_user(self.users["hr"]).action_agree()

        with self.assertRaisesRegex(UserError, "3 opinions"):
            self._approve(award)

    def test_not_while_somebody_objected_to_is_on_the_list(self):
        award, entries = self._proposed()
        objected = self._opinion(entries[0], "discipline").with_user(self.users["supervisor"])
        objected.action_object("A case is open")
        self._all_agree(award)
        with self.assertRaisesRegex(UserError, entries[0].employee_name):
            self._approve(award)

        self._take_off(entries[0])
        self._approve(award)

        self.assertEqual(award._winners().entry_id, entries[1])
        struck = self._result(entries[0])
        self.assertEqual(struck.struck_reason, "A case is open")
        row = self.env["leifeng.journal"].search([("kind", "=", "struck_off")], limit=1)
        self.assertEqual(row.res_id, struck.id)

    def test_taking_off_needs_the_manager_a_reason_and_a_proposal(self):
        award, entries = self._proposed()
        for role in ("officer", "supervisor", "hr"):
            with self.assertRaises(AccessError, msg=role):
                self._take_off(entries[0], role=role)
        with self.assertRaises(UserError):
            self._take_off(entries[0], " ")
        with self.assertRaises(UserError):
            self._take_off(entries[2])
        self._all_agree(award)
        self._approve(award)

        with self.assertRaises(UserError):
            self._take_off(entries[0])

    def test_nobody_left_on_the_list_is_nothing_to_approve(self):
        award, entries = self._proposed("essay")
        for entry in entries[:2]:
            self._take_off(entry)

        with self.assertRaisesRegex(UserError, "Nobody is on the list"):
            self._approve(award)

    def test_the_day_follows_the_meeting_and_isn_t_in_the_future(self):
        award, _entries = self._proposed("essay")
        for days in (-1, 1):
            with self.assertRaisesRegex(UserError, "follows the panel"):
                self._approve(award, day=self._today() + timedelta(days=days))
        for words in ({"body": " "}, {"person": ""}):
            with self.assertRaises(UserError):
                self._approve(award, **words)

    def test_back_to_the_panel_for_a_runner_up(self):
        award, entries = self._proposed("essay")
        self._approve(award)
        with self.assertRaises(AccessError):
            self._as("officer", award).action_back_to_panel()

        self._as("manager", award).action_back_to_panel()
        self._take_off(entries[0], "The author withdrew")
        rows = self._votes(award)
        tier = award.tier_ids.id
        rows[self._result(entries[2])] |= {
            "tier_id": tier,
            "in_favor": 5,
            "departure_reason": "Next in order",
        }
        self._propose(award, rows)
        self._approve(award)

        self.assertEqual(award._winners().entry_id, entries[1] | entries[2])

    def test_what_the_panel_said_is_not_for_everybody(self):
        award, _entries = self._proposed("essay", judges=3)
        for role in ("employee", "judge", "coordinator"):
            for name in ("meeting_note", "meeting_present", "approval_note", "scale_decides"):
                with self.assertRaises(AccessError, msg=(role, name)):
                    self._as(role, award).read([name])
