import io
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command

from .award_case import AwardSetup
from .test_wizard_ledger import RARE, LedgerCase, load_workbook


class WorkbookCase(AwardSetup, LedgerCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_up_awards()
        cls.part.line_ids = [
            Command.create({"name": "打扫院子", "date": date(2026, 3, 5), "people": "全体"})
        ]
        cls.part.write({"summary_problems": "人手不够。"})
        cls.people["coordinator"].write({"work_phone": "00001234567"})
        cls.award = cls._award("person", name="标兵")
        deeds = f"{RARE}同志，电话13812341234"
        cls.entry = cls._entry(cls.award, cls.me, employee_name=RARE, deeds_short=deeds)
        cls.request = cls.env["leifeng.service.request"].create(
            {
                "partner_id": cls._organization().id,
                "contact": "廖主任",
                "contact_phone": "13812341234",
                "served": "alone",
                "need": "=1+1 走访",
                "asked_on": cls.campaign.date_start,
            }
        )

    def _wizard(self, role="officer", **vals):
        values = {"campaign_id": self.campaign.id, **vals}
        return self._as(role, self.env["leifeng.workbook"]).create(values)

    def _book(self, **vals):
        return self._sheets(self._wizard(**vals))


class TestWorkbook(WorkbookCase):
    def test_a_sheet_for_each_table(self):
        self.assertEqual(
            list(self._book()),
            [
                *("Campaign Overview", "Phases and Activities", "Department Plans"),
                *("Participation by Department", "Coordinators", "Sessions", "Service Requests"),
                *("Service Feedback", "Table of Essays", "Table of Nominations"),
                *("Register of Honors", "Department Summaries", "Publicity Items", "Next Steps"),
                "Sums",
            ],
        )

    def test_figures_are_those_of_the_pages(self):
        book, campaign = self._book(), self._as("officer", self.campaign)
        overview = dict(book["Campaign Overview"][1:])
        [hall] = self._dicts(book, "Participation by Department")
        [session] = self._dicts(book, "Sessions")
        service, lecture = self._dicts(book, "Phases and Activities")
        figures = campaign.department_ids._figures()

        self.assertEqual(float(overview["Service Hours"]), campaign.hours)
        self.assertEqual(overview["Title"], "Campaign")
        self.assertEqual(hall["Service Hours"] * 60, figures["minutes"])
        self.assertEqual(hall["People Taking Part"], figures["people"])
        self.assertEqual(hall["Head-count"], figures["headcount"])
        self.assertEqual(session["People Taking Part"], 3)
        self.assertEqual(session["Service Hours"], campaign.hours)
        self.assertEqual((session["From"], session["To"]), ("18:30", "20:40"))
        self.assertEqual(service["Service Hours"], campaign.hours)
        self.assertEqual(lecture["Sessions Completed"], 0)
        [total] = [row for row in book["Sums"] if row[0] == "All Together"]
        self.assertEqual(total[5], campaign.hours)

    def test_names_and_phones_are_masked_by_default(self):
        text = str(self._book())

        for secret in (RARE, "13812341234", "00001234567", "廖主任"):
            self.assertNotIn(secret, text)
        self.assertIn("138****1234", text)

    def test_full_names_ask_for_a_reason(self):
        wizard = self._wizard(unmasked=True)
        with self.assertRaises(UserError):
            wizard.action_export()
        wizard.reason = "Asked for by the federation"

        wizard.action_export()

        text = str(self._sheets(wizard))
        for word in (RARE, "13812341234", "00001234567"):
            self.assertIn(word, text)
        facts = self._journal()._facts()
        self.assertEqual((facts["what"], facts["campaign"]), ("workbook", self.campaign.id))

    def test_a_text_that_looks_like_a_formula_is_a_text(self):
        file = io.BytesIO()
        self._wizard()._write(file)
        sheet = load_workbook(io.BytesIO(file.getvalue()))["Service Requests"]

        cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
        [need] = [cell for cell in cells if cell.value == "=1+1 走访"]
        self.assertEqual(need.data_type, "s")

    def test_another_campaign_s_records_are_in_another_workbook(self):
        other = self._campaign(name="Last Year")

        book = self._book(campaign_id=other.id)

        self.assertEqual(len(book["Sessions"]), 1)
        self.assertEqual(len(book["Table of Nominations"]), 1)

    def test_publicity_items_without_what_somebody_keeps_private(self):
        stories = self.env["leifeng.story"]
        stories.create(
            {"name": "公开的稿件", "campaign_id": self.campaign.id, "channel_board": True}
        )
        private = {"kind": "reflection", "private": True, "author_id": self.me.id}
        stories.create({"name": "私人心得", "campaign_id": self.campaign.id, **private})

        [row] = self._dicts(self._book(), "Publicity Items")

        self.assertEqual((row["Title"], row["Channels"]), ("公开的稿件", "Notice Board"))

    def test_the_office_alone(self):
        for role in ("supervisor", "hr", "internal", "coordinator", "employee"):
            with self.assertRaises(AccessError, msg=role):
                self._wizard(role)
        with self.assertRaises(UserError):
            self._wizard(campaign_id=False).action_export()

    def _dicts(self, book, sheet):
        heading, *rows = book[sheet]
        return [dict(zip(heading, row, strict=True)) for row in rows]
