import json

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from .award_case import AwardCase


class TestAwardRules(AwardCase):
    """The rules are fixed before judging opens, frozen then, and shown to all who may enter."""

    def _judged(self, kind="person", **vals):
        """Return an award whose judging has opened, with frozen rules."""
        award = self._stage(self._award(kind, **vals), "screening")
        award._freeze_rules()
        return self._stage(award, "judging")

    # FREEZING

    def test_frozen_rules_hold_everything_and_no_names_of_judges(self):
        award = self._judged(date_open="2026-03-05", department_quota=1)

        rules = json.loads(award.rules_text)

        self.assertEqual(rules["tiers"], [[award.tier_ids.id, "First", "number", "2.00"]])
        self.assertEqual(
            [row[1:] for row in rules["criteria"]],
            [
                ["Work", "60.0", "judged", "10.0"],
                ["Help", "25.0", "judged", "10.0"],
                ["Service", "15.0", "hours", "10.0"],
            ],
        )
        self.assertEqual((rules["panel_size"], rules["department_quota"]), (3, 1))
        self.assertEqual(rules["dates"]["date_open"], "2026-03-05")
        self.assertEqual((rules["tie_rule"], rules["majority"]), ("criterion", "half"))
        self.assertNotIn("Outside", award.rules_text)
        self.assertEqual(len(award.rules_hash), 64)
        self.assertFalse(award._rules_changed())

    def test_a_change_past_the_guard_shows(self):
        award = self._judged()
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE leifeng_award_criterion SET weight = 61 WHERE id = %s",
            [award.criterion_ids[0].id],
        )
        self.env.invalidate_all()

        self.assertTrue(award._rules_changed())

    def test_a_frozen_text_that_was_rewritten_shows(self):
        award = self._judged()

        award.rules_text = award.rules_text.replace('"panel_size":3', '"panel_size":4')

        self.assertTrue(award._rules_changed())

    def test_nothing_has_changed_where_nothing_is_frozen(self):
        self.assertFalse(self._award()._rules_changed())

    def test_the_frozen_text_is_nobody_s_to_read(self):
        award = self._judged()
        for role in ("manager", "supervisor", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, award).read(["rules_text"])

    # GUARD

    def test_rules_can_t_change_once_judging_has_opened(self):
        """awards.md 6.10, 4: add a judge, change a weight after opening: refused."""
        award = self._judged()
        seen = self._as("manager", award)
        changes = (
            lambda: seen.write({"tie_rule": "hours"}),
            lambda: seen.write({"date_judging": "2026-12-31"}),
            lambda: seen.write({"name": "Other"}),
            lambda: seen.criterion_ids[0].write({"weight": 50}),
            seen.criterion_ids[0].unlink,
            lambda: seen.tier_ids.write({"quota": 9}),
            lambda: seen.tier_ids.create({"award_id": award.id, "name": "Second"}),
            lambda: seen.write({"judge_ids": [(0, 0, {"name": "Late"})]}),
            lambda: seen.judge_ids[0].write({"name": "Other"}),
            seen.judge_ids[0].unlink,
        )
        for number, change in enumerate(changes):
            with self.assertRaises(UserError, msg=number), self.env.cr.savepoint():
                change()
        self.assertFalse(award._rules_changed())

    def test_a_row_of_another_award_can_t_be_moved_in(self):
        award, other = self._judged(), self._award()

        with self.assertRaises(UserError):
            self._as("manager", other.criterion_ids[0]).write({"award_id": award.id})

    def test_the_office_may_mend_rules_while_entries_come_in(self):
        award = self._stage(self._award(), "open")

        self._as("officer", award).criterion_ids[0].weight = 59

        self.assertEqual(award.criterion_ids[0].weight, 59)

    def test_what_it_is_about_stands_once_it_was_opened(self):
        award = self._stage(self._award(), "open")
        for values in ({"kind": "essay"}, {"campaign_id": self._campaign().id}):
            with self.assertRaises(UserError, msg=values):
                self._as("officer", award).write(values)

    def test_an_employee_changes_no_rule(self):
        award = self._stage(self._award(), "open")
        for role in ("employee", "judge", "supervisor"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, award).write({"tie_rule": "hours"})
            with self.assertRaises(AccessError, msg=role):
                self._as(role, award.tier_ids).write({"quota": 9})

    # WHAT FOLLOWS

    def test_places_are_numbers_or_shares_cut_down(self):
        award = self._award()
        award.tier_ids.create(
            {"award_id": award.id, "name": "Share", "quota_kind": "share", "quota": 10}
        )

        places = award._places(29)

        self.assertEqual(
            [(tier.name, number) for tier, number in places], [("First", 2), ("Share", 2)]
        )

    @mute_logger("odoo.sql_db")
    def test_places_are_whole(self):
        with self.assertRaisesRegex(Exception, "whole_places"), self.env.cr.savepoint():
            self._award().tier_ids.write({"quota": 1.5})

    def test_who_won_it_within_the_years(self):
        award = self._stage(self._award(repeat_years=2), "open")
        winners = {}
        for years, name in ((1, "employee"), (2, "colleague"), (3, "leader")):
            winners[name] = self._earlier(award.year - years, self.people[name], award.name)
        self._earlier(award.year - 1, self.people["head"], "Another Award")
        revoked = self._earlier(award.year - 1, self.people["internal"], award.name)
        revoked._set_state("disqualified")

        people, departments = self._as("employee", award)._earlier_winners()

        self.assertEqual(people, {self.people[name].id for name in ("employee", "colleague")})
        self.assertEqual(departments, set())
        self.assertEqual(self._award()._earlier_winners(), (set(), set()))

    def test_which_department_won_it(self):
        award = self._award("department", repeat_years=1)
        self._earlier(award.year - 1, None, award.name, kind="department")

        self.assertEqual(award._earlier_winners(), (set(), {self.hall.id}))

    def _earlier(self, year, employee, name, kind="person"):
        """Return the entry of an earlier winner."""
        award = self._award(
            kind, judges=(), name=name, year=year, campaign_id=False, is_earlier=True
        )
        entry = self._entry(award, employee, state="draft", origin="earlier")
        entry._set_state("granted")
        award._set_state("granted")
        return entry

    # WORDS

    def test_the_rules_in_words(self):
        award = self._stage(
            self._award(
                "essay",
                max_characters=1500,
                department_quota=2,
                repeat_years=3,
                date_open="2026-03-05",
            ),
            "open",
        )

        lines = dict(self._as("employee", award)._rules_lines())

        self.assertEqual(lines["Length of an Essay"], "At most 1500 characters, marks included")
        self.assertEqual(lines["Places"], "First: 2")
        self.assertEqual(lines["Put Forward by Each Department"], "At most 2")
        self.assertEqual(lines["Panel"], "3 judges; each of them reads every entry.")
        self.assertEqual(lines["Equal Points"], "Higher Score in the First Criterion")
        self.assertNotIn("Leading Staff", lines)
        self.assertEqual(award._dates_lines(), [("Entries From", "March 5, 2026")])
        self.assertEqual(award._criteria_lines()[0], ("Theme", "30", "Scored by Judges", ""))

    def test_the_words_say_what_is_computed_and_how_points_are_counted(self):
        award = self._award(leader_share=20, reading="shares", legal_basis="approved")
        lines = dict(award._rules_lines())

        self.assertIn("evened out", lines["How Points Are Counted"])
        self.assertEqual(lines["Leading Staff"], "At most 20 percent of those awarded")
        self.assertEqual(
            award._criteria_lines()[2][2],
            "Computed from records: Service Hours, full points from 10 on",
        )
        award.write({"reading": "all", "drop_extremes": False})
        self.assertIn(
            ("How Points Are Counted", "The plain mean of all sheets counts."), award._rules_lines()
        )
