from datetime import timedelta

from odoo.exceptions import AccessError
from odoo.fields import Date

from .close_case import CloseCase


class TestAwardFacts(CloseCase):
    """What is filled in from records when judging opens; nobody types it."""

    def _person_entry(self, **vals):
        return self._entry(self._award(), self.people["employee"], **vals)

    # PERSONS

    def test_hours_services_and_study_of_the_campaign(self):
        person = self.people["employee"]
        self._confirmed([person])  # two hours
        self._confirmed([person], hours_ahead=-60, length=3)
        lecture = self._session(activity_id=self.lecture.id, hours_ahead=-90, capacity=50)
        self._line(lecture, [person], attendance="present")
        lecture.action_confirm()
        entry = self._person_entry()

        entry._fill_facts()

        self.assertEqual((entry.service_minutes, entry.service_count), (300, 2))
        self.assertEqual(entry.attended_count, 1)
        self.assertEqual(entry.facts, {"hours": 5.0, "attendance": 3})

    def test_what_was_corrected_away_doesn_t_count(self):
        person = self.people["employee"]
        records = self._confirmed([person]).record_ids
        self._confirmed([person], hours_ahead=-60, length=3)
        self._as("officer", records).action_correct("Was not there")
        entry = self._person_entry()

        entry._fill_facts()

        self.assertEqual((entry.service_minutes, entry.service_count), (180, 1))

    def test_other_campaigns_and_absences_don_t_count(self):
        person = self.people["employee"]
        other = self._campaign(name="Last Year")
        session = self._session(
            activity_id=other.plan_activity_ids[0].id, hours_ahead=-30, capacity=50
        )
        self._line(session, [person], attendance="present")
        session.action_confirm()
        lecture = self._session(activity_id=self.lecture.id, hours_ahead=-90, capacity=50)
        self._line(lecture, [person], attendance="absent")
        self._line(lecture, [self.people["colleague"]], attendance="present")
        lecture.action_confirm()
        entry = self._person_entry()

        entry._fill_facts()

        self.assertEqual(entry.facts, {"hours": 0, "attendance": 0})

    def test_earlier_honors_the_latest_first(self):
        person = self.people["employee"]
        for year, tier in ((2024, "Second"), (2025, "First")):
            earlier = self.env["leifeng.award"].create(
                {"name": "Model", "kind": "person", "is_earlier": True, "year": year}
            )
            honor = self._entry(earlier, person, state="draft", origin="earlier")
            honor._set_state("granted", tier_name=tier, granted_on=f"{year}-04-01")
        entry = self._person_entry()

        entry._fill_facts()

        self.assertEqual(entry.earlier_honors, "2025 Model First\n2024 Model Second")

    def test_essays_have_no_facts(self):
        """They would tell who wrote it."""
        self._confirmed([self.people["employee"]])
        entry = self._entry(self._award("essay"), self.people["employee"])

        entry._fill_facts()

        self.assertFalse(entry.facts or entry.service_minutes or entry.earlier_honors)

    def test_facts_don_t_move_and_nobody_types_them(self):
        entry = self._person_entry()
        entry._fill_facts()

        self._confirmed([self.people["employee"]])

        self.assertEqual(entry.service_minutes, 0)
        for role in ("officer", "manager", "employee", "head"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, entry).write({"service_minutes": 6000})

    def test_five_people_or_fifty_take_the_same_queries(self):
        counts = []
        for number in (5, 50):
            award = self._award()
            people = self._employees(number)
            self._confirmed(people)
            entries = sum((self._entry(award, each) for each in people), award.entry_ids)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            entries._facts_of_entries()
            counts.append(self.env.cr.sql_log_count - before)

        self.assertLessEqual(counts[1], counts[0] + 1)

    # DEPARTMENTS

    def _facts(self, department):
        return department._leifeng_award_facts(self.campaign)[department]

    def test_practice_25_a_department_s_sums_stand_beside_its_head_count(self):
        heads = self.env["hr.employee"].search_count([("department_id", "=", self.hall.id)])
        self._confirmed([self.people["employee"], self.people["colleague"]])
        self._confirmed([self.people["employee"]], hours_ahead=-60)

        facts = self._facts(self.hall)

        self.assertEqual((facts["headcount"], facts["people_count"], facts["times"]), (heads, 2, 3))
        self.assertEqual(facts["people"], round(200 / heads, 1))
        self.assertFalse({"hours", "minutes", "essays", "rank"} & facts.keys())

    def test_requests_served_by_its_people_and_their_ratings(self):
        partner = self._organization()
        shift = self._session(hours_ahead=-30, capacity=50)
        request = self.env["leifeng.service.request"].create(
            {
                "partner_id": partner.id,
                "served": "alone",
                "people_count": 5,
                "volunteers_needed": 1,
                "need": "Look at the wiring",
            }
        )
        request._plan(shift)
        self._line(shift, [self.people["employee"]], attendance="present")
        shift.action_confirm()
        cards = self.env["leifeng.service.rating.card"]._for_session(shift, 2)
        for card, stars in zip(cards, ("5", "4"), strict=True):
            self.env["leifeng.service.rating"]._answer(shift, stars, "", card=card)

        facts = self._facts(self.hall)

        self.assertEqual(request.state, "served")
        self.assertEqual((facts["requests"], facts["ratings"], facts["rating_count"]), (1, 4.5, 2))
        other = self._facts(self.hotline)
        self.assertEqual((other["requests"], other["ratings"], other["rating_count"]), (0, 0, 0))

    def test_a_summary_is_on_time_or_not(self):
        today = Date.today()
        self.campaign.summary_due = today
        for day, on_time in ((False, 0), (today, 1), (today + timedelta(days=1), 0)):
            self.part.summary_submitted_on = day
            self.assertEqual(self._facts(self.hall)["summary"], on_time, day)

    def test_taking_part_counts_up_to_a_ceiling(self):
        award = self._award("department")
        share = award.criterion_ids.filtered(lambda each: each.source == "people")
        share._write({"target": 50.0})
        self.env.invalidate_all()
        entry = self._entry(award, department_id=self.hall.id)
        for people, points in ((0, 0), (25, 20), (50, 40), (100, 40)):
            entry.facts = {"people": people}
            self.assertEqual(award._computed_points(entry), points, people)

    def test_facts_side_by_side_for_the_office(self):
        award, entries = self._under_review("department", entries=2)
        entries[0].facts = {"headcount": 40, "people_count": 10, "people": 25.0, "summary": 1}
        self._scored(award, {entry: [50] * 5 for entry in entries})
        self._as("officer", award).action_close_scoring()

        seen = self._as("officer", self._result(entries[0]))

        self.assertEqual((seen.headcount, seen.people_count, seen.people_share), (40, 10, 25.0))
        self.assertTrue(seen.summary_on_time)
        action = self._as("officer", award).action_view_facts()
        self.assertEqual(action["domain"], [("award_id", "=", award.id)])
