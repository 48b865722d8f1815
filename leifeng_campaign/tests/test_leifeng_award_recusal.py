from odoo.exceptions import AccessError, UserError

from .panel_case import PanelCase


class TestRecusals(PanelCase):
    """Practice point 22 through the records (公务员法 art. 74-77)."""

    def _found(self, award):
        return {
            (each.judge_id.user_id.login.removeprefix("lf_"), each.reason): each.entry_id
            for each in award.sudo().recusal_ids
        }

    def test_own_entry_nomination_and_department(self):
        award = self._stage(self._award("person"), "screening")
        own = self._entry(award, self.people["judge"])
        nominated = self._entry(
            award, self.people["employee"], entered_by_id=self.people["judge2"].id
        )
        self._as("officer", award).action_start_judging()

        found = self._found(award)
        self.assertEqual(found[("judge", "self")], own)
        self.assertEqual(found[("judge2", "nominator")], nominated)
        self.assertEqual(found[("judge2", "department")], own)
        self.assertEqual(self._sheets(award, "judge").entry_id, nominated)
        self.assertFalse(self._sheets(award, "judge2"))
        self.assertEqual(self._sheets(award, "outside").entry_id, own | nominated)

    def test_own_department_is_a_setting(self):
        award = self._stage(self._award("person", recuse_department=False), "screening")
        self._entry(award, self._employee("Neighbor", department=self.hotline))
        self._as("officer", award).action_start_judging()
        self.assertFalse(award.recusal_ids)

    def test_who_screens_a_department_s_essays_knows_who_wrote_them(self):
        award = self._stage(
            self._award(
                "essay", judges=("coordinator", "judge", "judge2"), recuse_department=False
            ),
            "screening",
        )
        self.people["coordinator"].department_id = self.hotline
        self._entry(award, self.people["employee"])
        self._as("officer", award).action_start_judging()
        self.assertEqual(list(self._found(award)), [("coordinator", "department")])

    def test_the_head_does_not_judge_the_own_department(self):
        award = self._award("department", judges=("head", "judge", "outside"))
        award.recuse_department = False
        self._stage(award, "open")
        entry = self._entry(award, department_id=self.hall.id)
        self._as("officer", award).action_start_judging()
        self.assertEqual(self._found(award), {("head", "self"): entry})

    def test_kin_declared_before(self):
        award = self._stage(self._award("essay"), "screening")
        entry = self._entry(award, self.people["employee"])
        judge = award.judge_ids[2]
        officer = self._as("officer", award)
        officer._declare_recusal(judge, entry, "kin", "Cousin")
        officer.action_start_judging()

        self.assertEqual(self._found(award), {("outside", "kin"): entry})
        self.assertFalse(self._sheets(award, "outside"))
        self.assertEqual(award.recusal_ids.origin, "declared")
        with self.assertRaises(UserError):
            officer._declare_recusal(award.judge_ids[0], entry, "kin")

    def test_only_the_office_declares_for_others(self):
        award = self._stage(self._award("essay"), "screening")
        entry = self._entry(award, self.people["employee"])
        for role in ("judge", "internal", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, award)._declare_recusal(award.judge_ids[0], entry, "kin")

    def test_nobody_creates_changes_or_deletes_one_by_hand(self):
        award = self._stage(self._award("person"), "screening")
        entry = self._entry(award, self.people["judge"])
        self._as("officer", award).action_start_judging()
        recusal = award.recusal_ids[0]
        values = {"award_id": award.id, "judge_id": award.judge_ids[2].id, "entry_id": entry.id}
        for role in ("officer", "manager", "judge", "supervisor", "hr"):
            seen = self._as(role, recusal)
            with self.assertRaises(AccessError, msg=role):
                seen.create({**values, "reason": "kin", "origin": "declared"})
            with self.assertRaises(AccessError, msg=role):
                seen.write({"reason": "kin"})
            with self.assertRaises(AccessError, msg=role):
                seen.unlink()
