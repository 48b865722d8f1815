import json
from datetime import timedelta

from odoo.exceptions import AccessError, UserError

from .award_case import AwardCase


class TestAward(AwardCase):
    """An award is called, closed for entries and called off."""

    def _dated(self, kind="person", **vals):
        """Return an award that could be opened today."""
        names = ("date_open", "date_deadline", "date_screening", "date_judging", "date_notice")
        today = self.company._leifeng_today()
        dates = {name: today + timedelta(days=3 * index) for index, name in enumerate(names)}
        if kind == "essay":
            vals = {"max_characters": 1500, **vals}
        return self._award(kind, **{**dates, **vals})

    def _facts(self, award):
        rows = self.env["leifeng.journal"].search(
            [("res_model", "=", award._name), ("res_id", "=", award.id)]
        )
        return rows.mapped("kind")

    # OPENING

    def test_an_award_of_each_kind_and_its_entries(self):
        for kind in ("essay", "person"):
            award = self._dated(kind)
            self._as("officer", award).action_open()
            entry = self._entry(award, self.people["employee"])
            self.assertEqual((award.state, entry.state, entry.kind), ("open", "candidate", kind))
            self.assertTrue(award._accepts_entries())
            self.assertEqual(self._facts(award), ["award_opened"])

    def test_nobody_but_the_office_opens_closes_or_cancels(self):
        award = self._dated()
        for role in ("supervisor", "hr", "coordinator", "employee", "judge"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, award).action_open()
        award.action_open()
        for role in ("supervisor", "hr", "coordinator", "employee", "judge"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, award).action_end_entries()
            with self.assertRaises(AccessError, msg=role):
                self._as(role, award).action_cancel("No money")
        self.assertEqual(award.state, "open")

    def test_what_is_missing_is_said_before_opening(self):
        today = self.company._leifeng_today()
        for kind, wrong in (
            ("person", {"tier_ids": False}),
            ("person", {"legal_basis": "approved"}),
            ("essay", {"max_characters": 0}),
            ("person", {"date_notice": False}),
            ("person", {"date_screening": False}),
            ("person", {"date_open": today, "date_deadline": today - timedelta(days=1)}),
        ):
            award = self._dated(kind)
            if "date_deadline" in wrong:
                wrong["date_open"] = wrong["date_deadline"]
            award.write(wrong if "tier_ids" not in wrong else {"tier_ids": [(5, 0, 0)]})
            with self.assertRaises(UserError, msg=wrong):
                self._as("officer", award).action_open()
            self.assertEqual(award.state, "draft")

    def test_criteria_add_up_to_exactly_100(self):
        award = self._dated()
        award.criterion_ids[0].weight = 59.9
        with self.assertRaises(UserError):
            self._as("officer", award).action_open()

        award.criterion_ids[0].weight = 60
        self._as("officer", award).action_open()

        self.assertEqual(award.state, "open")

    def test_a_department_gains_nothing_by_hours_or_essays(self):
        """practice.md, 24 and 25; the issue: no weight on essays handed in or hours per head."""
        award = self._dated("department")
        award.criterion_ids.filtered(lambda each: each.source == "people").source = "hours"

        with self.assertRaises(UserError):
            self._as("officer", award).action_open()

    def test_a_campaign_that_has_not_begun_calls_for_nothing(self):
        award = self._dated(campaign_id=self._campaign(start=False).id)

        with self.assertRaises(UserError):
            self._as("officer", award).action_open()

    def test_templates_and_earlier_awards_are_not_opened(self):
        for name in ("is_template", "is_earlier"):
            with self.assertRaises(UserError, msg=name):
                self._dated(**{name: True}).action_open()

    # ACCEPTING

    def test_entries_are_accepted_within_the_dates(self):
        award, today = self._dated(), self.company._leifeng_today()
        self.assertFalse(award._accepts_entries())
        award.action_open()
        for opens, ends, accepted in ((0, 0, True), (1, 3, False), (-3, -1, False), (-3, 3, True)):
            award.write(
                {
                    "date_open": today + timedelta(days=opens),
                    "date_deadline": today + timedelta(days=ends),
                }
            )
            self.assertEqual(award._accepts_entries(), accepted, (opens, ends))

        self._as("officer", award).action_end_entries()
        self.assertFalse(award._accepts_entries())
        self._as("officer", award).action_reopen_entries()
        self.assertTrue(award._accepts_entries())

    # DEPARTMENTS

    def test_departments_are_entered_by_the_system(self):
        award = self._dated("department")

        self._as("officer", award).action_open()

        self.assertEqual(award.entry_ids.department_id, self.hall)
        self.assertRecordValues(
            award.entry_ids,
            [
                {
                    "state": "candidate",
                    "department_name": "Service Hall",
                    "origin": "office",
                    "employee_id": False,
                }
            ],
        )

    def test_a_department_that_joins_later_is_entered_too(self):
        award = self._dated("department")
        award.action_open()

        self._as("officer", self.env["leifeng.campaign.department"]).create(
            {"campaign_id": self.campaign.id, "department_id": self.hotline.id}
        )

        self.assertEqual(award.entry_ids.department_id, self.hall | self.hotline)

    # CANCELLING

    def test_those_who_entered_are_told_why_it_is_cancelled(self):
        award = self._dated()
        award.action_open()
        self._entry(award, self.people["employee"])
        self._entry(
            award,
            self.people["colleague"],
            state="draft",
            entered_by_id=self.people["coordinator"].id,
        )
        award_as_officer = self._as("officer", award)

        with self.assertRaises(UserError):
            award_as_officer.action_cancel("  ")
        award_as_officer.action_cancel("Too few entries")

        self.assertEqual((award.state, award.cancel_reason), ("cancelled", "Too few entries"))
        told = self.env["leifeng.message"].search([("url", "=", f"/my/leifeng/awards/{award.id}")])
        self.assertEqual(told.employee_id, self.people["employee"] | self.people["coordinator"])
        self.assertIn("Too few entries", told[0].text)
        self.assertEqual(self._facts(award), ["award_cancelled", "award_opened"])

    def test_an_award_that_was_opened_can_t_be_deleted(self):
        award = self._dated()
        award.action_open()

        with self.assertRaises(UserError):
            self._as("officer", award).unlink()

        self._as("officer", self._dated()).unlink()

    # THE TEXT FOR THE GROUP

    def test_the_text_for_the_group_names_the_award_and_nobody(self):
        award = self._dated(name="Models", judges=("judge",))
        award.action_open()
        self._entry(award, self.people["employee"])
        dialogs = self._as("officer", self.env["leifeng.award.text"])

        dialog = dialogs.with_context(default_award_ids=award.ids).create({})

        url = f"/my/leifeng/awards/{award.id}"
        self.assertTrue(dialog.url.endswith(url))
        self.assertIn(url, dialog.text)
        self.assertIn("Models: nominate a colleague", dialog.text)
        self.assertNotIn("Employee", dialog.text)
        self.assertTrue(dialog.qr_code)
        self.assertFalse(dialog.is_draft)

    def test_the_text_for_the_group_tells_the_stage_of_several(self):
        essays = self._dated("essay", name="Essays")
        essays.action_open()
        judged = self._stage(self._award(name="Judged"), "judging")
        dialogs = self._as("officer", self.env["leifeng.award.text"])
        chosen = {"active_model": "leifeng.award", "active_ids": (essays | judged).ids}

        dialog = dialogs.with_context(**chosen).create({})

        self.assertIn("Essays: essays are welcome until", dialog.text)
        self.assertIn("Judged: Panel Review", dialog.text)
        self.assertTrue(dialog.url.endswith("/my/leifeng/awards"))

    # WHAT CAN'T BE TYPED

    def test_facts_can_t_be_typed(self):
        """Whoever could type the moment at which scoring closed would read the sheets."""
        award = self._dated()
        for name in ("scoring_closed_on", "judging_on"):
            with self.assertRaises(AccessError):
                self._as("manager", award).write({name: "2026-03-05 00:00:00"})
        for name in ("approval_body", "rules_hash", "meeting_note", "cancel_reason"):
            with self.assertRaises(AccessError):
                self._as("manager", award).write({name: "x"})
        values = {"name": "Sly", "campaign_id": self.campaign.id}
        awards = self._as("manager", self.env["leifeng.award"])
        with self.assertRaises(AccessError):
            awards.create({**values, "scoring_closed_on": "2026-03-05 00:00:00"})
        with self.assertRaises(AccessError):
            awards.with_context(default_scoring_closed_on="2026-03-05 00:00:00").create(values)

    def test_a_payload_holds_no_names(self):
        award = self._dated()
        award.action_open()

        row = self.env["leifeng.journal"].search([("res_id", "=", award.id)], limit=1)

        self.assertEqual(
            json.loads(row.payload),
            {"about": ["leifeng.award", award.id], "kind": "award_opened", "state": "open"},
        )

    def test_the_year_is_the_campaign_s(self):
        award = self._award()

        self.assertEqual(award.year, self.campaign.date_start.year)

    def test_stages_stand_side_by_side_in_their_order(self):
        self._stage(self._award(), "judging")
        self._award(campaign_id=self.campaign.id)

        awards = self._as("officer", self.env["leifeng.award"])
        groups = awards.with_context(read_group_expand=True).formatted_read_group(
            [("campaign_id", "=", self.campaign.id)], ["state"], ["__count"]
        )

        states = [group["state"] for group in groups]
        self.assertEqual(states[:4], ["draft", "open", "screening", "judging"])
        self.assertEqual([group["__count"] for group in groups[:4]], [1, 0, 0, 1])

    def test_counts_on_the_forms(self):
        award = self._dated()
        award.action_open()
        self._entry(award, self.people["employee"])
        self._entry(award, self.people["colleague"], state="draft")

        seen = self._as("officer", award)
        self.assertEqual((seen.entry_count, seen.judge_count, seen.weight_sum), (1, 3, 100))
        campaign = self._as("officer", self.campaign)
        self.assertEqual(campaign.award_count, 1)
        self.assertEqual(
            campaign.action_view_awards()["domain"], [("campaign_id", "=", campaign.id)]
        )
        self.assertEqual(seen.action_view_entries()["domain"], [("award_id", "=", award.id)])
