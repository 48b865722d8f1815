import io

from docx import Document

from odoo.exceptions import AccessError

from . import docx_files
from .award_case import AwardSetup
from .common import LeifengCase

RARE = "马翀珺韡䶮"


class SummaryCase(AwardSetup, LeifengCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_awards()
        cls.campaign.write(
            {
                "objectives": "1.学有所悟。学习精神。\n2.行有所为。开展志愿服务。\n3.评有所据。评选典型。",
                "direction": "把好的岗位留下来。",
            }
        )
        cls.session = cls._confirmed(cls.people["employee"] | cls.people["colleague"])
        cls.session.write({"people_served": 46, "materials_handed_out": 260})
        cls._confirmed(
            cls.people["employee"],
            name="Talk",
            activity_id=cls.lecture.id,
            hours_ahead=-60,
        )
        cls.part.write(
            {
                "summary_practices": "一是逐一询问意愿。",
                "summary_problems": "晚高峰人手偏紧。",
                "summary_measures": "保留全年岗位。",
            }
        )
        cls._as_system(cls.part)._set_state("head", "summary_state")
        cls._as_system(cls.part)._set_state("submitted", "summary_state")
        award = cls._award("person", name="标兵")
        cls.honor = cls.env["leifeng.certificate"].create(
            {
                "kind": "honor",
                "number": "荣〔2026〕001号",
                "token": "0123456789abcdef" * 2,
                "company_id": cls.company.id,
                "employee_id": cls.people["employee"].id,
                "award_id": award.id,
                "holder_name": RARE,
                "holder_department": "Service Hall",
                "holder_department_id": cls.hall.id,
                "named": True,
                "award_name": award.name,
                "tier_name": "First",
                "honor_words": "To E:\nWon.",
            }
        )

    def _drafted(self):
        campaign = self._as("officer", self.campaign)
        campaign.action_draft_summary()
        return campaign

    def _file(self, **words):
        values = {"addressee": "", "issuer": "局机关党委", "number": "", "date": None, **words}
        return self._as("officer", self.campaign)._summary_draft(values).docx()


class TestDrafting(SummaryCase):
    def test_the_parts_are_drafted_from_the_records_along_the_objectives(self):
        campaign = self._drafted()

        self.assertIn("2 took part, 3 times in all, in 2 sessions.", campaign.summary_overview)
        achievements = campaign.summary_achievements.splitlines()
        self.assertEqual(achievements[0], "（一）学有所悟")
        self.assertIn("1 lectures, screenings and discussions", achievements[1])
        self.assertEqual(achievements[2], "（二）行有所为")
        self.assertIn("people served: 46, materials handed out: 260", achievements[3])
        self.assertIn("Service hours: 4", achievements[3])
        self.assertEqual(achievements[4], "（三）评有所据")
        self.assertIn("1 honors were granted.", achievements[5])
        self.assertIn("Service Hall: 一是逐一询问意愿。", achievements)
        self.assertEqual(campaign.summary_honors, "“标兵”: 1.")
        self.assertEqual(campaign.summary_problems, "Service Hall: 晚高峰人手偏紧。")
        expected = ["把好的岗位留下来。", "Service Hall: 保留全年岗位。"]
        self.assertEqual(campaign.summary_next.splitlines(), expected)

    def test_what_is_still_being_written_is_not_quoted(self):
        self._as_system(self.part)._set_state("head", "summary_state")

        self.assertFalse(self._drafted().summary_problems)

    def test_what_was_written_stays_unless_it_is_drafted_anew(self):
        campaign = self._as("officer", self.campaign)
        campaign.summary_problems = "我们自己写的。"

        campaign.action_draft_summary()

        self.assertEqual(campaign.summary_problems, "我们自己写的。")
        self.assertTrue(campaign.summary_overview)
        campaign.action_draft_summary_anew()
        self.assertEqual(campaign.summary_problems, "Service Hall: 晚高峰人手偏紧。")

    def test_length_is_counted_as_word_counts(self):
        campaign = self._as("officer", self.campaign)
        campaign.write({"summary_overview": "共20人参加。", "summary_next": "字" * 5000})

        self.assertEqual(campaign.summary_length, 6 + 5000)
        self.assertTrue(campaign.summary_too_long)

    def test_the_office_alone_writes_it(self):
        for role in ("supervisor", "hr", "coordinator", "head", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.campaign).action_draft_summary()
            with self.assertRaises(AccessError, msg=role):
                self._as(role, self.campaign).write({"summary_overview": "Mine"})


class TestSummaryDocument(SummaryCase):
    def test_it_has_texts_charts_and_lists(self):
        document = Document(io.BytesIO(self._file()))
        text = docx_files.text_of(self._file()).splitlines()

        for line in (
            *("一、How the Campaign Went", "二、Practices and Results", "（一）学有所悟"),
            *("三、Commendations", "四、Problems Found", "五、Plans for the Next Step"),
            *("附件：1.Participation of the Departments", "2.List of Those Commended: 标兵"),
            *("附件1", "附件2", RARE, "First", "局机关党委"),
        ):
            self.assertIn(line, text)
        self.assertEqual(len(document.inline_shapes), 2)

    def test_nobody_is_named_who_did_not_agree(self):
        self.env.cr.execute(
            "UPDATE leifeng_certificate SET named = false WHERE id = %s", [self.honor.id]
        )
        self.env.invalidate_all()

        text = docx_files.text_of(self._file())

        self.assertNotIn(RARE, text)
        self.assertIn("(Name Withheld)", text)

    def test_its_figures_are_those_of_the_pages(self):
        campaign = self._as("officer", self.campaign)
        figures, part = campaign._campaign_figures(), campaign.department_ids._figures()

        self.assertEqual(float(figures["hours"]), campaign.hours)
        self.assertEqual(figures["sessions"], campaign.session_count)
        self.assertEqual(figures["people"], part["people"])
        self.assertEqual(figures["times"], part["attendances"])
        self.assertEqual(float(figures["hours"]) * 60, part["minutes"])
        self.assertEqual(figures["honors"], part["honors"])
        self.assertEqual(figures["people_served"], part["people_served"])
        self.assertEqual(sum(each for _day, each in campaign._week_figures()) > 0, True)
        [row] = campaign._part_rows()
        self.assertEqual(row[:5], ["Service Hall", str(part["headcount"]), "2", "3", "4"])

    def test_the_number_of_departments_adds_no_query_to_the_figures(self):
        def queries():
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            self.campaign.with_env(self.env)._campaign_figures()
            return self.env.cr.sql_log_count - before

        queries()
        few = queries()
        for number in range(12):
            self.env["leifeng.campaign.department"].create(
                {
                    "campaign_id": self.campaign.id,
                    "department_id": self._department(f"Office {number}").id,
                }
            )

        self.assertEqual(queries(), few)
