from odoo.exceptions import AccessError, UserError

from .common import LeifengCase
from .test_leifeng_campaign_department_summary import WORDS


class TestDepartmentFigures(LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.helper = cls._employee("Helper", department=cls.hotline)
        cls.foreign_part = cls.env["leifeng.campaign.department"].create(
            {"campaign_id": cls.campaign.id, "department_id": cls.hotline.id}
        )
        cls.me = cls.people["employee"]
        cls.shift = cls._confirmed(cls.me | cls.people["colleague"] | cls.helper)
        cls.shift.write({"people_served": 12, "materials_handed_out": 30})
        cls.own = cls._confirmed(cls.me, hours_ahead=-60)
        talk = cls._confirmed(cls.me, activity_id=cls.lecture.id, hours_ahead=-90)
        talk.people_served = 99
        cls.env["leifeng.service.request"].create(
            {"partner_id": cls._organization().id, "served": "alone", "need": "Wiring"}
        )
        cls._rated()
        cls._awarded()

    @classmethod
    def _rated(cls):
        ratings = cls.env["leifeng.service.rating"]
        ratings._answer(cls.shift, "5", "Well done")
        ratings._answer(cls.shift, "4", "")

    @classmethod
    def _awarded(cls):
        cls.award = cls.env["leifeng.award"].create(
            {"name": "Essays", "kind": "essay", "campaign_id": cls.campaign.id}
        )
        values = {"award_id": cls.award.id, "department_id": cls.hall.id}
        entries = cls.env["leifeng.award.entry"].create(
            [
                {**values, "employee_id": cls.me.id},
                {**values, "employee_id": cls.people["colleague"].id},
            ]
        )
        cls.env.flush_all()
        cls.env.cr.execute(
            "UPDATE leifeng_award_entry SET state = 'submitted' WHERE id = %s", [entries[0].id]
        )
        cls.env.invalidate_all()

    def test_nobody_types_them(self):
        figures = self.part._figures()

        heads = self.env["hr.employee"].search_count([("department_id", "=", self.hall.id)])
        self.assertEqual(
            figures,
            {
                "headcount": heads,
                "people": 2,
                "attendances": 4,
                "minutes": 360,
                "requests": 0,
                "people_served": 12,
                "materials": 30,
                "answers": 2,
                "stars": 4.5,
                "essays": 1,
                "nominations": 0,
                "honors": 0,
            },
        )

    def test_the_year_s_comparison_says_that_it_counts_otherwise(self):
        """There a shift stands with the department in charge alone, so that sums add up."""
        self.shift.department_id = self.hall
        years = self.env["leifeng.year.figure"]
        mine = [("campaign_id", "=", self.campaign.id), ("people_served", ">", 0)]
        rows = years._read_group(mine, ["department_id"], ["people_served:sum"])
        self.assertEqual(rows, [(self.hall, 12)])
        self.assertEqual(self.foreign_part._figures()["people_served"], 12)
        fields = years.fields_get(["requests", "people_served", "stars"], ["string"])
        self.assertEqual(
            [field["string"] for field in fields.values() if "Responsible" not in field["string"]],
            [],
        )

    def test_each_department_has_its_own(self):
        both = (self.part | self.foreign_part)._figures_of()

        self.assertEqual(both[self.part.id], self.part._figures())
        other = both[self.foreign_part.id]
        self.assertEqual((other["people"], other["minutes"], other["stars"]), (1, 120, 4.5))
        empty = self._campaign(name="Next").department_ids.create(
            {"campaign_id": self._campaign(name="Other").id, "department_id": self.hall.id}
        )
        self.assertEqual(empty._figures()["people"], 0)

    def test_what_is_corrected_away_counts_no_longer(self):
        record = self.own.record_ids
        self._as("officer", record).action_correct("Was not there")

        self.assertEqual(self.part._figures()["minutes"], 240)

    def test_a_head_reads_the_sums_without_the_rows(self):
        for role in ("head", "coordinator", "officer", "supervisor", "hr"):
            seen = self._as(role, self.part)
            self.assertEqual((seen.figure_people, seen.figure_stars), (2, 4.5), role)
            self.assertEqual(seen.figure_hours, 6, role)
        for role in ("internal", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.part).read(["figure_people"])

    def test_no_list_is_put_in_the_order_of_a_sum(self):
        parts = self.env["leifeng.campaign.department"]
        figures = [name for name in parts._fields if name.startswith("figure_")]
        self.assertEqual(len(figures), 12)
        for name in figures:
            self.assertFalse(parts._fields[name].store, name)
            with self.assertRaises(ValueError, msg=name):
                parts.search([], order=name)
        self.assertEqual(parts._order, "campaign_id, sequence, id")

    def test_as_many_queries_for_forty_as_for_two(self):
        self.env["hr.department"].create(
            [{"name": f"D{index}", "company_id": self.company.id} for index in range(38)]
        )
        self.campaign.action_add_departments()
        counts, many = [], self.campaign.department_ids.ids
        for ids in (many[:2], many):
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            self.part.browse(ids)._figures_of()
            counts.append(self.cr.sql_log_count - before)

        self.assertGreaterEqual(len(many), 40)
        self.assertEqual(counts[0], counts[1])

    def test_each_figure_opens_its_list(self):
        expected = {"attendances": 4, "hours": 3, "requests": 0, "sessions": 2, "answers": 2}
        expected["honors"] = 0
        for role, entries in (("officer", 1), ("supervisor", 0)):  # entries aren't the latter's
            expected["entries"] = entries
            for name, count in expected.items():
                seen = self._as(role, self.part).with_context(figure=name)
                action = seen.action_view_figure()
                found = seen.env[action["res_model"]].search(action["domain"])
                self.assertEqual(len(found), count, (role, name))
        with self.assertRaisesRegex(UserError, "no such list"):
            self.part.with_context(figure="unlink").action_view_figure()

    def test_the_summary_opens_with_its_facts(self):
        facts = self.part._shown_facts()

        for words in ("2 people took part", "4 times", "6 hours", "12 people", "30 items", "4.5"):
            self.assertIn(words, facts)
        self.assertNotIn("honors", facts, "what is zero isn't said")
        self.assertNotIn("%(", facts)
        self.assertFalse(self.part.summary_facts, "looking at it writes nothing")

    def test_facts_that_nobody_changed_are_drafted_once_more(self):
        mine = self._as("coordinator", self.part)
        mine.action_save_summary({"summary_facts": mine._shown_facts(), "summary_results": WORDS})
        self.assertFalse(self.part.summary_facts_edited)
        self._confirmed(self.helper | self.people["leader"], hours_ahead=-120)

        self._as("coordinator", self.part).action_send_summary()

        self.assertIn("3 people took part", self.part.summary_facts)

    def test_facts_that_somebody_changed_stay_until_the_button(self):
        own = {"summary_facts": "We were few.", "summary_results": WORDS}
        self._as("coordinator", self.part).action_save_summary(own)
        self.assertTrue(self.part.summary_facts_edited)
        self._as("coordinator", self.part).action_send_summary()
        self.assertEqual(self.part.summary_facts, "We were few.")

        self._as("head", self.part).action_draft_facts()

        self.assertIn("2 people took part", self.part.summary_facts)
        self._as("head", self.part).action_agree_summary()
        with self.assertRaises(AccessError):
            self._as("coordinator", self.part).action_draft_facts()

    def test_saving_takes_the_parts_and_nothing_else(self):
        self._as("coordinator", self.part).action_save_summary(
            {"summary_problems": " Rain\0 ", "summary_results": ["x"], "head_id": False}
        )
        self.assertRecordValues(
            self.part,
            [{"summary_problems": "Rain", "summary_results": "", "summary_state": "draft"}],
        )
        self.assertEqual(self.part.head_id, self.people["head"])
        with self.assertRaisesRegex(UserError, "at most 20000"):
            self._as("coordinator", self.part).action_save_summary(
                {"summary_problems": "x" * 20001}
            )
        for role in ("head", "internal", "supervisor", "hr", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.part).action_save_summary({"summary_problems": "Mine"})

    def test_a_head_without_a_backend_edits_while_it_is_there(self):
        self.part.summary_results = WORDS
        self._as("coordinator", self.part).action_send_summary()

        self._as("head", self.part).action_save_summary({"summary_problems": "Rain"})

        self.assertEqual(self.part.summary_problems, "Rain")
        with self.assertRaises(AccessError):
            self._as("coordinator", self.part).action_save_summary({"summary_problems": "x"})
        with self.assertRaises(AccessError):
            self._as("head", self.part).write({"summary_problems": "Past the act"})
